"""What the graph holds: labels, relationships and properties, declared once, each with what it means.

`docs/graph.md` is generated from this module, and a test holds every statement to it.
A property's origin says who writes it: *sheet* (as people wrote it), *place* (where it was written),
*prepared* (by a load), *assessed* (by an assessment, rebuilt at any time), *kept* (by the product about itself).
"""

from collections.abc import Mapping

from graph_schema.schema.deliverable_labels import DELIVERABLE_LABELS
from graph_schema.schema.followup_labels import FOLLOWUP_LABELS
from graph_schema.schema.in_force_labels import IN_FORCE_LABELS
from graph_schema.schema.kept_labels import KEPT_LABELS
from graph_schema.schema.plan_labels import PLAN_LABELS
from graph_schema.schema.relationships import RELATIONSHIPS
from graph_schema.schema.words import Label, Origin, Property, Relationship

__all__ = ["LABELS", "RELATIONSHIPS", "Label", "Origin", "Property", "Relationship"]

LABELS: Mapping[str, Label] = {
    **PLAN_LABELS,
    **DELIVERABLE_LABELS,
    **FOLLOWUP_LABELS,
    **IN_FORCE_LABELS,
    **KEPT_LABELS,
}
