"""Relationships, each read as a sentence."""

from collections.abc import Mapping

from graph_schema.schema.words import (
    LISTED,
    PLACE,
    TERM,
    YEAR,
    Property,
    Relationship,
    assessed,
    day,
    number,
    prepared,
    text,
)

_REQUIREMENT = {
    "needed_by": day("as written"),
    "lag_days": Property("INTEGER", "days until it can be used (default 0)"),
    "agreed_on": day("both sides accepted it in writing"),
    "if_not_met": text("what happens otherwise"),
    **YEAR,
    **PLACE,
    "lag": prepared("INTEGER", "lag_days, 0 where absent"),
    "need_day": prepared("INTEGER", "needed_by, or its default"),
    "owed_day": prepared("INTEGER", "where lateness starts: the later of need_day and what was owed + lag"),
    "push_day": assessed("INTEGER", "from here it pushes; absent: need_day"),
    "promised_for": assessed("FLOAT", "the amount or value owed here, where it is another than in force"),
    "came_day": assessed("INTEGER", "the day that amount was full, where it is not the finish"),
    "lowered": assessed("FLOAT", "the part of that amount that never comes, since it was lowered"),
    "lowered_from_day": assessed("INTEGER", "from here that part counts"),
    "moved": assessed("INTEGER", "days that its owner moved its date after it was owed"),
    "counts": prepared("BOOLEAN", "agreed in time, or a release: it can explain delay"),
    "place": prepared("LIST<STRING>", "path of agencies from the root to its owner, in the year of what needs it"),
}

_CHARGE = {
    "points": assessed("FLOAT", "points × agreement weight"),
    "days": assessed("FLOAT", "days of the agreement's dated targets that began here"),
}

