"""Labels of what follows a plan: results, interim targets, money spent, revisions, disputes."""

from collections.abc import Mapping

from graph_schema.schema.words import ID, PLACE, YEAR, Label, Property, day, number, prepared, text

FOLLOWUP_LABELS: Mapping[str, Label] = {
    "Result": Label(
        "What was declared about an agreement, or followed from it.",
        {
            "key": Property("STRING", "agreement, kind, day and official", "place"),
            "agreement": text("id of the agreement"),
            "kind": text("result, recognition, reward, warning, improvement plan, sanction or none"),
            "decided_on": day("when"),
            "score": number("declared"),
            "official": text("id of the official it is about"),
            "decided_by": text("id of the post that decided"),
            "published_at": text("web address"),
            "note": text("in the words of who decided"),
            **YEAR,
            **PLACE,
        },
    ),
    "Interim": Label(
        "A quarterly or other interim target of a deliverable: shown, never scored.",
        {
            "key": Property("STRING", "deliverable and day", "place"),
            "deliverable": text("id of what it is expected of"),
            "by": day("by when"),
            "planned": number("total planned by that day"),
            **YEAR,
            **PLACE,
        },
    ),
    "Spending": Label(
        "Money spent of a budget line, to date: for the money page, never for delay.",
        {
            "key": Property("STRING", "line and day", "place"),
            "budget_line": text("id of its line"),
            "as_of": day("the day spoken about"),
            "amount": number("total spent to date"),
            **PLACE,
        },
    ),
    "Revision": Label(
        "An approved change of one cell of the plan; the cell itself keeps the first promise.",
        {
            "key": Property("STRING", "sheet, id, requires, column and day", "place"),
            "sheet": text("targets, releases, milestones or requirements"),
            "id": text("id of the row; of a requirement, its deliverable"),
            "requires": text("of a requirement: id of what it requires"),
            "column": text("the column revised"),
            "value": text("as written; absent: blank again"),
            "revised_on": day("when it was approved"),
            "approved_by": text("id of the post that approved"),
            "reason": text("why"),
            **PLACE,
            "revised_day": prepared("INTEGER", "revised_on as a day number"),
            "to": prepared("ANY", "the value in the kind of its column: date, number or text; absent: blank again"),
            "timely": prepared("BOOLEAN", "approved no later than the day the thing is about; others change no number"),
            "timely_until_day": prepared("INTEGER", "the last day on which it is timely: what it is about"),
            "moved_from_day": prepared("INTEGER", "timely, and it moved a planned day: the day before it"),
            "moved_to_day": prepared("INTEGER", "timely, and it moved a planned day: the day since"),
        },
    ),
    "Dispute": Label(
        "An objection to an attribution, and what became of it.",
        {
            **ID,
            "deliverable": text("id of what it is about"),
            "raised_on": day("when"),
            "raised_by": text("id of the agency that objects"),
            "claim": text("in its words"),
            "state": text("raised, answered, ruled or withdrawn"),
            "answered_on": day("when"),
            "answer": text("in the words of who answered"),
            "from": text("what answers for less: own, or a requirement of the deliverable"),
            "to": text("what answers for more: own, a deliverable, or a cause code"),
            "days": number("moved"),
            "units": number("moved"),
            "ruled_on": day("when"),
            "ruled_by": text("id of the post that ruled"),
            "reason": text("why"),
            **PLACE,
            "ruled_day": prepared("INTEGER", "ruled_on as a day number"),
        },
    ),
}
