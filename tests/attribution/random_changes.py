"""Random plans that change: posts and their holders, revisions, disputes and rulings on top of a random plan."""

from __future__ import annotations

from graphlib import TopologicalSorter
from random import Random
from typing import TYPE_CHECKING

from .cells import rows
from .drafts import iso
from .random_people import OFFICIALS, add_people
from .random_plans import RandomPlan, write_plan
from .random_revisions import COLUMNS, revise, revise_weights
from .random_splits import add_head, add_row, split_agency, write_rows
from .reference import UNRULED, assess, load_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .cells import Row
    from .plan import PlanYear, Years
from .reference import Assessment

DISPUTES = (
    *("id", "deliverable", "raised_on", "raised_by", "claim", "state", "answered_on", "answer"),
    *("from", "to", "days", "units", "ruled_on", "ruled_by", "reason"),
)
COUNCIL, CHAIR = "COUNCIL", "CHAIR-COUNCIL"
"""Who judges: an agency beside all others that owns nothing, and its head."""
OUTSIDE = ("FLOOD", "STRIKE")
SITTING = 45
"""Days before a year's end on which the judge rules on what was raised by then: many rulings on one day."""


def write_changed_plan(seed: int, folder: Path, size: int) -> RandomPlan:
    """Write the plan of `write_plan`, and what changed in it, as of the same days."""
    written = write_plan(seed, folder, size)
    rng = Random(f"changes {seed} {size}")
    places = [folder] if len(written.plan_years) == 1 else [folder / year for year in written.plan_years]
    if len(places) > 1:
        split_agency(Random(f"split {seed} {size}"), places[-1], load_plan(folder).years[-1])
    add_people(rng, folder, written.plan_years)
    add_council(places[0])
    if len(places) > 1:
        add_head(places[-1], OFFICIALS[seed % len(OFFICIALS)])
    years = load_plan(folder)
    first = {row["id"]: row for place in places for sheet in SHEETS for row in rows(place, sheet)}
    changes = revise(rng, years, first, COUNCIL)
    revise_weights(changes, years, (1, 2, 3, 5))
    for place, year in zip(places, years.years, strict=True):
        write_rows(place / "revisions.csv", COLUMNS, changes.rows.get(year.id, []))
    add_disputes(rng, places, load_plan(folder), written.as_of)
    return written


SHEETS = ("targets", "releases", "milestones")


def add_council(place: Path) -> None:
    """Add the judge to the sheets of the first plan year."""
    add_row(place, "agencies", id=COUNCIL, name="Council", kind="council")
    add_row(place, "posts", id=CHAIR, title="Chair", agency=COUNCIL, heads="yes")


def add_disputes(rng: Random, places: Sequence[Path], years: Years, as_of: Sequence[str]) -> None:
    """Write disputes of each plan year: ruled ones of every kind on late things, and some that were not ruled."""
    found = assess(years, as_of[-1], UNRULED)
    for number, (place, year) in enumerate(zip(places, years.years, strict=True)):
        late = [
            each
            for each in found.days
            if found.years.deliverables[each].year is year
            and (found.days[each].whole or (each in found.units and found.units[each].whole))
        ]
        turns = range(min(len(late) * 2, rng.randint(8, 20)))
        disputes = [dispute(rng, f"{'XYZ'[number]}{turn}", rng.choice(late), year, found) for turn in turns]
        for each in disputes[::3]:
            each["ruled_on"] = each["ruled_on"] and max(each["raised_on"], iso(year.ends - SITTING))
        write_rows(place / "disputes.csv", DISPUTES, disputes)


def in_turn(years: Years) -> list[str]:
    """Return all that requires or is required, after what it requires, be that undated: no ruling closes a circle."""
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(years.deliverables, ()))
    for needs, gives in years.book.needs:
        order.add(needs, gives)
    return list(order.static_order())


def dispute(rng: Random, key: str, each: str, year: PlanYear, found: Assessment) -> Row:
    """Return one dispute about a late thing: from one who answers for it (or could) to another, or outside."""
    days = found.days[each]
    units = found.units.get(each)
    needs = [claim.wait.gives.id for claim in found.dates.claims[each]]
    causes = [*days.causes, *(units.causes if units else ())]
    giver = rng.choice(["own", *causes, *causes, *needs] if rng.random() < 0.9 or not needs else needs)
    order = in_turn(found.years)
    earlier = [one for one in order[: order.index(each)] if found.years.deliverables[one].dated and one != giver]
    kinds = [*OUTSIDE[: rng.choice((1, 2))], *(["own"] if giver != "own" else [])]
    kinds += [rng.choice(earlier)] * 2 if earlier else []
    kinds += [rng.choice(needs)] * 2 if needs else []
    taker = rng.choice([kind for kind in kinds if kind != giver])
    ruled = rng.random() < 0.75
    raised_on = rng.randint(year.starts + 60, year.ends)
    agencies = sorted(agency for agency in year.tree.parent if agency not in {*year.tree.external, COUNCIL})
    row = dict.fromkeys(DISPUTES, "") | {
        "id": key,
        "deliverable": each,
        "raised_on": iso(raised_on),
        "raised_by": rng.choice(agencies),
        "claim": "not ours",
        "state": "ruled" if ruled else rng.choice(("raised", "answered", "withdrawn")),
        "from": giver,
        "to": taker,
        "days": rng.choice(("3", "2.5", "8", "60")),
        "units": rng.choice(("", "1.5", "4", "500")),
        "reason": "heard both",
    }
    if not ruled:
        return row
    if units is not None and rng.random() < 0.3:
        row["days"], row["units"] = "", rng.choice(("1.5", "4", "500"))
    return row | {"ruled_on": iso(raised_on + rng.randint(0, 60)), "ruled_by": CHAIR}
