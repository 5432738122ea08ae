"""What the pages of questions and the tutorial show is what the product prints: each of their examples is run."""

import runpy
from datetime import date
from pathlib import Path

import pytest
from engine import loaded

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("page", ["questions.md", "tutorial.md"])
def test_the_examples_of_a_page_print_what_it_shows(
    open_once: Graph, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    refreshed = runpy.run_path(str(DOCS / "make_examples.py"))["refreshed"]
    text = (DOCS / page).read_text(encoding="utf-8")
    assert "\n$ " in text or "```python" in text
    assert refreshed(text) == text
