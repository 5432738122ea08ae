"""What money cost and what it cost those who release it: against the matrix, and a sweep of plain Python."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from attribution.plan import Agreement, PlanYear, Release, Target, Years
from attribution.random_plans import write_plan
from attribution.reference import Assessment, load_plan, tiers
from attribution.reference import assess as worked
from engine import VECTORS, loaded
from plan_folders import write_plan as write_small_plan
from typer.testing import CliRunner

from graph_schema.answers.finance import Finance, finance
from graph_schema.answers.frames import to_frame
from graph_schema.answers.matrix import matrix
from graph_schema.answers.status import plan_years
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.cli import app
from loaders.sample import AS_OF, PLANS

SEEDS = [*range(3), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 60))]


def holds(found: Finance, graph: Graph) -> None:
    """Every row adds up to its row and column of the matrix, exact and as shown."""
    made = matrix(graph, found.plan_year.id, found.tier)
    columns = {head.key: head for head in made.causers}
    for row in found.rows:
        key = row.agency.id
        lost = {c.causer: c.points for c in made.cells if c.bearer == key and c.points}
        began = {c.bearer: c.points for c in made.cells if c.causer == key and c.points}
        assert {s.causer.id: s.points for s in row.suffered} == pytest.approx(lost, abs=1e-9)
        assert sum(c.points for c in row.caused) == pytest.approx(sum(began.values()), abs=1e-9)
        assert sum(c.itself for c in row.caused) == pytest.approx(began.get(key, 0.0), abs=1e-9)
        assert all(-1e-9 <= s.by_requests <= s.points + 1e-9 for s in row.suffered)
        if key in columns:
            assert sum(c.points_shown for c in row.caused) == pytest.approx(columns[key].began_shown)
            assert sum(s.points_shown for s in row.suffered) == pytest.approx(columns[key].lost_shown)
        assert sum(c.others_shown for c in row.caused) == pytest.approx(row.cost_others_shown)
        assert row.requests <= row.borne + 1e-9
    assert to_frame(found.rows).shape[0] == len(found.rows)


@pytest.mark.parametrize("folder", sorted(VECTORS.iterdir()), ids=lambda folder: folder.name)
def test_worked_cases_add_up_to_the_matrix(graph: Graph, folder: Path) -> None:
    loaded(graph, folder)
    years = load_plan(folder)
    adds_up(graph, years, "2027-06-30")


@pytest.mark.parametrize("seed", SEEDS)
def test_random_plans_add_up_to_the_matrix(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path, 60)
    loaded(graph, tmp_path)
    adds_up(graph, load_plan(tmp_path), written.as_of[-1])


def adds_up(graph: Graph, years: Years, as_of: str) -> None:
    """Every year and tier as of a day, against the matrix and plain Python."""
    assess(graph, date.fromisoformat(as_of))
    for year in plan_years(graph):
        for tier in year.tiers:
            asked = finance(graph, year.id, tier)
            holds(asked, graph)
            follows(asked, years.year(year.id), worked(years, as_of))


def follows(asked: Finance, year: PlanYear, found: Assessment) -> None:
    """Each point followed down in plain Python: where it began, and whether it came through money of the row."""
    for row in asked.rows:
        began: defaultdict[str, Fraction] = defaultdict(Fraction)
        through: defaultdict[str, Fraction] = defaultdict(Fraction)
        for each in tiers(year, found)[asked.tier]:
            bearer = each.agreement.agency
            for kind, causer, points, money in followed(row.agency.id, asked.tier, each.agreement, year, found):
                if causer == row.agency.id:
                    began[kind] += points
                elif bearer == row.agency.id and money:
                    through[causer] += points
        told = {c.kind: c.points for c in row.caused}
        money = sum(told.get(k, 0.0) for k in ("money late", "money short", "money promised"))
        assert money == pytest.approx(float(began["release"]), abs=1e-9)
        assert told.get("own targets", 0.0) == pytest.approx(float(began["target"]), abs=1e-9)
        assert told.get("requests and approvals", 0.0) == pytest.approx(float(began["milestone"]), abs=1e-9)
        wanted = {causer: float(points) for causer, points in through.items() if points}
        assert {s.causer.id: s.by_requests for s in row.suffered if s.by_requests > 1e-12} == pytest.approx(
            wanted, abs=1e-9
        )


def followed(
    of: str, tier: int, agreement: Agreement, year: PlanYear, found: Assessment
) -> Iterator[tuple[str, str, Fraction, bool]]:
    """Where each point of an agreement stays: kind, row, points, and whether it went on from money of the row `of`."""
    ways = found.ways
    own: defaultdict[tuple[str, bool], Fraction] = defaultdict(Fraction)
    reached: defaultdict[tuple[str, bool], Fraction] = defaultdict(Fraction)
    for each, points in found.losses([agreement]).items():
        own[each, False] = points

    def place(each: str) -> tuple[str, str]:
        thing = found.years.deliverables.get(each)
        kind = "release" if isinstance(thing, Release) else "target" if isinstance(thing, Target) else "milestone"
        return "outside" if thing is None else kind, year.tree.row(found.owner(each), tier)

    for each in reversed(ways.order):
        for flag in (False, True):
            on_flag = flag or place(each) == ("release", of)
            for holds, passes in ((own[each, flag], ways.own), (reached[each, flag], ways.reached)):
                if not holds:
                    continue
                yield *place(each), holds * passes[each].stays, flag
                for other, part in passes[each].below.items():
                    own[other, flag] += holds * part
                for other, part in passes[each].reaches.items():
                    kept = passes[each].kept[other].whole if other in passes[each].kept else Fraction(0)
                    kept = kept if other in ways.reached else Fraction(1)
                    yield *place(other), holds * part * kept, on_flag
                    reached[other, on_flag] += holds * part * (1 - kept)


@pytest.fixture
def sample(graph: Graph) -> Graph:
    loaded(graph, PLANS)
    assess(graph, date.fromisoformat(AS_OF))
    return graph


def test_how_the_finance_ministry_was_affected(sample: Graph) -> None:
    for year in plan_years(sample):
        for tier in year.tiers:
            holds(finance(sample, year.id, tier), sample)
    told = CliRunner().invoke(app, ["finance", "--plan-year", "2026-27", "--tier", "2"]).stdout
    assert (
        "The Department of Budget lost 4.8 points: 4.6 began in itself and 0.2 in others, 0.2 of them through what its "
        "money waited for. It cost others 22.3 points: 15.5 by money late, 5.5 by money short and 1.3 by requests and "
        "approvals." in told
    )
    rows = [line.split()[-3:] for line in told.splitlines() if line.startswith(("money", "own targets", "requests"))]
    assert rows[:3] == [["0.0", "15.5", "15.5"], ["0.0", "5.5", "5.5"], ["3.6", "0.0", "3.6"]]
    assert "2.0 points of all passed through its money and began with others." in told


def test_without_money(graph: Graph, tmp_path: Path) -> None:
    targets = "id,agreement,agency,title,measure,planned_finish\nA,G,ROADS,Road,date,2026-09-01\n"
    agreements = "id,title,kind,agency\nG,Agreement,APA,ROADS\n"
    loaded(graph, write_small_plan(tmp_path / "plan", targets=targets, agreements=agreements))
    assess(graph, date(2027, 1, 1))
    found = CliRunner().invoke(app, ["finance"]).stdout
    assert "Nobody releases money in this plan year." in found
