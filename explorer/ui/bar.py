"""The bar above every page: plan year, tier, day, search, copy link; and what stands under it."""

from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from explorer import session, wording
from explorer.ui import look
from graph_schema.answers.search import search
from graph_schema.answers.status import status
from graph_schema.errors import AccountabilityError

BARRED = "barred"
"""Where the session keeps whether this run has drawn the bar already: what fails below it draws none again."""

_GOES_ALONG = ("id", "agency", "post", "q", "show", "by", "sort")
"""What a link says of whom or what it is about, and how: the same of another year, tier or day. What was chosen inside
an answer does not go along."""

_FRESH = "fresh"
"""Where the session keeps whether the whole page is being run, which asked for its status already."""

_SUGGESTED = 10
_LONGEST_QUESTION = 300

_BAR = component(
    "accountability.bar",
    html='<div class="mount"></div>',
    css=look.asset("components/bar.css"),
    js=look.asset("components/bar.js"),
)


def bar(page: str, *, years: bool = True, tiers: bool = True) -> None:
    """Draw it; typing in the search reruns the bar alone.

    `years` and `tiers` say whether another plan year, or another tier, would show something else of what the page is
    about: a deliverable belongs to its year, and a verdict to no tier.
    """
    st.session_state[BARRED] = st.session_state[_FRESH] = True
    _bar(page, years, tiers)
    _newer()
    here = session.here()
    kept = st.session_state[look.KEPT]
    asked = st.query_params.to_dict()
    look.block(
        "state",
        status=here.status,
        published=here.published,
        offered=_of_that_day(here, page),
        asked=wording.day(here.asked, long=True) if here.asked else "",
        flags=[
            {"headline": headline, "sentence": sentence}
            for name, headline, sentence in _unknown(here)
            if name in here.unknown and (tiers or name != "tier")
        ],
        year=here.plan_year.id,
        belongs=not years and asked.get("year", here.plan_year.id) != here.plan_year.id,
        current=look.url(page, **{**asked, **kept}),
    )


def _of_that_day(here: session.Here, page: str) -> str:
    """The link to the publication of the day that a link was made for; '' where that day was not published."""
    found = next((each.number for each in here.publications if each.as_of == here.asked), None)
    return look.url(page, **{**st.query_params.to_dict(), "as_of": here.asked, "published": found}) if found else ""


@st.fragment(run_every=20)
def _newer() -> None:
    """Say that there are newer numbers than those on the page, looked for every few seconds."""
    if st.session_state.pop(_FRESH, False) or not session.known() or session.here().published:
        return
    try:
        made_at = status(session.graph()).made_at
    except AccountabilityError:
        return  # the page itself says what is wrong at its next run
    if made_at != session.here().status.made_at:
        look.block("newer", href=look.url("start", as_of=""))


def _unknown(here: session.Here) -> list[tuple[str, str, str]]:
    """What a link may ask for and there is not: its name, a headline, what is shown instead."""
    said = {name: f"“{wording.short(text, 40)}”" for name, text in here.unknown.items()}
    known = ", ".join(wording.short(year.id, 40) for year in here.plan_years)
    tiers = ", ".join(str(tier) for tier in here.plan_year.tiers) or "none"
    return [
        (
            "published",
            f"There is no publication {said.get('published')}",
            "What you see is the current assessment.",
        ),
        (
            "year",
            f"There is no plan year {said.get('year')}",
            f"There are: {known}. What you see is {here.plan_year.id}.",
        ),
        (
            "tier",
            f"There is no tier {said.get('tier')} in {here.plan_year.id}",
            f"Tiers with agreements: {tiers}. What you see is tier {here.tier}.",
        ),
        (
            "as_of",
            f"{said.get('as_of')} is not a day",
            f"What you see is as of the end of {wording.day(here.status.as_of, long=True)}.",
        ),
    ]


@st.fragment
def _bar(page: str, years: bool, tiers: bool) -> None:
    here = session.here()
    words = str(st.session_state.get("asked-for", ""))[:_LONGEST_QUESTION]
    with st.container(key="bar"):
        _BAR(key="find", data=_data(page, here, words, years, tiers), on_words_change=_asked)


def _asked() -> None:
    st.session_state["asked-for"] = str(st.session_state["find"].words or "")


def _data(page: str, here: session.Here, words: str, years: bool, tiers: bool) -> dict[str, Any]:
    asked = st.query_params.to_dict()
    day = here.status.as_of
    now = here.published.number if here.published else ""
    fresh = {name: asked[name] for name in _GOES_ALONG if name in asked}
    return {
        "years": [
            {"label": y.id, "here": y == here.plan_year, "href": look.url(page, **{**fresh, "year": y.id, "tier": ""})}
            for y in reversed(here.plan_years)
            if years or y == here.plan_year
        ],
        "tiers": [
            {"label": str(t), "here": t == here.tier, "href": look.url(page, **{**fresh, "tier": t})}
            for t in (here.plan_year.tiers if tiers else ())
        ],
        "year_is": "" if years else here.plan_year.id,
        "day": day.isoformat() if day else "",
        "as_of": wording.day(day),
        "days": [
            {
                "label": label,
                "here": number == now,
                "href": look.url(page, **{**fresh, "published": number, "as_of": day_}),
            }
            for label, number, day_ in _days(here)
        ]
        if here.publications
        else [],
        "kept": {
            name: str(value) for name, value in st.session_state[look.KEPT].items() if (page, name) != ("start", "tier")
        },
        "big": page == "start",
        "results": look.url("who-delayed") + "&q=",
        "asked": words,
        "hits": _hits(here, words, page),
    }


def _leads(page: str, thing: str) -> str:
    """The link of what was found: on the Map it starts there, or ends a way there that has its start already."""
    if page != "map":
        return look.url("who-delayed", id=thing)
    start = st.query_params.get("path", "")
    return look.url("map", path=f"{start};thing:{thing}") if start and ";" not in start else look.url("map", id=thing)


def _days(here: session.Here) -> list[tuple[str, int | str, object]]:
    """The assessments to choose from: the current one, then what was published; label, number, day."""
    current = "Current" if here.published else f"{wording.day(here.status.as_of)}, current"
    return [
        (current, "", ""),
        *((f"{wording.day(p.as_of)}, {p.state}, no. {p.number}", p.number, p.as_of) for p in here.publications),
    ]


def _hits(here: session.Here, words: str, page: str) -> list[dict[str, Any]]:
    if not words:
        return []
    try:
        found = search(session.graph(), words, plan_year=here.plan_year.id, limit=_SUGGESTED)
    except AccountabilityError:
        return []  # the page itself says what is wrong at its next run
    return [
        {
            "href": _leads(page, hit.id),
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
