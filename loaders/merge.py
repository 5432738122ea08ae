"""The meaning of a load: what a plan says after a folder was read, given what it said before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph_schema.question_errors import UnknownAgencyError
from loaders.belongings import gone_with_their_things
from loaders.columns import DELIVERABLES, Sheet, text_of
from loaders.diff import changed_cells, same
from loaders.disputed import lost_rulings, otherwise, outdated
from loaders.ownership import NO_AGENCYS, Scope, first_day
from loaders.plan import Key, Row, State
from loaders.problems import Problem, nearest, quoted, warning
from loaders.read import Reading, Tables
from loaders.sheets import SHEETS

LARGEST_REMOVAL = 10
"""One row in so many of a sheet may go without a request."""

_FIRST_LOAD = ("agencies", "targets")
_KINDS = {"targets": "a target", "releases": "a release", "milestones": "a milestone"}


@dataclass(frozen=True, slots=True)
class Merged:
    """The state that would be, and why it might not.

    `touched` names the rows that the folders hold (sheet, key); `broken` sheets that could not be read whole, or that a
    first load lacks. Rows that say what they said before keep their `load`; all others have load 0.
    """

    state: State
    touched: frozenset[tuple[str, Key]]
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def merge(present: State, reading: Reading, *, owner: str | None = None, allow_removals: bool = False) -> Merged:
    """What the plan would say after this load; `present` is left as it is.

    `owner` limits the folders to what that agency and those under it own. `allow_removals` lets more than a tenth of a
    sheet's rows go. Problems of the cells are the reading's; those here need both states.
    Raises UnknownAgencyError where neither state knows the owner.
    """
    merging = _Merging(present, reading.unread_cells, owner, allow_removals=allow_removals)
    for tables in reading.years:
        merging.take(tables)
    merging.check_kinds()
    gone_with_their_things(present, merging.state, merging.touched)
    merging.problems += lost_rulings(present, merging.state)
    if owner is not None and not merging.knows(owner):
        raise UnknownAgencyError(owner, nearest(owner, (key[-1] for key in merging.state.get("agencies", {}))))
    return Merged(merging.state, frozenset(merging.touched), frozenset(merging.broken), tuple(merging.problems))


class _Merging:
    """A merge under way: the state so far, and what was found."""

    def __init__(
        self, present: State, unread: frozenset[tuple[str, int, str]], owner: str | None, *, allow_removals: bool
    ) -> None:
        self._present, self._unread, self._owner, self._allow_removals = present, unread, owner, allow_removals
        self.state: State = {sheet: dict(rows) for sheet, rows in present.items()}
        self.touched: set[tuple[str, Key]] = set()
        self.broken: set[str] = set()
        self.problems: list[Problem] = []

    def knows(self, agency: str) -> bool:
        """Whether any year's sheet lists the agency."""
        return any(key[-1] == agency for key in self.state.get("agencies", {}))

    def take(self, tables: Tables) -> None:
        """Change the state by the sheets of one plan year, or of update folders."""
        self.broken |= tables.broken
        if tables.plan_year and "plan" in tables.present and (tables.plan_year,) not in self._present.get("plan", {}):
            self._check_first_load(tables)
        scope = Scope(self.state, tables, self._owner) if self._owner is not None else None
        for sheet in SHEETS.values():
            if sheet.name not in tables.present or (not tables.plan_year and sheet.truth != "facts"):
                continue
            rows = [row for row in tables.rows[sheet.name] if scope is None or self._admits(scope, row)]
            if sheet.truth == "facts":
                self._take_facts(rows)
            elif sheet.truth == "carried":
                self._take_carried(rows)
            else:
                self._take_yearly(sheet, tables, rows, scope)

    def _check_first_load(self, tables: Tables) -> None:
        for sheet in _FIRST_LOAD:
            if sheet not in tables.present:
                self.broken.add(sheet)
                self.problems.append(
                    Problem(
                        _file_of(tables, sheet),
                        0,
                        "",
                        f"the sheet {sheet} is missing: the first load of plan year {quoted(tables.plan_year)} needs "
                        "plan, agencies and targets; add it",
                    )
                )

    def _admits(self, scope: Scope, row: Row) -> bool:
        """Whether a row may stand in a folder of one agency: its own, or one of others that changes nothing."""
        if scope.holds(row):
            return True
        old = self.state.get(row.sheet, {}).get(row.key)
        if old is not None and old.values == row.values:
            return True
        if row.sheet in NO_AGENCYS:
            if old is None:
                return True
            remedy = "load a change of it without --for"
            whose = "one that no single agency owns"
        else:
            owners = scope.owners(row)
            remedy = "take it out of this folder, or load it without --for"
            whose = f"one of {' and '.join(quoted(each) for each in sorted(owners))}" if owners else "one of nobody"
        self.problems.append(
            Problem(
                row.file,
                row.row,
                "",
                f"expected rows of {quoted(self._owner)} and the agencies under it, found {whose}: {remedy}",
            )
        )
        return False

    def _put(self, row: Row) -> None:
        """Take a row; one that says what it said before keeps its load, and is found where it stands now."""
        rows = self.state.setdefault(row.sheet, {})
        old = rows.get(row.key)
        rows[row.key] = replace(row, load=old.load) if old is not None and same(old, row) else row
        self.touched.add((row.sheet, row.key))

    def _take_facts(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if row.sheet == "payments" and row.values.get("amount") == 0:
                if self.state.get("payments", {}).pop(row.key, None) is None:
                    message = "takes back a payment that is not there: check line, day and reference"
                    self.problems.append(warning(row.file, row.row, "amount", message))
            else:
                self._warn_of_another_value(row)
                self._put_fact(row)

    def _put_fact(self, row: Row) -> None:
        old = self.state.get(row.sheet, {}).get(row.key) if row.sheet == "disputes" else None
        behind = outdated(old, row)
        self.problems += [found for found in (behind or otherwise(old, row),) if found]
        if behind is None:
            self._put(row)

    def _warn_of_another_value(self, row: Row) -> None:
        """An approved change that says something else than it said before: there may be a reason, and it shows."""
        old = self.state.get(row.sheet, {}).get(row.key)
        if old is None or row.sheet != "revisions" or old.values.get("value") == row.values.get("value"):
            return
        said, found = (
            quoted(text_of(each.values["value"])) if "value" in each.values else "an empty cell" for each in (old, row)
        )
        self.problems.append(
            warning(
                row.file,
                row.row,
                "value",
                f"expected {said}, as this revision said until now ({old.file}:{old.row}), found {found}: what was "
                "approved later is a revision of a later day",
            )
        )

    def _take_carried(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._put(row)

    def _take_yearly(self, sheet: Sheet, tables: Tables, rows: list[Row], scope: Scope | None) -> None:
        year = tables.plan_year
        before = self.state.get(sheet.name, {})
        current = {key: row for key, row in before.items() if row.plan_year == year and (not scope or scope.holds(row))}
        listed = {row.key for row in tables.rows[sheet.name]}
        gone = sorted(current.keys() - listed) if sheet.name not in tables.broken else []
        if len(gone) * LARGEST_REMOVAL > len(current) and not self._allow_removals:
            self._refuse_removal(tables, sheet, gone, len(current))
            gone = []
        for key in gone:
            del self.state[sheet.name][key]
        for row in rows:
            old = before.get(row.key)
            if old is None or old.plan_year == row.plan_year:
                self._put(row)
            else:
                self._repeat(old, row)

    def _refuse_removal(self, tables: Tables, sheet: Sheet, gone: list[Key], count: int) -> None:
        shown = ", ".join(quoted(" ← ".join(key)) for key in gone[:3]) + (", …" if len(gone) > 3 else "")  # noqa: PLR2004
        self.problems.append(
            Problem(
                _file_of(tables, sheet.name),
                0,
                "",
                f"{len(gone)} of the {count} rows of plan year {quoted(tables.plan_year)} would be removed ({shown}), "
                "more than a tenth: put them back, or ask for it with --allow-removals",
            )
        )

    def _repeat(self, old: Row, row: Row) -> None:
        """A row that another plan year has: it belongs to the earlier one, and both must say the same."""
        cells = [cell for cell in changed_cells(old, row) if (row.file, row.row, cell.column) not in self._unread]
        if not cells:
            if first_day(self.state, row.plan_year) < first_day(self.state, old.plan_year):
                self._put(row)
            return
        earlier = first_day(self.state, old.plan_year) <= first_day(self.state, row.plan_year)
        deliverable = row.sheet in DELIVERABLES or row.sheet == "requirements"
        for cell in cells:
            said = quoted(text_of(cell.old)) if cell.old is not None else "an empty cell"
            found = quoted(text_of(cell.new)) if cell.new is not None else "an empty cell"
            other = "the earlier" if earlier else "the later"
            remedy = (
                "a change of a promise is a revision, and the first promise stays: repeat the row unchanged, "
                "or leave it out"
                if deliverable
                else "repeat the row unchanged, or give the one of this year an id of its own"
            )
            self.problems.append(
                Problem(
                    row.file,
                    row.row,
                    cell.column,
                    f"expected {said} as in {other} plan year {quoted(old.plan_year)} ({old.file}:{old.row}), "
                    f"found {found}: {remedy}",
                )
            )

    def check_kinds(self) -> None:
        """Deliverables that were of another kind before; ids of two kinds at once are for the check to say."""
        for sheet in DELIVERABLES:
            for key, row in self.state.get(sheet, {}).items():
                for other in DELIVERABLES:
                    old = self._present.get(other, {}).get(key)
                    if other != sheet and old and key not in self.state.get(other, {}):
                        self.problems.append(
                            Problem(
                                row.file,
                                row.row,
                                "id",
                                f"expected {_KINDS[other]}, as {quoted(key[0])} was until now ({old.file}:{old.row}), "
                                f"found {_KINDS[sheet]}: a deliverable keeps its kind; give this one an id of its own",
                            )
                        )


def _file_of(tables: Tables, sheet: str) -> str:
    """The name of a sheet's file, also of one that is missing or without rows: beside a sheet that has rows."""
    if rows := tables.rows.get(sheet):
        return rows[0].file
    for other, rows in tables.rows.items():
        if rows:
            folder, slash, name = rows[0].file.rpartition("/")
            return folder + slash + name.replace(other, sheet, 1)
    return f"{sheet}.csv"
