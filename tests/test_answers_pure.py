"""Rounding, the airport rule and the walk: small functions held to their definitions."""

from itertools import permutations
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.answers import sentences
from graph_schema.answers.airport import Late, airport, levels_of, own_if
from graph_schema.answers.names import Name, nearest
from graph_schema.answers.rounding import one, rounded, rounded_table, rounded_to
from graph_schema.answers.rows import SentencePart
from graph_schema.answers.travel import Flow, Node, Seed, Web

PARTS = st.lists(st.floats(0, 500), max_size=9)
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(st.just(0.0), st.floats(0, 90)), min_size=width, max_size=width), min_size=1, max_size=6
    )
)


def tenths(number: float) -> int:
    return round(number * 10)


@given(PARTS)
def test_rounded_parts_add_up_and_move_by_less_than_a_tenth(parts: list[float]) -> None:
    shown = rounded(parts)
    assert sum(map(tenths, shown)) == floor(sum(parts) * 10 + 0.5 + 1e-7)
    assert all(abs(a - b) < 0.1 + 1e-6 for a, b in zip(shown, parts, strict=True))


@given(PARTS)
def test_parts_rounded_to_a_total_add_up_to_it(parts: list[float]) -> None:
    total = one(sum(parts))
    assert sum(map(tenths, rounded_to(parts, total))) == tenths(total)


@given(TABLES)
def test_a_rounded_table_adds_up_along_rows_and_columns(cells: list[list[float]]) -> None:
    shown = rounded_table(cells)
    assert sum(tenths(x) for row in shown for x in row) == tenths(one(sum(map(sum, cells))))
    for ours, exact in ((shown, cells), (zip(*shown, strict=True), zip(*cells, strict=True))):
        assert all(abs(sum(a) - sum(b)) < 0.1 + 1e-6 for a, b in zip(ours, exact, strict=True))
    for row, exact in zip(shown, cells, strict=True):
        assert all(abs(a - b) < 0.1 + 1e-6 for a, b in zip(row, exact, strict=True))
        assert all(a == 0 for a, b in zip(row, exact, strict=True) if b == 0)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=5))
def test_the_airport_rule_is_the_shapley_value_of_a_maximum(sizes: list[int]) -> None:
    orders = list(permutations(range(len(sizes))))
    shapley = [0.0] * len(sizes)
    for order in orders:
        so_far = 0
        for k in order:
            shapley[k] += max(0, sizes[k] - so_far) / len(orders)
            so_far = max(so_far, sizes[k])
    assert airport(sizes) == pytest.approx(shapley, abs=1e-9)


def test_lateness_is_shared_between_roots_first_and_then_within() -> None:
    lates = [Late("a", ("X", "X1"), 20), Late("b", ("X", "X2"), 20), Late("c", ("Y",), 20)]
    top, within = levels_of(lates, "a")
    assert [(p.name, p.given) for p in top.parts] == [("X", 10), ("Y", 10)]
    assert within.above == ("X",)
    assert [(p.name, p.given) for p in within.parts] == [("X1", 5), ("X2", 5)]
    assert [len(levels_of(lates, "c")), len(levels_of(lates[2:], "c"))] == [1, 0]


def test_two_records_of_one_agency_meet_inside_itself() -> None:
    levels = levels_of([Late("a", ("X",), 30), Late("b", ("X",), 10)], "a")
    assert [level.above for level in levels] == [("X", "")]
    assert [(p.name, p.given) for p in levels[0].parts] == [("b", 5), ("a", 25)]


def test_own_days_if_a_requirement_counted() -> None:
    assert [own_if(20, []), own_if(20, [5, 12]), own_if(20, [30])] == [20, 8, 0]


def test_days_walk_back_to_where_they_began() -> None:
    """The road of the worked case: 17.5 by the tranche, of which 6 of 40 by its request; 7.5 by the clearance."""
    web = Web.of(
        [
            Node("B", "ROAD", (0, 2), "date", 40, 15, raw=220 / 3),
            Node("M1", "DNB", (0, 1), delay=40, own_days=34),
            Node("A", "ENV", (0, 0), "date", 20, 20, raw=60),
            Node("R", "ROAD", (0, 0), delay=6, own_days=6),
        ],
        [Flow("M1", "B", days=17.5), Flow("A", "B", days=7.5), Flow("R", "M1", days=6), Flow("B", "C", days=30)],
    )
    went = web.travel(Seed("B", reached=40))
    assert went.stayed == pytest.approx({"B": 15, "M1": 14.875, "A": 7.5, "R": 2.625})
    assert went.carried == pytest.approx({("M1", "B"): 17.5, ("A", "B"): 7.5, ("R", "M1"): 2.625})
    assert sum(web.travel(Seed("B", lost=8)).stayed.values()) == pytest.approx(8)
    reached, _ = web.makeup({"B": "ROAD", "M1": "DNB", "A": "ENV", "R": "ROAD"})
    assert reached["B"] == pytest.approx({"ROAD": 17.625 / 40, "DNB": 14.875 / 40, "ENV": 7.5 / 40})


def test_what_the_plan_itself_costs_stays_with_the_target() -> None:
    web = Web.of(
        [Node("T", "U", (0, 1), "date", 10, 0, raw=60, raw_planned=90), Node("G", "V", (0, 0), delay=10, own_days=10)],
        [Flow("G", "T", days=10)],
    )
    went = web.travel(Seed("T", lost=4))
    assert went.plan == pytest.approx({"T": 1})
    assert went.stayed == pytest.approx({"T": 1, "G": 3})


def test_a_ladder_of_exponentially_many_paths_is_walked_once() -> None:
    rungs = range(60)
    nodes = [Node(f"{side}{k}", side, (0, k), "date", 8, 0 if k else 8) for k in rungs for side in "LR"]
    flows = [Flow(f"{a}{k}", f"{b}{k + 1}", days=4) for k in rungs[:-1] for a in "LR" for b in "LR"]
    went = Web.of(nodes, flows).travel(Seed("L59", reached=8))
    assert went.stayed == pytest.approx({"L0": 4, "R0": 4})
    assert len(went.carried) == 2 + 4 * 58


def test_sentences_in_plain_words() -> None:
    parts = [
        SentencePart("Road department", "ROAD", 17.625, 17.6, itself=True),
        SentencePart("Budget department", "DNB", 14.875, 14.9, itself=False),
        SentencePart("Agricultural marketing", "AGRI", 7.5, 7.5, itself=False),
    ]
    assert sentences.parts_text(parts, 40.0, "days", "days") == (
        "17.6 of the 40 days began in the Road department itself, 14.9 in the Budget department "
        "and 7.5 in Agricultural marketing."
    )
    assert sentences.parts_text(parts[:1], 1.0, "days", "days") == "The 1 day began in the Road department itself."
    assert sentences.parts_text(parts[:1], 4.0, "units", "km") == (
        "All 4 km that are lacking began in the Road department itself."
    )
    assert sentences.unsigned_text(3, 12.0, 20.0, 3) == (
        "3 late requirements are unsigned: counted, they would take 12 of its 20 own days."
    )


def test_the_beginning_of_an_id_is_near_it() -> None:
    names = [Name("VALLEY-ROAD", "Road of the far side"), Name('MS"<x>', "Bridge"), Name("OTHER", "School")]
    assert [found for found, _ in nearest(names, "VALEY")] == ["VALLEY-ROAD"]
    assert [found for found, _ in nearest(names, "valley road")] == ["VALLEY-ROAD"]
    assert nearest(names, "-x") == ()
