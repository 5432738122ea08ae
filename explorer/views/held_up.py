"""What did it hold up: what is later, shorter or poorer because of one deliverable, or of all that an agency owns."""

from functools import partial

import streamlit as st

from explorer import headline, session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.held_up import HeldUp, held_up
from graph_schema.answers.scorecard import scorecard

_MOST_AGENCIES = 20
_MOST_THINGS = 100

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)


def answer(found: HeldUp, *, one: bool) -> None:
    """Draw the whole page; `one`: it was asked of a single deliverable, else of all that an agency owns."""
    after = found.text.removeprefix(found.title)
    draw("held_head", found=found, title=wording.short(found.title, 120), after=wording.short(after, 300), one=one)
    if not found.things:
        return
    if found.agencies[0].through > 0:
        heading(
            "Who was held up",
            "Filled: days that began here. Outlined: days that came through it from something earlier.",
            "held-agencies",
            lambda: tables.sheet(found.agencies),
        )
        rows = found.agencies[:_MOST_AGENCIES]
        draw("held_agencies", rows=rows, found=found, more=len(found.agencies) - len(rows))
    if found.tiers:
        heading(
            "Points that it cost",
            "Passed: lost with what came through it. Began: charged here. Each tier has its own agreements.",
            "held-tiers",
            lambda: tables.sheet(found.tiers),
        )
        draw("held_tiers", tiers=found.tiers)
    heading(
        "Everything that it held up",
        "In the order in which it got there. Every name opens who delayed it.",
        "held-things",
        lambda: tables.sheet(found.things),
    )
    rows = found.things[:_MOST_THINGS]
    draw("held_things", rows=rows, found=found, more=len(found.things) - len(rows))


def choose() -> None:
    """Nothing chosen yet: the deliverables that cost most."""
    costly = scorecard(here.graph, here.plan_year.id, here.tier).costly if here.tier else ()
    more = " Or start with what cost most." if costly else ""
    draw(
        "found",
        crumb="What did it hold up?",
        headline="What do you want to follow?",
        lead=f"Search above for a release, a milestone or a target.{more}",
    )
    draw("hits", hits=headline.began(costly), note="", page="held-up")


if subject := asked.get("id") or asked.get("agency"):
    found = held_up(here.graph, subject)
    bar("held-up", years=False, tiers=False)
    answer(found, one=found.asked == (subject,) and "id" in asked)
else:
    bar("held-up")
    choose()
