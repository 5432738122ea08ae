"""A page without a browser: its HTML, and what people read of it."""

import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

import explorer

APP = Path(explorer.__file__).with_name("app.py")


def page(view: str = "scorecard", **asked: str) -> str:
    """The HTML of a page, "" for the root; fails where the page does."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    if view:
        app.switch_page(f"views/{view}.py")
        for name, value in asked.items():
            app.query_params[name] = value
        app.run()
    assert not app.exception
    return "".join(str(element.proto.body) for element in app.get("html"))


def words(html: str) -> str:
    """What people read of it."""
    text = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", text)))
