"""The sheets of what follows a plan: results, interim targets, money spent, revisions, disputes."""

from loaders.columns import DELIVERABLES, ONE_ID, Column, Sheet, choice, day, number, own_id, reference, words

RESULTS = Sheet(
    "results",
    "What was declared about agreements, and what followed for whom.",
    "yearly",
    ("agreement", "kind", "decided_on", "official"),
    "keep one of them",
    (
        reference("agreement", "The agreement decided on.", "agreements", required=True),
        choice(
            "kind",
            "What was decided.",
            *("result", "recognition", "reward", "warning", "improvement plan", "sanction", "none"),
            required=True,
        ),
        day("decided_on", "Day of the decision.", required=True),
        number("score", "Score that was declared."),
        reference("official", "The official it is about.", "officials"),
        reference("decided_by", "Post that decided.", "posts"),
        words("published_at", "Web address where it can be read."),
        words("note", "What else there is to say."),
    ),
)
TRAJECTORY = Sheet(
    "trajectory",
    "Quarterly and other interim targets: an on-track mark, never scored.",
    "yearly",
    ("deliverable", "by"),
    "keep one of them",
    (
        reference("deliverable", "The deliverable planned for.", *DELIVERABLES, required=True),
        day("by", "Day of the interim target.", required=True),
        number("planned", "Total planned by that day.", required=True),
    ),
)
SPENDING = Sheet(
    "spending",
    "Money spent to date: for the money page, never for delay.",
    "facts",
    ("budget_line", "as_of"),
    "keep one of them",
    (
        reference("budget_line", "The budget line spent from.", "budget_lines", required=True),
        day("as_of", "The day spoken about.", required=True),
        Column("amount", "money", "Total spent to date.", required=True),
    ),
)
REVISIONS = Sheet(
    "revisions",
    "Approved changes of plan; the first promise stays.",
    "facts",
    ("sheet", "id", "requires", "column", "revised_on"),
    "keep one of them",
    (
        choice(
            "sheet",
            "Sheet of the row that is revised.",
            *(*DELIVERABLES, "requirements"),
            required=True,
        ),
        reference("id", "Id of the row; of a requirement, its deliverable.", *DELIVERABLES, required=True),
        reference("requires", "Of a requirement: what it requires.", *DELIVERABLES),
        choice(
            "column",
            "Column that is revised.",
            *("weight", "planned_start", "planned_finish", "target", "excellent", "very_good", "good", "fair", "poor"),
            *("agency", "post", "planned_on", "amount", "released_by", "needed_by", "lag_days"),
            required=True,
        ),
        Column("value", "written", "The new value, as that column writes it; empty = blank again."),
        day("revised_on", "Day of approval.", required=True),
        reference("approved_by", "Post that approved.", "posts"),
        words("reason", "Why."),
    ),
)
DISPUTES = Sheet(
    "disputes",
    "Objections, and what became of them.",
    "facts",
    ("id",),
    ONE_ID,
    (
        own_id("Short name of the dispute."),
        reference("deliverable", "The deliverable it is about.", *DELIVERABLES, required=True),
        day("raised_on", "Day of the objection.", required=True),
        reference("raised_by", "Agency that objects.", "agencies", required=True),
        words("claim", "What is claimed."),
        choice("state", "Where it stands.", "raised", "answered", "ruled", "withdrawn", required=True),
        day("answered_on", "Day of the answer."),
        words("answer", "What was answered."),
        Column("from", "id", "What answers for less: own, or a requirement of the deliverable."),
        Column("to", "id", "What answers for more: own, a deliverable, or a cause code."),
        number("days", "Days moved."),
        number("units", "Units moved."),
        day("ruled_on", "Day of the ruling."),
        reference("ruled_by", "Post that ruled.", "posts"),
        words("reason", "Why."),
    ),
)
