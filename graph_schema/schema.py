"""What the graph holds: labels, relationships and properties, declared once, each with what it means.

`docs/graph.md` is generated from this module, and a test holds every statement to it.
A property's origin says who writes it: *sheet* (as people wrote it), *place* (where it was written),
*prepared* (by a load), *assessed* (by an assessment, rebuilt at any time), *kept* (by the product about itself).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Origin = Literal["sheet", "place", "prepared", "assessed", "kept"]


@dataclass(frozen=True)
class Property:
    """One property of a node or relationship. `type` is Neo4j's; days are whole numbers since 1970-01-01."""

    type: str
    says: str
    origin: Origin = "sheet"


@dataclass(frozen=True)
class Label:
    """One label: what its nodes are, and their properties. `of` names the label its nodes carry as well."""

    says: str
    properties: Mapping[str, Property] = field(default_factory=dict[str, Property])
    of: str = ""


@dataclass(frozen=True)
class Relationship:
    """One relationship type, read as a sentence from the one who affects to the one affected where it is about that."""

    says: str
    ends: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property] = field(default_factory=dict[str, Property])


PLACE: Mapping[str, Property] = {
    "file": Property("STRING", "the file, or workbook and sheet, that the row stands in", "place"),
    "row": Property("INTEGER", "its row, as a spreadsheet counts: the header is row 1", "place"),
    "load": Property("INTEGER", "the number of the load that wrote it in its present form", "place"),
}


def _text(says: str) -> Property:
    return Property("STRING", says)


def _day(says: str) -> Property:
    return Property("DATE", says)


def _number(says: str) -> Property:
    return Property("FLOAT", says)


def _prepared(kind: str, says: str) -> Property:
    return Property(kind, says, "prepared")


def _assessed(kind: str, says: str) -> Property:
    return Property(kind, says, "assessed")


_ID = {"id": _text("the user's own id, unique in its kind")}
_TITLE = {"title": _text("the name people read")}
_YEAR = {"plan_year": _text("id of the plan year whose folder holds it")}
_LISTED = {"name": _text("its name"), "kind": _text("what kind of agency; only `external` has a meaning"),
           "sector": _text("its sector; inherited down the tree")}
_TERM = {"since": _day("from this day"), "until": _day("to this day, included")}

