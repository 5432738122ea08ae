"""Disputes and rulings that cannot be: moves from or to nothing, incomplete rulings, judges who are parties."""

from collections import defaultdict

from graph_schema.causes import CAUSES
from loaders.check.cycles import cycles
from loaders.check.judges import Benches, unfair
from loaders.check.trees import quoted_chain
from loaders.check.whole import Whole, text
from loaders.columns import text_of
from loaders.defaults import COMPUTED, day, number
from loaders.plan import Row
from loaders.problems import did_you_mean, quoted

OWN = "own"
"""What `from` and `to` say of the deliverable's own days and units."""

_COMPLETE = {
    "ruled_on": "the day of the ruling",
    "ruled_by": "the post that ruled",
    "from": "own, or a requirement of the deliverable",
    "to": "own, a deliverable, or a cause code",
}


def check_disputes(whole: Whole) -> None:
    """What disputes move, who ruled, and whether rulings and requirements together close a circle."""
    for row in whole.rows("disputes"):
        _check_amounts(whole, row)
        _check_days(whole, row)
        disputed = whole.deliverables.get(text(row, "deliverable"))
        if disputed is not None:
            _check_from(whole, row, disputed)
            _check_to(whole, row, disputed)
        if text(row, "state") == "ruled":
            _check_ruling(whole, row, disputed)
    _check_judges(whole)
    _check_circles(whole)


def _check_amounts(whole: Whole, row: Row) -> None:
    for column in ("days", "units"):
        moved = number(row.values, column)
        if moved is not None and moved <= 0:
            remedy = "exchange from and to, or leave the cell empty"
            whole.problem(row, column, f"expected {column} above 0, found {quoted(text_of(moved))}: {remedy}")


def _check_days(whole: Whole, row: Row) -> None:
    raised = day(row.values, "raised_on")
    for column in ("answered_on", "ruled_on"):
        then = day(row.values, column)
        if raised and then and then < raised:
            expected = f"expected a day on or after raised_on {quoted(raised)}"
            whole.problem(row, column, f"{expected}, found {quoted(then)}: correct one of them")


def _check_from(whole: Whole, row: Row, disputed: Row) -> None:
    name, said = disputed.key[0], text(row, "from")
    if said in ("", OWN) or "requirements" in whole.broken:
        return
    required = sorted(each.key[1] for each in whole.requirements_of.get(name, ()))
    if said not in required:
        remedy = did_you_mean(said, [OWN, *required]) or ": write own, or what it requires"
        found = f"found {quoted(said)}, which it does not require"
        whole.problem(row, "from", f"expected own or a requirement of {quoted(name)}, {found}{remedy}")


def _check_to(whole: Whole, row: Row, disputed: Row) -> None:
    said = text(row, "to")
    if said == "":
        return
    if said == text(row, "from"):
        whole.problem(row, "to", f"expected another than from, found {quoted(said)} in both: correct one of them")
    elif said == disputed.key[0]:
        whole.problem(row, "to", f"expected own, found {quoted(said)}, the deliverable itself: write own")
    elif said in CAUSES:
        if any(said in ids for ids in whole.ids.values()):
            found = f"found {quoted(said)}, which is the id of something as well"
            whole.problem(row, "to", f"expected a cause code that is nobody's id, {found}: give that another id")
    elif said in whole.deliverables:
        if not _is_dated(whole.deliverables[said]):
            found = f"found {quoted(said)}, which has no day of its own"
            remedy = "name what it waits for, own, or a cause code"
            whole.problem(row, "to", f"expected a dated deliverable, {found}: {remedy}")
    elif said != OWN and not {"targets", "releases", "milestones"} & whole.broken:
        remedy = did_you_mean(said, [*CAUSES, *whole.deliverables]) or f": cause codes are {', '.join(CAUSES)}"
        whole.problem(row, "to", f"expected own, a dated deliverable or a cause code, found {quoted(said)}{remedy}")


def _is_dated(deliverable: Row) -> bool:
    values = deliverable.values
    if deliverable.sheet == "milestones":
        return "planned_finish" in values
    measure = text_of(values.get("measure"))
    return not (measure in COMPUTED or (measure == "quantity" and values.get("better") == "unknown"))


def _check_ruling(whole: Whole, row: Row, disputed: Row | None) -> None:
    for column, what in _COMPLETE.items():
        if column not in row.values and whole.is_read(row, column):
            remedy = "write it, or let the state be raised or answered"
            whole.problem(row, column, f"expected {what}, found an empty cell, while the state is ruled: {remedy}")
    if not {"days", "units"} & row.values.keys() and whole.is_read(row, "days", "units"):
        found = "expected days or units, found both empty, while the state is ruled"
        whole.problem(row, "days", f"{found}: write what is moved, or let the state be raised or answered")
    if disputed is not None and not _is_dated(disputed):
        found = f"found {quoted(disputed.key[0])}, which has no days or units of its own"
        whole.problem(row, "deliverable", f"expected a dated deliverable in a ruling, {found}: rule on what it is of")


def _check_judges(whole: Whole) -> None:
    """Judges who are parties as the plan tells it; to whom the causes pass on, only an assessment knows."""
    ruled = [row for row in whole.rows("disputes") if text(row, "state") == "ruled" and "ruled_by" in row.values]
    benches = Benches(whole) if ruled else None
    for row in ruled:
        if benches and (shared := benches.parties(row)):
            whole.problem(row, "ruled_by", unfair(row, shared))


def _check_circles(whole: Whole) -> None:
    """Circles that rulings close; those of requirements alone are said where these are checked."""
    rulings: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in whole.rows("disputes"):
        moved_to = text(row, "to")
        if text(row, "state") == "ruled" and moved_to in whole.deliverables and moved_to not in CAUSES:
            rulings[text(row, "deliverable")][moved_to] = row
    if not rulings:
        return
    links = {name: {row.key[1] for row in rows} for name, rows in whole.requirements_of.items()}
    known = set(cycles(links))
    for name, moved in rulings.items():
        links[name] = links.get(name, set()) | moved.keys() - {name}
    for circle in cycles(links):
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        closing = [rulings[a][b] for a, b in steps if b in rulings.get(a, {})]
        if closing and circle not in known:
            shown = " → ".join((*circle, circle[0]))
            remedy = "where each waits for the next: rule otherwise, or take a requirement away"
            whole.problem(whole.newest(closing), "to", f"expected no circle, found {quoted_chain(shown)}, {remedy}")
