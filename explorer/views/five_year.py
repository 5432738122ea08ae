"""Five-year plan: its promises, what annual plans brought of them, whether they are within reach; sectors."""

from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.trajectory import trajectory
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.five_year.five_year import five_year
from graph_schema.answers.five_year.rows import FiveYear, PlanTargetRow
from graph_schema.answers.money.shown import scale_of
from graph_schema.answers.sectors import sectors

_MOST = 100
_CROSSINGS = 10

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)


def one(found: FiveYear, row: PlanTargetRow) -> None:
    """Draw one promise: its way so far, and the annual targets that bring it."""
    draw("five_target", f=found, t=row, back=look.url("five-year", plan=asked.get("plan")))
    heading(
        "The way so far",
        "What annual plans add up to, and what came, against an even way to the promise.",
        "years-of-target",
        lambda: tables.sheet(row.years),
    )
    draw("five_way", t=row, w=trajectory(row, found.starts, here.status.as_of), as_of=here.status.as_of)
    if row.contributions:
        heading(
            "Annual targets that bring it",
            "What each promised and what of it counts. Choose one to see who delayed it.",
            "contributions",
            lambda: tables.sheet(row.contributions),
        )
        draw("five_parts", t=row, rows=row.contributions[:_MOST], more=max(0, len(row.contributions) - _MOST))


def whole(found: FiveYear) -> None:
    """Draw the plan: its promises, its years, and sectors."""
    draw(
        "five_head",
        f=found,
        plans=[
            {"label": plan, "here": plan == found.id, "href": look.url("five-year", plan=plan)} for plan in found.plans
        ],
    )
    if found.targets:
        heading(
            "Its promises",
            "How much of the way is gone, beside how much of the money is spent. Choose one for its annual targets.",
            "promises",
            lambda: tables.sheet(found.targets),
        )
        rows = found.targets[:_MOST]
        draw("five_promises", f=found, rows=rows, more=len(found.targets) - len(rows), plan=asked.get("plan"))
    if found.years:
        scale, unit = scale_of([x or 0.0 for year in found.years for x in (year.budget, year.spent, year.promised)])
        heading(
            "Its plan years",
            f"Money, and points that agreements of tier {found.tier} lost. A delay that crosses years keeps its cause.",
            "plan-years",
            lambda: tables.sheet(found.years),
        )
        draw(
            "five_years",
            years=found.years,
            crossings=found.crossings[:_CROSSINGS],
            more=max(0, len(found.crossings) - _CROSSINGS),
            scale=scale,
            unit=wording.units(unit, [year.currency for year in found.years]),
        )
    side = sectors(here.graph)
    if side.rows:
        scale, unit = scale_of([x or 0.0 for row in side.rows for x in (row.budget, row.spent, row.promised)])
        heading("Sectors, year by year", side.text, "sectors", lambda: tables.sheet(side.rows))
        rows = side.rows[:_MOST]
        draw(
            "five_sectors",
            rows=rows,
            more=len(side.rows) - len(rows),
            scale=scale,
            unit=wording.units(unit, [row.currency for row in side.rows]),
        )


answer = five_year(here.graph, asked.get("plan"))
bar("five-year", years=False, tiers=False)
chosen = next((row for row in answer.targets if row.id == asked.get("target")), None)
if chosen:
    one(answer, chosen)
else:
    if "target" in asked:
        draw("five_unknown", asked=asked["target"], title=answer.title)
    whole(answer)
