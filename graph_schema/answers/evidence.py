"""What an answer rests on: agreements, payments matched day by day, reports, and what owners said last."""

from collections.abc import Iterable, Mapping, Sequence

from graph_schema.answers import sentences
from graph_schema.answers.facts import Fact, Known, Link, day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.rows import EvidenceRow
from graph_schema.answers.tables import Source
from graph_schema.answers.things import Said, Thing

_PAID = 1e-6
"""Less money than this is none."""


def said_of(known: Iterable[Known]) -> dict[str, Said]:
    """What the owner of each deliverable said last: status, cause, note and evidence, each the latest that is given.

    `known` is in the order of read/evidence: of one day verified after self, then by the day it was reported.
    """
    latest: dict[str, dict[str, str]] = {}
    last: dict[str, Known] = {}
    for row in known:
        words = {"status": row.status, "cause": row.cause, "note": row.note, "evidence": row.evidence}
        given = {name: text for name, text in words.items() if text}
        if row.kind == "report" and given:
            latest.setdefault(row.thing, {}).update(given)
            last[row.thing] = row
    return {
        thing: Said(
            as_of=last[thing].day,
            by=last[thing].by,
            status=words.get("status", ""),
            cause=words.get("cause", ""),
            note=words.get("note", ""),
            evidence=words.get("evidence", ""),
            source=last[thing].source,
        )
        for thing, words in latest.items()
    }


def evidence_of(
    known: Sequence[Known], links: Iterable[Link], focus: str, things: Mapping[str, Thing], facts: Mapping[str, Fact]
) -> tuple[EvidenceRow, ...]:
    """Every row the answer rests on, by day: the promise, agreements of the requirements `links`, payments, reports."""
    rows = [row for link in links if (row := _agreed(link, facts))]
    rows += _promised(things[focus], heard=any(entry.thing == focus for entry in known))
    paid: dict[str, float] = {}
    for entry in known:
        if entry.kind == "payment":
            paid[entry.thing] = paid.get(entry.thing, 0.0) + (entry.amount or 0.0)
            rows.append(_row(entry, things[entry.thing], _payment(entry, facts[entry.thing], paid[entry.thing])))
        elif text := _report(entry, things[entry.thing]):
            rows.append(_row(entry, things[entry.thing], text))
    return tuple(sorted(rows, key=lambda r: (r.day, r.source.file, r.source.row)))


def _row(entry: Known, thing: Thing, text: str) -> EvidenceRow:
    kind = "payment" if entry.kind == "payment" else "report"
    return EvidenceRow(entry.day, text, kind, (thing.id,), (thing.agency,), entry.by, entry.source)


def _promised(thing: Thing, *, heard: bool) -> list[EvidenceRow]:
    """The row of the plan, under the day it is for; what has no day of its own has none here."""
    if thing.planned is None:
        return []
    goal = f", {sentences.amount(one(thing.goal), thing.unit)}" if thing.goal is not None else ""
    text = f"Promised in the plan: “{thing.title}”{goal} by {sentences.on(thing.planned)}"
    if not heard and thing.due:
        text += "; no payment is known" if thing.kind == "release" else "; nobody has reported on it"
    return [EvidenceRow(thing.planned, text, "plan", (thing.id,), (thing.agency,), "", thing.source)]


def _agreed(link: Link, facts: Mapping[str, Fact]) -> EvidenceRow | None:
    promise = link.promise
    if promise is None or promise.agreed_on is None or promise.file is None or promise.row is None:
        return None
    g, t = facts[link.cause], facts[link.affected]
    needed = f" by {sentences.on(day_of(promise.need_day))}" if promise.need_day is not None else ""
    text = f"Both sides agree: “{t.title}” needs “{g.title}”{needed}"
    agencies = (t.party,) if g.agency == t.agency else (t.party, g.party)
    source = Source(promise.file, promise.row, promise.load or 0)
    return EvidenceRow(promise.agreed_on, text, "agreed", (link.affected, link.cause), agencies, "", source)


def _payment(entry: Known, fact: Fact, so_far: float) -> str:
    money = f"{entry.currency or ''} {sentences.money(entry.amount or 0.0)}".strip()
    text = f"{money} paid on line {entry.line} for “{fact.title}”"
    whole = fact.amount or 0.0
    if so_far >= whole - _PAID:
        return f"{text}, which is complete"
    return f"{text}: {sentences.money(so_far)} of {sentences.money(whole)} so far"


def _report(entry: Known, thing: Thing) -> str:
    said = list[str]()
    if entry.finished_on and thing.kind != "release":
        said.append(f"{thing.verb} on {sentences.on(entry.finished_on)}")
    elif entry.started_on:
        said.append(f"started on {sentences.on(entry.started_on)}")
    if entry.achieved is not None:
        goal = "" if thing.goal is None else f" of {sentences.number(one(thing.goal))}"
        said.append(f"{sentences.number(one(entry.achieved))}{goal} {thing.unit} reached".replace("  ", " "))
    if entry.forecast_finish and not entry.finished_on:
        said.append(f"expected on {sentences.on(entry.forecast_finish)}")
    said += [f"{name} {text}" for name, text in (("status:", entry.status), ("cause:", entry.cause)) if text]
    said += [f"“{text}”" for text in (entry.note, entry.evidence) if text]
    return f"{thing.title}: {', '.join(said)}" if said else ""
