"""Start: the search, the three most telling sentences, the calls of this week, and what each page answers."""

from functools import partial

from explorer import session, wording
from explorer.ui import look
from explorer.ui.bar import bar
from graph_schema.answers.coming import coming
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.telling import Telling, telling

_CALLS = 3

here = session.here()
draw = partial(look.block, look=here.look)


def way(told: Telling) -> dict[str, str]:
    """Where a sentence leads, and what that is called."""
    outside = told.agency is not None and told.agency.external and told.agency.id == told.thing
    if told.about == "deliverable" and not outside:
        return {"href": look.url("who-delayed", id=told.thing), "more": "Who delayed it"}
    if told.about == "agency" and told.agency:
        return {"href": look.url("agency", id=told.agency.id), "more": "How it got there"}
    return {"href": look.url("scorecard"), "more": "The whole scorecard"}


draw("start_head")
bar("start", tiers=False)
if here.tier:
    card = scorecard(here.graph, here.plan_year.id, here.tier)
    draw(
        "telling",
        year=here.plan_year.id,
        tier=here.tier,
        told=[{"text": told.text, **way(told)} for told in telling(card)],
    )
found = coming(here.graph)
if found.calls:
    titles = {row.thing: row.title for row in found.rows}
    calls = found.calls[:_CALLS]
    draw("calls", calls=calls, titles=titles, slip=found.slip, more=len(found.calls) - len(calls))
draw(
    "pages",
    pages=[
        {"title": title, "href": look.url(name), "says": says}
        for name, (title, says) in wording.PAGES.items()
        if name in look.PAGES and name != "start"
    ],
)