LABELS: Mapping[str, Label] = {
    "PlanYear": Label("A year of the plan, usually 12 months.", {
        **_ID, **_TITLE, "starts": _day("its first day"), "ends": _day("its last day"),
        "five_year_plan": _text("id of the five-year plan it belongs to"), "currency": _text("of its amounts"), **PLACE,
    }),
    "FiveYearPlan": Label("A plan of several years.", {**_ID, **_TITLE, "starts": _day("its first day"), "ends": _day("its last day"), **PLACE}),
    "PlanTarget": Label("What a five-year plan promises.", {
        **_ID, **_TITLE, "five_year_plan": _text("id of its plan"), "agency": _text("id of the agency that promised it"),
        "unit": _text("of its values"), "baseline": _number("where it started"), "target": _number("what was promised"),
        "due": _day("by when"), "sector": _text("its sector"), **PLACE,
    }),
    "Agency": Label("A ministry, department, division, office, or an external body.", {
        **_ID, **{k: Property(p.type, p.says + " (the latest that a sheet gave)", "prepared") for k, p in _LISTED.items()},
        "external": _prepared("BOOLEAN", "outside the government: has no parent and no parts"),
    }),
    "Post": Label("A position in an agency, whoever holds it.", {
        **_ID, "title": _prepared("STRING", "its title (the latest that a sheet gave)"),
        "heads": _prepared("BOOLEAN", "it heads its agency"),
    }),
    "Official": Label("A person who held posts.", {**_ID, "name": _text("the person's name"), **PLACE}),
    "Tenure": Label("Who held a post, and when.", {
        "key": Property("STRING", "post, official and first day", "place"), "post": _text("id of the post"),
        "official": _text("id of the holder; absent: held, not disclosed"), **_TERM, **PLACE,
    }),
    "Agreement": Label("A performance agreement of one agency for one plan year.", {
        **_ID, **_TITLE, **_YEAR, "kind": _text("APA, APT, compact, …"), "agency": _text("id of the agency bound"),
        "weight": _number("in its tier (default 1)"), "signed_on": _day("when"), "signed_by": _text("post that signed for the agency"),
        "signed_for": _text("post that signed for the government"), "published_at": _text("web address"), **PLACE,
        "tier": _prepared("INTEGER", "depth of its agency in the tree: a root is 1"),
        "code": _prepared("INTEGER", "its number among all agreements"),
    }),
    "BudgetLine": Label("Money promised to an agency for a purpose.", {
        **_ID, **_TITLE, **_YEAR, "agency": _text("id of the agency that receives it"), "source": _text("who pays"),
        "sector": _text("its sector"), "amount": _number("whole amount; absent: withheld"), **PLACE,
    }),
    "Payment": Label("Money made available to an agency on a day.", {
        "key": Property("STRING", "line, day and reference", "place"), "budget_line": _text("id of its line"), "paid_on": _day("when"),
        "amount": _number("how much"), "reference": _text("what tells two payments of one day apart"),
        "release": _text("id of the release it names"), **PLACE, "paid_day": _prepared("INTEGER", "paid_on as a day number"),
    }),
    "Progress": Label("One report on a deliverable.", {
        "key": Property("STRING", "deliverable, day, source and reporting day", "place"), "deliverable": _text("id of what it is about"),
        "as_of": _day("the day spoken about"), "source": _text("self or verified (default self)"), "reported_on": _day("when it was written (default as_of)"),
        "achieved": _number("total to date"), "started_on": _day("actual start"), "finished_on": _day("actual finish"),
        "forecast_finish": _day("expected finish"), "status": _text("on track, at risk, delayed, blocked, done: shown, never scored"),
        "cause": _text("code of the published list"), "note": _text("in the owner's words"), "evidence": _text("where it can be seen"), **PLACE,
        **{f"{name}_day": _prepared("INTEGER", f"{of} as a day number") for name, of in
           (("as_of", "as_of"), ("reported", "reported_on"), ("started", "started_on"), ("finished", "finished_on"), ("forecast", "forecast_finish"))},
    }),
    "Deliverable": Label("A target, a release or a milestone: what can be late.", {
        **_ID, **_TITLE, **_YEAR, **PLACE, "agency": _text("id of the one agency that owns it"),
        "due": _assessed("BOOLEAN", "finished, or planned by the day of the assessment"),
    }),
    "Target": Label("One promise of one year.", {
        "measure": _text("date, quantity, cascade or releases"), "agreement": _text("id of the agreement it is promised in"),
        "post": _text("id of the post it is assigned to"), "objective": _text("for grouping"), "sector": _text("its sector"),
        "unit": _text("of its values"), "weight": _number("in its agreement, as written"), "planned_start": _day("planned"),
        "planned_finish": _day("planned"), "target": _number("value promised"), "better": _text("higher, lower or unknown"),
        "baseline": _number("where it started"),
        **{g: Property("ANY", f"the grid: from here the score is {s} (a day for measure date)") for g, s in
           (("excellent", 100), ("very_good", 90), ("good", 80), ("fair", 70), ("poor", 60))},
        "supports": _text("ids of the targets it supports, with `;`"), "supports_share": _number("its share there (default 1)"),
        "contributes_to": _text("id of the plan target it counts for"), "contribution": _number("amount that counts there"),
        "sign": _prepared("INTEGER", "1: more is better; −1: less is better"), "scale": _prepared("LIST<FLOAT>", "the grid × sign, best first"),
        "goal": _prepared("FLOAT", "the target value (a day number for measure date)"), "base": _prepared("FLOAT", "where the quantity counts from"),
        "whole": _prepared("FLOAT", "what was to be made: |goal − base|"), "raw_planned": _prepared("FLOAT", "score of the planned value itself"),
        "weight_used": _prepared("FLOAT", "percent of its agreement, after defaults and scaling to 100"),
        "weight_assumed": _prepared("BOOLEAN", "no weight of the agreement was written: equal ones are assumed"),
        "stake": _prepared("FLOAT", "points × agreement weight that one point of its raw score costs"),
        "bearer": _prepared("INTEGER", "code of its agreement"), "bearers": _prepared("LIST<INTEGER>", "codes of the agreements that answer for its days"),
        "achieved": _assessed("FLOAT", "quantity: latest total; releases: percent of the due money paid on time"),
        "shortfall": _assessed("FLOAT", "units lacking, once due"), "own_units": _assessed("FLOAT", "units that no requirement explains"),
        "missed": _assessed("FLOAT", "releases: amount due and not paid by its planned day"),
        "raw": _assessed("FLOAT", "0 to 100; 100 while not due"), "loss": _assessed("FLOAT", "points of its agreement"),
        "own_by": _assessed("LIST<INTEGER>", "codes of the agreements whose points it carries as its own loss"),
        "own_points": _assessed("LIST<FLOAT>", "those points"),
    }, of="Deliverable"),
    "Release": Label("One tranche of a budget line.", {
        "budget_line": _text("id of its line"), "released_by": _text("id of the agency that releases it"), "planned_on": _day("promised"),
        "amount": _number("promised"), "missed": _assessed("FLOAT", "amount due and not paid by planned_on"),
    }, of="Deliverable"),
    "Milestone": Label("A dated thing that is no promise of an agreement.", {
        "kind": _text("request, clearance, approval, event, …"), "planned_start": _day("planned"), "planned_finish": _day("planned"),
    }, of="Deliverable"),
    "Dated": Label("Takes part in the sweeps over dates.", {
        "planned_day": _prepared("INTEGER", "planned finish, after defaults"), "start_day": _prepared("INTEGER", "planned start, else planned_day"),
        "span": _prepared("INTEGER", "planned duration in days"), "ends_day": _prepared("INTEGER", "last day of its plan year"),
        "rank": _prepared("INTEGER", "1 + the highest rank it depends on; 0 with no requirement"),
        "started_day": _assessed("INTEGER", "reported start"), "forecast_day": _assessed("INTEGER", "reported forecast"),
        "finished_day": _assessed("INTEGER", "finish, once finished"), "finish_day": _assessed("INTEGER", "finish: actual, forecast or computed"),
        "delay_days": _assessed("FLOAT", "days after planned_day, at least 0"), "own_days": _assessed("FLOAT", "days that no requirement explains"),
        "came_on": _assessed("LIST<INTEGER>", "days of its arrivals"), "came": _assessed("LIST<FLOAT>", "their parts of the whole"),
        "carried_by": _assessed("LIST<INTEGER>", "codes of the agreements whose points and days it passes on along days"),
        "carried_points": _assessed("LIST<FLOAT>", "those points"), "carried_days": _assessed("LIST<FLOAT>", "those days"),
        "cut_by": _assessed("LIST<INTEGER>", "codes of the agreements whose points it passes on along units"),
        "cut_points": _assessed("LIST<FLOAT>", "those points"),
    }, of="Deliverable"),
    "Cascade": Label("A target measured by the targets that support it.", {
        "rank": _prepared("INTEGER", "1 + the highest rank of the cascades that support it"),
        "lost_below": _assessed("FLOAT", "sum of share × (100 − raw) of its supports"),
    }, of="Target"),
    "Load": Label("One load: who, when, what it read and what it changed.", {
        "number": Property("INTEGER", "counted from 1", "kept"), "loaded_at": Property("DATETIME", "when", "kept"), "loaded_by": Property("STRING", "who", "kept"),
        "version": Property("STRING", "of the product", "kept"), "sources": Property("LIST<STRING>", "files read", "kept"),
        "digests": Property("LIST<STRING>", "their SHA-256", "kept"), "added": Property("INTEGER", "rows added", "kept"),
        "changed": Property("INTEGER", "rows changed", "kept"), "removed": Property("INTEGER", "rows removed", "kept"),
        "summary": Property("STRING", "counts by sheet, as JSON", "kept"),
    }),
    "Assessment": Label("The one current assessment.", {
        "as_of": Property("DATE", "the day it speaks of", "kept"), "made_at": Property("DATETIME", "when it was computed", "kept"),
        "rule": Property("STRING", "version of the rule", "kept"), "load": Property("INTEGER", "number of the last load it knows", "kept"),
    }),
    "Graph": Label("The mark of a graph of this product: one node.", {
        "version": Property("INTEGER", "of this schema", "kept"), "loads": Property("INTEGER", "loads so far", "kept"), "ranks": _prepared("INTEGER", "highest rank of a dated thing"),
        "cascade_ranks": _prepared("INTEGER", "highest rank of a cascade"),
    }),
}

