"""Days that cannot be: ends before starts, finishes outside their year, reports on the future."""

from datetime import date

from loaders.check.whole import Whole, place, text
from loaders.defaults import COMPUTED, day, planned_finish
from loaders.plan import Row
from loaders.problems import quoted

_SPANS = (
    ("plan", "starts", "ends"),
    ("five_year_plans", "starts", "ends"),
    ("agencies", "since", "until"),
    ("tenures", "since", "until"),
    ("milestones", "planned_start", "planned_finish"),
)


def check_dates(whole: Whole) -> None:
    """Spans that end before they start, targets beyond their year, plan years of one day, lags below 0."""
    for sheet, first, last in _SPANS:
        for row in whole.rows(sheet):
            check_span(whole, row, first, last)
    for row in whole.rows("targets"):
        check_target(whole, row)
    for row in whole.rows("requirements"):
        lag = row.values.get("lag_days")
        if isinstance(lag, int) and lag < 0:
            whole.problem(
                row,
                "lag_days",
                f"expected 0 days or more, found {quoted(lag)}: move needed_by to the later day instead",
            )
    starts: dict[date, Row] = {}
    for year in whole.years.values():
        if (other := starts.setdefault(year.starts, year.row)) is not year.row:
            row = whole.newest((other, year.row))
            other = year.row if row is other else other
            whole.problem(
                row,
                "starts",
                f"expected a first day that no other plan year has, found {quoted(year.starts)} of "
                f"{quoted(other.key[0])} as "
                f"well ({place(other)}): correct the day, or load both as one plan year",
            )


def check_span(whole: Whole, row: Row, first: str, last: str) -> None:
    """A row that ends before it starts."""
    start, end = day(row.values, first), day(row.values, last)
    if start and end and end < start:
        whole.problem(
            row, last, f"expected a day on or after {first} {quoted(start)}, found {quoted(end)}: correct one of them"
        )


def check_target(whole: Whole, row: Row) -> None:
    """A target that is to be finished before it starts, or after its year."""
    year = whole.year_of(row)
    if year is None or not whole.is_read(row, "measure", "planned_finish", "planned_start", "excellent"):
        return
    measure = text(row, "measure")
    column = "planned_finish"
    if column not in row.values and measure == "date" and day(row.values, "excellent"):
        column = "excellent"
    finish = planned_finish(row.values, year.ends)
    if finish > year.ends:
        whole.problem(
            row,
            column,
            f"expected a day up to the end of plan year {quoted(year.id)}, {year.ends}, found {quoted(finish)}: "
            "promise the "
            "part of this year, and the rest in the next",
        )
    start = day(row.values, "planned_start")
    if start and finish < start and not (measure in COMPUTED and "planned_finish" not in row.values):
        shown = (
            f"found {quoted(finish)}" if column in row.values else f"found none, so that the year's end {finish} counts"
        )
        whole.problem(
            row,
            column if column in row.values else "planned_start",
            f"expected a finish on or after planned_start {quoted(start)}, {shown}: correct one of them",
        )


def check_reports(whole: Whole) -> None:
    """Reports that know the future, finish before they start, or finish what payments alone finish."""
    releases = whole.state.get("releases", {})
    targets = whole.state.get("targets", {})
    for row in whole.rows("progress"):
        values = row.values
        started, finished = values.get("started_on"), values.get("finished_on")
        if started is None and finished is None:
            continue
        as_of = day(values, "as_of")
        if isinstance(finished, date):
            name = row.key[:1]
            if name in releases and name not in targets:
                whole.problem(
                    row,
                    "finished_on",
                    f"expected no finished_on for the release {quoted(name[0])}, found {quoted(finished)}: report "
                    "payments, "
                    "they finish a release; leave the cell empty",
                )
                continue
            _check_known(whole, row, "finished_on", finished, as_of)
        if isinstance(started, date):
            _check_known(whole, row, "started_on", started, as_of)
            if isinstance(finished, date) and finished < started and not (as_of and started > as_of):
                check_span(whole, row, "started_on", "finished_on")


def _check_known(whole: Whole, row: Row, column: str, value: date, as_of: date | None) -> None:
    if as_of and value > as_of:
        remedy = "; an expected day is a forecast_finish" if column == "finished_on" else ""
        expected = f"expected a day up to as_of {quoted(as_of)}, found {quoted(value)}"
        whole.problem(row, column, f"{expected}: correct the day or as_of{remedy}")
