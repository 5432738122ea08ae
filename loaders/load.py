"""One load: paths to checked rows to one transaction, all of it or nothing."""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from graph_schema.connect import ensure_schema
from graph_schema.errors import AccountabilityError
from graph_schema.graph import Graph
from loaders.check import check
from loaders.corrections import corrections
from loaders.diff import Diff, Totals, control_totals, diff
from loaders.merge import merge
from loaders.plan import Row, State
from loaders.problems import Problem, in_order, refuses
from loaders.read import Reading, read_plan
from loaders.rulings import Trial, new_rulings, partial_judges
from loaders.stored import present_state, write
from loaders.user import login_name

log = logging.getLogger("accountability.load")


class OtherLoadError(AccountabilityError):
    """Another load was written while this one was being checked."""

    def __init__(self) -> None:
        super().__init__(
            "Another load changed the graph while this one was being checked; nothing of this one was written.",
            "Run the same command again.",
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load found and did.

    `number` is the load's number, 0 where nothing was written: it was refused, a dry run, or nothing changed.
    `problems` holds problems and warnings; `totals` are of the rows read, by sheet; `last_report` is the last day
    that a report or payment of the whole plan speaks of, `year_ends` the last day of its latest plan year.
    """

    problems: tuple[Problem, ...]
    change: Diff
    totals: tuple[Totals, ...]
    files: tuple[str, ...]
    number: int = 0
    last_report: date | None = None
    year_ends: date | None = None

    @property
    def refused(self) -> bool:
        """Whether there are problems: nothing was written."""
        return refuses(self.problems)

    def assessed_on(self, today: date) -> date:
        """The day to assess: today, or the plan's last report where its latest plan year is over."""
        if self.year_ends is None or today <= self.year_ends:
            return today
        return self.last_report or self.year_ends


def load(
    graph: Graph,
    paths: Sequence[Path],
    *,
    owner: str | None = None,
    allow_removals: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Load plan folders, workbooks, parents of plan years, or update folders.

    Args:
        owner: the folders are the whole truth for this agency and those under it alone.
        allow_removals: more than a tenth of a sheet's rows may go.
        dry_run: write nothing.

    Raises UnknownAgencyError, OtherLoadError, and the errors of `Graph`.

    """
    log.info("reading %s", ", ".join(str(path) for path in paths))
    reading = read_plan(paths)
    return load_rows(graph, lambda _: reading, owner=owner, allow_removals=allow_removals, dry_run=dry_run)


def load_rows(
    graph: Graph,
    read: Callable[[State], Reading],
    *,
    owner: str | None = None,
    allow_removals: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Load what `read` makes of the plan as the graph holds it; see `load`."""
    log.info("reading the graph")
    seen = graph.rows("ledger/loads")[0]["number"]
    present = present_state(graph)
    reading = read(present)
    log.info("checking")
    merged = merge(present, reading, owner=owner, allow_removals=allow_removals)
    found = check(
        merged.state,
        touched=merged.touched,
        unread=reading.unread_cells,
        broken=merged.broken,
        today=date.today(),  # noqa: DTZ011 - the user's own day
    )
    problems = tuple(in_order([*reading.problems, *merged.problems, *found]))
    change = diff(present, merged.state)
    outcome = Outcome(
        problems,
        change,
        control_totals(_rows_read(reading)),
        tuple(file.name for file in reading.files),
        last_report=_last_day(merged.state, ("progress", "as_of"), ("payments", "paid_on")),
        year_ends=_last_day(merged.state, ("plan", "ends")),
    )
    if outcome.refused or change.empty or (dry_run and not new_rulings(change)):
        return outcome
    states = (present, merged.state)
    try:
        number = _written(graph, seen, change, states, reading, keep=not dry_run)
    except _NotKept as tried:
        outcome = replace(outcome, problems=tuple(in_order([*problems, *tried.problems])))
        if outcome.refused or dry_run:
            return outcome
        number = _written(graph, seen, change, states, reading, judged=True)
    return replace(outcome, number=number)


class _NotKept(Exception):  # noqa: N818 - no error of anybody's
    """Ends the transaction of a load that is not to be kept: a dry run, one with the problems given, or a trial."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__()
        self.problems = problems


def _written(
    graph: Graph,
    seen: int,
    change: Diff,
    states: tuple[State, State],
    reading: Reading,
    *,
    keep: bool = True,
    judged: bool = False,
) -> int:
    """Write the difference of two states, before and after; the number of the load.

    Raises _NotKept, also where judging assessed another day: then it is to be written anew.
    """
    present, new = states
    ensure_schema(graph)
    with graph.writing() as tx:
        log.info("writing %d rows added, %d changed, %d removed", change.added, change.changed, change.removed)
        number = tx.run("write/claim")[0]["number"]
        if number != seen + 1:
            raise OtherLoadError
        write(tx, change, new, number)
        trial = Trial() if judged else partial_judges(tx, new, change)
        if trial.problems or trial.assessed or not keep:
            raise _NotKept(trial.problems)
        tx.run("write/load", record=_record(number, change, reading, corrections(change, present, new)))
        log.info("committing load %d", number)
    log.info("load %d is in the graph", number)
    return number


def _record(number: int, change: Diff, reading: Reading, corrected: list[str]) -> dict[str, object]:
    summary = {
        sheet.sheet: {"added": len(sheet.added), "changed": len(sheet.changed), "removed": len(sheet.removed)}
        for sheet in change.sheets
    }
    return {
        "number": number,
        "loaded_by": login_name(),
        "version": version("accountability-explorer"),
        "sources": [file.name for file in reading.files],
        "digests": [file.sha256 for file in reading.files],
        "added": change.added,
        "changed": change.changed,
        "removed": change.removed,
        "summary": json.dumps(summary),
        "corrections": corrected,
    }


def _rows_read(reading: Reading) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for tables in reading.years:
        for sheet, found in tables.rows.items():
            rows.setdefault(sheet, []).extend(found)
    return rows


def _last_day(state: State, *columns: tuple[str, str]) -> date | None:
    """The latest day in columns, each given by its sheet and name."""
    days = (row.values.get(name) for sheet, name in columns for row in state.get(sheet, {}).values())
    return max((day for day in days if isinstance(day, date)), default=None)
