"""Links inside HTML blocks become reruns instead of page loads."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from streamlit.components.v2 import component
from streamlit.navigation.page import Page

from explorer.ui import look
from explorer.ui.look import PAGES

_ROUTER = component("accountability.router", js=look.asset("components/router.js"))


def follow(pages: Mapping[str, Page], here: str, *, moved: str = "") -> None:
    """Mount the router; obey the link that was chosen, if any. `moved`: the path where this page is now, '' none."""
    go = _ROUTER(key="router", height=1, data={"moved": moved}, on_go_change=lambda: None).go
    if not go:
        return
    parts = urlsplit(str(go))
    name = next((name for name, path in PAGES.items() if path == (parts.path or PAGES.get(here, ""))), here)
    params = dict(parse_qsl(parts.query))
    if name == here:
        st.query_params.from_dict(params)
    else:
        st.switch_page(pages[name], query_params=params)
