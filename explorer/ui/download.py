"""Every table as a file, and papers: one small button beside what it hands out."""

import re
from collections.abc import Callable

import streamlit as st

from explorer.ui import look


def heading(text: str, sub: str, name: str, data: Callable[[], bytes]) -> None:
    """A section's heading with the button that hands out its table as `name`.csv; `data` is called when pressed."""
    with st.container(key=f"head-{name}", horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width="stretch"):
            look.block("heading", heading=text, sub=sub, section=True)
        button(name, data)


def button(name: str, data: Callable[[], bytes], label: str = "CSV") -> None:
    """Draw the button alone. `name` and `label` are constants of the product, never values."""
    with st.container(key=f"csv-{name}", width="content"):
        st.download_button(
            label,
            data=data,
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"get-{name}",
            help=None,
        )


def paper(name: str, data: Callable[[], bytes]) -> None:
    """Draw the button that hands out a briefing; `name` is what it is about, a value of any text."""
    with st.container(key="csv-paper", width="content"):
        st.download_button(
            "Briefing as PDF",
            data=data,
            file_name=f"{re.sub(r'[^A-Za-z0-9._-]+', '-', name).strip('-.')[:60] or 'briefing'}.pdf",
            mime="application/pdf",
            on_click="ignore",
            key="get-paper",
            help=None,
        )
