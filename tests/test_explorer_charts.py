"""Where things stand in a picture."""

from datetime import date
from itertools import pairwise

import pytest

from explorer import charts
from graph_schema.answers.rows import Account, Origin, Root
from graph_schema.answers.tables import Party, ScoreRow


def party(agency: str) -> Party:
    return Party(agency, agency, external=False)


def score(agency: str, official: float | None, adjusted: float | None) -> ScoreRow:
    change = None if official is None or adjusted is None else adjusted - official
    a, b, c = (None if value is None else round(value, 1) for value in (official, adjusted, change))
    return ScoreRow(party(agency), "agency", official, adjusted, change, 0, 0, 0, 0, 100.0, 1.0, "", "", a, b, c)


@pytest.mark.parametrize(("width", "expected"), [(0.3, 0.5), (1, 1), (2.1, 5), (5, 5), (51, 100), (0.07, 0.1)])
def test_steps_are_round_numbers(width: float, expected: float) -> None:
    assert charts.nice(width) == pytest.approx(expected)


@pytest.mark.parametrize("least", [99.9, 86.29375, 40.0, -312.5])
def test_every_score_lies_on_the_axis_which_ends_at_100(least: float) -> None:
    drawn = charts.dumbbells([score("A", 96.0, least), score("B", 100.0, 100.0)])
    assert drawn
    assert all(0 <= at <= 100 for row in drawn.rows for at in (row.official_at, row.adjusted_at))
    assert drawn.ticks[-1] == ("100", pytest.approx(100.0))
    assert len(drawn.ticks) <= 7
    assert drawn.rows[1].official_at == pytest.approx(100.0)
    assert [row.way for row in drawn.rows] == ["up" if least > 96 else "dn", "eq"]


def test_nobody_measured_is_no_picture() -> None:
    assert charts.dumbbells([score("A", None, None)]) is None


def test_of_many_those_that_moved_most_are_drawn() -> None:
    drawn = charts.dumbbells([score(f"A{n}", 90.0, 90.0 - n / 10) for n in range(50)])
    assert drawn
    assert drawn.left_out == 30
    assert {row.row.agency.id for row in drawn.rows} == {f"A{n}" for n in range(30, 50)}


@pytest.mark.parametrize("largest", [0.3, 1.0, 8.5, 9.9, 400.0])
def test_shades_part_values_at_the_words_of_the_legend(largest: float) -> None:
    shades = charts.shades(largest)
    assert shades.of(0.0) == 0
    assert shades.of(largest * 1e-6) == 1
    assert shades.of(largest) == 4
    for number in (1, 2, 3):
        assert shades.of(shades.width * number) == number + 1
        assert f"{shades.width * number:g}" in shades.legend[number + 1][1]


def account(roots: dict[str, list[float]]) -> Account:
    total = sum(sum(amounts) for amounts in roots.values())
    origins = tuple(
        Origin(
            party(agency),
            "",
            sum(amounts),
            sum(amounts),
            sum(amounts) / total,
            None,
            None,
            tuple(
                Root(f"{agency}{n}", "t", party(agency), False, "w", None, None, True, 0, a, a, 0, 0, None, None, 0)
                for n, a in enumerate(amounts)
            ),
        )
        for agency, amounts in roots.items()
    )
    flat = tuple(root for origin in origins for root in origin.roots)
    return Account("days", "days", total, total, 0, 0, (), flat, origins, (), "", "")


@pytest.mark.parametrize(("agencies", "each"), [(1, 1), (3, 2), (7, 5), (8, 1), (20, 30)])
def test_the_waterfall_goes_from_nothing_to_the_whole_without_a_gap(agencies: int, each: int) -> None:
    falls = charts.waterfall(account({f"A{n}": [1.0 + n] * each for n in range(agencies)}))
    bars = [bar for group in falls for bar in group.bars]
    assert bars[0].at == 0
    for one, following in pairwise(bars):
        assert following.at == pytest.approx(one.at + one.width)
    assert bars[-1].at + bars[-1].width == pytest.approx(100.0)
    assert [bar.first for bar in bars] == [True] + [False] * (len(bars) - 1)
    assert [bar.last for bar in bars] == [False] * (len(bars) - 1) + [True]
    assert sum(group.shown for group in falls) == pytest.approx(sum((1.0 + n) * each for n in range(agencies)))
    assert len(bars) <= 36


def test_days_between_plan_and_actual_are_told_only_where_there_is_room() -> None:
    assert charts.quarters(date(2027, 3, 18), date(2027, 4, 27)) == (
        (date(2027, 3, 28), 25.0),
        (date(2027, 4, 7), 50.0),
        (date(2027, 4, 17), 75.0),
    )
    assert charts.quarters(date(2027, 3, 18), date(2027, 3, 20)) == ()
