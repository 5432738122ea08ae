"""Random revisions for a written plan folder: every column, timely and late, several on a day, to and fro, blank again.

They are valid under the plan format: a revised day is never before its revised_on nor outside the plan year, a start
never after the finish in force, and weights in force sum to 100.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .drafts import cents, iso, tenths
from .plan import Release, Target

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from .cells import Row
    from .plan import Deliverable, PlanYear, Years

COLUMNS = ("sheet", "id", "requires", "column", "value", "revised_on", "approved_by", "reason")
SHEETS = {"Target": "targets", "Release": "releases", "Milestone": "milestones"}
GRADES = ("excellent", "very_good", "good", "fair", "poor")


@dataclass
class Changes:
    """The rows in the making, by plan year (id); `held` keeps each cell to one value a day, `judge` owns nothing."""

    rng: Random
    years: Years
    rows: dict[str, list[Row]] = field(default_factory=dict[str, "list[Row]"])
    judge: str = ""
    held: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])

    def add(self, each: Deliverable, column: str, value: str, on: int, *, requires: str = "") -> None:
        """Add a revision, unless one of that cell and day is there."""
        sheet = "requirements" if requires else SHEETS[type(each).__name__]
        key = (sheet, each.id, requires, column, iso(on))
        if key not in self.held:
            self.held.add(key)
            row = dict.fromkeys(COLUMNS, "") | {"sheet": sheet, "id": each.id, "requires": requires, "column": column}
            row |= {"value": value, "revised_on": iso(on), "reason": "review"}
            self.rows.setdefault(each.year.id, []).append(row)


@dataclass
class Life:
    """The days of one thing in force while its revisions are made in order of days."""

    year: PlanYear
    first: int
    finish: int
    start: int | None
    last: int

    def day(self, rng: Random, *, late: bool = False) -> int | None:
        """Return the day of the next revision: timely by the finish in force, or after it; none: no room is left."""
        low = max(self.last + 1, self.finish + 1 if late else self.year.starts)
        high = self.year.ends if late else min(self.finish, self.year.ends)
        if low > high:
            return None
        self.last = rng.randint(low, min(high, low + 150))
        return self.last

    def move(self, on: int, to: int) -> None:
        """Move the finish, where the revision is timely."""
        if on <= self.finish:
            self.finish = to


def revise(rng: Random, years: Years, first_rows: dict[str, Row], judge: str) -> Changes:
    """Return revisions of about a third of the things and requirements; weights are added by `revise_weights`."""
    changes = Changes(rng, years, judge=judge)
    for each in years.deliverables.values():
        if rng.random() < 0.45:
            kind = {"Target": target, "Release": release, "Milestone": milestone}[type(each).__name__]
            kind(changes, each, first_rows[each.id])
    for waits in years.requirements.values():
        for wait in waits:
            if rng.random() < 0.3:
                requirement(changes, wait.needs, wait.gives.id)
    return changes


def life(each: Deliverable) -> Life:
    """Return a thing as first promised."""
    return Life(each.year, each.due_day, each.due_day, each.planned_start, each.year.starts - 1)


def finishes(changes: Changes, column: str, each: Deliverable) -> Life:
    """Move the finish once or twice: later, sooner, or back to the first; sometimes too late to count."""
    rng, of = changes.rng, life(each)
    for turn in range(rng.choice((1, 1, 2, 2, 3))):
        on = of.day(rng, late=turn > 0 and rng.random() < 0.35)
        if on is None:
            break
        least = max(on, of.start or on)
        if isinstance(each, Target) and rng.random() < 0.25:
            changes.add(each, "planned_start", "", on)
            of.start = None if on <= of.finish else of.start
            least = max(on, of.start or on)
        to = min(max(of.finish + rng.choice((rng.randint(-40, 0), rng.randint(1, 90))), least), each.year.ends)
        if turn and rng.random() < 0.3 and of.first >= least:
            to = of.first
        if to < least:
            break
        changes.add(each, column, iso(to), on)
        of.move(on, to)
    return of


def starts(changes: Changes, each: Deliverable) -> None:
    """Move the start, or make it blank again (too late: only that); the finish stays."""
    late = changes.rng.random() < 0.4
    on = life(each).day(changes.rng, late=late)
    if on is not None:
        value = "" if late or changes.rng.random() < 0.4 else iso(changes.rng.randint(on, max(on, each.due_day)))
        changes.add(each, "planned_start", value, on)


def any_day(rng: Random, each: Deliverable) -> int:
    """Return a day around the first finish: timely or late for what goes by it."""
    finish = each.due_day if each.dated else each.year.ends
    return rng.randint(max(each.year.starts, finish - 100), finish + rng.choice((0, 0, 100)))


def owner(changes: Changes, column: str, each: Deliverable) -> None:
    """Give a thing to another agency, for a target one that its agreement covers."""
    tree = each.year.tree
    agreement = each.agreement if isinstance(each, Target) else None
    choice = [agency for agency in tree.parent if agreement is None or agreement.agency in tree.path(agency)]
    choice = [agency for agency in choice if agency != changes.judge]
    for _ in range(changes.rng.choice((1, 1, 2))):
        changes.add(each, column, changes.rng.choice(sorted(choice)), any_day(changes.rng, each))


def milestone(changes: Changes, each: Deliverable, _: Row) -> None:
    """Revise the days or the owner of a milestone; an undated one gets days that count for nothing."""
    if not each.dated:
        on = any_day(changes.rng, each)
        changes.add(each, "planned_finish", iso(each.year.ends), min(on, each.year.ends))
    elif changes.rng.random() < 0.75:
        finishes(changes, "planned_finish", each)
    elif each.planned_start is not None:
        starts(changes, each)
    if changes.rng.random() < 0.5:
        owner(changes, "agency", each)


def release(changes: Changes, each: Deliverable, _: Row) -> None:
    """Revise the day, the amount (up, down, twice) or the payer of a release."""
    rng = changes.rng
    of = finishes(changes, "planned_on", each) if rng.random() < 0.5 else life(each)
    amount = each.amount if isinstance(each, Release) else 0
    for _turn in range(rng.choice((0, 1, 1, 2))):
        amount = max(1, amount * rng.choice((50, 75, 80, 120, 150)) // 100)
        on = rng.randint(each.year.starts, max(each.year.starts, of.finish + rng.choice((-10, -10, 20))))
        changes.add(each, "amount", cents(amount), min(on, each.year.ends))
    if rng.random() < 0.3:
        owner(changes, "released_by", each)


def target(changes: Changes, each: Deliverable, row: Row) -> None:
    """Revise a target: its days, quantity, grid, owner, post."""
    rng = changes.rng
    if not isinstance(each, Target):
        return
    if each.measure == "releases":
        changes.add(each, "target", rng.choice(("70", "85", "95")), any_day(rng, each))
        return
    if each.dated:
        if each.measure == "date" and row["excellent"] and not row["planned_finish"]:
            dates_of_grades(changes, each)
        elif rng.random() < 0.7:
            finishes(changes, "planned_finish", each)
        elif each.planned_start is not None:
            starts(changes, each)
        if each.measure == "quantity":
            quantity(changes, each, row)
    if each.measure != "cascade" and rng.random() < 0.25:
        owner(changes, "agency", each)
    posts = [post.id for post in changes.years.people.posts[each.year.id]]
    if each.measure != "cascade" and posts and rng.random() < 0.3:
        changes.add(each, "post", rng.choice(posts), any_day(rng, each))


def dates_of_grades(changes: Changes, each: Target) -> None:
    """Revise the five days of a date target without planned finish: its excellent day is its planned one."""
    rng, of = changes.rng, life(each)
    on = of.day(rng, late=rng.random() < 0.4)
    if on is None:
        return
    least = max(on, of.start or on)
    best = rng.randint(least, max(least, min(each.year.ends, each.due_day + 60)))
    for column, steps in zip(GRADES, (0, 12, 25, 25, 50), strict=True):
        changes.add(each, column, iso(best + steps), on)


def quantity(changes: Changes, each: Target, row: Row) -> None:
    """Revise the target of a quantity, up or down, or the grid that was given; the baseline stays on its worse side."""
    rng = changes.rng
    goal = int(each.goal * 10)
    for _ in range(rng.choice((0, 1, 1, 2))):
        to = max(1, goal * rng.choice((80, 90, 110, 125)) // 100)
        worst = each.baseline if each.rising else (each.baseline or (each.grid or (each.goal,))[-1])
        free = not (row["excellent"] or row["baseline"])
        if free or worst is None or (to - worst * 10) * (1 if each.rising else -1) > 0:
            changes.add(each, "target", tenths(to), any_day(rng, each))
    if row["excellent"] and row["target"] and rng.random() < 0.5:
        on = any_day(rng, each)
        percents = (100, 92, 84, 84, 60) if each.rising else (100, 120, 140, 140, 190)
        for column, percent in zip(GRADES, percents, strict=True):
            changes.add(each, column, tenths(max(1, goal * percent // 100)), on)


def requirement(changes: Changes, needs: Deliverable, gives: str) -> None:
    """Revise needed_by (or make it blank again) and the lag of a requirement, timely or late."""
    rng, year = changes.rng, needs.year
    for _ in range(rng.choice((1, 1, 2))):
        on = rng.randint(year.starts, max(year.starts, min(needs.due_day, year.ends)))
        value = "" if rng.random() < 0.25 else iso(rng.randint(on, min(year.ends, on + 120)))
        changes.add(needs, "needed_by", value, on, requires=gives)
        if rng.random() < 0.4:
            other = on if rng.random() < 0.5 else rng.randint(year.starts, year.ends)
            changes.add(needs, "lag_days", rng.choice(("0", "5", "20")), other, requires=gives)


def revise_weights(changes: Changes, years: Years, choices: Sequence[int]) -> None:
    """Shift weight between two targets of some agreements, all of them where they were assumed; once each."""
    rng = changes.rng
    by_agreement: dict[str, list[Target]] = {}
    for each in years.targets():
        if each.agreement is not None:
            by_agreement.setdefault(each.agreement.id, []).append(each)
    for targets in by_agreement.values():
        if len(targets) < 2 or rng.random() < 0.5:
            continue
        parts = [rng.choice(choices) for _ in targets]
        shares = [10000 * part // sum(parts) for part in parts]
        shares[0] += 10000 - sum(shares)
        on = rng.choice([any_day(rng, targets[0]), rng.randint(targets[0].year.starts, targets[0].year.starts + 60)])
        for each, share in zip(targets, shares, strict=True):
            changes.add(each, "weight", cents(share), on)
