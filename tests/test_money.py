"""Money by every grouping against plain Python, on every worked case, the sample and random plans; sums conserve."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from attribution import budget, reference
from attribution.budget import NOTHING, SUMS, Budget
from attribution.plan import Years
from attribution.random_changes import write_changed_plan
from attribution.random_money import add_money
from engine import VECTORS, loaded, worked_cases

from graph_schema.answers.money.figures import money, read_sums
from graph_schema.answers.money.rows import GROUPINGS, Money
from graph_schema.answers.status import plan_years
from graph_schema.assess import assess
from graph_schema.days import EPOCH
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 50))]


@pytest.mark.parametrize("folder", worked_cases(), ids=lambda folder: folder.name)
def test_worked_cases(graph: Graph, folder: Path) -> None:
    loaded(graph, folder)
    years = reference.load_plan(folder)
    for file in sorted((folder / "expected").glob("*.json")):
        _held(graph, folder, years, file.name[:10])


def test_the_sample_country(graph: Graph) -> None:
    loaded(graph, PLANS)
    years = reference.load_plan(PLANS)
    for as_of in (AS_OF, "2026-12-31", "2026-01-01"):
        _held(graph, PLANS, years, as_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_plans_that_change(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_changed_plan(seed, tmp_path, 60)
    add_money(Random(f"money {seed}"), tmp_path, written.plan_years)
    loaded(graph, tmp_path)
    years = reference.load_plan(tmp_path)
    for as_of in written.as_of:
        _held(graph, tmp_path, years, as_of)


def _held(graph: Graph, folder: Path, years: Years, as_of: str) -> None:
    """Every grouping of every plan year and tier as of a day."""
    assess(graph, date.fromisoformat(as_of))
    today = (date.fromisoformat(as_of) - EPOCH).days
    for year in plan_years(graph):
        for tier in year.tiers:
            known = budget.budget(folder, years, as_of, year.id, tier)
            first = tier == year.tiers[0]
            totals = [_total(budget.money_rows(known, by)) for by in GROUPINGS]
            assert all(each == totals[0] for each in totals)
            for by in GROUPINGS if first else GROUPINGS[:1]:  # what is not charged is that of every tier
                wanted = budget.money_rows(known, by)
                found = {row.key: row for row in read_sums(graph, (year.id,), by, tier, today)}
                assert found.keys() == wanted.keys(), (as_of, year.id, by)
                for key, row in found.items():
                    for name in SUMS:
                        assert getattr(row, name) == pytest.approx(float(wanted[key][name]), abs=1e-9), (by, key, name)
            if first:
                answer = money(graph, year.id, "sector", tier)
                for name in ("promised", "revised", "on_time", "late", "short", "outstanding", "beyond", "amount_days"):
                    assert getattr(answer.total, name) * 100 == pytest.approx(float(totals[0][name]), abs=1e-6)
                _releases(known, answer, as_of, tier)


def _total(rows: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Fraction]:
    return {name: sum((row[name] for row in rows.values()), NOTHING) for name in SUMS}


def _releases(known: Budget, found: Money, as_of: str, tier: int) -> None:
    """Releases one by one, requests, months and credibility."""
    assert found.of == len(found.releases) == len(known.releases())
    promised = budget.lost_as_promise(known, as_of, tier)
    for each in found.releases:
        assert each.points == pytest.approx(float(known.charged.get(each.release, 0)), abs=1e-9)
        assert each.as_promise == pytest.approx(float(promised.get(each.release, 0)), abs=1e-9)
        parts = each.on_time + each.late + each.short + each.outstanding
        assert each.revised == pytest.approx(parts, abs=1e-9)
    for name in ("revised", "promised", "beyond"):
        flows = sum(getattr(month, name) for month in found.months)
        assert flows == pytest.approx(getattr(found.total, name))
    released: defaultdict[str, int] = defaultdict(int)
    for release in known.releases():
        for day, amount in known.came[release.id]:
            released[date.fromordinal(day).isoformat()[:7]] += amount
    assert {m.month: m.released for m in found.months if m.released} == {k: v / 100 for k, v in released.items()}
    assert sum(month.spent for month in found.months) == pytest.approx(found.total.spent or 0.0)
    wanted = budget.lead_times(known, as_of)
    assert {(r.request, r.release): (r.planned_days, r.actual_days) for r in found.lead_times.rows} == wanted
    year = found.outturns[-1]
    for by, variance in (("agency", year.by_agency), ("sector", year.by_sector)):
        aggregate, varied = budget.outturn(known, by)
        assert year.aggregate == pytest.approx(aggregate if aggregate is None else float(aggregate), abs=1e-9)
        assert variance == pytest.approx(varied if varied is None else float(varied), abs=1e-9)


def test_a_lowered_release_costs_though_it_came_in_time(graph: Graph) -> None:
    """Of N1 15 of 50 never come: what that costs is shown with the release."""
    loaded(graph, VECTORS / "revised")
    assess(graph, date(2027, 6, 30))
    row = {each.release: each for each in money(graph).releases}["N1"]
    assert (row.promised, row.revised) == (50, 35)
    assert row.points > 0
