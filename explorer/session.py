"""What every page begins with: the graph, its status, and what the address bar asks for."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from explorer import wording
from explorer.palette import Looks, looks_of
from explorer.papers.briefing import CURRENT
from explorer.ui import look
from graph_schema.answers.matrix import matrix
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import plan_years, status
from graph_schema.answers.tables import PlanYear, Status
from graph_schema.connect import open_graph
from graph_schema.errors import AccountabilityError
from graph_schema.graph import Graph, Readable
from graph_schema.published import Frozen, Publication, frozen, publications

_HERE = "here"
_OPENED = threading.Event()


@dataclass(frozen=True)
class Here:
    """Where the reader is: plan years (newest last), the one looked at, its tier, and the look of each agency.

    `tier` is 0 where nobody has an agreement in that year.
    `graph` is asked for answers: the database, or a publication; `published` is that publication, none for the current
    assessment. `publications` are all there are, the latest first.
    `asked` is the day a link was made for, where it is not the day of the assessment; none otherwise.
    `unknown` holds what the link asks for and there is not: 'year', 'tier', 'as_of', 'published' → as written in it.
    """

    graph: Readable
    status: Status
    published: Publication | None
    publications: tuple[Publication, ...]
    plan_years: tuple[PlanYear, ...]
    plan_year: PlanYear
    tier: int
    look: Looks
    asked: date | None
    unknown: Mapping[str, str]

    @property
    def final(self) -> str:
        """How final the numbers are, for papers: "published on 1 May 2027, final"."""
        if self.published is None:
            return CURRENT
        return f"published on {wording.day(self.published.published_at.date(), long=True)}, {self.published.state}"


def _close(graph: Graph) -> None:
    _OPENED.clear()
    graph.close()


@st.cache_resource(show_spinner=False, on_release=_close)
def graph() -> Graph:
    """One connection for everybody, opened when the first page asks, or by `warm` before."""
    opened = open_graph()
    _OPENED.set()
    return opened


def is_open() -> bool:
    """Tell whether the graph is open already: opening an embedded one takes seconds."""
    return _OPENED.is_set()


def warm() -> None:
    """Open the graph and ask what a first page asks, before anybody does; where that fails the page says why."""
    with suppress(AccountabilityError):
        opened = graph()
        for year in plan_years(opened)[-1:]:
            for tier in year.tiers[:1]:
                scorecard(opened, year.id, tier)
                matrix(opened, year.id, tier)


@st.cache_data(show_spinner=False, max_entries=4)
def _looks(_graph: Graph, made_at: datetime | None, load: int) -> Looks:
    """The looks of all agencies, for the graph as it is since a load and an assessment."""
    del made_at, load  # they tell one state of the graph from another
    return looks_of(_graph)


@st.cache_resource(show_spinner=False, max_entries=4)
def _frozen(_graph: Graph, number: int, digest: str) -> Frozen:
    """A published assessment, opened once for everybody."""
    del digest  # tells it from one of the same number in another database
    return frozen(_graph, number)


def settle(page: str, *, quiet: bool = False) -> bool:
    """Find out where the reader is, for `here`; False where a state is drawn instead (empty, not assessed).

    `quiet`: nothing is drawn then; the page can do without.
    Raises AccountabilityError where the graph cannot be asked.
    """
    asked = st.query_params.to_dict()
    st.session_state.pop(_HERE, None)
    opened = graph()
    years = plan_years(opened)
    again = look.url(page, **asked)
    if not years:
        if not quiet:
            look.block("empty", here=again)
        return False
    now = status(opened)
    if now.as_of is None:
        if not quiet:
            look.block("unassessed", here=again, count=wording.count(len(years), "plan year", "plan years"))
        return False
    every = tuple(reversed(publications(opened)))
    published = next((each for each in every if str(each.number) == asked.get("published")), None)
    answering: Readable = opened
    if published:
        answering = _frozen(opened, published.number, published.digest)
        years, now = plan_years(answering), status(answering)
    year = next((y for y in years if y.id == asked.get("year")), years[-1])
    tier = _tier(year, asked.get("tier", ""))
    made_for = _day(asked.get("as_of", ""))
    number = str(published.number) if published else ""
    as_it_is = {
        "published": number,
        "year": year.id,
        "tier": str(tier),
        "as_of": made_for.isoformat() if made_for else "",
    }
    _keep(
        Here(
            graph=answering,
            status=now,
            published=published,
            publications=every,
            plan_years=years,
            plan_year=year,
            tier=tier,
            look=_looks(opened, now.made_at, now.latest_load),
            asked=made_for if made_for != now.as_of else None,
            unknown={name: asked[name] for name, found in as_it_is.items() if asked.get(name, found) != found},
        )
    )
    return True


def move(plan_year: str) -> None:
    """Go to the plan year of what is looked at, whatever the link says."""
    now = here()
    year = next((y for y in now.plan_years if y.id == plan_year), now.plan_year)
    _keep(replace(now, plan_year=year, tier=_tier(year, str(now.tier))))


def _keep(now: Here) -> None:
    st.session_state[_HERE] = now
    st.session_state[look.KEPT] = {
        "year": now.plan_year.id,
        "tier": now.tier or "",
        "as_of": now.status.as_of,
        "published": now.published.number if now.published else "",
    }


def _tier(year: PlanYear, asked: str) -> int:
    first = year.tiers[0] if year.tiers else 0
    return next((tier for tier in year.tiers if str(tier) == asked), first)


def known() -> bool:
    """Tell whether `settle` found out where the reader is in this run."""
    return _HERE in st.session_state


def here() -> Here:
    """Where the reader is, as found out in this run."""
    found: Here = st.session_state[_HERE]
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
