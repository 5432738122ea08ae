"""Money: what was promised and came, when, and what late money cost."""

from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.steps import stairs
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.finance import finance
from graph_schema.answers.money.curves import curves
from graph_schema.answers.money.figures import money, text_of
from graph_schema.answers.money.rows import GROUPINGS
from graph_schema.answers.money.shown import shown

_MOST_ROWS = 60
_MOST_RELEASES = 12
_MOST_REQUESTS = 30

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)
year = here.plan_year
by = asked.get("by", "") if asked.get("by", "") in GROUPINGS else "line"
grouping = "" if by == "line" else by
found = money(here.graph, year.id, by, here.tier or None, row=asked.get("row"))
table = shown(found)
bar("money")

row = next((each for each in table.rows if each.row.key == asked.get("row")), None)
draw(
    "money_head",
    year=year,
    by=by,
    text=text_of(year, row.row, found.tier) if row else found.text,
    row=row,
    unknown="" if row else wording.short(asked.get("row", ""), 80),
    whole=look.url("money", by=grouping),
)
if not found.total.releases:
    st.stop()

# promised and come, added up: of the row that was chosen, else of all; and of the rows that waited longest
drawn = curves(here.graph, found, row=row.row.key if row else "")
large = drawn.rows[0] if row and drawn.rows else drawn.whole
place = partial(stairs, starts=year.starts, ends=year.ends, as_of=here.status.as_of, scale=table.scale)
heading(
    "Promised and come" if not row or drawn.rows else "Promised and come, of all",
    "Both added up, day by day. Where the filled area stays under the line, money was due and had not come.",
    "curve",
    lambda: tables.sheet(large.points),
)
draw("money_curve", s=place(large), unit=table.unit, of=row if row and drawn.rows else table.total, days=here.status)

if found.releases:
    heading(
        "Its releases" if row else "Releases that cost most",
        f"What began with each, of the agreements of tier {found.tier}. Amounts in {table.unit or 'units of money'}.",
        "releases",
        lambda: tables.sheet(found.releases),
    )
    most = _MOST_ROWS if row else _MOST_RELEASES
    draw("money_releases", rows=table.releases[:most], more=max(0, found.of - most))

heading(
    "Where the money waited",
    "Most amount × days late first. Each row opens its own curve and releases.",
    "money",
    lambda: tables.sheet(found.rows),
)
draw(
    "money_tabs",
    tabs=[
        {"label": label, "here": name == by, "href": look.url("money", by="" if name == "line" else name)}
        for name, label in wording.MONEY_BY.items()
    ],
)
if drawn.rows and not row:
    draw("money_curves", curves=[place(each) for each in drawn.rows], by=grouping)
rows = [each for each in table.waited_longest if each.row.releases]
draw(
    "money_rows",
    by=by,
    grouping=grouping,
    head=wording.MONEY_BY[by],
    rows=rows[:_MOST_ROWS],
    more=max(0, len(rows) - _MOST_ROWS),
    table=table,
    row=row,
    tier=found.tier,
)
if row:
    st.stop()
if by == "month":
    heading(
        "What flowed in each month",
        "Promised by planned day; released and spent when it was.",
        "months",
        lambda: tables.sheet(found.months),
    )
    draw("money_months", table=table)
spent = [each for each in table.waited_longest if each.spends]
if spent:
    heading(
        "What was spent",
        "As agencies report it: beside the budget, never a part of any delay.",
        "spent",
        lambda: tables.sheet(
            found.rows, "key", "title", "lines", "withheld", "budget", "spent", "spent_share", "beyond"
        ),
    )
    draw(
        "money_spent",
        by=by,
        grouping=grouping,
        head=wording.MONEY_BY[by],
        rows=spent[:_MOST_ROWS],
        more=max(0, len(spent) - _MOST_ROWS),
        table=table,
    )

if found.lead_times.rows:
    heading("From request to money", found.lead_times.text, "requests", lambda: tables.sheet(found.lead_times.rows))
    draw(
        "money_requests",
        rows=found.lead_times.longest[:_MOST_REQUESTS],
        more=max(0, len(found.lead_times.rows) - _MOST_REQUESTS),
    )

if here.tier:
    owners = finance(here.graph, year.id, here.tier)
    if owners.rows:
        heading(
            "Those who release money",
            f"What began with them, and what reached them from others; tier {here.tier}.",
            "releasers",
            lambda: tables.sheet(owners.rows),
        )
        draw("money_releasers", rows=owners.rows[:_MOST_ROWS])

heading(
    "How credible the budget was",
    "Two figures after PEFA, of money released beside what was first promised. A grade takes three completed years.",
    "outturn",
    lambda: tables.sheet(found.outturns),
)
draw("money_outturn", rows=table.outturns, table=table)
