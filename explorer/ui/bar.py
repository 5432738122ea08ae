"""The bar above every page: plan year, tier, day, search, copy link; and what stands under it."""

from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from explorer import session, wording
from explorer.ui import look
from graph_schema.answers.search import search
from graph_schema.errors import AccountabilityError

_SUGGESTED = 10
_LONGEST_QUESTION = 300

_BAR = component(
    "accountability.bar",
    html='<div class="mount"></div>',
    css=look.asset("components/bar.css"),
    js=look.asset("components/bar.js"),
)


def bar(page: str) -> None:
    """Draw it; typing in the search reruns the bar alone."""
    _bar(page)
    here = session.here()
    asked = st.query_params.to_dict()
    current = look.url(page, **{**asked, "as_of": here.status.as_of})
    look.block(
        "state",
        status=here.status,
        asked=wording.day(here.asked, long=True) if here.asked else "",
        current=current,
    )


@st.fragment
def _bar(page: str) -> None:
    here = session.here()
    words = str(st.session_state.get("asked-for", ""))[:_LONGEST_QUESTION]
    with st.container(key="bar"):
        _BAR(key="find", data=_data(page, here, words), on_words_change=_asked)


def _asked() -> None:
    st.session_state["asked-for"] = str(st.session_state["find"].words or "")


def _data(page: str, here: session.Here, words: str) -> dict[str, Any]:
    asked = st.query_params.to_dict()
    day = here.status.as_of
    # another year or tier is another question: what was chosen inside the old one does not go along
    inside = {name: asked[name] for name in ("id", "sort", "by") if name in asked}
    fresh = {name: asked[name] for name in ("sort",) if name in asked}
    return {
        "years": [
            {"label": y.id, "here": y == here.plan_year, "href": look.url(page, **{**fresh, "year": y.id, "tier": ""})}
            for y in reversed(here.plan_years)
        ],
        "tiers": [
            {"label": str(t), "here": t == here.tier, "href": look.url(page, **{**inside, "tier": t})}
            for t in here.plan_year.tiers
        ],
        "day": day.isoformat() if day else "",
        "as_of": wording.day(day),
        "kept": {name: str(value) for name, value in st.session_state[look.KEPT].items()},
        "results": look.url("who-delayed") + "&q=",
        "asked": words,
        "hits": _hits(here, words),
    }


def _hits(here: session.Here, words: str) -> list[dict[str, Any]]:
    if not words:
        return []
    try:
        found = search(here.graph, words, plan_year=here.plan_year.id, limit=_SUGGESTED)
    except AccountabilityError:
        return []  # the page itself says what is wrong at its next run
    return [
        {
            "href": look.url("who-delayed", id=hit.id),
            "id": wording.short(hit.id, 60),
            "title": wording.short(hit.title, 120),
            "agency": hit.agency.id,
            "name": wording.short(hit.agency.name, 60),
            "external": hit.agency.external,
            "hue": here.look[hit.agency.id].hue,
            "says": wording.found(hit),
        }
        for hit in found
    ]
