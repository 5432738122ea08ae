"""Which features of revisions, rulings and posts a plan folder has on a day: what random plans that change cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cells import day, plan_folders, rows
from .holders import UNDISCLOSED, holding
from .points import MOVED
from .posts import post_scores
from .random_splits import SPLIT
from .reference import UNRULED, assess, load_plan, tiers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .book import Revision
    from .plan import Years
    from .reference import Assessment

COLUMNS = (
    *("target weight", "target planned_start", "target planned_finish", "target target", "target excellent"),
    *("target agency", "target post", "release planned_on", "release amount", "release released_by"),
    *("milestone planned_start", "milestone planned_finish", "milestone agency"),
    *("requirement needed_by", "requirement lag_days"),
)
"""Every revisable column, of the five of a grid the first."""

REQUIRED_OF_CHANGES = frozenset(
    {
        *(f"timely {column}" for column in COLUMNS),
        *(f"late {column}" for column in COLUMNS),
        *("several revisions of a thing on a day", "to and fro", "blank again", "weights fall together"),
        *("amount up", "amount down", "target up", "target down", "planned day by its grid", "undated stays undated"),
        *("supplier moved, customer did not", "customer moved", "forgiven days", "moved days stay", "lowered part"),
        *("lowered part forgiven", "full before its finish", "no longer owed the first amount"),
        *("ruling own to cause", "ruling cause to own", "ruling to other cause", "ruling to outside"),
        "ruling to other deliverable",
        *("ruled days", "ruled units", "several rulings on one thing", "dispute not ruled", "ruling of nothing"),
        *("hand-over", "vacancy", "undisclosed holder", "several holders at once", "several posts of one"),
        *("post in activity mode", "post in unit mode", "post without score", "moved agency"),
        "split agency",
    }
)
"""What must occur in several plans that change."""


def changed_features(folder: Path, as_of: str) -> set[str]:
    """Return the names of the features that occur in a plan folder (or a parent of several) as of a day (ISO)."""
    years = load_plan(folder)
    found = assess(years, as_of)
    last = found.dates.as_of
    named = {*revision_features(years, last), *promise_features(found), *ruling_features(folder, years, as_of)}
    return named | {*people_features(found), *tree_features(years)}


def kind(revision: Revision) -> str:
    """Return the thing and the column of a revision in words."""
    return f"{revision.sheet[:-1]} {revision.column}"


def revision_features(years: Years, last: int) -> Iterator[str]:
    """Yield what was revised, timely or late."""
    book = years.book
    timely = [one for one in book.timely if one.revised_on <= last]
    late = [one for one in book.late if one.revised_on <= last]
    yield from (f"timely {kind(one)}" for one in timely)
    yield from (f"late {kind(one)}" for one in late)
    if any(not one.value for one in timely):
        yield "blank again"
    cells = [(one.cell, one.revised_on) for one in timely]
    if len(set(cells)) < len(cells):
        yield "several revisions of a thing on a day"
    if any(not book.things[one.id].first.dated for one in timely if one.column == "planned_finish"):
        yield "undated stays undated"
    for one in late:
        together = {"weight"} == {one.column} and book.things[one.id].on(one.revised_on - 1).dated
        if together and one.revised_on <= book.things[one.id].on(one.revised_on - 1).due_day:
            yield "weights fall together"
    for revision in timely:
        if revision.sheet == "requirements":
            continue
        history = book.things[revision.id]
        now, before = history.on(revision.revised_on), history.on(revision.revised_on - 1)
        for column, attribute in (("amount", "amount"), ("target", "target")):
            if revision.column == column and getattr(now, attribute) != getattr(before, attribute):
                yield f"{column} {'up' if getattr(now, attribute) > getattr(before, attribute) else 'down'}"
        if revision.column == "excellent" and now.planned_finish != before.planned_finish:
            yield "planned day by its grid"
        if now.planned_finish != before.planned_finish and now.planned_finish == history.first.planned_finish:
            yield "to and fro"


def promise_features(found: Assessment) -> Iterator[str]:
    """Yield what revisions did to what is owed."""
    for needs, claims in found.dates.claims.items():
        for claim in claims:
            promised = claim.wait.promised
            if promised.moves:
                yield "customer moved"
            elif claim.wait.gives.due_day > promised.base:
                yield "supplier moved, customer did not"
            if claim.owed_day > promised.base:
                yield "forgiven days"
            if promised.lowered:
                yield "lowered part"
            if promised.forgiven:
                yield "lowered part forgiven"
            if claim.came < found.dates.known[claim.wait.gives.id].finish:
                yield "full before its finish"
            first = found.years.book.things[claim.wait.gives.id].first
            if promised.owed is not None and promised.owed not in {getattr(first, "amount", None), breadth(first)}:
                yield "no longer owed the first amount"
            if claim.moved and found.days[needs].causes.get(claim.wait.gives.id):
                yield "moved days stay"


def breadth(each: object) -> object:
    """Return the way of a quantity target; none for anything else."""
    return getattr(each, "breadth", None) if getattr(each, "measure", "") == "quantity" else None


def ruling_features(folder: Path, years: Years, as_of: str) -> Iterator[str]:
    """Yield what was ruled, and whether it moved anything."""
    found, before = assess(years, as_of), assess(years, as_of, UNRULED)
    rulings = [one for one in years.disputes if one.ruled_on <= found.dates.as_of]
    for one in rulings:
        of = one.deliverable
        moved = found.days[of] != before.days[of]
        cut = of in found.units and found.units[of] != before.units[of]
        if not (moved or cut):
            yield "ruling of nothing"
            continue
        yield from (["ruled days"] if moved else []) + (["ruled units"] if cut else [])
        needs = {wait.gives.id for wait in years.requirements.get(of, ())}
        if one.taker == "own":
            yield "ruling cause to own"
        elif one.taker not in years.deliverables:
            yield "ruling to outside"
        elif one.taker in needs:
            yield "ruling own to cause" if one.giver == "own" else "ruling to other cause"
        else:
            yield "ruling to other deliverable"
    if len({one.deliverable for one in rulings}) < len(rulings):
        yield "several rulings on one thing"
    sheets = [row for each in plan_folders(folder) for row in rows(each, "disputes")]
    if any(row["state"] != "ruled" and (day(row, "raised_on") or 0) <= found.dates.as_of for row in sheets):
        yield "dispute not ruled"


def people_features(found: Assessment) -> Iterator[str]:
    """Yield who held posts, how posts were scored, and why points stay."""
    people, last = found.years.people, found.dates.as_of
    for post in {tenure.post for tenure in people.tenures}:
        mine = [tenure for tenure in people.tenures if tenure.post == post]
        marks = {tenure.since for tenure in mine if tenure.since} | {
            tenure.until + 1 for tenure in mine if tenure.until
        }
        seen = [holding(mine, mark) for mark in sorted(marks) if mark <= last]
        if len({frozenset(each) for each in seen if each}) > 1:
            yield "hand-over"
        if any(not each for each in seen):
            yield "vacancy"
        if any(UNDISCLOSED in each for each in seen):
            yield "undisclosed holder"
        if any(len(each) > 1 for each in seen):
            yield "several holders at once"
    held = [tenure.official for tenure in people.tenures if tenure.official and tenure.holds(last)]
    if len(set(held)) < len(held):
        yield "several posts of one"
    for year in found.years.years:
        for score in post_scores(year, found).values():
            yield f"post in {score.mode} mode" if score.scores else "post without score"
        for agreements in tiers(year, found).values():
            charges = found.ways.charges(found.losses(each.agreement for each in agreements))
            if any(charge.reason == MOVED for charge in charges):
                yield "points on moved days"


def tree_features(years: Years) -> Iterator[str]:
    """Yield whether an agency moved, or split, between two plan years."""
    first, last = years.years[0].tree.parent, years.years[-1].tree.parent
    if any(last[agency] not in {above, SPLIT} for agency, above in first.items()):
        yield "moved agency"
    if SPLIT in last and SPLIT in {*last.values(), *(each.owner for each in years.deliverables.values())}:
        yield "split agency"
