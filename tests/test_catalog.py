"""Header, statement, Python function and row type say the same; every name is declared in the schema."""

from collections.abc import Mapping

import pytest
from statements import FOLDERS, Use, code_of, columns_of, kinds_of, parameters_of, properties_of, uses

from graph_schema.catalog import Statement, statements
from graph_schema.schema import LABELS, RELATIONSHIPS, Property

STATEMENTS = statements()
EACH = pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
ANSWERS = ("read/", "report/", "ledger/", "server/")
NOT_PROPERTIES = frozenset({"days", "name"})
"""The component of a duration, and what SHOW INDEXES calls an index."""


@EACH
def test_a_statement_says_in_a_header_what_it_is(statement: Statement) -> None:
    lines = statement.text.splitlines()
    assert statement.says.endswith((".", ")."))
    assert sum(line.startswith("// params:") for line in lines) == 1
    assert "CYPHER 25" in lines
    assert statement.name.split("/")[0] in FOLDERS
    assert not statement.name.startswith(ANSWERS) or statement.returns
    assert lines[-1].strip()
    assert ";" not in code_of(statement)


@EACH
def test_the_header_names_the_parameters_used(statement: Statement) -> None:
    assert parameters_of(statement) == set(statement.params)


def test_every_statement_is_used() -> None:
    assert STATEMENTS.keys() - {use.name for use in uses()} == set()


def test_a_name_written_whole_is_that_of_a_statement() -> None:
    whole = [use for use in uses() if not _composed(use)]
    assert len(whole) > 40
    assert [use for use in whole if use.name not in STATEMENTS] == []


def _composed(use: Use) -> bool:
    """Whether the name was put together from a folder and some text of the file: not each of those is meant."""
    return f'"{use.name}"' not in use.file.read_text(encoding="utf-8")


def typed_uses() -> list[Use]:
    return [use for use in uses() if use.row_type is not None and use.name in STATEMENTS]


@pytest.mark.parametrize("use", typed_uses(), ids=lambda use: use.name)
def test_a_row_type_has_the_columns_of_its_statement(use: Use) -> None:
    columns = set(STATEMENTS[use.name].returns)
    fields, needed = columns_of(use.row_type)
    assert needed <= columns <= fields


def test_every_answer_with_a_row_type_is_held_to_it() -> None:
    """The scan above sees what it should: a typed use of nearly every reading statement."""
    answers = {name for name in STATEMENTS if name.startswith(("read/", "report/", "ledger/"))}
    untyped = answers - {use.name for use in typed_uses()}
    assert untyped <= {"read/status", "ledger/loads", "read/passes_on"}


@EACH
def test_labels_and_relationships_are_declared(statement: Statement) -> None:
    assert kinds_of(statement) - LABELS.keys() - RELATIONSHIPS.keys() == set()


@EACH
def test_properties_are_declared(statement: Statement) -> None:
    declared = NOT_PROPERTIES.union(*(each.properties for each in (*LABELS.values(), *RELATIONSHIPS.values())))
    assert properties_of(statement) - declared == set()


@pytest.mark.parametrize("kinds", [LABELS, RELATIONSHIPS], ids=["labels", "relationships"])
def test_what_is_declared_says_what_it_means(kinds: Mapping[str, object]) -> None:
    for each in kinds.values():
        properties: Mapping[str, Property] = getattr(each, "properties")  # noqa: B009 - of both kinds
        assert getattr(each, "says")  # noqa: B009
        assert all(found.says and found.type for found in properties.values())


def test_ends_and_kinds_are_labels() -> None:
    assert {label for each in RELATIONSHIPS.values() for ends in each.ends for label in ends} <= LABELS.keys()
    assert {label.of for label in LABELS.values() if label.of} <= LABELS.keys()
