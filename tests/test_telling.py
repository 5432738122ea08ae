"""The three sentences of the start page."""

from datetime import date
from pathlib import Path

from engine import VECTORS, loaded
from page_words import page, words
from plan_folders import write_plan

from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.telling import telling
from graph_schema.assess import assess
from graph_schema.graph import Graph


def test_they_are_chosen_by_points_and_by_how_far_scores_moved(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    told = telling(scorecard(graph))
    assert [each.text for each in told] == [
        "The government stands at 93.0 of 100. Of the 28 points lost, 12 began in another agency.",
        (
            "13.7 points of the 28 lost began with “First tranche” of the Budget department, and 5.2 of them were lost "
            "by others."
        ),
        "Agricultural marketing stands at 94.0; without what began elsewhere it would be 100.0, 6 points more.",
    ]
    assert [(each.about, each.thing, each.agency.id if each.agency else "") for each in told] == [
        ("tier", "", ""),
        ("deliverable", "M1", "DNB"),
        ("agency", "", "AGRI"),
    ]


def test_where_nothing_was_lost_nothing_is_made_up(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2026, 7, 2))
    assert [each.about for each in telling(scorecard(graph))] == ["tier"]
    html = page("start")
    assert "What stands out" in words(html)
    assert html.count("<li><p>") == 1


def test_a_year_without_agreements_has_no_sentences_but_a_search(graph: Graph, tmp_path: Path) -> None:
    loaded(graph, write_plan(tmp_path / "plan"))
    assess(graph, date(2027, 6, 30))
    said = words(page(""))
    assert "What do you want to know?" in said
    assert "What stands out" not in said
    assert "What each page answers" in said
