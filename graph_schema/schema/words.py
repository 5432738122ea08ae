"""The words in which the schema is declared: property, label, relationship, and properties that many share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Origin = Literal["sheet", "place", "prepared", "assessed", "kept"]


@dataclass(frozen=True)
class Property:
    """One property of a node or relationship. `type` is Neo4j's; days are whole numbers since 1970-01-01."""

    type: str
    says: str
    origin: Origin = "sheet"


@dataclass(frozen=True)
class Label:
    """One label: what its nodes are, and their properties. `of` names the label its nodes carry as well."""

    says: str
    properties: Mapping[str, Property] = field(default_factory=dict[str, Property])
    of: str = ""


@dataclass(frozen=True)
class Relationship:
    """One relationship type, read as a sentence from the one who affects to the one affected where it is about that."""

    says: str
    ends: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property] = field(default_factory=dict[str, Property])


PLACE: Mapping[str, Property] = {
    "file": Property("STRING", "the file, or workbook and sheet, that the row stands in", "place"),
    "row": Property("INTEGER", "its row, as a spreadsheet counts: the header is row 1", "place"),
    "load": Property("INTEGER", "the number of the load that wrote it in its present form", "place"),
}


def text(says: str) -> Property:
    """A text as people wrote it."""
    return Property("STRING", says)


def day(says: str) -> Property:
    """A day as people wrote it."""
    return Property("DATE", says)


def number(says: str) -> Property:
    """A number as people wrote it."""
    return Property("FLOAT", says)


def prepared(kind: str, says: str) -> Property:
    """What a load prepares."""
    return Property(kind, says, "prepared")


def assessed(kind: str, says: str) -> Property:
    """What an assessment finds."""
    return Property(kind, says, "assessed")


ID = {"id": text("the user's own id, unique in its kind")}
TITLE = {"title": text("the name people read")}
YEAR = {"plan_year": text("id of the plan year whose folder holds it")}
LISTED = {
    "name": text("its name"),
    "kind": text("what kind of agency; only `external` has a meaning"),
    "sector": text("its sector; inherited down the tree"),
}
TERM = {"since": day("from this day"), "until": day("to this day, included")}
