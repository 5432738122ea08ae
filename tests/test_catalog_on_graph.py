"""The statements and the schema against the database: the sample country, loaded and assessed."""

from collections.abc import Generator, Iterator, Mapping
from datetime import date
from typing import Any

import neo4j
import pytest

from graph_schema.assess import assess
from graph_schema.catalog import Statement, statements
from graph_schema.days import EPOCH
from graph_schema.graph import Graph
from graph_schema.published import publish
from graph_schema.schema import LABELS, RELATIONSHIPS
from loaders.load import load
from loaders.sample import AS_OF, PLAN_YEARS, PLANS, SHOWN

EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
PAIRS = """CYPHER 25
MATCH (n)
UNWIND labels(n) AS label
UNWIND keys(n) AS property
RETURN DISTINCT label, property"""
ENDS = """CYPHER 25
MATCH (a)-[r]->(b)
UNWIND [null] + keys(r) AS property
RETURN DISTINCT labels(a) AS start, type(r) AS type, labels(b) AS end, property"""

VALUES: Mapping[str, object] = {
    "plan_year": PLAN_YEARS[-1], "tier": 2, "id": SHOWN, "ids": [SHOWN], "focus": SHOWN, "limit": 10, "exact": SHOWN,
    "query": "road", "agency": "ROADS", "bearer": "ROADS", "causer": "BUDGET", "as_of": date.fromisoformat(AS_OF),
    "today": 21_000, "rank": 1, "cent": 0.005, "epoch": EPOCH, "rule": "1", "version": 1, "ranks": 1,
    "cascade_ranks": 1, "rows": [], "record": {"number": 1}, "statuses": ["delayed"], "agencies": ["ROADS"],
    "agreements": ["ROADS"], "plan_years": [PLAN_YEARS[-1]], "revised": False, "ruled": False, "first": True,
    "round": 0, "rulings": [{"id": "X", "ends": [SHOWN]}], "by": "line", "five_year_plan": "FYP-4", "number": 1,
    "note": "", "content": b"", "standing": b"", "titles": {"FLOOD": "Flood"},
    "names": {"FLOOD": "Flood (outside the plan)"}, "by_tier": 1, "charged": "CHARGED", "tiers": [1, 2],
    "unruled": False, "key": "L-KESSA", "keys": ["L-KESSA"],
    "asked": [{"kind": "thing", "id": SHOWN, "most": 8}], "start_kind": "thing", "start": SHOWN,
    "to_kind": "agency", "to": "ROADS",
}  # fmt: skip
"""A value of the right type for each parameter that any statement has."""

BY_ID = frozenset({"id", "ids", "agency", "bearer", "agreements", "asked", "start"})
"""A statement with one of these asks about something named: it must not look at everything of a kind."""

SCANS = frozenset(
    {
        "NodeByLabelScan",
        "UnionNodeByLabelsScan",
        "IntersectionNodeByLabelsScan",
        "DirectedRelationshipTypeScan",
        "UndirectedRelationshipTypeScan",
    }
)
NEVER = frozenset({"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"})

NOT_IN_SAMPLE: frozenset[tuple[str, str]] = frozenset()
"""Declared (label or type, property) that Oruvia does not have, each with its reason; now there is none."""

STATEMENTS = statements()
READING = [each for each in STATEMENTS.values() if each.name.startswith(("read/", "report/", "ledger/", "server/"))]


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Generator[Graph]:
    """The sample country as of its day."""
    open_once.write_alone(EMPTY)
    assert not load(open_once, [PLANS]).refused
    for day in (date(2027, 3, 31), date.fromisoformat(AS_OF)):
        assess(open_once, day)
    publish(open_once, "Statistics office", PLAN_YEARS[0])
    publish(open_once, "Statistics office", PLAN_YEARS[0], final=True, note="Accepted by cabinet")
    yield open_once
    open_once.write_alone(EMPTY)


