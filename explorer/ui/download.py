"""Every table as a file: one small button beside its heading."""

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
