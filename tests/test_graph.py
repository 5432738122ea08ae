"""Statements run, rows typed, transactions whole."""

from dataclasses import dataclass
from datetime import date

import pytest

from graph_schema.errors import StatementError, StatementTimeoutError
from graph_schema.graph import BATCH, Graph


@dataclass(frozen=True)
class Paid:
    """A row of these tests."""

    id: str
    paid_on: date
    days: list[date]


def test_rows_are_typed_and_days_are_pythons(graph: Graph) -> None:
    statement = "RETURN $id AS id, date('2026-03-01') AS paid_on, [date('2026-03-02')] AS days"
    assert graph.read(statement, Paid, id="a") == [Paid("a", date(2026, 3, 1), [date(2026, 3, 2)])]
    assert graph.round_trips == 1


def test_a_reading_statement_may_not_write(graph: Graph) -> None:
    with pytest.raises(StatementError):
        graph.rows("CREATE (:Agency {id: 'a'})")
    assert graph.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_transaction_is_kept_whole_or_not_at_all(graph: Graph) -> None:
    with pytest.raises(ZeroDivisionError), graph.writing() as tx:  # noqa: PT012 -- the block is what is tested
        tx.run("CREATE (:Agency {id: $id})", id="a")
        assert tx.run("MATCH (a:Agency) RETURN a.id AS id") == [{"id": "a"}]
        raise ZeroDivisionError
    assert graph.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: $id})", id="b")
    assert graph.rows("MATCH (a:Agency) RETURN a.id AS id") == [{"id": "b"}]


def test_batches_hold_twenty_thousand_rows(graph: Graph) -> None:
    rows = [{"id": str(number)} for number in range(2 * BATCH + 1)]
    with graph.writing() as tx:
        counts = tx.run_batches("UNWIND $rows AS row CREATE (:Agency {id: row.id}) RETURN count(*) AS n", rows)
    assert [row["n"] for row in counts] == [BATCH, BATCH, 1]
    assert graph.round_trips == 3
    assert graph.rows("MATCH (a:Agency) RETURN count(a) AS n") == [{"n": 2 * BATCH + 1}]


def test_a_slow_write_ends_at_its_limit(graph: Graph) -> None:
    with pytest.raises(StatementTimeoutError, match="1 s"), graph.writing(seconds=1) as tx:
        tx.run("UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j WITH i * j AS k RETURN max(k) AS k")


def test_values_are_never_part_of_the_statement(graph: Graph) -> None:
    hostile = "x'}) MATCH (n) DETACH DELETE n //"
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: $id})", id=hostile)
    assert graph.rows("MATCH (a:Agency {id: $id}) RETURN a.id AS id", id=hostile) == [{"id": hostile}]
