"""What an assessment is asked further, on every worked case, against the answer files (questions.md 10)."""

import json
from datetime import date
from pathlib import Path

import pytest
from engine import VECTORS, differences, loaded

from graph_schema.answers.questions import report_questions
from graph_schema.assess import assess
from graph_schema.graph import Graph

PARTS = (
    *("matrix", "matrix_days", "held_up", "on_time", "second_opinions"),
    *("posts", "officials", "charged_by_holder", "first_promise"),
)


def cases() -> list[Path]:
    """Every folder of worked cases with questions asked of it."""
    return [folder for folder in sorted(VECTORS.iterdir()) if (folder / "questions").is_dir()]


@pytest.mark.parametrize("folder", cases(), ids=lambda folder: folder.name)
def test_questions_are_answered_as_in_the_answer_files(graph: Graph, folder: Path) -> None:
    loaded(graph, folder)
    for file in sorted((folder / "questions").glob("*.json")):
        day, _, year = file.stem.partition(".")
        wanted = json.loads(file.read_text(encoding="utf-8"))
        assess(graph, date.fromisoformat(day))
        found = report_questions(graph, year or None)
        for part in PARTS:
            assert list(differences(wanted[part], found[part])) == [], (file.name, part)
