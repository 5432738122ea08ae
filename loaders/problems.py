"""Problems of an input: values with a place, an expectation, a finding and a remedy; never exceptions."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypedDict

from rapidfuzz import fuzz, process

Severity = Literal["problem", "warning"]
"""A problem refuses the load; a warning loads and stays visible."""

SHOWN = 5
"""How many problems of one kind a report names one by one."""

_LONGEST_QUOTE = 60
_VARIABLE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\d+(?:[.-]\d+)*")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place: what was expected, what was found, what to do.

    `row` counts as a spreadsheet does (the header is row 1), 0 = the whole file; `column` '' = the whole row.
    `message` is a sentence without its full stop, values in it quoted by `quoted`, so that repeats are known.
    """

    file: str
    row: int
    column: str
    message: str
    severity: Severity = "problem"

    def __str__(self) -> str:
        """The place and the message, as in `targets.csv:14 (weight): expected a number, found 'high'`."""
        place = self.file + (f":{self.row}" if self.row else "") + (f" ({self.column})" if self.column else "")
        return f"{place}: {self.message}" + ("" if self.message.endswith((".", "!", "?")) else ".")

    @property
    def kind(self) -> tuple[str, str, str, str]:
        """What repeats of this problem share: severity, sheet, column, and the message without its values."""
        sheet = self.file.rsplit("/", 1)[-1].removesuffix(".csv")
        return self.severity, sheet, self.column, _VARIABLE.sub("…", self.message)


class ProblemRecord(TypedDict):
    """A problem as `--json` prints it; `text` is the whole sentence."""

    file: str
    row: int
    column: str
    message: str
    severity: Severity
    text: str


def warning(file: str, row: int, column: str, message: str) -> Problem:
    """A problem that does not refuse the load."""
    return Problem(file, row, column, message, "warning")


def refuses(problems: Iterable[Problem]) -> bool:
    """Whether any of them is more than a warning."""
    return any(problem.severity == "problem" for problem in problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Every distinct problem once, problems before warnings, by file, row and column."""
    return sorted(set(problems), key=lambda each: (each.severity, each.file, each.row, each.column, each.message))


def folded(problems: Iterable[Problem], shown: int = SHOWN) -> list[Problem]:
    """The problems in order, each kind's first `shown` in full, the last of them telling how many more there are.

    Every kind shows, however many there are of another: ten different problems are ten lines, ten thousand
    equal ones are `shown`.
    """
    kinds: dict[tuple[str, str, str, str], list[Problem]] = defaultdict(list)
    for problem in in_order(problems):
        kinds[problem.kind].append(problem)
    return in_order(line for repeats in kinds.values() for line in _folded_kind(repeats, shown))


def _folded_kind(repeats: list[Problem], shown: int) -> list[Problem]:
    if len(repeats) <= shown:
        return repeats
    last, more = repeats[shown - 1], len(repeats) - shown
    place = f"{repeats[-1].file}:{repeats[-1].row}" if repeats[-1].row else repeats[-1].file
    tail = f" (and {more:,} more like it, the last at {place})"
    return [*repeats[: shown - 1], replace(last, message=last.message.rstrip(".") + tail)]


def records(problems: Iterable[Problem]) -> list[ProblemRecord]:
    """Every problem in order, none folded, in the form `--json` prints."""
    return [
        ProblemRecord(
            file=problem.file,
            row=problem.row,
            column=problem.column,
            message=problem.message,
            severity=problem.severity,
            text=str(problem),
        )
        for problem in in_order(problems)
    ]


def quoted(value: object) -> str:
    """A found value for a message: in quotes, control characters spelled out, cut beyond 60 characters."""
    text = str(value)
    return repr(text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…")


def nearest(word: str, known: Iterable[str], scorer: Callable[..., float] = fuzz.WRatio) -> str:
    """The known word that `word` was most likely meant to be; '' where none is near."""
    if word.casefold() in (by_case := {each.casefold(): each for each in known}):
        return by_case[word.casefold()]
    found = process.extractOne(word.casefold(), by_case.keys(), scorer=scorer, score_cutoff=60)
    return by_case[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`: did you mean 'targets'?`, or '' where nothing known is near; the end of a message.

    For the few words of the format: what merely holds one of them, or its letters, is not near.
    """
    near = nearest(word, known, fuzz.ratio)
    return f": did you mean {quoted(near)}?" if near else ""
