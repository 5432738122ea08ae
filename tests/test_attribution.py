"""The sweeps in Cypher: equal to the worked cases and to an independent reference, conserving, repeatable."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from attribution import reference
from attribution.mutations import known_by, move_record, shuffle_rows, split_record
from attribution.properties import broken_sums, direct_shares, moved_shares, settled, to_move, to_split
from attribution.random_plans import size_of, write_plan
from engine import differences, loaded, reports, worked_cases

from graph_schema.answers.report import report
from graph_schema.assess import NothingToAssessError, assess
from graph_schema.catalog import statements
from graph_schema.errors import AccountabilityError
from graph_schema.graph import Graph

SEEDS = [*range(40), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(40, 200))]
FEWER = [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 60))]


@pytest.mark.parametrize("folder", worked_cases(), ids=lambda folder: folder.name)
def test_the_report_is_the_answer_file(graph: Graph, folder: Path) -> None:
    loaded(graph, folder)
    for file in sorted((folder / "expected").glob("*.json")):
        expected = json.loads(file.read_text(encoding="utf-8"))
        found = reports(graph, expected["as_of"], (expected["plan_year"],))[expected["plan_year"]]
        assert list(differences(expected, found)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_random_plans_agree_with_the_reference(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path, size_of(seed))
    years = reference.load_plan(tmp_path)
    loaded(graph, tmp_path)
    for as_of in written.as_of:
        for year, found in reports(graph, as_of, written.plan_years).items():
            assert list(differences(reference.report(years, as_of, year), found)) == []
            assert broken_sums(years, found) == []


@pytest.mark.parametrize("seed", FEWER)
def test_cutting_or_moving_a_late_record_takes_nothing_from_others(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path / "plan", 60)
    years, as_of = reference.load_plan(written.folder), written.as_of[-1]
    loaded(graph, written.folder)
    before = reports(graph, as_of, written.plan_years)
    cut = [(each, "") for year in before.values() for each in to_split(years, year)][:2]
    moved = [pair for year in before.values() for pair in to_move(years, year)][:2]
    assert cut
    for number, (record, agency) in enumerate([*cut, *moved]):
        folder = tmp_path / str(number)
        if agency:
            move_record(written.folder, folder, record, agency)
        else:
            split_record(written.folder, folder, record)
        loaded(graph, folder)
        after, changed = reports(graph, as_of, written.plan_years), reference.load_plan(folder)
        owner = agency or years.deliverables[record].owner
        for year, answers in before.items():
            one, two = direct_shares(years, answers, owner), direct_shares(changed, after[year], owner)
            assert moved_shares(one, two, years.deliverables) == []


@pytest.mark.parametrize("seed", FEWER)
def test_order_of_rows_changes_nothing(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path / "plan", 60)
    loaded(graph, written.folder)
    before = [reports(graph, as_of, written.plan_years) for as_of in written.as_of]
    loaded(graph, shuffle_rows(written.folder, tmp_path / "shuffled", seed))
    assert [reports(graph, as_of, written.plan_years) for as_of in written.as_of] == before


@pytest.mark.parametrize("seed", FEWER)
def test_what_is_settled_stays_as_it_is(graph: Graph, seed: int, tmp_path: Path) -> None:
    """Finished together with all its causes: where nothing more is heard, a later day changes nothing in them."""
    written = write_plan(seed, tmp_path / "plan", 60)
    as_of = written.as_of[1]
    folder = known_by(written.folder, tmp_path / "known", as_of)
    loaded(graph, folder)
    before = reports(graph, as_of, written.plan_years)
    done = settled(reference.load_plan(folder), before, as_of)
    assert done
    later = (date.fromisoformat(as_of) + timedelta(days=40)).isoformat()
    after = reports(graph, later, written.plan_years)
    for year, answers in before.items():
        for each in answers["deliverables"].keys() & done:
            one, two = answers["deliverables"][each], after[year]["deliverables"][each]
            scores = {"raw", "loss", "due"}
            assert {key: one[key] for key in one.keys() - scores} == {key: two[key] for key in two.keys() - scores}


def test_the_same_inputs_give_bit_identical_numbers(graph: Graph, tmp_path: Path) -> None:
    """Twice on one graph, after another day between, and on a graph filled anew."""
    written = write_plan(9, tmp_path, size_of(9))
    loaded(graph, tmp_path)
    first = reports(graph, written.as_of[1], written.plan_years)
    reports(graph, written.as_of[2], written.plan_years)
    assert reports(graph, written.as_of[1], written.plan_years) == first
    loaded(graph, tmp_path)
    assert reports(graph, written.as_of[1], written.plan_years) == first


def test_exponentially_many_paths_take_a_constant_number_of_statements_a_rank(graph: Graph) -> None:
    folder = next(case for case in worked_cases() if case.name == "ladder")
    loaded(graph, folder)
    ranks = graph.rows("assess/ranks")[0]["ranks"]
    graph.round_trips = 0
    assess(graph, date(2027, 6, 30))
    assert ranks > 20
    assert graph.round_trips <= 24 + 2 * ranks  # some for all, of which four keep what `changes` compares


def test_a_failed_assessment_leaves_the_former_in_place(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(graph, next(case for case in worked_cases() if case.name == "road-and-money"))
    before = reports(graph, "2027-06-30", ("2026-27",))
    broken = statements()["assess/own_points"]
    monkeypatch.setitem(
        statements(), "assess/charge", type(broken)("assess/charge", "CYPHER 25 RETURN 1 / 0", "", (), ())
    )
    with pytest.raises(AccountabilityError):
        assess(graph, date(2026, 9, 9))
    assert report(graph, "2026-27") == before["2026-27"]


def test_an_empty_graph_says_what_to_do(graph: Graph) -> None:
    with pytest.raises(NothingToAssessError, match="accountability load"):
        assess(graph, date(2027, 6, 30))
