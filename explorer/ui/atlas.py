"""The Map in the browser: vis-network of the pyvis wheel, our picture of it, its filters, and the same as tables."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from explorer.ui import look

_VIS = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
_LOADER = component("accountability.vis", js=f"{_VIS}\nexport default function () {{}}\n")
_CSS = look.asset("components/map.css")
_MAP, _TOOLS, _LIST = (
    component(
        f"accountability.{name}",
        html='<div class="map"></div>',
        css=_CSS,
        js=look.asset(f"components/{name}.js"),
    )
    for name in ("map", "map_tools", "map_list")
)


def tools(data: dict[str, Any], on_act: Callable[[], None]) -> None:
    """Draw the filters; what was chosen is `st.session_state["map-tools"].act`."""
    _TOOLS(key="map-tools", data=data, on_act_change=on_act)


def canvas(data: dict[str, Any], on_act: Callable[[], None]) -> None:
    """Draw the picture; what was done is `st.session_state["map"].act`. vis-network is sent once in a session."""
    with st.container(key="vis-box"):
        _LOADER(key="vis", height=1)
    with st.container(key="map-box"):
        _MAP(key="map", data=data, on_act_change=on_act)


def lists(data: dict[str, Any], on_act: Callable[[], None]) -> None:
    """Draw the tables; what was done is `st.session_state["map-list"].act`."""
    _LIST(key="map-list", data=data, on_act_change=on_act)
