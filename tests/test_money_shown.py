"""Money as curves and as shown tables: they end where the sums are, and add up in front of the reader."""

from datetime import date
from itertools import pairwise

import pytest
from engine import VECTORS, loaded

from graph_schema.answers.money.curves import curves
from graph_schema.answers.money.figures import money
from graph_schema.answers.money.rows import GROUPINGS
from graph_schema.answers.money.shown import shown
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLAN_YEARS, PLANS


def test_curves_of_the_case_worked_by_hand(graph: Graph) -> None:
    """docs/money.md: 50 were due on 25 September 2026 and came 36 days later, so the area between is 1,800."""
    loaded(graph, VECTORS / "three-tiers")
    assess(graph, date(2027, 6, 30))
    graph.round_trips = 0
    found = money(graph)
    asked = graph.round_trips
    drawn = curves(graph, found)
    assert graph.round_trips == asked + 1
    line = next(each for each in drawn.rows if each.row and each.row.amount_days == 1800)
    area = sum((a.revised - a.came) * (b.day - a.day).days for a, b in pairwise(line.points))
    assert area == 1800
    assert (line.widest, line.lacking) == (date(2026, 9, 25), 50)
    assert line.text == "Most was lacking on 25 September 2026: 50 BTN. All of it has come since."
    assert [(p.revised, p.came) for p in drawn.whole.points][-1] == (80, 74)
    assert drawn.whole.text.endswith("6 is still short.")


@pytest.mark.parametrize("by", GROUPINGS)
def test_curves_end_at_the_sums_and_tables_add_up(open_once: Graph, by: str) -> None:
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    found = money(open_once, PLAN_YEARS[0], by)
    drawn = curves(open_once, found, 100)
    dated = [row for row in found.rows if row.key and row.releases]
    assert {each.row.key for each in drawn.rows if each.row} == ({r.key for r in dated} if by != "month" else set())
    for each in (drawn.whole, *drawn.rows):
        row, last = each.row or found.total, each.points[-1]
        assert (last.promised, last.revised, last.came) == pytest.approx((row.promised, row.revised, row.released))
        assert each.moved == (row.key in {"", *(p.row.key for p in drawn.rows if p.row and p.moved)})
    table = shown(found)
    for name in ("promised", "revised", "on_time", "late", "short", "outstanding", "amount_days", "points", "beyond"):
        assert sum(getattr(row, name) for row in table.rows) == pytest.approx(getattr(table.total, name)), name
        exact = getattr(found.total, name) / (1 if name == "points" else table.scale)
        assert getattr(table.total, name) == pytest.approx(exact, abs=0.051 * max(1, len(table.rows)) ** 0.5), name
    for row in (*table.rows, table.total):
        assert row.revised == pytest.approx(row.on_time + row.late + row.short + row.outstanding)
    assert table.unit == "million ORD"
    waited = [each.row.amount_days for each in table.waited_longest]
    assert waited == sorted(waited, reverse=True)


def test_a_row_has_its_own_releases_and_curve(open_once: Graph) -> None:
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    for by in GROUPINGS:
        whole = money(open_once, PLAN_YEARS[0], by)
        of = 0
        for row in whole.rows:
            found = money(open_once, PLAN_YEARS[0], by, row=row.key)
            assert found.of == len(found.releases) == row.releases
            assert sum(each.revised for each in found.releases) == pytest.approx(row.revised)
            of += found.of
        assert of == whole.of == len(whole.releases)
        last = whole.rows[-1]
        assert [each.row and each.row.key for each in curves(open_once, whole, row=last.key).rows] == (
            [] if by == "month" else [last.key]
        )
