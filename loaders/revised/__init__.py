"""Revisions of a plan: which of them count, what they move, and what the plan says on a day.

The first promise is what the sheets say; a revision that was approved in time changes what is in force from its day
on. Nothing here knows files or Neo4j, and a plan without revisions costs nothing.
"""

from loaders.revised.history import Judged, Judgement, Step, history, in_force, judged
from loaders.revised.owners import Owners
from loaders.revised.revision import REVISABLE, Revision, Unusable, Wrong, read_revision

__all__ = [
    "REVISABLE",
    "Judged",
    "Judgement",
    "Owners",
    "Revision",
    "Step",
    "Unusable",
    "Wrong",
    "history",
    "in_force",
    "judged",
    "read_revision",
]
