"""A reader who does the sums of a scorecard finds what stands there, whatever the agreements weigh."""

from datetime import date
from pathlib import Path

import pytest
from engine import loaded

from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.tables import Scorecard
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

TIERS = [(year, tier) for year in ("2026-27", "2027-28") for tier in (1, 2, 3)]


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Graph:
    """The sample plans, assessed on their day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    return open_once


def does_the_sums(card: Scorecard) -> None:
    scored = [row for row in card.rows if row.official_shown is not None]
    assert scored
    for row in scored:
        assert row.weight
        assert row.official_shown is not None
        assert row.official_shown == pytest.approx(100 - row.lost_shown / row.weight, abs=0.0501)
        assert row.adjusted_shown == pytest.approx(100 - row.began_shown / row.weight, abs=0.0501)
        assert row.change_shown == pytest.approx((row.adjusted_shown or 0.0) - (row.official_shown or 0.0))
        assert row.official_shown == pytest.approx(row.official, abs=0.15 / row.weight)
        if row.weight == 1:
            assert row.official_shown + row.lost_shown == pytest.approx(100)
            assert (row.adjusted_shown or 0.0) + row.began_shown == pytest.approx(100)
    assert sum(row.lost_shown for row in card.rows) == pytest.approx(card.shown)
    assert sum(row.began_shown for row in card.rows) == pytest.approx(card.shown)
    weights = sum(row.weight or 0.0 for row in scored)
    assert card.government_shown == pytest.approx(100 - card.shown / weights, abs=0.0501)
    assert f"{card.government_shown:.1f} of 100" in card.headline
    assert card.arithmetic.endswith(f"= {card.government_shown:.1f}.")
    for row in card.rows:
        mine = [each for each in card.costly if each.row.id == row.agency.id]
        assert sum(each.points_shown for each in mine) <= row.began_shown + 1e-9
        if mine and sum(each.points for each in mine) == pytest.approx(row.began):
            assert sum(each.points_shown for each in mine) == pytest.approx(row.began_shown)
    assert sum(each.points_shown for each in card.costly) == pytest.approx(card.costly_shown)
    if card.costly_of == len(card.costly):
        assert card.costly_shown == card.shown


@pytest.mark.parametrize(("year", "tier"), TIERS)
def test_every_row_can_be_worked_out_again(sample: Graph, year: str, tier: int) -> None:
    does_the_sums(scorecard(sample, year, tier))


def test_the_weight_of_an_agreement_stands_where_it_is_not_one(sample: Graph) -> None:
    weighted, alike = scorecard(sample, "2026-27", 1), scorecard(sample, "2026-27", 2)
    assert [weighted.weighted, alike.weighted] == [True, False]
    weights = [row.weight for row in weighted.rows if row.weight is not None]
    assert 0.5 in weights
    together = f"{sum(weights):g} (the weights of {len(weights)} agreements together)"
    assert weighted.arithmetic.startswith(f"{weighted.shown:.1f} points lost ÷ {together} = ")
    agencies = sum(1 for row in alike.rows if row.weight == 1)
    assert alike.arithmetic.startswith(f"{alike.shown:.1f} points lost ÷ {agencies} agencies = ")


def test_the_worked_cases_add_up_as_well(open_once: Graph, sample: Graph) -> None:
    assert sample
    vectors = Path(__file__).parent / "vectors"
    for name, day in (("road-and-money", "2027-06-30"), ("three-tiers", "2027-06-30")):
        loaded(open_once, vectors / name)
        assess(open_once, date.fromisoformat(day))
        does_the_sums(scorecard(open_once))
