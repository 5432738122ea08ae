"""Requirements that count for nothing, and what they would take if they counted (questions.md 9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.lateness import DUST, waited
from graph_schema.answers.people.rows import TierPoints
from graph_schema.answers.rounding import one
from graph_schema.answers.snapshot import Need, Thing
from graph_schema.answers.soundness.rows import Finding
from graph_schema.answers.tables import Party, Source
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A row of read/unsigned: `affected` requires `cause`, and it does not count."""

    cause: str
    cause_title: str
    affected: str
    title: str
    agency: str
    name: str
    external: bool
    agreed_on: date | None
    undated: bool
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What all unsigned requirements of a thing together would take of its own days, and of the points it carries."""

    days: float
    points: tuple[TierPoints, ...]


def unsigned(graph: Readable, plan_year: str, carried: Mapping[str, Sequence[tuple[int, float]]]) -> list[Finding]:
    """List the requirements of a year that count for nothing; three round trips. `carried`: points of late things."""
    rows = graph.read("read/unsigned", Unsigned, plan_year=plan_year)
    late = sorted({r.affected for r in rows if not r.undated} & carried.keys())
    needs = graph.read("read/needs", Need, ids=late) if late else []
    ids = sorted({*late, *(n.cause for n in needs)})
    things = {t.id: t for t in graph.read("read/facts", Thing, ids=ids)} if ids else {}
    of: defaultdict[str, list[Need]] = defaultdict(list)
    for need in needs:
        of[need.affected].append(need)
    taken = {k: would_take(things[k], of[k], things, carried[k]) for k in late}
    return [_finding(r, taken.get(r.affected, Taken(0.0, ()))) for r in rows]


def would_take(
    thing: Thing, needs: Sequence[Need], things: Mapping[str, Thing], carried: Sequence[tuple[int, float]]
) -> Taken:
    """Say what a late thing's own days would lose if all its requirements counted: own − own of attribution.md 3.

    Before rulings. Points: that part of what it carries along days.
    """
    delay = thing.delay_days
    counted = max((waited(n, things[n.cause], thing) for n in needs if n.counts), default=0.0)
    every = max((waited(n, things[n.cause], thing) for n in needs), default=0.0)
    days = min(delay, every) - min(delay, counted)
    if days <= DUST:
        return Taken(0.0, ())
    return Taken(days, tuple(TierPoints(tier, points * days / delay) for tier, points in carried))


def _finding(row: Unsigned, taken: Taken) -> Finding:
    party = Party(row.agency, row.name, row.external)
    place = Source(row.file, row.row, row.load)
    what = f"requires “{row.cause_title}” ({row.cause})"
    if row.undated:
        return Finding(
            "undated requirement", row.affected, row.title, party, 0.0, (), f"{what}, which has no day", place
        )
    when = f"agreed on {sentences.on(row.agreed_on)}, too late" if row.agreed_on else "never agreed in writing"
    would = (
        f"; if all such ones counted, they would take {sentences.amount(one(taken.days), 'days')} of its own"
        if taken.days
        else ""
    )
    text = f"{what}: {when}{would}"
    return Finding("unsigned requirement", row.affected, row.title, party, taken.days, taken.points, text, place)
