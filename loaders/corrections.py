"""What a load corrects: cells of rows that were there before, changed without a revision, and rows taken away.

Each is kept with the load as one text of JSON, since what stood there is in no sheet any more.
"""

import json
from collections.abc import Iterator

from loaders.columns import DELIVERABLES, text_of
from loaders.diff import Diff
from loaders.plan import Row, State, Value

_KEPT = ("targets", "requirements", "releases", "milestones", "tenures")
"""The sheets of which a change after the signature is listed."""


def corrections(change: Diff, present: State, new: State) -> list[str]:
    """One text for each changed cell and each removed row: sheet, key, plan year, agency, agreement, column, was, now.

    Of a removed row column and now are ''. Empty cells are ''.
    """
    out = list[str]()
    for sheet in _KEPT:
        found = change.of(sheet)
        for each in found.changed:
            out += [_text(new, each.new, c.column, text_of(c.old), text_of(c.new)) for c in each.cells]
        out += [_text(present, row, "", _words(row), "") for row in found.removed]
    return out


def _words(row: Row) -> str:
    return "; ".join(f"{column} {text_of(value)}" for column, value in _telling(row))


def _telling(row: Row) -> Iterator[tuple[str, Value]]:
    for column in ("title", "weight", "planned_finish", "planned_on", "amount", "needed_by", "since", "until"):
        if column in row.values:
            yield column, row.values[column]


def _text(state: State, row: Row, column: str, was: str, now: str) -> str:
    owned = _owned(state, row)
    record = {
        "sheet": row.sheet,
        "key": list(row.key),
        "plan_year": row.plan_year,
        "agency": text_of(owned.values.get("released_by" if owned.sheet == "releases" else "agency")),
        "agreement": text_of(owned.values.get("agreement")),
        "column": column,
        "was": was,
        "now": now,
        "file": row.file,
        "row": row.row,
    }
    return json.dumps(record, ensure_ascii=False)


def _owned(state: State, row: Row) -> Row:
    """The row that says whose it is: of a requirement what requires, of a tenure the post."""
    if row.sheet == "requirements":
        sheets = [state.get(sheet, {}).get(row.key[:1]) for sheet in DELIVERABLES]
        return next((found for found in sheets if found), row)
    if row.sheet == "tenures":
        posts = [post for key, post in state.get("posts", {}).items() if key[-1] == row.key[0]]
        return posts[-1] if posts else row
    return row
