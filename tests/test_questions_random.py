"""What was held up, what on time would have won and second opinions, on random plans, against plain Python."""

from datetime import date
from pathlib import Path

import pytest
from attribution import questions, reference
from attribution.random_plans import write_plan
from engine import differences, loaded

from graph_schema.answers.questions import report_questions
from graph_schema.assess import assess
from graph_schema.graph import Graph

SEEDS = [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 100))]


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_agree_with_the_reference(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path, 60)
    loaded(graph, tmp_path)
    years = reference.load_plan(tmp_path)
    for as_of in written.as_of:
        assess(graph, date.fromisoformat(as_of))
        for year in written.plan_years:
            wanted, found = questions.questions(years, as_of, year), report_questions(graph, year)
            for part in ("held_up", "on_time", "second_opinions"):
                assert list(differences(wanted[part], found[part])) == [], (as_of, year, part)
