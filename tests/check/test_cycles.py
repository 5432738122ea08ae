"""Circles among ids: each knot once, from its smallest id on; long chains; the same as by all walks."""

import random
from itertools import pairwise

import pytest

from loaders.check.cycles import cycles


def test_no_circle() -> None:
    assert cycles({}) == []
    assert cycles({"a": ["b", "c"], "b": ["c"], "c": []}) == []


def test_a_circle_starts_at_its_smallest_id_and_follows_the_links() -> None:
    assert cycles({"c": ["a"], "a": ["b"], "b": ["c"], "x": ["a"], "b2": ["x"]}) == [("a", "b", "c")]


def test_an_id_that_names_itself() -> None:
    assert cycles({"a": ["a"], "b": ["a"]}) == [("a",)]


def test_one_circle_for_each_knot_the_shortest() -> None:
    links = {"a": ["b"], "b": ["c", "a"], "c": ["d"], "d": ["a", "y"], "y": ["z"], "z": ["y"]}
    assert cycles(links) == [("a", "b"), ("y", "z")]


def test_chains_of_thousands() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert cycles(chain) == []
    circle = cycles(chain | {"50000": ["0"]})
    assert (len(circle), len(circle[0])) == (1, 50_001)


@pytest.mark.parametrize("seed", range(200))
def test_knots_are_those_that_reach_themselves(seed: int) -> None:
    chance = random.Random(seed)
    ids = [str(number) for number in range(chance.randint(1, 9))]
    links = {a: [b for b in ids if chance.random() < 0.2] for a in ids}
    reach = {a: set(links[a]) for a in ids}
    for _ in ids:
        for a in ids:
            reach[a] = reach[a].union(*(reach[b] for b in reach[a]))
    knots = {frozenset(b for b in ids if b in reach[a] and a in reach[b]) for a in ids if a in reach[a]}
    found = cycles(links)
    assert len(found) == len(knots)
    for circle in found:
        assert len(set(circle)) == len(circle)
        assert all(b in links[a] for a, b in pairwise((*circle, circle[0])))
        assert any(knot.issuperset(circle) for knot in knots)
