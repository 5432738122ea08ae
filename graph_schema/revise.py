"""The plan in force beside the first promise: put in place for a day, and taken back (questions.md 1).

Plan sheets on the graph are always the first promise. For an assessment of a plan with revisions, what was revised
in time gets a node of its columns in force, and what was prepared of it is prepared anew; before the next load or
assessment all of it is taken back.
"""

from typing import Any

from graph_schema import policy
from graph_schema.days import EPOCH
from graph_schema.graph import Transaction
from graph_schema.matching import Paid, covers


def put_in_force(tx: Transaction, today: int) -> None:
    """Prepare the plan as revised by the day (a day number). It must be as first promised."""
    tx.run("revise/put", today=today)
    tx.run("revise/put_requirements", today=today)
    moved = tx.run("revise/owners", first=False)
    _prepare(tx, recount=moved[0]["releases"] > 0)


def take_back(tx: Transaction) -> None:
    """Prepare the plan as first promised, and forget that it was revised; nothing happens where it was not."""
    if not any(row["revised"] for row in tx.run("revise/found", today=0)):
        return
    moved = tx.run("revise/owners", first=True)
    tx.run("revise/take_back")
    _prepare(tx, recount=moved[0]["releases"] > 0)
    tx.run("prepare/requirements", epoch=EPOCH, revised=True)
    tx.run("revise/unmark")


def owed(tx: Transaction, rank: int, today: int) -> None:
    """Say what each requirement of things of one rank owes, where something was revised."""
    tx.run("revise/owed", rank=rank, today=today, epoch=EPOCH, cent=policy.CENT)


def keep_first(tx: Transaction) -> None:
    """Keep the assessment just made as the one against the first promise."""
    tx.run("revise/keep")
    tx.run("revise/keep_charges")


def _prepare(tx: Transaction, *, recount: bool) -> None:
    tx.run("prepare/dates", epoch=EPOCH, revised=True)
    tx.run("prepare/scales", epoch=EPOCH, revised=True)
    tx.run("prepare/weights")
    if recount:
        tx.run("prepare/counted_releases")
    _match(tx)


def _match(tx: Transaction) -> None:
    """Match payments anew on the lines of which a release was revised."""
    lines = tx.run("revise/lines")
    matched: list[dict[str, Any]] = []
    for line in lines:
        payments = [Paid(key, day, amount, release) for key, day, amount, release in line["payments"]]
        found = covers(((name, amount) for name, amount in line["releases"]), payments)
        matched += [{"payment": c.payment, "release": c.release, "amount": c.amount} for c in found]
    tx.run_batches("write/uncover", [{"line": line["line"]} for line in lines])
    tx.run_batches("write/covers", matched)
