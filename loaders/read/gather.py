"""Sources to plan years: which sheets belong to which year, and what is there twice."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from loaders.columns import Sheet
from loaders.plan import Key, Row
from loaders.problems import Problem, in_order, quoted
from loaders.read.reading import Reading, Tables
from loaders.read.sources import Source, files_of, open_sources
from loaders.read.table import Table, read_table
from loaders.sheets import SHEETS

_MAY_REPEAT = frozenset({"plan", "five_year_plans", "agencies", "posts", "officials"})
"""Sheets whose identical rows may stand in several folders of one plan year."""

_PLAN = SHEETS["plan"]


def read_plan(paths: Sequence[Path]) -> Reading:
    """Everything at the paths: plan folders, workbooks, parents of either, update folders, single CSV sheets.

    Never raises for what it finds there: every fault of the input is in `Reading.problems`.
    """
    sources, problems = open_sources(paths)
    for source in sources:
        problems.extend(source.problems)
    years = [_tables(year, members, problems) for year, members in _by_year(sources, problems).items()]
    years.sort(key=_first_day)
    return Reading(tuple(years), tuple(in_order(problems)), files_of(sources))


def _by_year(sources: list[Source], problems: list[Problem]) -> dict[str, list[Source]]:
    """The sources of each plan year; those without a plan sheet belong to the only year there is, else to ''."""
    years: dict[str, list[Source]] = {}
    without: list[Source] = []
    for source in sources:
        if "plan" in source.grids:
            years.setdefault(_year_of(source, problems), []).append(source)
        elif "plan" in source.broken:
            years.setdefault(source.name, []).append(source)
        else:
            without.append(source)
    if len(years) == 1:
        next(iter(years.values())).extend(without)
    elif without:
        for source in without:
            problems.extend(_needs_a_year(source))
        years[""] = without
    return years


def _year_of(source: Source, problems: list[Problem]) -> str:
    """The id in the plan sheet; the name of the source where there is none to be read."""
    table = read_table(source.grids["plan"], _PLAN, "")
    file = source.grids["plan"].file
    if not table.rows and not table.problems:
        problems.append(Problem(file, 0, "", "expected one row, the plan year itself, found none: write it"))
    problems.extend(
        Problem(file, row.row, "", "expected one row, the plan year itself, found another: keep one plan year a folder")
        for row in table.rows[1:]
    )
    return table.rows[0].plan_year if table.rows else source.name


def _needs_a_year(source: Source) -> Iterator[Problem]:
    grids = sorted(grid.file for name, grid in source.grids.items() if SHEETS[name].truth != "facts")
    if grids:
        more = f" (nor for {', '.join(grids[1:])})" if len(grids) > 1 else ""
        remedy = "add the sheet plan, or load it together with the one plan year it belongs to"
        yield Problem(grids[0], 0, "", f"no plan sheet says which plan year this is of{more}: {remedy}")


def _tables(year: str, sources: list[Source], problems: list[Problem]) -> Tables:
    rows: dict[str, tuple[Row, ...]] = {}
    broken: set[str] = set()
    for sheet in SHEETS.values():
        tables = [read_table(each.grids[sheet.name], sheet, year) for each in sources if sheet.name in each.grids]
        unread = any(sheet.name in source.broken for source in sources)
        if not tables and not unread:
            continue
        for table in tables:
            problems.extend(table.problems)
        rows[sheet.name] = tuple(_once(sheet, tables, problems))
        if unread or any(table.broken for table in tables):
            broken.add(sheet.name)
    return Tables(year, rows, frozenset(broken))


def _once(sheet: Sheet, tables: Iterable[Table], problems: list[Problem]) -> Iterator[Row]:
    """The rows of all the files, each key once; a second one is a problem that names both places."""
    seen: dict[Key, Row] = {}
    for table in tables:
        for row in table.rows:
            first = seen.setdefault(row.key, row)
            if first is row:
                yield row
            elif sheet.name not in _MAY_REPEAT or first.file == row.file:
                problems.append(_twice(sheet, first, row))
            elif first.values != row.values:
                problems.append(_differs(sheet, first, row))


def _twice(sheet: Sheet, first: Row, row: Row) -> Problem:
    place = f"row {first.row}" + ("" if first.file == row.file else f" of {first.file}")
    if sheet.key[-1] == "id":
        return Problem(row.file, row.row, "id", f"duplicate id {quoted(row.key[-1])}, first in {place}: {sheet.twice}")
    names = list(sheet.key)
    alike = sheet.alike or ", ".join(names[:-1]) + f" and {names[-1]}"
    return Problem(row.file, row.row, "", f"same {alike} as {place}: {sheet.twice}")


def _differs(sheet: Sheet, first: Row, row: Row) -> Problem:
    column = next(each.name for each in sheet.columns if first.values.get(each.name) != row.values.get(each.name))
    place = f"row {first.row} of {first.file}"
    return Problem(row.file, row.row, column, f"{quoted(row.key[-1])} is otherwise in {place}: make both rows equal")


def _first_day(tables: Tables) -> tuple[bool, date, str]:
    plans = tables.rows.get("plan", ())
    starts = plans[0].values.get("starts") if plans else None
    return not tables.plan_year, starts if isinstance(starts, date) else date.max, tables.plan_year
