"""The rows of a plan, as written by people and as kept in the graph: one form for both.

A load is arithmetic on it: what the graph holds, changed by what the folder says, checked as a whole,
and the difference written. Nothing here knows files or Neo4j.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Value = str | float | int | bool | date
"""A typed cell. Ids and choices are str, amounts float, days date, yes/no bool, whole numbers int."""

Key = tuple[str, ...]
"""What makes a row itself within its sheet: the texts of its key cells ('' where empty)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one sheet: its typed, non-empty cells, and where they stand.

    `plan_year` is the id of the plan year whose folder holds the row; '' for sheets that are carried across
    years (officials, tenures, five_year_plans, plan_targets) and for facts (progress, payments).
    `row` counts as a spreadsheet does: the header is row 1.  `load` is the number of the load that wrote the
    row in its present form; 0 while it is not in the graph.
    """

    sheet: str
    key: Key
    plan_year: str
    values: Mapping[str, Value]
    file: str
    row: int
    load: int = 0


State = dict[str, dict[Key, Row]]
"""Every row of every sheet, by sheet name and key. Keys of yearly sheets begin with what is unique over all years."""
