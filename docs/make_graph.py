"""Writes docs/graph.md from the declared schema: run it with `make docs`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph_schema.schema import LABELS, RELATIONSHIPS, Label, Property, Relationship

PAGE = Path(__file__).with_name("graph.md")

_TOP = """# The graph

What the graph holds: every label, relationship and property, as `graph_schema/schema/` declares them. Ids are unique in their kind; those of
targets, releases and milestones are unique among all deliverables. An absent value is an absent property. Days are dates; properties whose
name ends in `_day` are whole numbers of days since 1970-01-01.

Where a property comes from:

| origin | who writes it |
|---|---|
| sheet | people: it stands in a plan sheet as it stands here |
| place | a load: where the row is written, so that every number can be traced to a file and a row |
| prepared | a load: follows from the sheets alone, knows no day |
| assessed | an assessment: follows from the graph and one day; can be dropped and made anew at any time |
| kept | the product, about itself |

An arrow points from the one who affects to the one affected where the relationship is about influence.
"""


def page() -> str:
    """The page as it should be."""
    parts = [_TOP, _picture(), "## Labels\n"]
    parts += [_label(name, label) for name, label in LABELS.items()]
    parts += ["## Relationships\n", _relationships(), "### Properties of relationships\n"]
    parts += [_properties_of(name, each) for name, each in RELATIONSHIPS.items() if each.properties]
    return "\n".join(parts)


def _picture() -> str:
    ends: dict[tuple[str, str], list[str]] = {}
    for name, relationship in RELATIONSHIPS.items():
        for start, end in relationship.ends:
            ends.setdefault((start, end), []).append(name)
    arrows = [f"    {start} -->|{', '.join(names)}| {end}" for (start, end), names in ends.items()]
    kinds = [f"    {name} -.->|is a| {label.of}" for name, label in LABELS.items() if label.of]
    return "\n".join(["```mermaid", "flowchart LR", *kinds, *arrows, "```", ""])


def _label(name: str, label: Label) -> str:
    also = f" Every one is a {label.of} as well." if label.of else ""
    return "\n".join([f"### {name}\n", f"{label.says}{also}\n", *_table(label.properties), ""])


def _relationships() -> str:
    rows = [f"| {name} | {each.says} | {_ends(name, each)} |" for name, each in RELATIONSHIPS.items()]
    return "\n".join(["| relationship | says | between |", "|---|---|---|", *rows, ""])


def _ends(name: str, relationship: Relationship) -> str:
    return "<br>".join(f"`(:{start})-[:{name}]->(:{end})`" for start, end in relationship.ends)


def _properties_of(name: str, relationship: Relationship) -> str:
    return "\n".join([f"#### {name}\n", *_table(relationship.properties), ""])


def _table(properties: Mapping[str, Property]) -> Iterator[str]:
    yield from ("| property | type | says | origin |", "|---|---|---|---|")
    for name, each in properties.items():
        yield f"| {name} | {_type(each.type)} | {each.says} | {each.origin} |"


def _type(name: str) -> str:
    return name.replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