_REQUIREMENT = {
    "needed_by": _day("as written"), "lag_days": Property("INTEGER", "days until it can be used (default 0)"), "agreed_on": _day("both sides accepted it in writing"),
    "if_not_met": _text("what happens otherwise"), **_YEAR, **PLACE,
    "lag": _prepared("INTEGER", "lag_days, 0 where absent"), "need_day": _prepared("INTEGER", "needed_by, or its default"),
    "owed_day": _prepared("INTEGER", "where lateness starts: the later of need_day and planned day + lag"),
    "counts": _prepared("BOOLEAN", "agreed in time, or a release: it can explain delay"),
    "place": _prepared("LIST<STRING>", "path of agencies from the root to its owner, in the year of what needs it"),
}

RELATIONSHIPS: Mapping[str, Relationship] = {
    "FINANCES": Relationship("a release finances a target", (("Release", "Target"),), _REQUIREMENT),
    "ENABLES": Relationship("a deliverable enables another", (("Deliverable", "Deliverable"),), _REQUIREMENT),
    "SUPPORTS": Relationship("a target supports a target of the tier above", (("Target", "Target"),), {"share": _number("its share of the mean there")}),
    "COUNTS_IN": Relationship("a release counts in a target of measure releases", (("Release", "Target"),)),
    "DELAYED": Relationship("a deliverable delayed another", (("Dated", "Dated"),), {
        "days": _assessed("FLOAT", "days attributed to it"), "late": _assessed("FLOAT", "its lateness, before days are shared")}),
    "CUT": Relationship("a deliverable cut what a target could reach", (("Dated", "Target"),), {
        "units": _assessed("FLOAT", "units attributed to it"), "lost": _assessed("FLOAT", "units it made impossible, before they are shared")}),
    "CHARGED": Relationship("points of an agreement that began with a deliverable are charged to it", (("Deliverable", "Agreement"),), {
        "points": _assessed("FLOAT", "points × agreement weight"), "days": _assessed("FLOAT", "days of the agreement's dated targets that began here")}),
    "OWNED_BY": Relationship("a deliverable or plan target is owned by an agency", (("Deliverable", "Agency"), ("PlanTarget", "Agency"))),
    "IN_YEAR": Relationship("it belongs to a plan year", (("Deliverable", "PlanYear"), ("Agreement", "PlanYear"))),
    "WITHIN": Relationship("it is within a five-year plan", (("PlanYear", "FiveYearPlan"), ("PlanTarget", "FiveYearPlan"))),
    "PROMISED_IN": Relationship("a target is promised in an agreement", (("Target", "Agreement"),)),
    "BINDS": Relationship("an agreement binds an agency", (("Agreement", "Agency"),)),
    "ASSIGNED_TO": Relationship("a target is assigned to a post", (("Target", "Post"),)),
    "CONTRIBUTES_TO": Relationship("a target contributes to a five-year target", (("Target", "PlanTarget"),)),
    "FROM": Relationship("a release is from a budget line", (("Release", "BudgetLine"),)),
    "FUNDS": Relationship("a budget line funds an agency", (("BudgetLine", "Agency"),)),
    "PAID": Relationship("a payment was paid on a budget line", (("Payment", "BudgetLine"),)),
    "NAMES": Relationship("a payment names a release", (("Payment", "Release"),)),
    "COVERS": Relationship("a payment covers a release, matched day by day", (("Payment", "Release"),), {"amount": _prepared("FLOAT", "how much of it")}),
    "REPORTS": Relationship("a report is about a deliverable", (("Progress", "Deliverable"),)),
    "LISTED_IN": Relationship("the sheet of a plan year lists an agency or post", (("Agency", "PlanYear"), ("Post", "PlanYear")), {
        **_LISTED, "part_of": _text("agency: id of its parent"), **_TERM, "title": _text("post: its title"), "agency": _text("post: id of its agency"),
        "heads": Property("BOOLEAN", "post: it heads its agency"), "reports_to": _text("post: id of the post above"), **PLACE}),
    "PART_OF": Relationship("an agency is part of another in a plan year", (("Agency", "Agency"),), {"plan_year": _prepared("STRING", "id of the year")}),
    "STANDS_IN": Relationship("an agency stands in the tree of a plan year", (("Agency", "PlanYear"),), {
        "path": _prepared("LIST<STRING>", "agencies from the root down to it"), "tier": _prepared("INTEGER", "length of the path")}),
    "IN": Relationship("a post is in an agency", (("Post", "Agency"),)),
    "REPORTS_TO": Relationship("a post reports to another", (("Post", "Post"),)),
    "HOLDS": Relationship("an official holds a tenure", (("Official", "Tenure"),)),
    "OF": Relationship("a tenure is of a post", (("Tenure", "Post"),)),
    "SIGNED": Relationship("a post signed an agreement for its agency", (("Post", "Agreement"),)),
    "SIGNED_FOR": Relationship("a post signed an agreement for the government", (("Post", "Agreement"),)),
}
