"""The assessment: two sweeps over ranks, in Cypher, in one transaction (attribution.md 2 to 6).

Forward: what was known, when each thing finishes, which requirement explains its delay or shortfall, scores.
Backward: each lost point travels back to where it began. The number of statements depends on the number of
ranks alone. A failed assessment leaves the former one in place. Loads and assessments wait for each other.
"""

import logging
from dataclasses import dataclass
from datetime import date

from graph_schema import policy, revise, rulings
from graph_schema.answers.standing import packed, standing
from graph_schema.days import EPOCH
from graph_schema.errors import UsageError
from graph_schema.graph import Graph, Transaction

log = logging.getLogger("accountability.assess")


class NothingToAssessError(UsageError):
    """The graph holds no plan."""

    def __init__(self) -> None:
        super().__init__("There is no plan in the graph yet. Load one: accountability load PATH")


@dataclass(frozen=True)
class Ranks:
    """The highest rank of a dated thing, and of a cascade."""

    ranks: int
    cascade_ranks: int


@dataclass(frozen=True)
class _Found:
    revisions: int
    rulings: int
    revised: bool
    ruled: bool


def assess(graph: Graph, as_of: date) -> None:
    """Make the assessment as of the end of that day the current one. Raises NothingToAssessError."""
    with graph.writing() as tx:
        sweep(tx, as_of)
        tx.run("assess/assessment", as_of=as_of, rule=policy.RULE, standing=packed(standing(tx)))
        log.info("assessing: committing")
    log.info("assessed as of %s", as_of)


def sweep(tx: Transaction, as_of: date) -> None:
    """Find everything as of the end of that day, without calling it the current assessment: a step of one."""
    log.info("assessing: claiming")
    tx.run("assess/claim")
    found = tx.read("assess/ranks", Ranks)
    if not found:
        raise NothingToAssessError
    _assess(tx, (as_of - EPOCH).days, found[0])


def _assess(tx: Transaction, today: int, upto: Ranks) -> None:
    """Against the first promise, where it differs; without rulings, where there are any; and in force."""
    found = tx.read("revise/found", _Found, today=today)[0]
    revise.take_back(tx)
    if found.ruled:
        rulings.forget(tx)
    tx.run("assess/forget")
    differs = found.revisions > 0 or found.rulings > 0
    if differs:
        log.info("assessing: first promise")
        _forward(tx, today, upto)
        _backward(tx, upto)
        revise.keep_first(tx)
    elif found.revised:
        tx.run("revise/forget")
    if found.revisions:
        revise.put_in_force(tx, today)
    if found.revisions or not differs:
        log.info("assessing: forward")
        _forward(tx, today, upto, revised=found.revisions > 0)
        log.info("assessing: backward")
        _backward(tx, upto)
    if found.rulings:
        log.info("assessing: rulings")
        rulings.apply(tx, today)
        _backward(tx, upto)
    tx.run("revise/flags", revised=differs, ruled=found.rulings > 0)


def _forward(tx: Transaction, today: int, upto: Ranks, *, revised: bool = False) -> None:
    tx.run("assess/paid", today=today, cent=policy.CENT)
    tx.run("assess/reported", today=today)
    tx.run("assess/undated")
    for rank in range(upto.ranks + 1):
        if revised:
            revise.owed(tx, rank, today)
        tx.run("assess/finish", rank=rank, today=today)
    tx.run("assess/delayed")
    tx.run("assess/cut")
    tx.run("assess/paid_on_time", today=today)
    tx.run("assess/scores", today=today)
    for rank in range(upto.cascade_ranks + 1):
        tx.run("assess/cascade_scores", rank=rank)


def _backward(tx: Transaction, upto: Ranks) -> None:
    for rank in range(upto.cascade_ranks, -1, -1):
        tx.run("assess/cascade_points", rank=rank)
    tx.run("assess/own_points")
    tx.run("assess/charge_releases")
    for rank in range(upto.ranks, -1, -1):
        tx.run("assess/charge", rank=rank)
    tx.run("assess/charge_outside")