RELATIONSHIPS: Mapping[str, Relationship] = {
    "FINANCES": Relationship("a release finances a target", (("Release", "Target"),), _REQUIREMENT),
    "ENABLES": Relationship("a deliverable enables another", (("Deliverable", "Deliverable"),), _REQUIREMENT),
    "SUPPORTS": Relationship(
        "a target supports a target of the tier above",
        (("Target", "Target"),),
        {"share": number("its share of the mean there")},
    ),
    "COUNTS_IN": Relationship("a release counts in a target of measure releases", (("Release", "Target"),)),
    "DELAYED": Relationship(
        "a deliverable, or by a ruling a cause outside, delayed another",
        (("Dated", "Dated"), ("Outside", "Dated")),
        {
            "days": assessed("FLOAT", "days attributed to it"),
            "late": assessed("FLOAT", "its lateness, before days are shared"),
            "lowered": assessed("FLOAT", "the part of late that a lowered amount adds; absent: 0"),
            "stays": assessed("FLOAT", "the part, 0 to 1, of what reaches it that stays with it; absent: 0"),
            "unruled_days": assessed("FLOAT", "days without rulings"),
        },
    ),
    "CUT": Relationship(
        "a deliverable, or by a ruling a cause outside, cut what a target could reach",
        (("Dated", "Target"), ("Outside", "Target")),
        {
            "units": assessed("FLOAT", "units attributed to it"),
            "lost": assessed("FLOAT", "units it made impossible, before they are shared"),
            "stays": assessed("FLOAT", "the part, 0 to 1, of what reaches it that stays with it; absent: 0"),
            "unruled_units": assessed("FLOAT", "units without rulings"),
        },
    ),
    "CHARGED": Relationship(
        "points of an agreement that began with a deliverable, or by a ruling with a cause outside, are charged to it",
        (("Deliverable", "Agreement"), ("Outside", "Agreement")),
        _CHARGE,
    ),
    "CHARGED_FIRST": Relationship("the same against the first promise", (("Deliverable", "Agreement"),), _CHARGE),
    "CHARGED_UNRULED": Relationship("the same without rulings", (("Deliverable", "Agreement"),), _CHARGE),
    "ADJUDGED": Relationship(
        "by a ruling a deliverable answers for days or units of another (prepared)", (("Deliverable", "Deliverable"),)
    ),
    "STANDS_FOR": Relationship("a plan in force stands for a deliverable", (("InForce", "Deliverable"),)),
    "REQUIRED_NOW": Relationship(
        "what a deliverable requires, in force, where it was revised",
        (("Deliverable", "Deliverable"),),
        {
            "needed_by": assessed("DATE", "in force; absent: blank"),
            "lag_days": assessed("INTEGER", "in force"),
        },
    ),
    "OWNED_BY": Relationship(
        "a deliverable or plan target is owned by an agency", (("Deliverable", "Agency"), ("PlanTarget", "Agency"))
    ),
    "IN_YEAR": Relationship("it belongs to a plan year", (("Deliverable", "PlanYear"), ("Agreement", "PlanYear"))),
    "WITHIN": Relationship(
        "it is within a five-year plan", (("PlanYear", "FiveYearPlan"), ("PlanTarget", "FiveYearPlan"))
    ),
    "PROMISED_IN": Relationship("a target is promised in an agreement", (("Target", "Agreement"),)),
    "BINDS": Relationship("an agreement binds an agency", (("Agreement", "Agency"),)),
    "ASSIGNED_TO": Relationship("a target is assigned to a post", (("Target", "Post"),)),
    "CONTRIBUTES_TO": Relationship("a target contributes to a five-year target", (("Target", "PlanTarget"),)),
    "FROM": Relationship("a release is from a budget line", (("Release", "BudgetLine"),)),
    "FUNDS": Relationship("a budget line funds an agency", (("BudgetLine", "Agency"),)),
    "PAID": Relationship("a payment was paid on a budget line", (("Payment", "BudgetLine"),)),
    "NAMES": Relationship("a payment names a release", (("Payment", "Release"),)),
    "COVERS": Relationship(
        "a payment covers a release, matched day by day",
        (("Payment", "Release"),),
        {"amount": prepared("FLOAT", "how much of it")},
    ),
    "REPORTS": Relationship("a report is about a deliverable", (("Progress", "Deliverable"),)),
    "LISTED_IN": Relationship(
        "the sheet of a plan year lists an agency or post",
        (("Agency", "PlanYear"), ("Post", "PlanYear")),
        {
            **LISTED,
            "part_of": text("agency: id of its parent"),
            **TERM,
            "title": text("post: its title"),
            "agency": text("post: id of its agency"),
            "heads": Property("BOOLEAN", "post: it heads its agency"),
            "reports_to": text("post: id of the post above"),
            **PLACE,
        },
    ),
    "PART_OF": Relationship(
        "an agency is part of another in a plan year",
        (("Agency", "Agency"),),
        {"plan_year": prepared("STRING", "id of the year")},
    ),
    "STANDS_IN": Relationship(
        "an agency stands in the tree of a plan year",
        (("Agency", "PlanYear"),),
        {
            "path": prepared("LIST<STRING>", "agencies from the root down to it"),
            "tier": prepared("INTEGER", "length of the path"),
            "sector": prepared("STRING", "its sector that year, its own or inherited"),
        },
    ),
    "IN": Relationship("a post is in an agency", (("Post", "Agency"),)),
    "REPORTS_TO": Relationship("a post reports to another", (("Post", "Post"),)),
    "HOLDS": Relationship("an official holds a tenure", (("Official", "Tenure"),)),
    "OF": Relationship("a tenure is of a post", (("Tenure", "Post"),)),
    "SIGNED": Relationship("a post signed an agreement for its agency", (("Post", "Agreement"),)),
    "SIGNED_FOR": Relationship("a post signed an agreement for the government", (("Post", "Agreement"),)),
    "FOLLOWS": Relationship("a result follows from an agreement", (("Result", "Agreement"),)),
    "CONCERNS": Relationship("a result concerns an official", (("Result", "Official"),)),
    "DECIDED_BY": Relationship("a result was decided by a post", (("Result", "Post"),)),
    "EXPECTED_OF": Relationship("an interim target is expected of a deliverable", (("Interim", "Deliverable"),)),
    "SPENT_FROM": Relationship("money was spent from a budget line", (("Spending", "BudgetLine"),)),
    "REVISES": Relationship(
        "a revision revises a deliverable (of a requirement: the one that requires)", (("Revision", "Deliverable"),)
    ),
    "APPROVED": Relationship("a post approved a revision", (("Post", "Revision"),)),
    "ABOUT": Relationship("a dispute is about a deliverable", (("Dispute", "Deliverable"),)),
    "RAISED": Relationship("an agency raised a dispute", (("Agency", "Dispute"),)),
    "RULED": Relationship("a post ruled in a dispute", (("Post", "Dispute"),)),
    "KEPT_AS": Relationship("a published assessment is kept as a document", (("Publication", "Document"),)),
}
