"""The generated pages are what their generators write today."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_of_the_plan_format_is_up_to_date() -> None:
    page = runpy.run_path(str(DOCS / "make_plan_format.py"))["page"]
    assert (DOCS / "plan_format.md").read_text(encoding="utf-8") == page()


def test_the_page_of_the_graph_is_up_to_date() -> None:
    page = runpy.run_path(str(DOCS / "make_graph.py"))["page"]
    assert (DOCS / "graph.md").read_text(encoding="utf-8") == page()


def test_the_page_of_the_answers_is_up_to_date() -> None:
    page = runpy.run_path(str(DOCS / "make_answers.py"))["page"]
    assert (DOCS / "answers.md").read_text(encoding="utf-8") == page()


def test_the_page_of_the_answers_has_every_question() -> None:
    """A function of a graph that answers with rows belongs to a command, or is a part of one that is named here."""
    documented = {ask.__name__ for _, ask in runpy.run_path(str(DOCS / "make_answers.py"))["answers"]()}
    assert {"who_delayed", "scorecard", "matrix", "held_up", "what_if", "opinions", "coming", "posts"} <= documented
