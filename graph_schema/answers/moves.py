"""What moved between two assessments, found row by row, and the words for it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graph_schema.answers import sentences
from graph_schema.answers.moved import (
    DUST,
    AgencyMoved,
    CauseMoved,
    Causes,
    How,
    Moves,
    Side,
    ThingMoved,
    TierMoved,
    Unit,
)
from graph_schema.answers.names import outside
from graph_schema.answers.rounding import one
from graph_schema.answers.snapshot import Thing
from graph_schema.answers.standing import Standing, StandingRow, StandingThing
from graph_schema.answers.tables import Party, Status
from graph_schema.graph import Readable


def side(name: str, known_by: Status) -> Side:
    """Name an assessment by what it rests on."""
    return Side(name, known_by.as_of, known_by.made_at, known_by.rule, known_by.assessed_load)


def left(graph: Readable, was: Standing, now: Standing) -> frozenset[str]:
    """Which deliverables that stood out before are no longer in the plan of `graph`, where now is; one round trip."""
    gone = sorted(was.things.keys() - now.things.keys())
    return frozenset(gone) - {thing.id for thing in graph.read("read/facts", Thing, ids=gone)}


def moves(
    before: tuple[Side, Standing],
    after: tuple[Side, Standing],
    causes: tuple[Causes, Causes],
    names: Mapping[str, Party],
    gone: frozenset[str],
) -> Moves:
    """Put two assessments side by side.

    `causes` of both (none are shown where both are empty), `names` of agencies, `gone`: what `left` the plan.
    """
    (one_side, was), (other_side, now) = before, after
    things = list[ThingMoved]()
    for name in sorted({*was.things, *now.things}):
        moved = _causes(causes[0].get(name, {}), causes[1].get(name, {}), names)
        if made := _thing(name, was, now, moved, gone=name in gone):
            things.append(made)
    things.sort(key=lambda t: (-abs(t.points_change), -abs(t.delay_change), -abs(t.short_change), t.thing))
    rows = [made for key in sorted({*was.rows, *now.rows}) if (made := _agency(was.rows.get(key), now.rows.get(key)))]
    rows.sort(key=lambda r: (r.plan_year, r.tier, -max(abs(r.lost_change), abs(r.began_change)), r.agency.id))
    tiers = _tiers(was, now)
    how = Counter(each.how for each in things)
    return Moves(
        before=one_side,
        after=other_side,
        things=tuple(things),
        agencies=tuple(rows),
        tiers=tiers,
        newly_late=how["newly late"],
        recovered=how["recovered"],
        text=_text(one_side, other_side, how, tiers),
        note=_note(one_side, other_side),
    )


def _thing(
    name: str,
    was: Standing,
    now: Standing,
    moved: tuple[CauseMoved, ...],
    *,
    gone: bool,
) -> ThingMoved | None:
    old, new = was.things.get(name), now.things.get(name)
    known = new or old
    if known is None:
        return None
    days = _pair(old, new, "delay_days", 0.0)
    units = _pair(old, new, "shortfall", 0.0)
    raw = _pair(old, new, "raw", 100.0)
    points = _pair(old, new, "lost", 0.0)
    how = "left the plan" if gone else _how(days, units, points, raw, bool(moved))
    if how is None:
        return None
    return ThingMoved(
        thing=name,
        title=known.title,
        kind=known.kind,
        agency=known.party,
        plan_year=known.plan_year,
        tier=known.tier,
        how=how,
        delay_before=days[0],
        delay_after=days[1],
        delay_change=days[1] - days[0],
        short_before=units[0],
        short_after=units[1],
        short_change=units[1] - units[0],
        unit=known.unit,
        raw_before=raw[0],
        raw_after=raw[1],
        points_before=points[0],
        points_after=points[1],
        points_change=points[1] - points[0],
        causes=moved,
    )


def _pair(old: StandingThing | None, new: StandingThing | None, field: str, absent: float) -> tuple[float, float]:
    before, after = (absent if each is None else float(getattr(each, field)) for each in (old, new))
    return before, after


def _differ(pair: tuple[float, float]) -> bool:
    return abs(pair[1] - pair[0]) > DUST


def _how(
    days: tuple[float, float],
    units: tuple[float, float],
    points: tuple[float, float],
    raw: tuple[float, float],
    causes: bool,
) -> How | None:
    if _differ(days):
        if days[0] <= DUST:
            return "newly late"
        return "recovered" if days[1] <= DUST else "later" if days[1] > days[0] else "less late"
    if _differ(units):
        if units[0] <= DUST:
            return "newly short"
        return "recovered" if units[1] <= DUST else "shorter" if units[1] > units[0] else "less short"
    if _differ(points) or _differ(raw):
        return "points"
    return "other causes" if causes else None


def _causes(
    old: Mapping[tuple[Unit, str], float], new: Mapping[tuple[Unit, str], float], names: Mapping[str, Party]
) -> tuple[CauseMoved, ...]:
    pairs = {key: (old.get(key, 0.0), new.get(key, 0.0)) for key in {*old, *new}}
    moved = [
        CauseMoved(names.get(agency) or outside(agency), unit, *pair, pair[1] - pair[0])
        for (unit, agency), pair in pairs.items()
        if _differ(pair)
    ]
    return tuple(sorted(moved, key=lambda c: (c.unit, -abs(c.change), c.agency.id)))


def _agency(old: StandingRow | None, new: StandingRow | None) -> AgencyMoved | None:
    known = new or old
    if known is None:
        return None
    lost, began, official, adjusted = (
        tuple(getattr(each, field) if each else None for each in (old, new))
        for field in ("lost", "began", "official", "adjusted")
    )
    numbers = (lost, began, official, adjusted)
    if not any(a != b and ((a is None) != (b is None) or _differ((a or 0.0, b or 0.0))) for a, b in numbers):
        return None
    return AgencyMoved(
        plan_year=known.plan_year,
        tier=known.tier,
        agency=Party(known.agency, known.name, known.external),
        official_before=official[0],
        official_after=official[1],
        adjusted_before=adjusted[0],
        adjusted_after=adjusted[1],
        lost_before=lost[0] or 0.0,
        lost_after=lost[1] or 0.0,
        lost_change=(lost[1] or 0.0) - (lost[0] or 0.0),
        began_before=began[0] or 0.0,
        began_after=began[1] or 0.0,
        began_change=(began[1] or 0.0) - (began[0] or 0.0),
    )


def _tiers(was: Standing, now: Standing) -> tuple[TierMoved, ...]:
    keys = sorted({(year, tier) for found in (was, now) for year, tier, _ in found.rows})
    out = list[TierMoved]()
    for key in keys:
        old, new = ([row for k, row in found.rows.items() if k[:2] == key] for found in (was, now))
        before, after = (sum(row.lost for row in rows) for rows in (old, new))
        out.append(TierMoved(*key, _government(old), _government(new), before, after, after - before))
    return tuple(out)


def _government(rows: Iterable[StandingRow]) -> float | None:
    measured = [(row.official, row.weight) for row in rows if row.official is not None and row.weight]
    total = sum(weight for _, weight in measured)
    return sum(official * weight for official, weight in measured) / total if total else None


def _text(before: Side, after: Side, how: Mapping[str, int], tiers: Sequence[TierMoved]) -> str:
    since = f"From {before.name} ({sentences.on(before.as_of)}) to {after.name} ({sentences.on(after.as_of)})"
    total = sum(how.values())
    if not total and not any(abs(tier.lost_change) > DUST for tier in tiers):
        return f"{since} nothing moved."
    parts = [f"{how[name]} {name}" for name in ("newly late", "recovered", "newly short") if how.get(name)]
    rest = total - sum(how.get(name, 0) for name in ("newly late", "recovered", "newly short"))
    parts += [f"{rest} moved otherwise"] if rest else []
    return f"{since}: {', '.join(parts) or 'no deliverable moved'}.{_points(tiers)}"


def _points(tiers: Sequence[TierMoved]) -> str:
    """Say how the points of the highest tier moved, in each plan year where they did."""
    top = {tier.plan_year: tier for tier in reversed(tiers)}
    said = ""
    for year in sorted(top):
        change = top[year].lost_change
        if one(abs(change)):
            which = "more" if change > 0 else "fewer"
            said += f" Tier {top[year].tier} of {year} lost {sentences.number(one(abs(change)))} points {which}."
    return said


def _note(before: Side, after: Side) -> str:
    if before.rule != after.rule:
        return f"They were made by rules of different versions, {before.rule} and {after.rule}."
    return ""
