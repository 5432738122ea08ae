"""What did it hold up: everything downstream of one deliverable, or of all that an agency owns (questions.md 3)."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_schema.answers import sentences
from graph_schema.answers.names import outside, unknown_deliverable
from graph_schema.answers.rounding import one, rounded
from graph_schema.answers.snapshot import Signed, Snapshot, Thing, downstream
from graph_schema.answers.tables import Party, Status
from graph_schema.answers.travel import Way
from graph_schema.causes import title_of
from graph_schema.graph import Readable

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class HeldThing:
    """Something held up: of its `delay_days` so many came `through` what was asked about, so many `began` there.

    The same of its `shortfall` (in `unit`), and of the points that it lost itself (× agreement weight): `lost`, of
    which `passed` came through and `began_points` began there.  `rank`: it stands after everything with a lower one.
    """

    thing: str
    title: str
    kind: str
    agency: Party
    plan_year: str
    rank: tuple[int, int]
    delay_days: float
    through: float
    through_shown: float
    began: float
    began_shown: float
    shortfall: float
    unit: str
    through_units: float
    began_units: float
    lost: float
    passed: float
    began_points: float


@dataclass(frozen=True, slots=True)
class HeldAgency:
    """All things of one owner that were held up: how many, days through and begun, points passed and begun."""

    agency: Party
    things: int
    through: float
    through_shown: float
    began: float
    began_shown: float
    passed: float
    began_points: float


@dataclass(frozen=True, slots=True)
class HeldRank:
    """All things of one rank that were held up: the first rank is what waited first."""

    rank: tuple[int, int]
    things: int
    through: float
    began: float


@dataclass(frozen=True, slots=True)
class HeldTier:
    """Points of a tier (× agreement weight) that what was asked about passed on, and that began there.

    `own` of the passed ones were lost by its own targets, `own_began` of those that began.
    """

    plan_year: str
    tier: int
    passed: float
    began: float
    own: float
    own_began: float


@dataclass(frozen=True, slots=True)
class HeldUp:
    """What some deliverables (`asked`: one, or all of an agency) held up.

    `things` stand in the order in which lateness reached them; `targets` of them are late targets, held up for `days`,
    of which `began` began here.  Sums of `…_shown` add up.
    Days and points as they were ruled, of all plan years.
    """

    asked: tuple[str, ...]
    title: str
    agency: Party
    things: tuple[HeldThing, ...]
    agencies: tuple[HeldAgency, ...]
    ranks: tuple[HeldRank, ...]
    tiers: tuple[HeldTier, ...]
    targets: int
    days: float
    began: float
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Belongings:
    """A row of read/belongings: an agency with the deliverables under it."""

    id: str
    name: str
    external: bool
    things: Sequence[str]


def held_up(graph: Readable, asked: str) -> HeldUp:
    """Answer for a release, target or milestone, for all that an agency and those under it own, or a cause outside.

    Six round trips; for an agency, twelve.

    Raises NotAssessedError, and UnknownDeliverableError with the nearest ids.
    """
    snapshot = downstream(graph, [asked])
    if asked in snapshot.things:
        thing = snapshot.things[asked]
        return _held_up(graph, snapshot, [asked], title=thing.title, agency=thing.party)
    if asked in snapshot.outside:
        return _held_up(graph, snapshot, [asked], title=title_of(asked), agency=outside(asked))
    found = graph.read("read/belongings", Belongings, agency=asked)
    if not found:
        raise unknown_deliverable(graph, asked, or_agency=True)
    agency = Party(found[0].id, found[0].name, found[0].external)
    return _held_up(graph, downstream(graph, found[0].things), found[0].things, title=agency.name, agency=agency)


def _held_up(graph: Readable, snapshot: Snapshot, ids: Sequence[str], *, title: str, agency: Party) -> HeldUp:
    group = frozenset(ids)
    ways = snapshot.web.by_way(group)
    rows = _things(snapshot, group, ways)
    mine = [snapshot.things[k] for k in ids if k in snapshot.things]
    years = sorted({row.plan_year for row in (*rows, *mine)})
    signed = {each.id: each for each in graph.read("read/signed", Signed, plan_years=years)}
    late = [row for row in rows if row.kind == "target" and row.through > 0]
    days, began = sum(row.through for row in late), sum(row.began for row in late)
    return HeldUp(
        asked=tuple(ids),
        title=title,
        agency=agency,
        things=tuple(rows),
        agencies=tuple(_agencies(rows)),
        ranks=tuple(_ranks(rows)),
        tiers=tuple(_tiers(snapshot, group, ways, signed)),
        targets=len(late),
        days=days,
        began=began,
        text=_text(title, rows, late, mine),
        status=snapshot.status,
    )


def _things(snapshot: Snapshot, group: Collection[str], ways: Mapping[str, Way]) -> list[HeldThing]:
    found = list[HeldThing]()
    for k in snapshot.ranked(snapshot.moving - set(group)):
        thing, way = snapshot.things[k], ways[k]
        parts = (
            [thing.delay_days * part for part in way.reached],
            [thing.shortfall * part for part in way.short],
            [thing.lost * part for part in way.lost],
        )
        if any(through > _DUST for through, _ in parts):
            (days, began), (units, began_units), (passed, began_points) = parts
            found.append(
                HeldThing(
                    k, thing.title, thing.kind, thing.party, thing.plan_year, thing.level, thing.delay_days, days, 0.0,
                    began, 0.0, thing.shortfall, thing.unit, units, began_units, thing.lost, passed, began_points,
                )
            )  # fmt: skip
    return _shown(found)


def _shown(rows: Sequence[HeldThing]) -> list[HeldThing]:
    through, began = rounded([r.through for r in rows]), rounded([r.began for r in rows])
    return [replace(r, through_shown=t, began_shown=b) for r, t, b in zip(rows, through, began, strict=True)]


def _agencies(rows: Iterable[HeldThing]) -> list[HeldAgency]:
    by_agency: defaultdict[str, list[HeldThing]] = defaultdict(list)
    for row in rows:
        by_agency[row.agency.id].append(row)
    found = [
        HeldAgency(
            agency=held[0].agency,
            things=len(held),
            through=_sum(held, lambda r: r.through),
            through_shown=one(_sum(held, lambda r: r.through_shown)),
            began=_sum(held, lambda r: r.began),
            began_shown=one(_sum(held, lambda r: r.began_shown)),
            passed=_sum(held, lambda r: r.passed),
            began_points=_sum(held, lambda r: r.began_points),
        )
        for held in by_agency.values()
    ]
    return sorted(found, key=lambda a: (-a.through, -a.passed, a.agency.id))


def _ranks(rows: Iterable[HeldThing]) -> list[HeldRank]:
    by_rank: defaultdict[tuple[int, int], list[HeldThing]] = defaultdict(list)
    for row in rows:
        by_rank[row.rank].append(row)
    return [
        HeldRank(rank, len(held), _sum(held, lambda r: r.through), _sum(held, lambda r: r.began))
        for rank, held in sorted(by_rank.items())
    ]


def _sum(rows: Iterable[HeldThing], value: Callable[[HeldThing], float]) -> float:
    return sum(value(row) for row in rows)


def _tiers(
    snapshot: Snapshot, group: Collection[str], ways: Mapping[str, Way], signed: Mapping[str, Signed]
) -> list[HeldTier]:
    """Points passed and begun, by plan year and tier of the agreements that lost them."""
    sums: defaultdict[tuple[str, int], list[float]] = defaultdict(lambda: [0.0] * 4)
    for k in sorted(snapshot.moving):
        thing = snapshot.things[k]
        if thing.agreement and thing.agreement in signed and thing.lost > 0:
            passed, began = (thing.lost * part for part in ways[k].lost)
            into = sums[thing.plan_year, signed[thing.agreement].tier]
            mine = (passed, began) if k in group else (0.0, 0.0)
            for place, points in enumerate((passed, began, *mine)):
                into[place] += points
    return [HeldTier(*tier, *points) for tier, points in sorted(sums.items()) if points[0] > _DUST]


def _text(title: str, rows: Sequence[HeldThing], late: Sequence[HeldThing], asked: Sequence[Thing]) -> str:
    if late:
        return f"{title} held up {_count(len(late), 'target')} for {_days(late)}."
    if waited := [row for row in rows if row.through > 0]:
        return f"{title} held up no target, but {_count(len(waited), 'other thing')} for {_days(waited)}."
    if short := [row for row in rows if row.through_units > 0]:
        return f"{title} held up nothing, but {_count(len(short), 'target')} fell short because of it."
    if rows:
        points = sentences.amount(one(sum(row.passed for row in rows)), "points")
        return f"{title} held up nothing, but others lost {points} because of it."
    if not any(thing.delay_days > 0 or thing.shortfall > 0 for thing in asked):
        return f"{title} held up nothing: nothing of it is late."
    return f"{title} held up nothing: what needs it is not later for it."


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _days(rows: Sequence[HeldThing]) -> str:
    days, began = one(sum(row.through for row in rows)), one(sum(row.began for row in rows))
    here = "all of them" if began == days else "none of them" if began == 0 else f"{sentences.number(began)} of them"
    return f"{sentences.amount(days, 'days')}, {here} began here"
