"""Random deliverables and requirements: long chains, several causes at once, money beside other needs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .drafts import Thing, cents, iso, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from .drafts import DraftYear, Row

LAGS = (0, 0, 0, 0, 3, 5, 15, 30)


def draft_things(rng: Random, year: DraftYear, size: int, before: Sequence[Thing]) -> list[Thing]:
    """Add `size` deliverables to a plan year, those of earlier years being `before`; return those with days."""
    prefix = "N" if before else ""
    undated = max(2, size // 12)
    kinds = rng.choices(("date", "quantity", "release", "milestone"), (30, 28, 24, 18), k=size - undated)
    days = sorted(year.ends if rng.random() < 0.08 else rng.randint(year.starts + 8, year.ends) for _ in kinds)
    things: list[Thing] = []
    for number, (kind, finish) in enumerate(zip(kinds, days, strict=True)):
        thing = Thing(f"{prefix}{kind[0].upper()}{number}", kind, owner(rng, year, kind), year, finish=finish)
        if kind != "release" and rng.random() < 0.75:
            thing.start = max(year.starts, finish - rng.randint(0, 120))
        things.append(thing)
    lines(rng, year, things, prefix)
    for thing in things:
        {"date": date_target, "quantity": quantity_target, "release": release, "milestone": milestone}[thing.kind](
            rng, thing
        )
    rollups(rng, year, undated, prefix)
    weights(rng, year)
    requirements(rng, year, things, before)
    return things


def owner(rng: Random, year: DraftYear, kind: str) -> str:
    """Return who owns a deliverable: for milestones and releases sometimes somebody outside."""
    outside = {"milestone": 0.2, "release": 0.15, "date": 0.02, "quantity": 0.02}[kind]
    return rng.choice(year.external if year.external and rng.random() < outside else year.agencies())


def lines(rng: Random, year: DraftYear, things: Sequence[Thing], prefix: str) -> None:
    """Put the releases on budget lines of one to four tranches, mostly released by one agency."""
    loose = [thing for thing in things if thing.kind == "release"]
    rng.shuffle(loose)
    number = 0
    while loose:
        tranches = rng.randint(1, 4)
        line, loose = loose[:tranches], loose[tranches:]
        paymaster = owner(rng, year, "release")
        for thing in line:
            thing.line = f"{prefix}L{number}"
            thing.amount = rng.choice((rng.randint(1, 60) * 100, rng.randint(100, 90000)))
            thing.agency = thing.agency if rng.random() < 0.25 else paymaster
        amount = rng.choice(("", cents(sum(thing.amount for thing in line))))
        year.add("budget_lines", id=line[0].line, agency=rng.choice(year.agencies()), title="Line", amount=amount)
        number += 1


def release(_: Random, thing: Thing) -> None:
    """Write one tranche."""
    thing.year.add(
        "releases",
        id=thing.id,
        budget_line=thing.line,
        released_by=thing.agency,
        planned_on=iso(thing.finish),
        amount=cents(thing.amount),
    )


def milestone(rng: Random, thing: Thing) -> None:
    """Write a milestone; few are undated."""
    if rng.random() < 0.06:
        thing.start = thing.finish = None
    thing.year.add(
        "milestones",
        id=thing.id,
        agency=thing.agency,
        kind=rng.choice(("request", "clearance", "approval")),
        title=f"Milestone {thing.id}",
        planned_start=iso(thing.start),
        planned_finish=iso(thing.finish),
    )


def target(rng: Random, thing: Thing, **cells: str) -> Row:
    """Write a target, mostly in an agreement of its agency or of one above."""
    year = thing.year
    choice = [year.agreed[agency] for agency in year.above(thing.agency) if agency in year.agreed]
    agreement = rng.choice(choice) if choice and rng.random() < 0.88 else ""
    return year.add(
        "targets", id=thing.id, agency=thing.agency, agreement=agreement, title=f"Target {thing.id}", **cells
    )


def date_target(rng: Random, thing: Thing) -> None:
    """Write a date target: by default grid, or a grid whose best or second day is the planned one."""
    finish = thing.finish or 0
    row = target(rng, thing, measure="date", planned_start=iso(thing.start), planned_finish=iso(finish))
    if rng.random() < 0.45:
        best = finish - rng.choice((0, 0, 0, 7, 10))
        for grade, steps in zip(("excellent", "very_good", "good", "fair", "poor"), steps_of(rng, 15), strict=True):
            row[grade] = iso(best + steps)
        if best == finish and rng.random() < 0.5:
            row["planned_finish"] = ""
    elif finish == thing.year.ends and rng.random() < 0.5:
        row["planned_finish"] = ""


def steps_of(rng: Random, most: int) -> list[int]:
    """Return five rising steps from 0: neighbours may be equal, not all of them."""
    steps = [0]
    for _ in range(3):
        steps.append(steps[-1] + rng.choice((0, rng.randint(1, most), rng.randint(1, most))))
    return [*steps, steps[-1] + rng.randint(1, most)]


def quantity_target(rng: Random, thing: Thing) -> None:
    """Write a quantity target: rising or falling, with and without baseline and grid; few are unknown."""
    finish = thing.finish or 0
    row = target(rng, thing, measure="quantity", unit="units", planned_start=iso(thing.start))
    row["planned_finish"] = "" if finish == thing.year.ends and rng.random() < 0.5 else iso(finish)
    goal = rng.choice((1, rng.randint(2, 12), rng.randint(20, 400))) * 10
    rising = rng.random() < 0.7
    poor = goal * 6 // 10 if rising else goal * 14 // 10
    row["target"] = tenths(goal)
    if rng.random() < 0.05:
        row["better"], thing.finish, thing.start = "unknown", None, None
    elif rng.random() < 0.35:
        way = -1 if rising else 1
        best = goal - way * rng.choice((0, 0, 0, goal // 10))
        steps = steps_of(rng, max(1, goal // 8))
        poor = best + way * steps[-1]
        if poor < 0 or way * (poor - goal) <= 0:
            best, steps, poor = goal, [0, 0, goal // 5, goal // 5, goal // 2], goal + way * (goal // 2)
        for grade, step in zip(("excellent", "very_good", "good", "fair", "poor"), steps, strict=True):
            row[grade] = tenths(best + way * step)
        row["better"] = rng.choice(("", "higher" if rising else "lower"))
        if best == goal and rng.random() < 0.4:
            row["target"] = ""
    else:
        row["better"] = rng.choice(("", "higher")) if rising else "lower"
    base = 0 if rising else poor
    if row["better"] != "unknown" and rng.random() < 0.35:
        base = goal * rng.randint(0, 8) // 10 if rising else goal * rng.randint(12, 25) // 10
        row["baseline"] = tenths(base)
    thing.goal, thing.base = goal, base


def rollups(rng: Random, year: DraftYear, count: int, prefix: str) -> None:
    """Write targets that are not dated: cascades (on cascades), and `releases` targets; let targets support them."""
    cascades: list[Thing] = []
    for number in range(count):
        if number % 2:
            of_line = rng.choice(year.sheets["releases"])["released_by"] if year.sheets["releases"] else ""
            agency = of_line if of_line and of_line not in year.external else rng.choice(year.agencies())
            row = target(rng, Thing(f"{prefix}F{number}", "releases", agency, year), measure="releases", unit="percent")
            row["target"] = rng.choice(("", "", "90", "80"))
            if rng.random() < 0.3:
                row |= {"excellent": "95", "very_good": "90", "good": "80", "fair": "60", "poor": "30"}
        else:
            cascades.append(Thing(f"{prefix}C{number}", "cascade", rng.choice(year.agencies()), year))
    supported = cascades[:-1] if len(cascades) > 1 and rng.random() < 0.2 else cascades
    for row in year.sheets["targets"]:
        if supported and rng.random() < 0.4:
            support(rng, row, [cascade.id for cascade in supported])
    for place, cascade in enumerate(cascades):
        row = target(rng, cascade, measure="cascade")
        if place and rng.random() < 0.6:
            support(rng, row, [above.id for above in cascades[:place]])


def support(rng: Random, row: Row, above: Sequence[str]) -> None:
    """Let a target support one cascade, or two (a joint target)."""
    row["supports"] = ";".join(rng.sample(above, min(len(above), rng.choice((1, 1, 2)))))
    row["supports_share"] = rng.choice(("", "", "1", "2", "5", "0.5", "60"))


def weights(rng: Random, year: DraftYear) -> None:
    """Weigh the targets of each agreement: all empty, thirds that sum to 99.99, or two decimals that sum to 100."""
    parts: defaultdict[str, list[Row]] = defaultdict(list)
    for row in year.sheets["targets"]:
        if row["agreement"]:
            parts[row["agreement"]].append(row)
    for rows in parts.values():
        if rng.random() < 0.15:
            continue
        portions = [rng.randint(1, 9) for _ in rows]
        if len(rows) == 3 and rng.random() < 0.5:
            shares = [3333, 3333, 3333]
        else:
            shares = [10000 * portion // sum(portions) for portion in portions]
            shares[0] += 10000 - sum(shares)
        for row, share in zip(rows, shares, strict=True):
            row["weight"] = cents(share)


def requirements(rng: Random, year: DraftYear, things: Sequence[Thing], before: Sequence[Thing]) -> None:
    """Let each deliverable wait for earlier ones: near (chains), of one ministry, money, of an earlier year."""
    for place, thing in enumerate(things):
        earlier = things[:place]
        found: dict[str, Thing] = {}
        for _ in range(rng.choices((0, 1, 2, 3, 4), (18, 34, 24, 14, 10))[0]):
            if earlier:
                near = rng.choice(earlier[-9:] if rng.random() < 0.7 else earlier)
                found[near.id] = near
        if earlier and rng.random() < 0.2:
            root = year.root(rng.choice(earlier).agency)
            same = [other for other in earlier if year.root(other.agency) == root]
            found |= {other.id: other for other in rng.sample(same, min(len(same), 3))}
        money = [other for other in earlier if other.line]
        if money and thing.kind in {"quantity", "date"} and rng.random() < (0.7 if thing.kind == "quantity" else 0.3):
            line = rng.choice(money).line
            found |= {other.id: other for other in money if other.line == line}
        if before and rng.random() < 0.4:
            old = rng.choice(before)
            found[old.id] = old
            moved = [other for other in before if year.moved in year.above(other.agency)]
            if moved and rng.random() < 0.6:
                old = rng.choice(moved)
                found[old.id] = old
        for other in found.values():
            requirement(rng, thing, other)


def requirement(rng: Random, needs: Thing, gives: Thing) -> None:
    """Write one requirement: needed around the day it is promised, mostly agreed to in time."""
    lag = rng.choice(LAGS)
    promised = (gives.finish or needs.finish or needs.year.ends) + lag
    needed_by = promised + rng.choice((0, 0, rng.randint(-15, 0), rng.randint(1, 25)))
    early = needs.year.starts - 10
    agreed_on = rng.choice((early, early, early, early, needed_by, needed_by + 1, None, needed_by - rng.randint(1, 40)))
    needs.year.add(
        "requirements",
        deliverable=needs.id,
        requires=gives.id,
        needed_by="" if rng.random() < 0.15 else iso(needed_by),
        lag_days=str(lag) if lag or rng.random() < 0.5 else "",
        agreed_on=iso(agreed_on),
    )
