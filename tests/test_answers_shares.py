"""What a reader is shown of a walk: parts that add up wherever they stand, near their exact values."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.answers.rounding import one
from graph_schema.answers.shares import Shares, shares_of
from graph_schema.answers.travel import Flow, Node, Seed, Travelled, Web

AGENCIES = "ABCD"


@st.composite
def webs(draw: st.DrawFn) -> tuple[Web, dict[str, str]]:
    """Deliverables in ranks, each late by its own days and by what it took from some of those before it."""
    count = draw(st.integers(2, 14))
    nodes, flows = list[Node](), list[Flow]()
    for k in range(count):
        causes = draw(st.lists(st.integers(0, k - 1), unique=True, max_size=4)) if k else []
        days = [draw(st.floats(0.01, 40)) for _ in causes]
        own = draw(st.floats(0.01, 40)) if not causes or draw(st.booleans()) else 0.0
        owner = draw(st.sampled_from(AGENCIES))
        nodes.append(Node(f"D{k}", owner, (0, k), "date", own + sum(days), own))
        flows += [Flow(f"D{cause}", f"D{k}", days=part) for cause, part in zip(causes, days, strict=True)]
    return Web.of(nodes, flows), {node.id: node.owner for node in nodes}


def shown(web: Web, owners: Mapping[str, str], total: float) -> tuple[Travelled, Shares]:
    went = web.travel(Seed(f"D{len(web.nodes) - 1}", reached=total))
    return went, shares_of(went, total, web, owners, web.makeup(owners))


@given(webs(), st.floats(0.05, 300))
def test_what_leaves_a_deliverable_is_what_came_to_it_and_what_began_there(
    made: tuple[Web, dict[str, str]], total: float
) -> None:
    web, owners = made
    went, shares = shown(web, owners, total)
    focus = f"D{len(web.nodes) - 1}"
    assert sum(shares.agencies.values()) == pytest.approx(one(total))
    assert sum(shares.began.values()) == pytest.approx(one(total))
    for agency, part in shares.agencies.items():
        assert sum(v for k, v in shares.began.items() if owners[k] == agency) == pytest.approx(part)
    for thing in went.through:
        came = sum(shares.step(*pair) for pair in shares.bands if pair[1] == thing)
        left = sum(shares.step(*pair) for pair in shares.bands if pair[0] == thing)
        assert came + shares.began.get(thing, 0.0) == pytest.approx(one(total) if thing == focus else left)
        assert shares.through.get(thing, 0.0) == pytest.approx(came + shares.began.get(thing, 0.0))


@given(webs(), st.floats(0.05, 300))
def test_bands_are_exact_beside_what_is_shown(made: tuple[Web, dict[str, str]], total: float) -> None:
    web, owners = made
    went, shares = shown(web, owners, total)
    for pair, amount in went.carried.items():
        assert sum(exact for exact, _ in shares.bands[pair].values()) == pytest.approx(amount, abs=1e-9)


def test_many_small_parts_keep_each_step_near_its_own_value() -> None:
    """Thirty parts of 0.04 under one of two steps: none is left out, none is said to be thrice what it is."""
    roots = [Node(f"R{k:02}", AGENCIES[k % 4], (0, 0), "date", 1, 1) for k in range(60)]
    middle = [Node("M0", "A", (0, 1), "date", 30, 0), Node("M1", "B", (0, 1), "date", 30, 0)]
    focus = Node("F", "A", (0, 2), "date", 60, 0)
    flows = [Flow(f"R{k:02}", f"M{k // 30}", days=1) for k in range(60)]
    web = Web.of([*roots, *middle, focus], [*flows, Flow("M0", "F", days=30), Flow("M1", "F", days=30)])
    owners = {node.id: node.owner for node in web.nodes.values()}
    went = web.travel(Seed("F", reached=2.4))
    shares = shares_of(went, 2.4, web, owners, web.makeup(owners))
    assert [shares.step("M0", "F"), shares.step("M1", "F")] == pytest.approx([1.2, 1.2])
    assert set(shares.agencies.values()) == {0.6}