def explained(graph: Graph, statement: Statement) -> tuple[tuple[str, ...], neo4j.ResultSummary]:
    """The columns and the plan, with every notification that the database has to give."""
    params = {name: VALUES[name] for name in statement.params}
    with graph.driver.session(notifications_min_severity="INFORMATION", database=graph.database) as session:
        result = session.run(neo4j.Query("EXPLAIN " + statement.text), params)  # pyright: ignore[reportArgumentType]
        return tuple(result.keys()), result.consume()


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    """The operators of a plan, without the name of the database."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_columns_are_those_of_the_header_and_nothing_is_to_be_said(sample: Graph, statement: Statement) -> None:
    columns, summary = explained(sample, statement)
    assert columns == statement.returns
    said = [status.status_description for status in summary.gql_status_objects if status.is_notification]
    assert said == []


@pytest.mark.parametrize("statement", READING, ids=[each.name for each in READING])
def test_a_reading_statement_finds_what_it_needs(sample: Graph, statement: Statement) -> None:
    _, summary = explained(sample, statement)
    assert summary.plan is not None
    found = set(operators(summary.plan))
    assert len(found) > 1
    assert found & NEVER == set()
    if BY_ID & set(statement.params):
        assert found & SCANS == set()


def test_the_search_for_scans_sees_one(sample: Graph) -> None:
    """What the tests above look for is found where it is."""
    for text, operator in (
        ("CYPHER 25 MATCH (n) RETURN n.id AS id", "AllNodesScan"),
        ("CYPHER 25 MATCH (n:Deliverable) RETURN n.rank AS rank", "NodeByLabelScan"),
    ):
        _, summary = explained(sample, Statement("", text, "", (), ()))
        assert summary.plan is not None
        assert operator in set(operators(summary.plan))
    _, summary = explained(sample, Statement("", "CYPHER 25 MATCH (n:Nothing) RETURN n AS n", "", (), ()))
    assert any(status.is_notification for status in summary.gql_status_objects)


def test_labels_and_their_properties_are_those_declared(sample: Graph) -> None:
    found = {(row["label"], row["property"]) for row in sample.rows(PAIRS)}
    declared = {name: set(label.properties) for name, label in LABELS.items()}
    whole = {name: properties | inherited(name) for name, properties in declared.items()}
    assert {label for label, _ in found} == set(LABELS)
    assert {(label, each) for label, each in found if each not in whole[label]} == set()
    missing = {(label, each) for label, properties in declared.items() for each in properties} - found
    assert missing == {each for each in NOT_IN_SAMPLE if each[0] in LABELS}


def inherited(label: str) -> set[str]:
    """Properties that nodes of the label may have because of the other labels that they carry."""
    roots = {name for name in LABELS if base(name) == base(label)}
    return set[str]().union(*(LABELS[name].properties for name in roots))


def base(label: str) -> str:
    """The label that it is a kind of, in the end."""
    return base(LABELS[label].of) if LABELS[label].of else label


def test_relationships_their_ends_and_properties_are_those_declared(sample: Graph) -> None:
    found = sample.rows(ENDS)
    declared = {(name, each) for name, relationship in RELATIONSHIPS.items() for each in relationship.properties}
    assert {row["type"] for row in found} == set(RELATIONSHIPS)
    assert {(row["type"], row["property"]) for row in found if row["property"]} == declared - NOT_IN_SAMPLE
    strange = [
        row for row in found
        if not any(start in row["start"] and end in row["end"] for start, end in RELATIONSHIPS[row["type"]].ends)
    ]  # fmt: skip
    assert strange == []
    used = {(row["type"], pair) for row in found for pair in RELATIONSHIPS[row["type"]].ends
            if pair[0] in row["start"] and pair[1] in row["end"]}  # fmt: skip
    assert used == {(name, pair) for name, relationship in RELATIONSHIPS.items() for pair in relationship.ends}
