"""How it travelled, as a picture: pyvis holds the network, the browser draws it."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from explorer.ui import look

_CHAIN = component(
    "accountability.chain",
    html='<div class="chain"></div>',
    css=look.asset("components/chain.css"),
    js=look.asset("components/chain.js"),
)


def chain(data: dict[str, Any], *, on_edge: Callable[[], None], on_opened: Callable[[], None]) -> None:
    """Mount the picture of `network.drawn`; a chosen band is `st.session_state["chain"].edge`."""
    with st.container(key="chain-box"):
        _CHAIN(key="chain", data=data, on_edge_change=on_edge, on_opened_change=on_opened)
