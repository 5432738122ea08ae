"""Two assessments side by side, published ones or the current one: what differs, row by row, and why."""

from graph_schema.answers.agencies import agencies
from graph_schema.answers.moved import Causes, Moves, Unit
from graph_schema.answers.moves import left, moves, side
from graph_schema.answers.report import report
from graph_schema.answers.standing import standing
from graph_schema.answers.status import assessed, plan_years
from graph_schema.graph import Readable
from graph_schema.published import frozen, publications
from graph_schema.question_errors import UnknownPublicationError

CURRENT = "current"


def compare(graph: Readable, before: str, after: str = CURRENT) -> Moves:
    """Put two assessments side by side: numbers of published ones, or `current`.

    Days and units with the agencies where they began, points × agreement weight. The number of statements depends on
    the plan years alone. Raises NotAssessedError, UnknownPublicationError, DamagedDocumentError.
    """
    one, other = _opened(graph, before), _opened(graph, after)
    names = {party.id: party for asked in (one, other) for party in agencies(asked)}
    was, now = (
        (side(_name(name), assessed(asked)), standing(asked)) for name, asked in ((before, one), (after, other))
    )
    return moves(was, now, (_causes(one), _causes(other)), names, left(other, was[1], now[1]))


def _opened(graph: Readable, name: str) -> Readable:
    if name == CURRENT:
        return graph
    if not (name.isascii() and name.isdecimal()):
        raise UnknownPublicationError(name, tuple(each.number for each in publications(graph)))
    return frozen(graph, int(name))


def _name(asked: str) -> str:
    return "the current assessment" if asked == CURRENT else f"publication {asked}"


def _causes(asked: Readable) -> Causes:
    """Of each deliverable, the days and units by the agency where they began."""
    found: dict[str, dict[tuple[Unit, str], float]] = {}
    for year in plan_years(asked):
        for name, facts in report(asked, year.id)["deliverables"].items():
            days, units = facts.get("agencies_days", {}), facts.get("agencies_units", {})
            found[name] = {("days", agency): amount for agency, amount in days.items()}
            found[name] |= {("units", agency): amount for agency, amount in units.items()}
    return found
