"""Revisions that cannot be: of what nobody may revise, to what no row could say, to days gone by, to unsound plans."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.check.agreements import check_promised_by, check_weights
from loaders.check.dates import check_span, check_target
from loaders.check.grids import check_grid
from loaders.check.references import Guesses, check_reference
from loaders.check.whole import Whole, Year, text
from loaders.columns import text_of
from loaders.plan import Key, Row
from loaders.problems import quoted
from loaders.revised import Revision, Step, Wrong, history, read_revision
from loaders.sheets import SHEETS

_DAYS = frozenset({"planned_start", "planned_finish", "planned_on", "needed_by"})
_ABOVE_ZERO = {"weight": "a weight", "amount": "an amount"}
_CELLS = ("sheet", "id", "requires", "column", "value", "revised_on")


def check_revisions(whole: Whole) -> None:
    """Every cell of every revision, its day, and the plan in force after each day of revisions."""
    if whole.state.get("revisions"):
        checking = _Checking(whole)
        checking.check_cells()
        for step in history(whole.state):
            checking.check_days(step)
            checking.check_in_force(step)


@dataclass
class _Listening(Whole):
    """The same plan, for checks of rows that are in force: what they say is heard, and told at the revisions."""

    heard: list[tuple[Row, str, str]] = field(default_factory=list[tuple[Row, str, str]])

    def problem(self, row: Row, column: str, message: str) -> None:
        self.heard.append((row, column, message))

    def taken(self) -> list[tuple[Row, str, str]]:
        """What was heard since it was last taken."""
        heard, self.heard = self.heard, []
        return heard


class _Checking:
    """The check of all revisions: `faulty` are those that have a problem of their own, which explains others."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._listening = _Listening(whole.state, whole.touched, whole.unread, whole.broken, whole.today)
        self._said = {(each.file, each.row, each.column) for each in whole.found if each.severity == "problem"}
        self._faulty: set[Key] = set()

    def _problem(self, row: Row, column: str, message: str) -> None:
        self._faulty.add(row.key)
        self._whole.problem(row, column, message)

    def check_cells(self) -> None:
        """What is revised, and whether a row of that sheet could say the new value."""
        guesses = Guesses(self._whole)
        for row in self._whole.rows("revisions"):
            if not self._whole.is_read(row, *_CELLS):
                continue
            revision = read_revision(self._whole.state, row)
            if isinstance(revision, Wrong):
                if not (revision.column == "requires" and "requirements" in self._whole.broken):
                    self._problem(row, revision.column, revision.message)
            elif isinstance(revision, Revision):
                self._check_value(guesses, revision)

    def _check_value(self, guesses: Guesses, revision: Revision) -> None:
        column, to, first = revision.column, revision.to, revision.first
        if column in _ABOVE_ZERO and isinstance(to, float) and to <= 0:
            expected = f"expected {_ABOVE_ZERO[column]} above 0"
            self._problem(revision.row, "value", f"{expected}, found {quoted(text_of(to))}: correct the {column}")
        if column == "weight" and "agreement" not in first.values and self._whole.is_read(first, "agreement"):
            found = f"found {quoted(first.key[0])}, which is promised in none"
            self._problem(revision.row, "id", f"expected a target of an agreement, {found}: it has no weight to revise")
        if column == "lag_days" and isinstance(to, int) and to < 0:
            remedy = "move needed_by to the later day instead"
            self._problem(revision.row, "value", f"expected 0 days or more, found {quoted(to)}: {remedy}")
        declared = SHEETS[first.sheet].column(column)
        if declared and declared.refers_to and self._whole.broken.isdisjoint(declared.refers_to):
            said = Row(first.sheet, first.key, first.plan_year, {}, revision.row.file, revision.row.row)
            check_reference(self._listening, guesses, said, declared, text_of(to))
            for _, _, message in self._listening.taken():
                self._problem(revision.row, "value", message)

    def check_days(self, step: Step) -> None:
        """Days that were over when they were approved, or that another plan year has; of late revisions too."""
        written = {each.revision.name for each in step.judgements if each.revision.column == "planned_finish"}
        for each in step.judgements:
            revision = each.revision
            by_default = revision.column == "excellent" and not (
                revision.name in written or "planned_finish" in step.before[revision.name].values
            )
            year = self._year(revision)
            if isinstance(revision.to, date) and year and (by_default or revision.column in _DAYS):
                self._check_day(revision, revision.to, year)

    def _year(self, revision: Revision) -> Year | None:
        first = revision.first
        needs = self._whole.deliverables.get(first.key[0]) if first.sheet == "requirements" else None
        return self._whole.year_of(needs or first)

    def _check_day(self, revision: Revision, to: date, year: Year) -> None:
        if to < revision.on:
            expected = f"expected a day on or after revised_on {quoted(revision.on)}"
            remedy = "what is over cannot be promised anew; correct one of them"
        elif year.starts <= year.ends and not year.starts <= to <= year.ends:
            expected = f"expected a day of plan year {quoted(year.id)}, {year.starts} to {year.ends}"
            remedy = "promise the part of this year, and the rest in the next"
        else:
            return
        self._problem(revision.row, "value", f"{expected}, found {quoted(to)}: {remedy}")

    def check_in_force(self, step: Step) -> None:
        """What a day's timely revisions make of the plan, by the checks that the first promises passed."""
        of_row: dict[tuple[str, Key], list[Revision]] = defaultdict(list)
        of_agreement: dict[str, list[Revision]] = defaultdict(list)
        for revision in (each.revision for each in step.judgements if each.timely):
            of_row[revision.name].append(revision)
            if revision.column == "weight":
                of_agreement[text(revision.first, "agreement")].append(revision)
        for name, revisions in of_row.items():
            row = step.after[name]
            if row.sheet == "targets":
                check_grid(self._listening, row)
                check_target(self._listening, row)
                if any(revision.column == "agency" for revision in revisions):
                    check_promised_by(self._listening, row)
            elif row.sheet == "milestones":
                check_span(self._listening, row, "planned_start", "planned_finish")
            self._tell(step, revisions, quoted(row.key[0]))
        for agreement, revisions in of_agreement.items():
            targets = self._whole.promised_in.get(agreement, [])
            now = [step.changed.get((target.sheet, target.key), target) for target in targets]
            check_weights(self._listening, agreement, now)
            self._tell(step, revisions, "weights")

    def _tell(self, step: Step, revisions: Sequence[Revision], what: str) -> None:
        """Say at the revisions what was heard, unless it is known or one of them has a problem of its own."""
        for row, column, message in self._listening.taken():
            known = (row.file, row.row, column) in self._said
            if not known and not any(revision.row.key in self._faulty for revision in revisions):
                blamed = self._whole.newest(_of_column(revisions, column))
                self._whole.problem(blamed, "value", f"{what} as in force on {quoted(step.day)}: {message}")


def _of_column(revisions: Iterable[Revision], column: str) -> list[Row]:
    """The rows of the revisions of a column, of all of them where there is none."""
    rows = [(revision.column == column, revision.row) for revision in revisions]
    return [row for same, row in rows if same] or [row for _, row in rows]
