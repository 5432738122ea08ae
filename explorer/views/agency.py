"""One agency: what it promised, from official to adjusted, its posts, what it needs from others and they from it."""

from functools import partial
from itertools import groupby

import streamlit as st

from explorer import bridge, headline, session, tables, wording
from explorer.papers import briefing
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading, paper
from graph_schema.answers.agency.agency import agency
from graph_schema.answers.agency.listed import listed
from graph_schema.answers.agency.rows import Agency, Owing
from graph_schema.answers.owned import Owned, owned

_MOST_TARGETS = 60
_MOST_OWED = 12
_MOST_OWNED = 20
_MOST_LISTED = 200

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)


def choose() -> None:
    """Nothing chosen yet: the agencies of the year, tier by tier."""
    rows = listed(here.graph, here.plan_year.id)
    draw(
        "found",
        crumb="Agency",
        headline="Which agency do you want to know about?",
        lead=f"{wording.upper_first(wording.count(len(rows), 'agency', 'agencies'))} have to do with "
        f"{wording.short(here.plan_year.title, 90)}.",
    )
    for tier, each in groupby(rows, key=lambda row: row.tier):
        found = list(each)
        title = f"Tier {tier}" if tier else "Outside the government"
        draw("heading", heading=title, sub="", section=True)
        draw("agencies", rows=found[:_MOST_LISTED], more=max(0, len(found) - _MOST_LISTED), tier=tier)


def page(found: Agency) -> None:
    """Draw the whole page of one agency."""
    draw("agency", a=found, **headline.agency(found))
    paper(
        found.agency.id,
        lambda: briefing.of_agency(here.graph, found.agency.id, here.plan_year.id, here.look, here.final),
    )
    if found.bridge:
        heading(
            "From official to adjusted",
            "What began with others is put back; what others lost by it is taken off. What began there itself stays.",
            "bridge",
            lambda: tables.sheet(found.bridge.others if found.bridge else ()),
        )
        draw("bridge", b=found.bridge, d=bridge.drawn(found.bridge, found.agency), a=found)
    if found.bound:
        heading("What it promised", wording.agreement(found.bound), "promised", lambda: tables.sheet(found.targets))
        rows = found.targets[:_MOST_TARGETS]
        draw("promised", a=found, rows=rows, more=len(found.targets) - len(rows))
    owing("What it needs from others", "needs", found, found.needs)
    owing("What others need from it", "needed", found, found.needed)
    draw("agency_posts", a=found)


def owing(title: str, side: str, found: Agency, owed: Owing) -> None:
    """Draw what one side owes the other."""
    if not owed.of:
        return
    needs = side == "needs"

    def every() -> bytes:
        whole = agency(here.graph, found.agency.id, found.plan_year.id, owed.of)
        return tables.sheet((whole.needs if needs else whole.needed).rows)

    heading(title, headline.owing(owed, found.agency, needs=needs), side, every)
    rows = owed.rows[:_MOST_OWED]
    draw("owed", rows=rows, title=title, needs=needs, more=owed.of - len(rows), points=found.bound is not None)


def answers_for(mine: Owned) -> None:
    """Draw what the agency and those under it answer for, the latest first."""
    if not mine.of:
        return
    heading(
        "What it answers for",
        headline.owned(mine),
        "owned",
        lambda: tables.sheet(owned(here.graph, mine.agency.id, here.plan_year.id, mine.of).hits),
    )
    more = mine.of - len(mine.hits)
    hits = headline.listed(mine.hits, here.plan_year.id)
    draw("hits", hits=hits, note=f"{more:,} more are in the CSV." if more else "", page="who-delayed")


if "id" in asked:
    card = agency(here.graph, asked["id"], here.plan_year.id)
    bar("agency", tiers=False)
    page(card)
    answers_for(owned(here.graph, card.agency.id, here.plan_year.id, _MOST_OWNED))
else:
    bar("agency", tiers=False)
    choose()
