"""Assessments as documents: frozen with who, when and what they rest on, and asked as the graph is."""

from graph_schema.published.frozen import Frozen
from graph_schema.published.publishing import (
    Publication,
    Published,
    Verified,
    document_of,
    frozen,
    publication,
    publications,
    publish,
    verify,
)

__all__ = [
    "Frozen",
    "Publication",
    "Published",
    "Verified",
    "document_of",
    "frozen",
    "publication",
    "publications",
    "publish",
    "verify",
]
