"""What a load prepares for assessments: trees, places, planned days, scales, weights, ranks. It knows no day."""

from graph_schema import policy
from graph_schema.days import EPOCH
from graph_schema.graph import Transaction


def prepare(tx: Transaction) -> None:
    """Prepare the whole graph anew by the first promise, within the transaction of the load."""
    for name in ("agencies", "trees", "places"):
        tx.run(f"prepare/{name}")
    tx.run("prepare/dates", epoch=EPOCH, revised=False)
    tx.run("prepare/dated")
    for name in ("requirements", "scales"):
        tx.run(f"prepare/{name}", epoch=EPOCH, revised=False)
    for name in ("agreements", "weights", "own_bearers", "counted_releases"):
        tx.run(f"prepare/{name}")
    tx.run("prepare/adjudged")
    ranks = _ranked(tx, "prepare/rank_dated")
    cascade_ranks = _ranked(tx, "prepare/rank_cascades")
    for rank in range(cascade_ranks, -1, -1):
        tx.run("prepare/bearers", rank=rank)
    tx.run("prepare/graph", version=policy.SCHEMA, ranks=ranks, cascade_ranks=cascade_ranks)


def _ranked(tx: Transaction, name: str) -> int:
    """The highest rank; the graph was checked to hold no cycle."""
    rank = 0
    while tx.run(name, rank=rank + 1)[0]["moved"]:
        rank += 1
    return rank
