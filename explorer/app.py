"""Entry point: frame, navigation, the router for links, and the one place where errors meet the reader."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st

from explorer import session
from explorer.ui import look, router, states
from explorer.ui.bar import BARRED, bar
from graph_schema.errors import AccountabilityError, GraphStoppedError, GraphUnavailableError

STATIC = Path(__file__).parent / "static"

st.set_page_config(
    page_title="Accountability explorer", page_icon=STATIC / "icon.svg", layout="wide", initial_sidebar_state=232
)

PAGES = {
    "start": st.Page("views/start.py", title="Start", default=True),
    "scorecard": st.Page("views/scorecard.py", title="Scorecard", url_path="scorecard"),
    "who-delayed": st.Page("views/who_delayed.py", title="Who delayed this?", url_path="who-delayed"),
    "held-up": st.Page("views/held_up.py", title="What did it hold up?", url_path="held-up"),
    "coming": st.Page("views/coming.py", title="What is coming", url_path="coming"),
    "agency": st.Page("views/agency.py", title="Agency", url_path="agency"),
    "official": st.Page("views/official.py", title="Official", url_path="official"),
    "money": st.Page("views/money.py", title="Money", url_path="money"),
    "five-year": st.Page("views/five_year.py", title="Five-year plan", url_path="five-year"),
    "agreements": st.Page("views/agreements.py", title="Agreements", url_path="agreements"),
    "map": st.Page("views/map.py", title="Map", url_path="map"),
    "data": st.Page("views/data.py", title="Data", url_path="data"),
    "ask": st.Page("views/ask.py", title="Ask in Cypher", url_path="ask"),
}

NEEDS_NOTHING = ("data",)
"""Pages that have something to say before a plan is loaded and assessed."""

# Streamlit meets a path that no page has with a dialog of its own: such a path gets a page that says so instead
path = unquote(urlsplit(st.context.url or "").path).strip("/").rpartition("/")[2]
lost = (
    []
    if path in {p.url_path for p in PAGES.values()}
    else [st.Page("views/nowhere.py", title="No such page", url_path=path)]
)

page = st.navigation([*PAGES.values(), *lost], position="hidden")
st.set_page_config(page_title=f"{page.title} · Accountability explorer")
look.style()
st.logo(STATIC / "wordmark.svg", icon_image=STATIC / "wordmark-line.svg", size="large")
name = next((n for n, p in PAGES.items() if p.url_path == page.url_path), "")

with st.sidebar:
    look.block("nav", pages=[{"title": p.title, "href": look.url(n), "here": n == name} for n, p in PAGES.items()])

with st.container(horizontal_alignment="center"), st.container(key="page", width=1056):
    # the scorecard lived at the root once: links from then, which say a tier, a sort or a cell, lead to where it is now
    moved = name == "start" and any(asked in st.query_params for asked in ("tier", "sort", "cell"))
    router.follow(PAGES, name, moved="scorecard" if moved else "")
    if moved:
        st.stop()
    if name and not session.is_open():
        states.opening()
    st.session_state.pop(BARRED, None)
    try:
        if not name or session.settle(name, quiet=name in NEEDS_NOTHING) or name in NEEDS_NOTHING:
            page.run()
    except AccountabilityError as error:
        if isinstance(error, GraphUnavailableError | GraphStoppedError):
            session.graph.clear()  # an embedded server that comes back has another address
        if session.known() and BARRED not in st.session_state:
            bar(name, tiers=name == "scorecard")
        states.trouble(error, name, page.title)
