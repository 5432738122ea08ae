"""The page Ask in Cypher without a browser: a link fills the box and does not run, an answer leads on."""

from datetime import date

import pytest
from engine import loaded
from page_words import APP, words
from streamlit.testing.v1 import AppTest

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

STATEMENT = (
    "MATCH (t:Target {id: 'STAT-GROWTH'})-[:OWNED_BY]->(a) RETURN t.id AS target, a.id AS agency, '<b>x</b>' AS typed"
)


@pytest.fixture(autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country as of its day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))


def opened(statement: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    app.run()
    app.switch_page("views/ask.py")
    app.query_params["cypher"] = statement
    return app.run()


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(str(element.proto.body) for element in app.get("html"))


def test_a_link_fills_the_box_and_runs_when_somebody_says_so() -> None:
    app = opened(STATEMENT)
    assert app.text_area[0].value == STATEMENT
    assert "Rows of the answer" not in html(app)
    app.button[0].click().run()
    page = html(app)
    assert "Rows of the answer" in page
    assert "who-delayed?id=STAT-GROWTH" in page.replace("amp;", "") or "id=STAT-GROWTH" in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    app.text_area[0].set_value("MATCH (n:Target) SET n.title = 'x'")
    app.button[0].click().run()
    assert "statements only read" in words(html(app))
    assert "Rows of the answer" not in html(app)
