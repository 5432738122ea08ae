"""Labels of what an assessment makes where a plan was revised or ruled upon: the plan in force, causes outside."""

from collections.abc import Mapping

from graph_schema.schema.words import Label, Property, assessed

_CELLS = (
    ("planned_start", "DATE", "planned start"),
    ("planned_finish", "DATE", "planned finish"),
    ("planned_on", "DATE", "of a release: its day"),
    ("amount", "FLOAT", "of a release: its amount"),
    ("weight", "FLOAT", "weight in its agreement"),
    ("target", "FLOAT", "value promised"),
    ("excellent", "ANY", "first step of the grid"),
    ("very_good", "ANY", "second step of the grid"),
    ("good", "ANY", "third step of the grid"),
    ("fair", "ANY", "fourth step of the grid"),
    ("poor", "ANY", "fifth step of the grid"),
    ("agency", "STRING", "id of its owner"),
    ("released_by", "STRING", "of a release: id of the agency that releases it"),
    ("post", "STRING", "id of the post it is assigned to"),
)

IN_FORCE_LABELS: Mapping[str, Label] = {
    "InForce": Label(
        "The plan in force of one deliverable that was revised in time: its columns, with their latest values.",
        {name: assessed(kind, f"{says}, in force") for name, kind, says in _CELLS},
    ),
    "Revised": Label("Has a plan in force that is not its first promise.", of="Deliverable"),
    "Outside": Label(
        "A cause outside that a ruling names: nothing is passed on from it.",
        {
            "id": Property("STRING", "code of the published list of causes", "assessed"),
            "title": Property("STRING", "what people call it", "assessed"),
            "name": Property("STRING", "the same, as an owner", "assessed"),
        },
    ),
}
