"""Agency Priority Goals of the US federal government, as published on performance.gov."""

from pathlib import Path

from loaders.sources.conversion import Conversion
from loaders.sources.performance_gov.account import left_out, read_counts, to_know
from loaders.sources.performance_gov.indicators import put_together
from loaders.sources.performance_gov.plan import plan_year_id, sheets
from loaders.sources.performance_gov.records import read_source

__all__ = ["convert"]


def convert(folder: Path) -> Conversion:
    """Convert goals.json and target.json of a folder to one plan year.

    An organisation becomes an agency, a goal a cascade target, its indicators quantity targets that support it, a
    quarterly reading a report, and each leader a holder of the goal's post. Money, weights, requirements and
    directions that the source does not tell stay empty. Raises UnreadableSourceError.
    """
    source = read_source(folder)
    readings = put_together(source.readings, (goal.id for goal in source.goals))
    return Conversion(
        plan_year_id(source.goals),
        sheets(source.goals, readings.indicators),
        read_counts(source),
        left_out(source, readings),
        to_know(source, readings),
    )
