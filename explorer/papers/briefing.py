"""A briefing of what was asked for: a deliverable, an agency or a scorecard."""

from contextlib import suppress

from explorer.palette import Looks
from explorer.papers.agency import agency
from explorer.papers.frame import Known
from explorer.papers.scorecard import scorecard as scorecard_paper
from explorer.papers.target import target
from graph_schema.answers.disputes import disputes
from graph_schema.answers.matrix import matrix
from graph_schema.answers.owned import owned
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.verdict import who_delayed
from graph_schema.graph import Readable
from graph_schema.question_errors import NotKeptError

CURRENT = "provisional, not published"
"""How final the assessment in the graph is."""

_THINGS = 120
_LISTED = 60


def of_target(graph: Readable, deliverable: str, look: Looks, state: str = CURRENT) -> bytes:
    """Who delayed a deliverable, as one page of PDF. Raises UnknownDeliverableError, NotAssessedError."""
    verdict = who_delayed(graph, deliverable, _THINGS)
    told = ()
    with suppress(NotKeptError):  # a published assessment keeps no disputes
        told = disputes(graph).rows
    return target(verdict, look, told, state)


def of_scorecard(graph: Readable, plan_year: str | None, tier: int, look: Looks, state: str = CURRENT) -> bytes:
    """A scorecard as one page of PDF. Raises UnknownPlanYearError, UnknownTierError, NotAssessedError."""
    return scorecard_paper(scorecard(graph, plan_year, tier), matrix(graph, plan_year, tier), look, state)


def of_agency(graph: Readable, asked: str, plan_year: str | None, look: Looks, state: str = CURRENT) -> bytes:
    """An agency in a plan year, the same way. Raises UnknownAgencyError, UnknownPlanYearError, NotAssessedError."""
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    found = owned(graph, asked, year.id, _LISTED)
    scored = None
    for tier in year.tiers:
        rows = scorecard(graph, year.id, tier).rows
        row = next((r for r in rows if r.agency.id == asked and r.standing == "agency"), None)
        if row:
            scored = row, matrix(graph, year.id, tier)
            break
    return agency(found, year, scored, look, Known(known_by, state))
