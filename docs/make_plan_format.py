"""Writes docs/plan_format.md from the declared sheets: run it with `make docs`."""

from collections.abc import Iterator
from pathlib import Path

from loaders.columns import Column, Sheet
from loaders.sheets import SHEETS

PAGE = Path(__file__).with_name("plan_format.md")

_TOP = """# The plan format

A plan is a **folder** with one CSV file per sheet (UTF-8) or **one workbook** (.xlsx) with the same sheets. One plan year a folder; a parent
folder is its plan years in order. Column order is free. Unknown columns and sheets are problems, so that a typing error is never silently
ignored. Days are written as 2027-06-30, numbers plainly (1139.5, not £1,139.50 or 85%). An empty cell means absent. Ids are your own, stable,
at most 200 characters and without `;`; ids of targets, releases and milestones share one space over all years.

`accountability template FILE.xlsx` writes an empty workbook with all of this in its headers; `--example` fills it.

**What a load means**

- A sheet that is present is the whole truth of its kind for that plan year: rows gone from it are removed. A sheet that is absent is left as
  it is. Agencies, posts, officials, tenures and five-year sheets are carried across years: updated, and ended by `until`, never removed.
- `progress`, `payments`, `spending`, `revisions` and `disputes` only add or correct, also from a folder without `plan`; a payment of 0 takes
  back the row with the same line, day and reference. A deliverable that is removed takes its reports, interim targets, revisions and disputes
  along, a requirement its revisions, an agreement its results, a budget line what was spent.
- More than a tenth of a sheet's rows is removed only with `--allow-removals`. With `--for AGENCY` the folder is the whole truth of what that
  agency and those under it own, and of nothing else.
- A later plan year may repeat a deliverable of an earlier one unchanged. A changed `part_of` is a move from that plan year's start.
- All or nothing: with a problem, or a crash at any moment, the graph stays as it was. The same folder twice changes nothing.

**Bold** columns are required. Kinds: *id* (of your own, or of the sheet named), *text*, *day*, *number*, *money* (at most two decimals),
*whole number*, *yes or no*, *one of* (the words given), *grid* (a day where the measure is `date`, else a number).
"""

_KINDS = {
    "id": "id", "ids": "ids, with `;`", "text": "text", "choice": "one of", "yes_no": "yes or no", "date": "day",
    "number": "number", "money": "money", "whole": "whole number", "grid": "grid",
    "written": "as in that column",
}  # fmt: skip
_TRUTHS = {
    "yearly": "Whole truth for its plan year.",
    "carried": "Carried across plan years.",
    "facts": "Adds and corrects.",
}


def page() -> str:
    """The page as it should be."""
    return "\n".join([_TOP, *(_section(sheet) for sheet in SHEETS.values())])


def _section(sheet: Sheet) -> str:
    head = f"## {sheet.name}\n{sheet.says} {_TRUTHS[sheet.truth]} A row is itself by: {', '.join(sheet.key)}.\n"
    return "\n".join([head, "| column | kind | says |", "|---|---|---|", *_rows(sheet), ""])


def _rows(sheet: Sheet) -> Iterator[str]:
    for column in sheet.columns:
        name = f"**{column.name}**" if column.required else column.name
        yield f"| {name} | {_kind(column)} | {column.says} |"


def _kind(column: Column) -> str:
    kind = _KINDS[column.kind]
    if column.refers_to:
        return f"{kind} of {' or '.join(column.refers_to)}"
    if column.choices:
        return f"{kind}: {', '.join(column.choices)}"
    return kind


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
