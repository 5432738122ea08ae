"""Warnings about revisions: too late to count, dated back, or cutting what had already come."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from loaders.check.whole import Whole, text
from loaders.columns import text_of
from loaders.defaults import COMPUTED, day, direction, number, target
from loaders.matching import covers
from loaders.plan import Row
from loaders.problems import quoted
from loaders.revised import Judgement, Step, history

_FOR_MATCHING = ("id", "budget_line", "planned_on", "amount")


def warn_of_revisions(whole: Whole) -> None:
    """Revisions that change no number, that come to light after their day, and cuts of what was there already."""
    if not whole.state.get("revisions"):
        return
    arrivals = _Arrivals(whole)
    for step in history(whole.state):
        for each in step.judgements:
            if not whole.is_new(each.revision.row):
                continue
            _warn_of_backdating(whole, each)
            if not each.timely:
                _warn_of_lateness(whole, each)
            elif each.revision.column == "amount":
                _warn_of_amount(whole, arrivals, step, each)
            elif each.revision.column in ("target", "excellent"):
                _warn_of_target(whole, step, each)


def _warn_of_lateness(whole: Whole, judgement: Judgement) -> None:
    if judgement.last_day is None:
        return
    if judgement.with_weight_of:
        other = quoted(judgement.with_weight_of)
        why = f"in time, but together with the weight of {other}, which was due"
    else:
        why = f"after {judgement.last_day}, the day that it is about"
    whole.warning(judgement.revision.row, "revised_on", f"revised {why}: it is listed, and changes no number")


def _warn_of_backdating(whole: Whole, judgement: Judgement) -> None:
    revision = judgement.revision
    year = whole.year_of(revision.first)
    known_before = year is not None and year.row.load > 0
    if known_before and revision.row.load == 0 and whole.today and revision.on < whole.today:
        whole.warning(
            revision.row,
            "revised_on",
            f"approved on {revision.on}, before this load, the first that tells of it: keep the signed paper at hand",
        )


def _warn_of_amount(whole: Whole, arrivals: "_Arrivals", step: Step, judgement: Judgement) -> None:
    revision = judgement.revision
    before, after = (number(rows[revision.name].values, "amount") for rows in (step.before, step.after))
    if before is not None and after is not None and after < before:
        come = arrivals.paid(step, step.before[revision.name])
        if after < come:
            _say_cut(whole, revision.row, after, come)


def _warn_of_target(whole: Whole, step: Step, judgement: Judgement) -> None:
    revision = judgement.revision
    before, after = (step.before[revision.name].values, step.after[revision.name].values)
    if text_of(after.get("measure")) in COMPUTED:
        return
    promised, now, rising = target(before), target(after), direction(after) == "higher"
    come = _reported(whole, revision.first.key[0], step.day)
    if promised is None or now is None or come is None:
        return
    if (now < promised and come > now) if rising else (now > promised and come < now):
        _say_cut(whole, revision.row, now, come)


def _reported(whole: Whole, name: str, on: date) -> float | None:
    """What was achieved by a day, as the latest report up to it says."""
    found: float | None = None
    for report in whole.reports_on.get(name, ()):
        as_of, achieved = day(report.values, "as_of"), number(report.values, "achieved")
        if achieved is not None and as_of and as_of <= on:
            found = achieved
    return found


def _say_cut(whole: Whole, row: Row, to: float, come: float) -> None:
    already = f"revised to {quoted(text_of(to))}, when {quoted(text_of(come))} had come already"
    whole.warning(row, "value", f"{already}: those who wait are charged for the cut, though nothing was missing")


class _Arrivals:
    """What was paid of releases, line by line: made only for lines on which a release is lowered."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    @cached_property
    def _lines(self) -> Mapping[str, tuple[list[Row], list[Row]]]:
        found: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
        for sheet, place in (("releases", 0), ("payments", 1)):
            for row in self._whole.rows(sheet):
                found[text(row, "budget_line")][place].append(row)
        return found

    def paid(self, step: Step, release: Row) -> float:
        """What of a release was paid up to the day of a step, matched as was in force just before that day."""
        releases, payments = self._lines[text(release, "budget_line")]
        now = [step.before.get((row.sheet, row.key), step.changed.get((row.sheet, row.key), row)) for row in releases]
        paid = [row for row in payments if (on := day(row.values, "paid_on")) and on <= step.day]
        state = {
            "releases": {row.key: row for row in now if all(each in row.values for each in _FOR_MATCHING)},
            "payments": {row.key: row for row in paid if "amount" in row.values},
        }
        of_line = covers(state, [text(release, "budget_line")])
        return round(sum(each.amount for each in of_line if each.release == release.key[0]), 2)
