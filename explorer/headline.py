"""The first screen of a verdict: its sentence in parts, the two ends of the waterfall, the plain facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer import charts, wording
from graph_schema.answers import rounding
from graph_schema.answers.agency.rows import Agency, Owing
from graph_schema.answers.owned import Owned
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.tables import CostlyRow, Hit, Party
from graph_schema.answers.things import Thing

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of the sentence: "14.9 in the Budget department"."""

    shown: float
    where: str
    who: str
    itself: bool


def parts(account: Account) -> tuple[Part, ...]:
    """The clauses of "17.6 of the 40 days began in …", largest first."""
    agencies = {origin.agency.id: origin.agency for origin in account.origins}
    out: list[Part] = []
    for said in account.sentence:
        party = agencies.get(said.agency)
        outside = party is None or party.external
        who = wording.the(party) if party else said.who
        out.append(Part(said.shown, "with " if outside else "in ", wording.short(who, 90), said.itself))
    return tuple(out)


def title(verdict: Verdict) -> Mapping[str, str]:
    """The headline around its title, which is cut where it is very long."""
    before, middle, after = verdict.headline.partition(verdict.focus.title)
    if not middle:
        return {"before": wording.short(verdict.headline, 300), "title": "", "after": ""}
    return {"before": before, "title": wording.short(middle, _LONGEST), "after": after}


def kind(thing: Thing) -> str:
    """What it is: a target, a release of money, a milestone."""
    return wording.KINDS[thing.kind]


def measured(thing: Thing) -> str:
    """How a target is measured, where it has no day or quantity of its own; else ''."""
    return wording.MEASURES.get(thing.measure, "")


def ends(verdict: Verdict, account: Account) -> dict[str, Any]:
    """The words and values at both ends of the waterfall, and the ticks between them."""
    focus = verdict.focus
    if account.unit == "days" and focus.planned and focus.came:
        return {
            "from_word": "planned",
            "from_value": wording.day(focus.planned),
            "to_word": focus.verb if focus.finished else "expected",
            "to_value": wording.day(focus.came),
            "ticks": [(wording.day(d, year=False), at) for d, at in charts.quarters(focus.planned, focus.came)],
        }
    if account.unit == "units" and focus.goal is not None:
        return {
            "from_word": "promised",
            "from_value": wording.amount(focus.goal, focus.unit),
            "to_word": "reached",
            "to_value": "never reported" if focus.achieved is None else wording.amount(focus.achieved, focus.unit),
            "ticks": [],
        }
    stood = verdict.cost.weight if verdict.cost else account.shown
    return {
        "from_word": "stood on it",
        "from_value": wording.amount(stood, account.unit_name),
        "to_word": "kept",
        "to_value": wording.amount(rounding.one(stood) - account.shown, account.unit_name),
        "ticks": [],
    }


def facts(verdict: Verdict) -> list[tuple[str, str]]:
    """What there is to know of a deliverable that nobody has to answer for."""
    focus = verdict.focus
    out = [
        ("Promised", wording.day(focus.planned, long=True)),
        ("Started", wording.day(focus.started, long=True)),
        (wording.came(focus), wording.day(focus.came, long=True)),
        ("Target", wording.amount(focus.goal, focus.unit) if focus.goal is not None else ""),
        ("Reached so far", wording.amount(focus.achieved, focus.unit) if focus.achieved is not None else ""),
        ("Weight", f"{wording.short_one(focus.weight)} of 100 points" if focus.weight else ""),
        ("Plan year", focus.plan_year),
        ("Written in", str(focus.source)),
    ]
    return [(term, value) for term, value in out if value]


def owned(found: Owned) -> str:
    """What an agency answers for, in a sentence."""
    late = "nothing is late" if not found.late else "1 is late" if found.late == 1 else f"{found.late:,} are late"
    whose = ", its own and of the agencies under it" if found.under else ""
    what = wording.count(found.of, "target, release or milestone", "targets, releases and milestones")
    return f"{wording.upper_first(what)}{whose}; {late}. The latest first, then what fell short or lost points."


def began(rows: Sequence[CostlyRow]) -> list[dict[str, object]]:
    """What cost most, as lines to choose from."""
    return [
        {
            "id": row.thing,
            "title": row.title,
            "agency": row.agency,
            "year": "",
            "says": f"{wording.amount(row.points_shown, 'points')} began here",
        }
        for row in rows
    ]


def listed(hits: Sequence[Hit], plan_year: str) -> list[dict[str, object]]:
    """Deliverables found, as lines to choose from; the plan year where it is another one."""
    return [
        {
            "id": hit.id,
            "title": hit.title,
            "agency": hit.agency,
            "year": "" if hit.plan_year == plan_year else hit.plan_year,
            "says": wording.found(hit),
        }
        for hit in hits
    ]


def agency(found: Agency) -> dict[str, str]:
    """The headline of an agency around its name."""
    return {"name": wording.short(found.agency.name, 90), "after": found.headline.removeprefix(found.agency.name)}


def owing(owed: Owing, party: Party, *, needs: bool) -> str:
    """What one side owes the other, in a sentence."""
    what = wording.upper_first(wording.count(owed.of, "deliverable of others", "deliverables of others"))
    if not needs:
        what = wording.upper_first(wording.count(owed.of, "deliverable of its own", "deliverables of its own"))
    who = wording.the(party) if needs else "others"
    late = (
        f"{owed.late:,} of them held {who} up for {wording.amount(owed.days, 'days')} in all"
        if owed.late
        else f"none of them held {who} up"
    )
    return f"{what}; {late}."
