"""A promise of five years as a picture."""

import re
from dataclasses import replace
from datetime import date

import pytest

from explorer.trajectory import trajectory
from graph_schema.answers.five_year.rows import PlanTargetRow, YearOfTarget
from graph_schema.answers.tables import Party

STARTS, DUE, TODAY = date(2026, 7, 1), date(2031, 6, 30), date(2028, 3, 31)


def year(ends: date, planned: float, reached: float | None) -> YearOfTarget:
    return YearOfTarget("P", str(ends.year), ends, 0.0, 0.0, planned, reached, 0.0)


ROW = PlanTargetRow(
    id="P", title="Roads", agency=Party("W", "Works", external=False), sector="", unit="km", counts="adds up",
    baseline=0.0, target=640.0, due=DUE, as_at=TODAY, reached=222.0, share=34.7, time_share=35.0, planned_share=90.0,
    left=418.0, left_a_year=128.7, pace=126.7, projected=633.4, standing="out of reach", budget=None, spent=None,
    spent_share=None, years=(year(date(2027, 6, 30), 158.0, 128.0), year(date(2028, 6, 30), 280.0, 222.0)),
    contributions=(), text="",
)  # fmt: skip


def heights(shape: str) -> list[object]:
    """The heights of a line's places from the bottom, in percent, from the left to the right."""
    below = re.findall(r"[\d.-]+% calc\(([\d.-]+)% - ", shape)
    return [pytest.approx(100 - float(at), abs=0.02) for at in below]


def test_lines_begin_at_the_start_and_the_even_way_ends_at_the_promise() -> None:
    drawn = trajectory(ROW, STARTS, TODAY)
    assert drawn
    assert [text for text, _ in drawn.values] == ["0", "200", "400", "600", "800"]
    assert heights(drawn.even) == [0, 80]
    assert heights(drawn.planned) == [0, 158 / 8, 35]
    assert heights(drawn.reached) == [0, 16, 222 / 8]
    assert heights(drawn.ahead) == [222 / 8, 633.4 / 8]
    assert drawn.marks[-1].says == "222 by 31 Mar 2028"
    assert drawn.marks[-1].at == drawn.today


def test_a_promise_to_come_down_and_one_below_nothing_lie_in_the_picture() -> None:
    down = replace(ROW, baseline=-20.0, target=-90.0, reached=-40.0, projected=-200.0, years=(year(DUE, -90.0, -40.0),))
    drawn = trajectory(down, STARTS, TODAY)
    assert drawn
    assert drawn.values[0][0] == "-200"
    assert all(0 <= mark.height <= 100 for mark in (*drawn.plans, *drawn.marks))
    assert heights(drawn.even)[0] != heights(drawn.even)[1]


def test_where_nothing_is_known_only_the_even_way_is_drawn() -> None:
    drawn = trajectory(replace(ROW, as_at=None, projected=None, pace=None, years=()), STARTS, None)
    assert drawn
    assert (drawn.planned, drawn.reached, drawn.ahead, drawn.today) == ("", "", "", None)
    assert trajectory(replace(ROW, due=STARTS), STARTS, TODAY) is None
