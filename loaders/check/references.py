"""References: every id that a cell names, looked up in the sheets it may come from."""

from collections import defaultdict

from loaders.check.whole import Whole, Year, place
from loaders.columns import DELIVERABLES, Column, ids_of
from loaders.plan import Row
from loaders.problems import Problem, nearest, quoted, warning
from loaders.sheets import SHEETS

NOUNS = {
    "plan": "a plan year",
    "five_year_plans": "a five-year plan",
    "agencies": "an agency",
    "posts": "a post",
    "officials": "an official",
    "agreements": "an agreement",
    "plan_targets": "a plan target",
    "targets": "a target",
    "releases": "a release",
    "milestones": "a milestone",
    "budget_lines": "a budget line",
}
"""What a row of each sheet with ids is."""

_COLUMNS = [(sheet, column) for sheet in SHEETS.values() for column in sheet.columns if column.refers_to]

_MOST_GUESSES = 200
"""How many unknown ids get a guess at what was meant: a guess reads every known id."""


class Guesses:
    """The nearest known id of each unknown one, each looked for once, and not more than some hundreds."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._known: dict[tuple[tuple[str, ...], str], str] = {}

    def nearest(self, sheets: tuple[str, ...], word: str) -> str:
        """The id of one of these sheets that was most likely meant; '' where none is near."""
        if (sheets, word) not in self._known and len(self._known) < _MOST_GUESSES:
            known = sorted(each for sheet in sheets for each in self._whole.ids[sheet])
            self._known[sheets, word] = nearest(word, known)
        return self._known.get((sheets, word), "")


def check_references(whole: Whole) -> None:
    """Ids that nothing has, ids of the wrong kind, and agencies that the tree of the year does not have."""
    guesses = Guesses(whole)
    unknown: dict[str, list[str]] = defaultdict(list)
    for sheet, column in _COLUMNS:
        written = [(row, row.values[column.name]) for row in whole.rows(sheet.name) if column.name in row.values]
        if not written:
            continue
        if unread := whole.broken.intersection(column.refers_to):
            unknown[min(unread)].append(f"{sheet.name}.csv ({column.name})")
            continue
        for row, value in written:
            for word in ids_of(value) if column.kind == "ids" else (str(value),):
                check_reference(whole, guesses, row, column, word)
    for name, places in unknown.items():
        message = f"ids that name {NOUNS[name]} were not looked up in {', '.join(places)}, since this sheet is missing "
        whole.found.append(warning(f"{name}.csv", 0, "", f"{message}or was not read whole: mend it and load again"))


def check_reference(whole: Whole, guesses: Guesses, row: Row, column: Column, word: str) -> None:
    """An id in a cell that nothing has, that is of the wrong kind, or that the tree of the year does not have."""
    sheets = column.refers_to
    if any(word in whole.ids[sheet] for sheet in sheets):
        if sheets in (("agencies",), ("posts",)) and (year := whole.year_of(row)):
            _check_listed(whole, year, row, column, word)
        return
    noun = "a deliverable (target, release or milestone)" if sheets == DELIVERABLES else NOUNS[sheets[0]]
    other = next((NOUNS[sheet] for sheet in NOUNS if word in whole.ids[sheet]), "")
    found = f"expected the id of {noun}, found {quoted(word)}, which "
    if not other and not whole.is_new(row):  # it was there when that row came
        remedy = f"put the row of {quoted(word)} back, or correct this one as well"
        lost = f"this row of load {row.load} names {quoted(word)}, which this load removes: {remedy}"
        whole.found.append(Problem(row.file, row.row, column.name, lost))
        return
    near = guesses.nearest(sheets, word)
    if other:
        perhaps = f", perhaps {quoted(near)}" if near else ""
        whole.problem(row, column.name, f"{found}is {other}: write the id of {noun}{perhaps}")
    else:
        files = " or ".join(f"{sheet}.csv" for sheet in sheets)
        remedy = f"did you mean {quoted(near)}?" if near else f"add it to {files}, or correct the id"
        whole.problem(row, column.name, f"{found}no row has: {remedy}")


def _check_listed(whole: Whole, year: Year, row: Row, column: Column, word: str) -> None:
    sheet = column.refers_to[0]
    if word in (year.agencies if sheet == "agencies" else year.posts):
        return
    first = next(
        other.id for other in whole.years.values() if word in (other.agencies if sheet == "agencies" else other.posts)
    )
    whole.problem(
        row,
        column.name,
        f"expected {NOUNS[sheet]} of plan year {quoted(year.id)}, found {quoted(word)}, which is first listed in plan "
        f"year {quoted(first)}: list it in {sheet}.csv of this year",
    )


def check_shared_ids(whole: Whole) -> None:
    """One id for two deliverables of different kinds: they share one space over all years."""
    for row in whole.deliverables.values():
        word = row.key[0]
        holders = [whole.state.get(sheet, {}).get((word,)) for sheet in DELIVERABLES]
        rows = [holder for holder in holders if holder is not None]
        if len(rows) > 1:
            last = whole.newest(rows)
            others = [other for other in rows if other is not last]
            whole.problem(
                last,
                "id",
                f"expected an id that no other deliverable has, found {quoted(word)}, which is "
                + " and ".join(f"{NOUNS[other.sheet]} as well ({place(other)})" for other in others)
                + f": give {NOUNS[last.sheet].replace('a ', 'the ', 1)} an id of its own",
            )
