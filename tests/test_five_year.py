"""Five-year plans and sectors against plain Python, on the sample, worked cases and random plans; sums conserve."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attribution import five_years, reference
from attribution.plan import Years
from attribution.random_changes import write_changed_plan
from attribution.random_five_years import PLAN, add_five_years
from attribution.random_money import add_money
from engine import VECTORS, loaded

from graph_schema.answers.five_year.five_year import five_year
from graph_schema.answers.report import report
from graph_schema.answers.sectors import sectors
from graph_schema.answers.status import plan_years
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

SEEDS = [*range(3), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 50))]
CASES = ("three-tiers", "two-years", "random-6", "random-8", "ruled")


def test_the_sample_country(graph: Graph) -> None:
    loaded(graph, PLANS)
    years = reference.load_plan(PLANS)
    for as_of in (AS_OF, "2026-01-01"):
        assess(graph, date.fromisoformat(as_of))
        _five_year(graph, PLANS, years, as_of, "FYP-4")
        _sectors(graph, PLANS, years, as_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_plans_that_change(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_changed_plan(seed, tmp_path, 60)
    rng = Random(f"five years {seed}")
    add_money(rng, tmp_path, written.plan_years)
    add_five_years(rng, tmp_path, written.plan_years)
    loaded(graph, tmp_path)
    years = reference.load_plan(tmp_path)
    for as_of in written.as_of:
        assess(graph, date.fromisoformat(as_of))
        _five_year(graph, tmp_path, years, as_of, PLAN)
        _sectors(graph, tmp_path, years, as_of)


@pytest.mark.parametrize("case", CASES)
def test_sectors_of_worked_cases(graph: Graph, case: str) -> None:
    folder = VECTORS / case
    loaded(graph, folder)
    for file in sorted((folder / "expected").glob("*.json")):
        as_of = file.name[:10]
        assess(graph, date.fromisoformat(as_of))
        _sectors(graph, folder, reference.load_plan(folder), as_of)


def _near(found: Any, wanted: Any, where: object) -> None:
    if isinstance(wanted, Fraction | int | float) and found is not None:
        assert found == pytest.approx(float(wanted), abs=1e-9, rel=1e-9), where
    else:
        assert found == wanted, where


def _five_year(graph: Graph, folder: Path, years: Years, as_of: str, plan: str) -> None:
    wanted = five_years.promises(folder, years, as_of, plan)
    for tier in sorted({tier for year in plan_years(graph) for tier in year.tiers})[:2]:
        found = five_year(graph, plan, tier)
        assert [row.id for row in found.targets] == sorted(wanted)
        for row in found.targets:
            for name, value in wanted[row.id].items():
                _near(getattr(row, name), value, (as_of, row.id, name))
            if row.counts == "adds up":
                assert row.reached - row.baseline == pytest.approx(
                    sum(y.counted for y in row.years if y.reached_total is not None)
                )
            standing = [y.reached_total for y in row.years if y.reached_total is not None]
            assert standing[-1:] in ([], [row.reached])
        for year in found.years:
            began = five_years.years_of_causes(years, as_of, year.plan_year, tier)
            _near(year.lost, sum(began.values()), (as_of, year.plan_year))
            _near(year.began_in_it, began.get(year.plan_year, 0), (as_of, year.plan_year))
            lost = report(graph, year.plan_year)["tiers"].get(str(tier), {}).get("charged_points", {})
            assert year.lost == pytest.approx(sum(lost.values()), abs=1e-9)
            crossed = [c for c in found.crossings if c.plan_year == year.plan_year]
            assert sum(c.points for c in crossed) == pytest.approx(year.began_elsewhere, abs=1e-9)
            for other in {c.began_in for c in crossed}:
                points = sum(c.points for c in crossed if c.began_in == other)
                _near(points, began.get(other, 0), (as_of, year.plan_year, other))


def _sectors(graph: Graph, folder: Path, years: Years, as_of: str) -> None:
    found = sectors(graph)
    for year in plan_years(graph):
        wanted = five_years.sector_rows(folder, years, as_of, year.id)
        rows = {row.sector: row for row in found.rows if row.plan_year == year.id}
        assert rows.keys() == wanted.keys()
        for sector, row in rows.items():
            for name, value in wanted[sector].items():
                _near(getattr(row, name), value, (as_of, year.id, sector, name))
        assert sum(row.targets for row in rows.values()) == sum(
            target.measure != "cascade" and target.year.id == year.id for target in years.targets()
        )
