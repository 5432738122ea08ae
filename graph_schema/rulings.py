"""Rulings on disputes: they move days and units between causes and delete none (questions.md 8)."""

from graph_schema.causes import CAUSES, name_of, title_of
from graph_schema.graph import Transaction


def apply(tx: Transaction, today: int) -> None:
    """Apply the rulings by the day (a day number), in their order; what was without them is kept beside.

    The rule alone must have been assessed, forward and backward.
    """
    tx.run("rulings/keep", today=today)
    tx.run("rulings/keep_charges")
    titles, names = {c: title_of(c) for c in CAUSES}, {c: name_of(c) for c in CAUSES}
    rounds = tx.run("rulings/rounds", today=today, titles=titles, names=names)[0]["rounds"] or 0
    for number in range(rounds):
        tx.run("rulings/move", today=today, round=number)


def forget(tx: Transaction) -> None:
    """Forget the rulings of an earlier assessment."""
    tx.run("rulings/forget")
