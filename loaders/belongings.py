"""Rows that are about another row: when that one is gone, there is nothing left that they could be about."""

from collections.abc import Callable, Collection

from loaders.columns import DELIVERABLES
from loaders.plan import Key, Row, State

_Gone = Collection[Key]


def gone_with_their_things(present: State, state: State, touched: Collection[tuple[str, Key]]) -> None:
    """Take out of `state` the rows about things that `present` has and `state` has not.

    A deliverable takes its reports, interim targets, revisions and disputes along, a requirement its revisions, an
    agreement its results, a budget line what was spent of it. Rows that the folders of this load hold (`touched`, by
    sheet and key) stay: they need what they name.
    """
    deliverables = {
        key
        for sheet in DELIVERABLES
        for key in present.get(sheet, {})
        if all(key not in state.get(each, {}) for each in DELIVERABLES)
    }
    requirements, agreements, lines = (
        present.get(sheet, {}).keys() - state.get(sheet, {}).keys()
        for sheet in ("requirements", "agreements", "budget_lines")
    )

    def drop(sheet: str, gone: _Gone, about: Callable[[Row], Key]) -> None:
        rows = state.get(sheet, {}) if gone else {}
        along = [key for key, row in rows.items() if about(row) in gone and (sheet, key) not in touched]
        for key in along:
            del rows[key]

    for sheet in ("progress", "trajectory"):
        drop(sheet, deliverables, _first_cell)
    drop("disputes", deliverables, _disputed)
    drop("revisions", deliverables, _revised)
    drop("revisions", requirements, _revised_requirement)
    drop("results", agreements, _first_cell)
    drop("spending", lines, _first_cell)


def _first_cell(row: Row) -> Key:
    return row.key[:1]


def _disputed(row: Row) -> Key:
    return (str(row.values.get("deliverable", "")),)


def _revised(row: Row) -> Key:
    return (row.key[1],)


def _revised_requirement(row: Row) -> Key:
    return row.key[1:3] if row.key[0] == "requirements" else ()
