"""Who affects whom between any tiers, in force, against the first promise and without rulings, against plain Python."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attribution.influence import between
from attribution.plan import Years
from attribution.random_changes import write_changed_plan
from attribution.reference import FIRST_PROMISE, IN_FORCE, UNRULED, load_plan
from engine import VECTORS, differences, loaded
from typer.testing import CliRunner

from graph_schema.answers.affects import Matrix
from graph_schema.answers.basis import Basis
from graph_schema.answers.cell import cell
from graph_schema.answers.matrix import matrix
from graph_schema.answers.report import report
from graph_schema.answers.status import plan_years
from graph_schema.assess import assess
from graph_schema.errors import UsageError
from graph_schema.graph import Graph
from graph_schema.question_errors import NoSuchTierError, UnknownRowError
from loaders.cli import app

BASES: dict[Basis, str] = {"in force": IN_FORCE, "first promise": FIRST_PROMISE, "without rulings": UNRULED}
CASES = [
    (folder, file.stem)
    for folder in sorted(VECTORS.iterdir())
    if folder.name not in ("ladder", "random-1", "random-4", "random-8")
    for file in sorted((folder / "questions").glob("*.json"))[-1:]
]
SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 40))]


def tables(made: Matrix) -> Iterator[dict[str, dict[str, float]]]:
    """Its points, and its days: bearer -> causer -> amount."""
    for amounts in (
        {(c.bearer, c.causer): c.points for c in made.cells},
        {(c.bearer, c.causer): c.days for c in made.cells},
    ):
        out: dict[str, dict[str, float]] = {}
        for (bearer, causer), amount in amounts.items():
            if amount:
                out.setdefault(bearer, {})[causer] = amount
        yield out


def adds_up(made: Matrix) -> None:
    """Rows and columns, exact and as shown."""
    for heads, side in ((made.bearers, "bearer"), (made.causers, "causer")):
        for head in heads:
            mine = [c for c in made.cells if getattr(c, side) == head.key]
            total, shown = (head.lost, head.lost_shown) if side == "bearer" else (head.began, head.began_shown)
            assert sum(c.points for c in mine) == pytest.approx(total, abs=1e-9)
            assert sum(c.points_shown for c in mine) == pytest.approx(shown, abs=1e-9)
    assert sum(head.lost for head in made.bearers) == pytest.approx(made.points, abs=1e-9)
    assert sum(head.began for head in made.causers) == pytest.approx(made.points, abs=1e-9)
    assert sum(head.began_days for head in made.causers) == pytest.approx(made.days, abs=1e-9)


def holds(graph: Graph, years: Years, as_of: str) -> None:
    """Every matrix of every year, between all tiers, is that of the reference, and sums to what the tier lost."""
    for year in plan_years(graph):
        for tier in year.tiers:
            for basis, view in BASES.items():
                for by_tier in range(1, max(year.tiers) + 1):
                    wanted = between(years, as_of, year.id, (tier, by_tier), view)
                    made = matrix(graph, year.id, tier, by_tier, basis)
                    where = (year.id, tier, by_tier, basis)
                    for expected, found in zip(wanted, tables(made), strict=True):
                        assert list(differences(expected, found)) == [], where
                    adds_up(made)
            lost = report(graph, year.id)["tiers"][str(tier)]["charged_points"]
            assert matrix(graph, year.id, tier).points == pytest.approx(sum(lost.values()), abs=1e-9)


@pytest.mark.parametrize(("folder", "stem"), CASES, ids=[f"{folder.name}-{stem}" for folder, stem in CASES])
def test_between_all_tiers_of_a_worked_case(graph: Graph, folder: Path, stem: str) -> None:
    loaded(graph, folder)
    as_of = stem.partition(".")[0]
    assess(graph, date.fromisoformat(as_of))
    holds(graph, load_plan(folder), as_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_between_all_tiers_of_random_plans_that_change(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_changed_plan(seed, tmp_path, 50)
    loaded(graph, tmp_path)
    years = load_plan(tmp_path)
    for as_of in written.as_of[1:]:
        assess(graph, date.fromisoformat(as_of))
        holds(graph, years, as_of)


@pytest.mark.parametrize(
    ("name", "day"), [("three-tiers", "2027-06-30"), ("ruled", "2027-06-30"), ("revised", "2027-06-30")]
)
def test_every_cell_opens_into_its_own_sum(graph: Graph, name: str, day: str) -> None:
    """Into what caused it, and, but for the first promise of a plan that changed, into the bearer's targets."""
    loaded(graph, VECTORS / name)
    assess(graph, date.fromisoformat(day))
    year = plan_years(graph)[-1]
    opened = 0
    for basis in BASES:
        for tier in year.tiers:
            for by_tier in range(1, max(year.tiers) + 1):
                for found in matrix(graph, year.id, tier, by_tier, basis).cells:
                    inside = cell(graph, year.id, tier, found.bearer, found.causer, by_tier=by_tier, basis=basis)
                    known = basis != "first promise" or not inside.status.revised
                    assert bool(inside.targets) == known
                    for rows in (inside.targets, inside.roots) if known else (inside.roots,):
                        assert sum(r.points for r in rows) == pytest.approx(found.points, abs=1e-9)
                        assert sum(r.days for r in rows) == pytest.approx(found.days, abs=1e-9)
                        assert sum(r.points_shown for r in rows) == pytest.approx(found.points_shown, abs=1e-9)
                    opened += 1
    assert opened > 10


def test_what_a_first_promise_cannot_tell_is_said(graph: Graph) -> None:
    loaded(graph, VECTORS / "revised")
    assess(graph, date(2027, 6, 30))
    found = matrix(graph, basis="first promise")
    assert found.notes == ("Against the first promise: without revisions and rulings; owners are the first ones.",)
    each = found.cells[0]
    inside = cell(graph, None, 1, each.bearer, each.causer, basis="first promise")
    assert inside.notes[-1] == "Of the first promise is kept where points and days began, not by which targets."
    assert matrix(graph, basis="without rulings").notes == ("Nothing was ruled upon.",)


def test_in_a_terminal(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    loaded(graph, VECTORS / "three-tiers")
    assess(graph, date(2027, 6, 30))
    told = run("matrix", "--tier", "2", "--by-tier", "1").splitlines()
    assert told[0] == "Annual plan 2026-27, tier 2, by tier 1"
    said = "Roads lost most to another: 21.8 points that began with what stands under Finance."
    assert said in " ".join(" ".join(told[1:3]).split())
    assert "began there        103.3   22.3  125.6" in told
    opened = run("matrix", "--tier", "2", "--by-tier", "1", "--cell", "ROADS", "FINANCE")
    assert "Roads lost 21.8 points that began in Finance." in opened
    assert "Valley road usable [R1], Roads    21.8    0.0" in opened
    assert [line.split()[1:] for line in opened.splitlines() if line.startswith("total")] == [["21.8", "182.2"]] * 2


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_wrong_questions_say_what_there_is(graph: Graph) -> None:
    loaded(graph, VECTORS / "three-tiers")
    assess(graph, date(2027, 6, 30))
    with pytest.raises(NoSuchTierError, match="No agency stands at tier 9"):
        matrix(graph, None, 1, 9)
    with pytest.raises(UnknownRowError, match="no column 'NOBODY' at tier 2"):
        cell(graph, None, 1, matrix(graph).bearers[0].key, "NOBODY", by_tier=2)
    both = CliRunner().invoke(app, ["matrix", "--first-promise", "--without-rulings"])
    assert isinstance(both.exception, UsageError)
