"""What a target promises, and how it is graded: grids, directions, baselines."""

import itertools

from loaders.check.whole import Whole, text
from loaders.columns import text_of
from loaders.defaults import GRID, Direction, direction, number, target, written_grid
from loaders.plan import Row
from loaders.problems import quoted

FULL_PERCENT = 100.0


def check_grids(whole: Whole) -> None:
    """Grids that grade nothing, that contradict `better`, and targets that have no direction to go."""
    for row in whole.rows("targets"):
        check_grid(whole, row)


def check_grid(whole: Whole, row: Row) -> None:
    """The grid, the direction and the baseline of one target."""
    measure = text(row, "measure")
    if measure in ("", "cascade") or not whole.is_read(row, "measure", *GRID, "target", "better", "baseline"):
        return
    steps = _checked_grid(whole, row, measure)
    if measure == "quantity":
        _check_quantity(whole, row, steps)
    elif measure == "releases":
        _check_releases(whole, row, steps)


def _checked_grid(whole: Whole, row: Row, measure: str) -> tuple[float, ...] | None:
    """The written grid; None where there is none, or none that can be used (which is said)."""
    filled = [column for column in GRID if column in row.values]
    if not filled:
        return None
    if len(filled) < len(GRID):
        empty = [column for column in GRID if column not in row.values]
        whole.problem(
            row,
            empty[0],
            f"expected all five steps of the grid or none, found {', '.join(filled)} filled and {', '.join(empty)} "
            "empty: "
            "fill the whole grid, or leave it empty",
        )
        return None
    steps = written_grid(row.values)
    if steps is None:
        return None
    shown = ", ".join(text(row, column) for column in GRID)
    pairs = list(itertools.pairwise(steps))
    rising, falling = all(a >= b for a, b in pairs), all(a <= b for a, b in pairs)
    if rising and falling:
        whole.problem(
            row,
            "excellent",
            f"expected a grid with different steps, found {quoted(shown)}: write what earns 100 and what 60",
        )
    elif not (rising or falling) or (measure == "date" and not falling):
        order = (
            "days from the earliest (excellent) to the latest (poor)"
            if measure == "date"
            else "a grid that only rises or only falls"
        )
        whole.problem(
            row, "excellent", f"expected {order}, found {quoted(shown)}: put the steps in order, the best first"
        )
    else:
        return steps
    return None


def _check_quantity(whole: Whole, row: Row, steps: tuple[float, ...] | None) -> None:
    better = text(row, "better")
    promised = target(row.values)
    if steps is not None:
        _check_better(whole, row, direction(row.values), better)
    elif any(column in row.values for column in GRID):
        return
    elif promised is None:
        if better != "unknown":
            whole.problem(
                row,
                "target",
                "expected a target or a grid for measure quantity, found neither: write the quantity promised, or "
                "better = unknown to leave it unmeasured",
            )
    elif better != "unknown":
        _check_start(whole, row, promised, better)


def _check_better(whole: Whole, row: Row, told: Direction, better: str) -> None:
    if not better or better == told:
        return
    says = "more is better" if told == "higher" else "less is better"
    whole.problem(
        row,
        "better",
        f"expected {told}, as the grid says ({says}), found {quoted(better)}: correct the grid, or leave better empty",
    )


def _check_start(whole: Whole, row: Row, promised: float, better: str) -> None:
    """Without a grid, steps are parts of the way from the start to the target: it must lead somewhere good."""
    start = number(row.values, "baseline")
    lower = better == "lower"
    if start is not None:
        if not (start > promised if lower else start < promised):
            side = "above" if lower else "below"
            way = "less is better" if lower else "more is better"
            whole.problem(
                row,
                "baseline",
                f"expected a baseline {side} the target {quoted(text_of(promised))}, because {way}, found "
                f"{quoted(text_of(start))}: correct one of them, write better = {'higher' if lower else 'lower'}, "
                "give a "
                "grid, or better = unknown",
            )
    elif promised <= 0:
        whole.problem(
            row,
            "target",
            f"expected a target above 0 where there is neither baseline nor grid, found {quoted(text_of(promised))}: "
            "give a "
            "baseline or a grid, or better = unknown",
        )


def _check_releases(whole: Whole, row: Row, steps: tuple[float, ...] | None) -> None:
    better = text(row, "better")
    if better and better != "higher":
        whole.problem(
            row,
            "better",
            f"expected higher for measure releases (percent of the money paid on time), found {quoted(better)}: "
            "leave better empty",
        )
    if steps is not None and steps[0] < steps[-1]:
        whole.problem(
            row,
            "excellent",
            f"expected a grid that falls from excellent to poor for measure releases, found "
            f"{quoted(', '.join(text(row, column) for column in GRID))}: put the highest percent first",
        )
    promised = target(row.values)
    if promised is not None and not 0 < promised <= FULL_PERCENT:
        whole.problem(
            row,
            "target" if "target" in row.values else "excellent",
            f"expected a percent above 0 and up to 100 for measure releases, found {quoted(text_of(promised))}: write "
            "the "
            "percent of the money to be paid on time, for example 100",
        )
    start = number(row.values, "baseline")
    if steps is None and start is not None and promised is not None and start >= promised:
        whole.problem(
            row,
            "baseline",
            f"expected a baseline below the target {quoted(text_of(promised))}, found {quoted(text_of(start))}: "
            "correct one "
            "of them, or leave the baseline empty",
        )
