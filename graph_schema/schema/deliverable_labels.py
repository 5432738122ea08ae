"""Labels of deliverables: what the sheets say, what a load prepares, what an assessment finds."""

from collections.abc import Mapping

from graph_schema.schema.words import ID, PLACE, TITLE, YEAR, Label, Property, assessed, day, number, prepared, text

DELIVERABLE_LABELS: Mapping[str, Label] = {
    "Deliverable": Label(
        "A target, a release or a milestone: what can be late.",
        {
            **ID,
            **TITLE,
            **YEAR,
            **PLACE,
            "agency": text("id of the one agency that owns it"),
            "due": assessed("BOOLEAN", "finished, or planned by the day of the assessment"),
        },
    ),
    "Target": Label(
        "One promise of one year.",
        {
            "measure": text("date, quantity, cascade or releases"),
            "agreement": text("id of the agreement it is promised in"),
            "post": text("id of the post it is assigned to"),
            "objective": text("for grouping"),
            "sector": text("its sector"),
            "unit": text("of its values"),
            "weight": number("in its agreement, as written"),
            "planned_start": day("planned"),
            "planned_finish": day("planned"),
            "target": number("value promised"),
            "better": text("higher, lower or unknown"),
            "baseline": number("where it started"),
            **{
                g: Property("ANY", f"the grid: from here the score is {s} (a day for measure date)")
                for g, s in (("excellent", 100), ("very_good", 90), ("good", 80), ("fair", 70), ("poor", 60))
            },
            "supports": text("ids of the targets it supports, with `;`"),
            "supports_share": number("its share there (default 1)"),
            "contributes_to": text("id of the plan target it counts for"),
            "contribution": number("amount that counts there"),
            "sign": prepared("INTEGER", "1: more is better; −1: less is better"),
            "scale": prepared("LIST<FLOAT>", "the grid × sign, best first"),
            "goal": prepared("FLOAT", "the target value (a day number for measure date)"),
            "base": prepared("FLOAT", "where the quantity counts from"),
            "whole": prepared("FLOAT", "what was to be made: |goal − base|"),
            "raw_planned": prepared("FLOAT", "score of the planned value itself"),
            "weight_used": prepared("FLOAT", "percent of its agreement, after defaults and scaling to 100"),
            "weight_assumed": prepared("BOOLEAN", "no weight of the agreement was written: equal ones are assumed"),
            "stake": prepared("FLOAT", "points × agreement weight that one point of its raw score costs"),
            "bearer": prepared("INTEGER", "code of its agreement"),
            "bearers": prepared("LIST<INTEGER>", "codes of the agreements that answer for its days"),
            "achieved": assessed("FLOAT", "quantity: latest total; releases: percent of the due money paid on time"),
            "shortfall": assessed("FLOAT", "units lacking, once due"),
            "own_units": assessed("FLOAT", "units that no requirement explains"),
            "missed": assessed("FLOAT", "releases: amount due and not paid by its planned day"),
            "raw": assessed("FLOAT", "0 to 100; 100 while not due"),
            "loss": assessed("FLOAT", "points of its agreement"),
            "own_by": assessed("LIST<INTEGER>", "codes of the agreements whose points it carries as its own loss"),
            "own_points": assessed("LIST<FLOAT>", "those points"),
        },
        of="Deliverable",
    ),
    "Release": Label(
        "One tranche of a budget line.",
        {
            "budget_line": text("id of its line"),
            "released_by": text("id of the agency that releases it"),
            "planned_on": day("promised"),
            "amount": number("promised"),
            "missed": assessed("FLOAT", "amount due and not paid by planned_on"),
        },
        of="Deliverable",
    ),
    "Milestone": Label(
        "A dated thing that is no promise of an agreement.",
        {
            "kind": text("request, clearance, approval, event, …"),
            "planned_start": day("planned"),
            "planned_finish": day("planned"),
        },
        of="Deliverable",
    ),
    "Dated": Label(
        "Takes part in the sweeps over dates.",
        {
            "planned_day": prepared("INTEGER", "planned finish, after defaults"),
            "start_day": prepared("INTEGER", "planned start, else planned_day"),
            "span": prepared("INTEGER", "planned duration in days"),
            "ends_day": prepared("INTEGER", "last day of its plan year"),
            "rank": prepared("INTEGER", "1 + the highest rank it depends on; 0 with no requirement"),
            "started_day": assessed("INTEGER", "reported start"),
            "forecast_day": assessed("INTEGER", "reported forecast"),
            "finished_day": assessed("INTEGER", "finish, once finished"),
            "finish_day": assessed("INTEGER", "finish: actual, forecast or computed"),
            "delay_days": assessed("FLOAT", "days after planned_day, at least 0"),
            "own_days": assessed("FLOAT", "days that no requirement explains"),
            "came_on": assessed("LIST<INTEGER>", "days of its arrivals"),
            "came": assessed("LIST<FLOAT>", "their parts of the whole"),
            "carried_by": assessed(
                "LIST<INTEGER>", "codes of the agreements whose points and days it passes on along days"
            ),
            "carried_points": assessed("LIST<FLOAT>", "those points"),
            "carried_days": assessed("LIST<FLOAT>", "those days"),
            "cut_by": assessed("LIST<INTEGER>", "codes of the agreements whose points it passes on along units"),
            "cut_points": assessed("LIST<FLOAT>", "those points"),
        },
        of="Deliverable",
    ),
    "Cascade": Label(
        "A target measured by the targets that support it.",
        {
            "rank": prepared("INTEGER", "1 + the highest rank of the cascades that support it"),
            "lost_below": assessed("FLOAT", "sum of share × (100 − raw) of its supports"),
        },
        of="Target",
    ),
}
