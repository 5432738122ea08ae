"""Judges whom only an assessment shows to be parties: their agency answers for what `from` or `to` pass on."""

from datetime import date
from itertools import groupby

from graph_schema.assess import sweep
from graph_schema.graph import Transaction
from loaders.check.judges import parties, unfair
from loaders.diff import Diff
from loaders.plan import Row, State
from loaders.problems import Problem


def new_rulings(change: Diff) -> list[Row]:
    """The ruled disputes that a load brings or changes, by day and id."""
    found = change.of("disputes")
    rows = [*found.added, *(each.new for each in found.changed)]
    return sorted((row for row in rows if row.values.get("state") == "ruled"), key=lambda row: (_day(row), row.key))


def partial_judges(tx: Transaction, state: State, change: Diff) -> list[Problem]:
    """The new rulings whose judge is a party by the causes as of the day of the ruling (questions.md 8).

    The difference must be written; one assessment is made for each day, and not called the current one.
    """
    problems: list[Problem] = []
    for day, rulings in groupby(new_rulings(change), key=_day):
        sweep(tx, day)
        for row in rulings:
            ends = [str(row.values[name]) for name in ("from", "to") if name in row.values]
            owners: list[str] = tx.run("read/passes_on", ids=ends)[0]["agencies"]
            if shared := parties(state, row, owners):
                problems.append(Problem(row.file, row.row, "ruled_by", unfair(row, shared)))
    return problems


def _day(row: Row) -> date:
    return date.fromisoformat(str(row.values["ruled_on"]))
