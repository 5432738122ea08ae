"""HTML blocks from constant templates: every value is escaped, titles are never markup."""

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment, PackageLoader, StrictUndefined

from explorer import wording

PAGES = {
    "start": ".",
    "scorecard": "scorecard",
    "who-delayed": "who-delayed",
    "held-up": "held-up",
    "coming": "coming",
    "agency": "agency",
    "official": "official",
    "money": "money",
    "five-year": "five-year",
    "agreements": "agreements",
    "map": "map",
    "data": "data",
    "ask": "ask",
}
"""Page name → its path; the first page lives at the root."""

KEPT = "kept"
"""Where the session keeps what every link takes along (year, tier, as_of), so that each is a permalink of the day."""

_STYLES = ("base", "tables", "charts", "money", "five_year", "ask", "heat", "frame", "narrow")


def asset(name: str) -> str:
    """The text of a file of this package."""
    return (files("explorer") / name).read_text(encoding="utf-8")


def url(page: str, **params: object) -> str:
    """A link that works without the router too. Plan year, tier and day travel along; empty values are left out."""
    kept = dict(st.session_state.get(KEPT, {}))
    if page == "start":
        kept.pop("tier", None)  # it has none; a root that says one is a link from when the scorecard lived there
    query = urlencode({name: str(value) for name, value in {**kept, **params}.items() if value not in ("", None)})
    return f"{PAGES[page]}?{query}" if query else PAGES[page]


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("explorer", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(wording.FILTERS)
    made.globals["url"] = url  # pyright: ignore[reportArgumentType] - the library types its own globals alone
    return made


@cache
def _style() -> str:
    return "\n".join(asset(f"styles/{name}.css") for name in _STYLES)


def style() -> None:
    """The style sheet, once per run; a block of nothing but style takes no room."""
    st.html(f"<style>{_style()}</style>")


def block(template: str, **values: Any) -> None:
    """Draw one template with its values, which are always text."""
    st.html(_templates().get_template(f"{template}.html").render(**values))
