"""Amounts that add up, as stairs."""

import re
from datetime import date, timedelta

import pytest

from explorer.steps import stairs
from graph_schema.answers.money.curves import Curve, Point

STARTS, ENDS = date(2026, 7, 1), date(2027, 6, 30)


def curve(*points: tuple[date, float, float, float]) -> Curve:
    drawn = tuple(Point(*each) for each in points)
    return Curve(None, drawn, any(p.promised != p.revised for p in drawn), None, 0.0, "")


def corners(shape: str) -> list[tuple[float, float]]:
    found = re.findall(r"(-?[\d.]+)%(?: [+-] [\d.]+px\))? (?:calc\()?(-?[\d.]+)%", shape)
    return [(float(x), float(y)) for x, y in found]


def test_stairs_rise_on_their_days_and_end_at_their_sum() -> None:
    drawn = stairs(
        curve((STARTS, 50, 50, 0), (date(2026, 12, 30), 50, 50, 50), (ENDS, 100, 100, 50)), STARTS, ENDS, ENDS, 1.0
    )
    assert drawn
    assert drawn.amounts == (("50", 50.0), ("100", 100.0))
    assert corners(drawn.came) == [
        (0, 100), (0, 100), (0, 100), (49.86, 100), (49.86, 50), (99.73, 50), (99.73, 50), (100, 50), (100, 100)
    ]  # fmt: skip
    assert corners(drawn.planned)[:4] == [(0, 100), (0, 100), (0, 50), (49.86, 50)]
    assert drawn.first == ""
    assert drawn.today is None


def test_what_came_ends_at_the_assessment_and_a_moved_promise_has_its_own_line() -> None:
    drawn = stairs(curve((STARTS, 10, 0, 0), (date(2026, 8, 1), 10, 10, 10)), STARTS, ENDS, date(2026, 9, 30), 1.0)
    assert drawn
    assert drawn.first != drawn.planned
    assert drawn.today == pytest.approx(100 * 92 / 365)
    assert max(x for x, _ in corners(drawn.came)) == pytest.approx(drawn.today, abs=0.01)
    assert max(x for x, _ in corners(drawn.planned)) == 100


@pytest.mark.parametrize("amount", [0.01, 3.0, 783_500_000.0])
@pytest.mark.parametrize("days", [1, 400, 9_000])
def test_every_corner_lies_in_the_picture_and_labels_are_few(amount: float, days: int) -> None:
    points = [(STARTS + timedelta(days=k), amount * (k + 1), amount * (k + 1), amount * k) for k in range(days)]
    drawn = stairs(curve(*points), STARTS, ENDS, None, 1.0)
    assert drawn
    for shape in (drawn.came, drawn.planned):
        assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in corners(shape))
        assert len(corners(shape)) < 600
    assert 1 <= len(drawn.days) <= 9
    assert 1 <= len(drawn.amounts) <= 5
    assert min(y for _, y in corners(drawn.planned)) < 30


def test_no_release_is_no_picture() -> None:
    assert stairs(curve(), STARTS, ENDS, ENDS, 1.0) is None
