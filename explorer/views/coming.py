"""What is coming: whom to call this week, what is due and what it puts at stake, forecasts that passed or moved."""

from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.coming import coming

_SPANS = (30, 60, 90)
_MOST = 100

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)
days = int(asked["days"]) if asked.get("days", "") in map(str, _SPANS) else 60
found = coming(here.graph, days)
bar("coming", years=False, tiers=False)

draw(
    "coming_head",
    text=wording.short(found.text, 400),
    until=found.until,
    tabs=[
        {
            "label": f"{span} days",
            "here": span == days,
            "href": look.url("coming", days="" if span == 60 else span),  # noqa: PLR2004 - the default
        }
        for span in _SPANS
    ],
)
if found.calls:
    titles = {row.thing: row.title for row in found.rows}
    draw("calls", calls=found.calls, titles=titles, slip=found.slip, more=0)

if found.rows:
    title = f"Due by {wording.day(found.until, long=True)}"
    heading(
        title,
        f"Float: the days it can slip without moving a target. At stake: points lost if it slips {found.slip} days.",
        "coming",
        lambda: tables.sheet(found.rows),
    )
    rows = found.rows[:_MOST]
    draw("coming_due", rows=rows, most=rows[0].points, more=len(found.rows) - len(rows), title=title)
if found.passed:
    passed = found.passed
    heading(
        "Forecasts that passed",
        "Their owners said a day; it is over, and nothing came.",
        "passed",
        lambda: tables.sheet(passed),
    )
    draw("coming_passed", rows=passed[:_MOST], more=max(0, len(passed) - _MOST))
if found.moved:
    moved = found.moved
    heading(
        "Forecasts that moved",
        "Said first, said now, for what is not finished yet.",
        "moved",
        lambda: tables.sheet(moved),
    )
    draw("coming_moved", rows=moved[:_MOST], more=max(0, len(moved) - _MOST))
