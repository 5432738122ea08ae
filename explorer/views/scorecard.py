"""Scorecard: how the government is doing, and who moved whom."""

from functools import partial

import streamlit as st

from explorer import charts, heat, session, tables, wording
from explorer.papers import briefing
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import button, heading, paper
from graph_schema.answers.cell import cell
from graph_schema.answers.matrix import matrix
from graph_schema.answers.scorecard import scorecard

_MANY = 6
_MOST = 8
_COLUMNS = {
    "agency": "Agency",
    "official": "Official",
    "adjusted": "Adjusted",
    "change": "Change",
    "weight": "Weight",
    "lost": "Points lost",
    "began": "Began there",
    "measured": "Measured",
    "band": "Grade",
}
_MOST_IS_WORST = ("lost", "began")
_CLASSES = {"agency": ""} | dict.fromkeys(("weight", "lost", "began", "band"), "n hid")
# of cells: numbers stand to the right, and what a phone has no room for is hidden there

here = session.here()
asked = st.query_params.to_dict()
if not here.tier:
    bar("scorecard")
    look.block("no_scores", year=here.plan_year.title, who=look.url("who-delayed"))
    st.stop()
card = scorecard(here.graph, here.plan_year.id, here.tier)
draw = partial(look.block, look=here.look)
bar("scorecard")

scored = sum(row.standing == "agency" for row in card.rows)
draw(
    "sentence",
    card=card,
    crumb=f"{wording.count(scored, 'agency', 'agencies')} of tier {here.tier} with an agreement",
)
paper(
    f"scorecard-{here.plan_year.id}-tier-{here.tier}",
    lambda: briefing.of_scorecard(here.graph, here.plan_year.id, here.tier, here.look, here.final),
)

# official beside adjusted, then the same as a table
if picture := charts.dumbbells(card.rows):
    draw("dumbbell", d=picture)
sort = asked.get("sort", "").removeprefix("-")
sort, down = (sort, asked["sort"].startswith("-")) if sort in _COLUMNS else ("change", False)


def turned(column: str) -> bool:
    """Whether choosing a column sorts downwards: the worst comes first, and the second choice turns it round."""
    return not down if column == sort else column in _MOST_IS_WORST


chosen = {name: asked[name] for name in heat.NAMES if name in asked}
heading("Scores", "", "scores", lambda: tables.sheet(card.rows))
draw(
    "scores",
    card=card,
    rows=tables.ordered(card.rows, sort, down=down),
    apart=any(row.standing != "agency" for row in card.rows),
    columns=[
        {
            "label": label,
            "cls": _CLASSES.get(column, "n"),
            "here": column == sort,
            "down": down,
            "href": look.url("scorecard", sort=f"{'-' if turned(column) else ''}{column}", **chosen),
        }
        for column, label in _COLUMNS.items()
        if column != "weight" or card.weighted
    ],
)

if card.costly:
    listed = (
        "all of them are listed" if card.costly_of <= len(card.costly) else f"the first {len(card.costly)} are listed"
    )
    heading(
        "What cost most",
        f"The deliverables where lost points began. {card.costly_of:,} cost anything; {listed}.",
        "costs",
        lambda: tables.sheet(card.costly),
    )
    draw("costs", card=card)

# who affects whom, and what lies behind one cell
now = heat.asked(asked, here.plan_years, here.plan_year, here.tier, here.status)
affects = matrix(here.graph, now.year.id, here.tier, now.by_tier, now.basis)
if affects.cells:
    picked = heat.opened(affects, now)
    behind = (
        cell(here.graph, now.year.id, here.tier, picked.bearer, picked.causer, by_tier=now.by_tier, basis=now.basis)
        if picked
        else None
    )
    heading(
        "Who affects whom",
        "Read a row for what an agency lost, a column for what began in it. Choose a cell for the targets behind it.",
        "matrix",
        lambda: tables.sheet(affects.cells),
    )
    draw(
        "heat",
        matrix=affects,
        unit=now.unit,
        many=len(affects.causers) > _MANY,
        choices=heat.choices(now, here.plan_years, here.plan_year, here.tier, here.status),
        **heat.drawn(affects, now, picked),
        cell=behind,
        roots=behind.roots[:_MOST] if behind else (),
        more_roots=max(0, len(behind.roots) - _MOST) if behind else 0,
        targets=behind.targets[:_MOST] if behind else (),
        more_targets=max(0, len(behind.targets) - _MOST) if behind else 0,
    )
    if behind:
        shown = behind
        button("cell", lambda: tables.sheet([*shown.roots, *shown.targets]), "This cell as CSV")
