"""What a link to the Map restores, what each act makes of it, and where things stand."""

from typing import Any

import pytest

from explorer.atlas.places import cells, place
from explorer.atlas.view import View
from graph_schema.answers.around.rows import Filter, Group, Key, Node, Surroundings
from graph_schema.answers.tables import Party, PlanYear, Status

A, B = Key("thing", "A~1,2:x"), Key("agency", "B & <b>")


def node(key: Key, group: Group | None = None) -> Node:
    owner = Party("X", "X", external=False)
    return Node(key, key.id, "target", "", owner, ("X",), None, None, False, "", 0, 0, "", None, 0, group)


def drawn(nodes: list[Node], groups: list[Group]) -> Surroundings:
    year: Any = PlanYear
    status: Any = Status
    return Surroundings(year, tuple(nodes), (), tuple(groups), 0, "", (), status)


def test_a_link_restores_the_view() -> None:
    view = View(
        start=A,
        opened=(A, B, B),
        hidden=(B,),
        pins={A: (-12, 340)},
        edge=(A, B),
        by=Filter(without=("money",), agency="B", tiers=(2,), states=("late",)),
    )
    assert View.of(view.query()) == view
    assert View.of(View.begin(A).query()) == View.begin(A)
    assert View.begin(A).query() == {"id": A.id}
    closed = View.begin(A).closed(A)
    assert View.of(closed.query()) == closed


@pytest.mark.parametrize(
    "asked",
    [
        {"open": "nonsense"},
        {"open": ";;:;thing:;quark:1"},
        {"pin": "1,2;x,y,thing:A;99999999999999999999,1e400,thing:B"},
        {"edge": "thing:A"},
        {"from": "soon", "to": "2027-02-31", "tiers": "two;99999", "status": "angry", "not": "x"},
        {"path": "thing:A;thing:B;thing:C"},
    ],
)
def test_a_broken_link_is_read_as_far_as_it_can_be(asked: dict[str, str]) -> None:
    view = View.of(asked)
    assert view.by == Filter()
    assert view.edge is None
    assert all(abs(x) < 100_000 and abs(y) < 100_000 for x, y in view.pins.values())
    assert View.of(view.query()).query() == view.query()


def test_a_node_opens_when_chosen_and_closes_when_chosen_again() -> None:
    once = View().after({"do": "node", "id": "agency:B & <b>"})
    assert (once.opened, once.node) == ((B,), B)
    assert once.after({"do": "node", "id": "agency:B & <b>"}).opened == ()
    other = once.chose(A)
    assert other.chose(B).opened == (B, A)
    assert other.more(B).opened == (B, A, B)
    assert other.more(B).closed(B).opened == (A,)


def test_while_a_way_is_sought_the_next_choice_is_its_end() -> None:
    found = View(start=A, opened=(A,)).seeking(A).chose(B)
    assert found.query() == {"path": "thing:A~1,2:x;agency:B & <b>"}
    assert found.found_way


def test_acts_on_the_page_change_the_view() -> None:
    view = View(node=A, edge=(A, B))
    assert view.after({"do": "hide", "id": "thing:A~1,2:x"}) == View(hidden=(A,))
    assert view.after({"do": "pin", "id": "thing:A~1,2:x", "x": 3.6, "y": "-2"}).pins == {A: (4, -2)}
    assert view.after({"do": "edge", "id": "thing:A~1,2:x;agency:B & <b>"}).edge == (A, B)
    assert view.after({"do": "filter", "not": "money", "status": "late;short"}).by == Filter(
        without=("money",), states=("late", "short")
    )
    assert view.after({"do": "dance", "id": "thing:A"}) == view
    assert view.after({}) == view


def test_nothing_stands_on_another_and_what_stands_stays() -> None:
    centre, names = Key("thing", "C"), [Key("thing", f"T{i}") for i in range(60)]
    left = Group(centre, "needs", outward=False, kind="thing", of=90, shown=tuple(names[:30]))
    right = Group(centre, "needs", outward=True, kind="thing", of=30, shown=tuple(names[30:]))
    of = dict.fromkeys(names[:30], left) | dict.fromkeys(names[30:], right)
    found = drawn([node(centre), *(node(key, of[key]) for key in names)], [left, right])
    view = View(start=centre, opened=(centre,) * 4)
    at = cells(found, view, {})
    assert len(set(at.values())) == len(at) == len(found.nodes) + 2
    assert all(at[f"thing:{key.id}"][0] < 0 for key in names[:30])
    assert all(at[f"thing:{key.id}"][0] > 0 for key in names[30:])
    fewer = drawn([node(centre), *(node(key, right) for key in names[30:])], [right])
    kept = cells(fewer, view, at)
    assert {name: at[name] for name in kept} == kept
    again = cells(found, view, kept)
    assert {name: again[name] for name in kept} == kept
    assert len(set(again.values())) == len(again)


def test_an_arrow_over_two_columns_passes_between_cards() -> None:
    assert place((0, 0))[1] == place((2, 0))[1]
    assert place((1, 0))[1] - place((0, 0))[1] == place((0, 1))[1] - place((1, 0))[1]
