"""Warnings about reports: what contradicts itself, moves nothing, or was never said."""

from collections.abc import Sequence
from datetime import date

from loaders.check.whole import Whole, text
from loaders.columns import text_of
from loaders.defaults import COMPUTED, day, direction, number, planned_finish, target
from loaders.plan import Row
from loaders.problems import quoted


def warn_of_reports(whole: Whole) -> None:
    """Totals that fall, finishes short of the target, reports on computed targets, and silence after the day."""
    targets = whole.state.get("targets", {})
    for name, reports in whole.reports_on.items():
        row = targets.get((name,))
        if row is None:
            continue
        measure = text(row, "measure")
        if measure in COMPUTED:
            _warn_of_computed(whole, name, measure, reports)
        elif measure == "quantity":
            _warn_of_totals(whole, row, reports)
    if "progress" not in whole.broken:
        _warn_of_silence(whole)


def _warn_of_computed(whole: Whole, name: str, measure: str, reports: Sequence[Row]) -> None:
    for report in reports:
        column = next(
            (each for each in ("achieved", "started_on", "finished_on", "forecast_finish") if each in report.values), ""
        )
        if column:
            source = "the targets that support it" if measure == "cascade" else "payments"
            whole.warning(
                report, column, f"{quoted(name)} is measured by {measure}: this report moves nothing; report {source}"
            )


def _warn_of_totals(whole: Whole, row: Row, reports: Sequence[Row]) -> None:
    rising, promised = direction(row.values) == "higher", target(row.values)
    latest: float | None = None
    finish: Row | None = None
    for report in reports:
        achieved = number(report.values, "achieved")
        if achieved is not None:
            if rising and latest is not None and achieved < latest:
                whole.warning(
                    report,
                    "achieved",
                    f"achieved falls from {text_of(latest)} to {text_of(achieved)}: amount of the quarter? write the "
                    "total to date",
                )
            latest = achieved
        if "finished_on" in report.values:
            finish = report
    if finish is None or promised is None or direction(row.values) == "unknown":
        return
    if latest is None or (latest < promised if rising else latest > promised):
        found = "nothing is reported as achieved" if latest is None else f"{text_of(latest)} is achieved"
        whole.warning(
            finish,
            "finished_on",
            f"finished, but {found} of the target {text_of(promised)}: closing short is not finishing; report achieved",
        )


def _warn_of_silence(whole: Whole) -> None:
    """Dated things that were due by the last report of all, and on which nobody ever reported."""
    last = max((each for row in whole.rows("progress") if (each := day(row.values, "as_of"))), default=None)
    if last is None:
        return
    for sheet in ("targets", "milestones"):
        for row in whole.rows(sheet):
            if row.key[0] in whole.reports_on or text(row, "measure") in COMPUTED or text(row, "better") == "unknown":
                continue
            due = _due(whole, row)
            if due and due <= last:
                whole.warning(
                    row,
                    "id",
                    f"{quoted(row.key[0])} was due on {due} and is unreported, though others report up to {last}",
                )


def _due(whole: Whole, row: Row) -> date | None:
    if row.sheet == "milestones":
        return day(row.values, "planned_finish")
    year = whole.year_of(row)
    return planned_finish(row.values, year.ends) if year else None
