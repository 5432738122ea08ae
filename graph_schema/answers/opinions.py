"""Second opinions on one late thing: what other rules would say beside this one (questions.md 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers import sentences
from graph_schema.answers.names import unknown_deliverable
from graph_schema.answers.other_rules import MOST_OWNERS, Ancestry, Shares
from graph_schema.answers.rounding import one
from graph_schema.answers.snapshot import Snapshot, upstream
from graph_schema.answers.tables import Party, Status
from graph_schema.graph import Readable

NAMES: Mapping[str, str] = {
    "rule": "this rule",
    "but_for": "but-for",
    "driving": "driving requirement",
    "proportional": "in proportion",
    "shapley": "full Shapley",
}
"""The rules by name, as people read them."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """Days of one agency under each rule (none: full Shapley was not worked out); `spread` is most − least."""

    agency: Party
    rule: float
    but_for: float
    driving: float
    proportional: float
    shapley: float | None
    spread: float


@dataclass(frozen=True, slots=True)
class Largest:
    """The agency with most days under a rule (of equal ones the smallest id), and its days."""

    rule: str
    agency: Party
    days: float


@dataclass(frozen=True, slots=True)
class Opinions:
    """The `delay_days` of one thing by agency, most under this rule first.

    All but `but_for` sum to the delay.  `largest`: one for each rule.  `spread` is that of the agency on which the
    rules differ most, in days.  Rows are empty where it is not late.
    """

    thing: str
    title: str
    agency: Party
    delay_days: float
    rows: tuple[Opinion, ...]
    largest: tuple[Largest, ...]
    spread: float
    text: str
    notes: tuple[str, ...]
    status: Status


def opinions(graph: Readable, deliverable: str) -> Opinions:
    """Answer for a dated deliverable; five round trips. Before rulings.

    Raises NotAssessedError, and UnknownDeliverableError with the nearest ids.
    """
    snapshot = upstream(graph, [deliverable])
    thing = snapshot.things.get(deliverable)
    if thing is None:
        raise unknown_deliverable(graph, deliverable)
    told = _told(snapshot, deliverable) if thing.delay_days > 0 else {}
    parties = {each.agency: each.party for each in snapshot.things.values()}
    rows = _rows(told, parties)
    largest = tuple(_largest(name, shares, parties) for name, shares in told.items() if shares)
    return Opinions(
        thing=thing.id,
        title=thing.title,
        agency=thing.party,
        delay_days=thing.delay_days,
        rows=rows,
        largest=largest,
        spread=max((row.spread for row in rows), default=0.0),
        text=_text(thing.title, thing.delay_days, thing.dated, rows, largest),
        notes=_notes(told),
        status=snapshot.status,
    )


def _told(snapshot: Snapshot, deliverable: str) -> dict[str, Shares | None]:
    ancestry = Ancestry.of(snapshot, deliverable)
    rule = ancestry.rule()
    return {
        "rule": rule,
        "but_for": ancestry.but_for(rule),
        "driving": ancestry.driving(),
        "proportional": ancestry.proportional(),
        "shapley": ancestry.shapley(),
    }


def _rows(told: Mapping[str, Shares | None], parties: Mapping[str, Party]) -> tuple[Opinion, ...]:
    known = {name: shares for name, shares in told.items() if shares is not None}
    agencies = {agency for shares in known.values() for agency in shares}
    found = list[Opinion]()
    for agency in agencies:
        days = {name: shares.get(agency, 0.0) for name, shares in known.items()}
        found.append(
            Opinion(
                agency=parties[agency],
                rule=days["rule"],
                but_for=days["but_for"],
                driving=days["driving"],
                proportional=days["proportional"],
                shapley=days.get("shapley"),
                spread=max(days.values()) - min(days.values()),
            )
        )
    return tuple(sorted(found, key=lambda row: (-row.rule, row.agency.id)))


def _largest(name: str, shares: Shares, parties: Mapping[str, Party]) -> Largest:
    agency = min(shares, key=lambda k: (-round(shares[k], 9), k))
    return Largest(name, parties[agency], shares[agency])


def _text(title: str, delay: float, dated: bool, rows: Sequence[Opinion], largest: Sequence[Largest]) -> str:
    if not dated:
        return f"{title} has no date of its own, so there are no days to share."
    if not rows:
        return f"{title} is not late, so there is nothing to share."
    days = sentences.amount(one(delay), "days")
    if len(rows) == 1:
        return f"{title}: all {days} began in {sentences.named(rows[0].agency.name)}, whatever the rule."
    names = {each.agency.id: sentences.named(each.agency.name) for each in largest}
    widest = max(rows, key=lambda row: (row.spread, row.agency.id))
    spread = (
        f"They differ most on {sentences.named(widest.agency.name)}: by {sentences.amount(one(widest.spread), 'days')}."
    )
    if len(names) == 1:
        return f"{title}, {days} late: {next(iter(names.values()))} is the largest cause under every rule. {spread}"
    parts = [
        f"{name} under {sentences.joined([NAMES[each.rule] for each in largest if each.agency.id == agency])}"
        for agency, name in names.items()
    ]
    return f"{title}, {days} late: the largest cause is {'; '.join(parts)}. {spread}"


def _notes(told: Mapping[str, Shares | None]) -> tuple[str, ...]:
    if not told:
        return ()
    notes = ["Before rulings.", "But-for days do not add up: each agency is looked at alone."]
    if told["shapley"] is None:
        notes.append(f"Full Shapley is not worked out: more than {MOST_OWNERS} agencies added days.")
    return tuple(notes)
