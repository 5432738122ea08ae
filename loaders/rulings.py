"""Judges whom only an assessment shows to be parties: their agency answers for what `from` or `to` pass on."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph_schema.assess import sweep
from graph_schema.graph import Transaction
from loaders.check.judges import Benches, unfair
from loaders.check.whole import Whole
from loaders.diff import Diff
from loaders.plan import Row, State
from loaders.problems import Problem


def new_rulings(change: Diff) -> list[Row]:
    """The ruled disputes that a load brings or changes, by day and id."""
    found = change.of("disputes")
    rows = [*found.added, *(each.new for each in found.changed)]
    return sorted((row for row in rows if row.values.get("state") == "ruled"), key=lambda row: (_day(row), row.key))


@dataclass(frozen=True, slots=True)
class _CouldAnswer:
    id: str
    agencies: list[str]


@dataclass(frozen=True, slots=True)
class Trial:
    """Judges who are parties; `assessed`: other days were assessed to find out, so the transaction must not be kept."""

    problems: tuple[Problem, ...] = ()
    assessed: bool = False


def partial_judges(tx: Transaction, state: State, change: Diff) -> Trial:
    """The new rulings whose judge is a party by the causes as of the day of the ruling (questions.md 8).

    The difference must be written. Where a judge could be a party at all, one assessment is made for each day, and not
    called the current one; a judge who stands apart from all that is waited for needs none.
    """
    rulings = new_rulings(change)
    if not rulings:
        return Trial()
    benches = Benches(Whole(state))
    asked = [{"id": str(row.values["id"]), "ends": _ends(row)} for row in rulings]
    could = {found.id: found.agencies for found in tx.read("read/could_answer", _CouldAnswer, rulings=asked)}
    doubtful = [row for row in rulings if benches.parties(row, could[str(row.values["id"])])]
    problems: list[Problem] = []
    for day, of_day in groupby(doubtful, key=_day):
        sweep(tx, day)
        for row in of_day:
            owners: list[str] = tx.run("read/passes_on", ids=_ends(row))[0]["agencies"]
            if shared := benches.parties(row, owners):
                problems.append(Problem(row.file, row.row, "ruled_by", unfair(row, shared)))
    return Trial(tuple(problems), bool(doubtful))


def _ends(row: Row) -> list[str]:
    return [str(row.values[name]) for name in ("from", "to") if name in row.values]


def _day(row: Row) -> date:
    return date.fromisoformat(str(row.values["ruled_on"]))
