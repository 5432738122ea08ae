"""Ask in Cypher: what is refused and where, what the database is asked, and that nothing is changed or hangs."""

import re
import time
from collections.abc import Generator
from datetime import date

import pytest
from engine import loaded
from graph_contents import digest

from graph_schema.assess import assess
from graph_schema.console import ROWS, ask, refusal, spot
from graph_schema.console.examples import examples
from graph_schema.console.reader import RefusedError, answer
from graph_schema.console.reading import cleaned
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Generator[Graph]:
    """The sample country as of its day; what is asked leaves it as it is."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    before = digest(open_once)
    yield open_once
    assert digest(open_once) == before


REFUSED = [
    ("", "no statement"),
    ("x" * 20_001, "longer than 20,000"),
    ("LOAD CSV FROM 'x' AS l RETURN l", "LOAD CSV"),
    ("load /* */ csv FROM 'x' AS l RETURN l", "LOAD CSV"),
    ("// harmless\rLOAD CSV FROM 'x' AS l RETURN l", "LOAD CSV"),
    ("RETURN COLLECT { LOAD CSV FROM 'x' AS l RETURN l }", "LOAD CSV"),
    ("SHOW TRANSACTIONS", "SHOW"),
    ("sHoW users YIELD user RETURN user", "SHOW"),
    ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
    ("USE system MATCH (n) RETURN n", "USE"),
    ("CALL { USE other RETURN 1 AS x } RETURN x", "USE"),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS OF 5 ROWS RETURN n", "IN TRANSACTIONS"),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS RETURN n", "IN TRANSACTIONS"),
    ("RETURN 1; RETURN 2", "one statement at a time"),
    ("EXPLAIN RETURN 1", "leave out EXPLAIN"),
    ("PROFILE MATCH (n) RETURN n", "leave out PROFILE"),
    ("CYPHER 5 RETURN 1", "leave out CYPHER"),
    ("RETURN $x", "no parameters"),
    ("RETURN 'a\\u0027 x'", "written as its code"),
    ("MATCH (`\\U0000006e`) RETURN 1", "written as its code"),
    ("RETURN 'a", "does not end"),
    ("RETURN 1 /* a", "does not end"),
    ("RETURN\u00a01", "within a text alone"),
    ("RETURN 1\u2028", "within a text alone"),
    ("CALL dbms.components()", "procedure dbms.components"),
    ("CALL dbms . components", "procedure dbms.components"),
    ("OPTIONAL CALL apoc.cypher.doIt('x', {}) YIELD value RETURN value", "procedure apoc.cypher.doIt"),
    ("CALL `dbms`.`components`()", "without quotes"),
    ("RETURN `apoc`.`x`(1)", "without quotes"),
    ("RETURN apoc.text.join([], '')", "function apoc.text.join"),
    ("RETURN {a: evil.run(1)}", "function evil.run"),
    ("RETURN [x IN [1] | evil /**/ . run (x)]", "function evil.run"),
    ("RETURN file()", "function file"),
    ("CREATE (n:X)", "CREATE changes"),
    ("MATCH (n:Target) CALL (n) { CREATE (m:X) } RETURN n", "CREATE changes"),
    ("DROP DATABASE neo4j", "DROP changes"),
]


@pytest.mark.parametrize(("statement", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused_is_told_why(statement: str, why: str) -> None:
    found = refusal(statement)
    assert found
    assert why.lower() in found.why.lower()


@pytest.mark.parametrize(
    "statement",
    [
        "RETURN 'LOAD CSV; SHOW $x // no' AS `use`, \"CALL dbms.components()\" AS x;",
        "MATCH (n:Target) // LOAD CSV\nWHERE n.load > 1 AND (n.show IS NULL) RETURN n.use AS use ORDER BY use",
        "MATCH p = SHORTEST 1 (a:Release)-[:DELAYED|CUT]->+(b) RETURN [x IN nodes(p) | x.id]",
        "MATCH (t:Target) WHERE EXISTS { (t)<-[:REPORTS]-() } RETURN count(*), date.truncate('month', date())",
        "CALL db.labels() YIELD label RETURN label",
        "MATCH (a:Agency) CALL (a) { MATCH (a)<-[:OWNED_BY]-(d) RETURN count(d) AS n } RETURN a.id, n",
        "RETURN 'it\\'s' AS x",
    ],
)
def test_what_reads_is_left_alone(sample: Graph, statement: str) -> None:
    assert refusal(statement) is None
    answer(sample, statement, 10, 10)


def test_the_place_is_shown() -> None:
    statement = "MATCH (n)\nRETURN n.id, evil.run(n)"
    found = refusal(statement)
    assert found
    assert (found.line, found.column) == (2, 14)
    mark = spot(statement, found)
    assert mark
    assert mark.text[mark.caret.index("^") :].startswith("evil.run")


def test_what_is_sent_has_no_comments_and_all_else_in_its_place() -> None:
    statement = "RETURN 1 /* a */ AS `/* b */`, '// c' AS x // d\n;"
    sent = cleaned(statement)
    assert len(sent) == len(statement)
    assert sent.split() == ["RETURN", "1", "AS", "`/*", "b", "*/`,", "'//", "c'", "AS", "x"]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("MATCH (n:Target) SET n.title = 'x' RETURN n", "only read"),
        ("MATCH (n:Target) DETACH DELETE n", "only read"),
        ("MATCH (n:Target) REMOVE n.title", "only read"),
        ("MATCH (n:Target) RETRN n", "Invalid input 'RETRN'"),
        ("MATCH (a)-->(b) MATCH (c)-->(d) MATCH (e)-->(f) RETURN count(*)", "longer than 2 seconds"),
        ("RETURN 1 / 0", "/ by zero"),
    ],
)
def test_what_the_database_refuses_is_told_in_its_place(sample: Graph, statement: str, why: str) -> None:
    assert refusal(statement) is None
    began = time.monotonic()
    with pytest.raises(RefusedError, match=re.escape(why)) as refused:
        answer(sample, statement, 2, 10)
    assert time.monotonic() - began < 30
    if "RETRN" in statement:
        assert refused.value.at == statement.index("RETRN")


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_examples_answer_on_the_sample(sample: Graph, example: object) -> None:
    statement = str(getattr(example, "statement"))  # noqa: B009
    assert refusal(statement) is None
    found = answer(sample, statement, 10, ROWS)
    assert 0 < len(found["rows"]) <= ROWS
    assert not found["cut"]


def test_a_process_of_its_own_answers_and_cuts(sample: Graph) -> None:
    assert sample
    found = ask("UNWIND range(1, 5000) AS x RETURN x, 'road' AS word")
    assert found.refused is None
    assert (len(found.rows), found.cut, found.columns) == (ROWS, True, ("x", "word"))
    assert found.values[0] == (1, "road")
    node = ask("MATCH (n:Target {id: 'STAT-GROWTH'}) RETURN n")
    assert node.rows[0][0].id == "STAT-GROWTH"


def test_one_value_that_fills_the_memory_is_ended(sample: Graph) -> None:
    began = time.monotonic()
    found = ask("RETURN range(1, 100000000) AS x", seconds=5)
    assert found.refused
    assert time.monotonic() - began < 40
    assert sample.rows("read/status")
