"""Labels of plans, people, agreements, money and reports: what the sheets say."""

from collections.abc import Mapping

from graph_schema.schema.words import ID, LISTED, PLACE, TERM, TITLE, YEAR, Label, Property, day, number, prepared, text

PLAN_LABELS: Mapping[str, Label] = {
    "PlanYear": Label(
        "A year of the plan, usually 12 months.",
        {
            **ID,
            **TITLE,
            "starts": day("its first day"),
            "ends": day("its last day"),
            "five_year_plan": text("id of the five-year plan it belongs to"),
            "currency": text("of its amounts"),
            **PLACE,
        },
    ),
    "FiveYearPlan": Label(
        "A plan of several years.",
        {**ID, **TITLE, "starts": day("its first day"), "ends": day("its last day"), **PLACE},
    ),
    "PlanTarget": Label(
        "What a five-year plan promises.",
        {
            **ID,
            **TITLE,
            "five_year_plan": text("id of its plan"),
            "agency": text("id of the agency that promised it"),
            "unit": text("of its values"),
            "baseline": number("where it started"),
            "target": number("what was promised"),
            "due": day("by when"),
            "sector": text("its sector"),
            **PLACE,
        },
    ),
    "Agency": Label(
        "A ministry, department, division, office, or an external body.",
        {
            **ID,
            **{k: Property(p.type, p.says + " (the latest that a sheet gave)", "prepared") for k, p in LISTED.items()},
            "external": prepared("BOOLEAN", "outside the government: has no parent and no parts"),
        },
    ),
    "Post": Label(
        "A position in an agency, whoever holds it.",
        {
            **ID,
            "title": prepared("STRING", "its title (the latest that a sheet gave)"),
            "heads": prepared("BOOLEAN", "it heads its agency"),
        },
    ),
    "Official": Label("A person who held posts.", {**ID, "name": text("the person's name"), **PLACE}),
    "Tenure": Label(
        "Who held a post, and when.",
        {
            "key": Property("STRING", "post, official and first day", "place"),
            "post": text("id of the post"),
            "official": text("id of the holder; absent: held, not disclosed"),
            **TERM,
            **PLACE,
        },
    ),
    "Agreement": Label(
        "A performance agreement of one agency for one plan year.",
        {
            **ID,
            **TITLE,
            **YEAR,
            "kind": text("APA, APT, compact, …"),
            "agency": text("id of the agency bound"),
            "weight": number("in its tier (default 1)"),
            "signed_on": day("when"),
            "signed_by": text("post that signed for the agency"),
            "signed_for": text("post that signed for the government"),
            "published_at": text("web address"),
            **PLACE,
            "tier": prepared("INTEGER", "depth of its agency in the tree: a root is 1"),
            "code": prepared("INTEGER", "its number among all agreements"),
        },
    ),
    "BudgetLine": Label(
        "Money promised to an agency for a purpose.",
        {
            **ID,
            **TITLE,
            **YEAR,
            "agency": text("id of the agency that receives it"),
            "source": text("who pays"),
            "sector": text("its sector"),
            "amount": number("whole amount; absent: withheld"),
            **PLACE,
        },
    ),
    "Payment": Label(
        "Money made available to an agency on a day.",
        {
            "key": Property("STRING", "line, day and reference", "place"),
            "budget_line": text("id of its line"),
            "paid_on": day("when"),
            "amount": number("how much"),
            "reference": text("what tells two payments of one day apart"),
            "release": text("id of the release it names"),
            **PLACE,
            "paid_day": prepared("INTEGER", "paid_on as a day number"),
        },
    ),
    "Progress": Label(
        "One report on a deliverable.",
        {
            "key": Property("STRING", "deliverable, day, source and reporting day", "place"),
            "deliverable": text("id of what it is about"),
            "as_of": day("the day spoken about"),
            "source": text("self or verified (default self)"),
            "reported_on": day("when it was written (default as_of)"),
            "achieved": number("total to date"),
            "started_on": day("actual start"),
            "finished_on": day("actual finish"),
            "forecast_finish": day("expected finish"),
            "status": text("on track, at risk, delayed, blocked, done: shown, never scored"),
            "cause": text("code of the published list"),
            "note": text("in the owner's words"),
            "evidence": text("where it can be seen"),
            **PLACE,
            **{
                f"{name}_day": prepared("INTEGER", f"{of} as a day number")
                for name, of in (
                    ("as_of", "as_of"),
                    ("reported", "reported_on"),
                    ("started", "started_on"),
                    ("finished", "finished_on"),
                    ("forecast", "forecast_finish"),
                )
            },
        },
    ),
}
