"""The chain as a network to draw: nothing is lost by folding, every band has its way."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from explorer import network
from explorer.palette import looks
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.tables import Party, Source, Status
from graph_schema.answers.things import Band, Carried, Chain, Role, Step, Thing

SOURCE = Source("requirements.csv", 2, 1)
STATUS = Status(date(2027, 6, 30), datetime(2027, 7, 1), "1", 1, 1, False, None, None)  # noqa: DTZ001 - as the graph keeps it
A, B = Party("A", "Agency", external=False), Party("B", "Agency", external=False)
LOOK = looks(["A", "B", "C"])


def thing(name: str, role: Role, layer: int, carried: float = 0.0) -> Thing:
    agency = Party("ABC"[len(name) % 3], "Agency", external=False)
    return Thing(
        id=name, title=f"<b>{name}</b>", kind="milestone", measure="", agency=agency, plan_year="2026-27", role=role,
        verb="done", planned=None, started=None, came=None, finished=True, due=True, delay_days=carried, own_days=0,
        unit="", goal=None, achieved=None, shortfall=0, own_units=0, raw=None, weight=0, loss=0, carried=carried,
        carried_shown=carried, began=carried, began_shown=carried, layer=layer, order=0, lines=("late",), said=None,
        source=SOURCE,
    )  # fmt: skip


def step(cause: str, affected: str, amount: float, role: Role = "cause") -> Step:
    bands = (Band(A, amount / 4, amount / 4), Band(B, 3 * amount / 4, 3 * amount / 4))
    carried = (Carried("days", amount, round(amount, 1), bands),) if amount else ()
    return Step(
        cause=cause, affected=affected, relation="enables", role=role, carried=carried, days=amount, units=0, share=0,
        needed_by=None, promised=None, came=None, usable=None, lag_days=0, float_days=0, late_days=0, shared_days=0,
        won_back_days=0, lost_units=0, missed=0, counts=True, why_not="", agreed_on=None, if_not_met="",
        title=f"Why {cause}", lines=(), lanes=(), cuts=(), levels=(), source=SOURCE,
    )  # fmt: skip


def verdict(things: Iterable[Thing], steps: Iterable[Step], total: float) -> Verdict:
    account = Account("days", "days", total, total, 0, 0, (), (), (), (), "", "")
    several = tuple(things)
    return Verdict(
        focus=next(t for t in several if t.role == "focus"), state="late", expected=False, unreported=False,
        main="days",
        headline="", text="", notes=(), first=None, without_rulings=(), beside=(),
        accounts=(account,), chain=Chain(several, tuple(steps), 0), cost=None,
        unsigned=None, evidence=(), evidence_left_out=0, status=STATUS,
    )  # fmt: skip


def draw(asked: Verdict, *, chosen: str = "", opened: bool = False) -> dict[str, Any]:
    return network.drawn(asked, LOOK, lambda name: f"who-delayed?id={name}", chosen=chosen, opened=opened)


def wide() -> Verdict:
    """A focus with 30 causes of one layer, the n-th of which carried n days, and each of these with one before it."""
    causes = [thing(f"C{n}", "cause", -1, n) for n in range(1, 31)]
    before = [thing(f"B{n}", "cause", -2, n / 2) for n in range(1, 31)]
    steps = [step(f"C{n}", "F", n) for n in range(1, 31)] + [step(f"B{n}", f"C{n}", n / 2) for n in range(1, 31)]
    return verdict([thing("F", "focus", 0, 465.0), *causes, *before], steps, 465.0)


def test_a_small_chain_is_drawn_whole() -> None:
    asked = verdict([thing("F", "focus", 0, 3), thing("C", "cause", -1, 3)], [step("C", "F", 3.0)], 3.0)
    data = draw(asked, chosen="C~F")
    assert [node["id"] for node in data["nodes"]] == ["C", "F"]
    assert data["folded"] == 0
    (edge,) = data["edges"]
    assert (edge["from"], edge["to"], edge["said"], edge["chosen"], edge["kind"]) == (
        "C",
        "F",
        "3 days",
        True,
        "carried",
    )
    assert [(part["tag"], part["amount"]) for part in edge["parts"]] == [("A", 0.75), ("B", 2.25)]


def test_titles_pass_as_text() -> None:
    data = draw(verdict([thing("F", "focus", 0, 3), thing("C", "cause", -1, 3)], [step("C", "F", 3.0)], 3.0))
    assert data["nodes"][0]["label"] == "<b>C</b>"


def test_the_smallest_of_many_causes_become_one_card_a_layer_and_nothing_is_lost() -> None:
    data = draw(wide())
    cards = [node["id"] for node in data["nodes"]]
    assert len(cards) == network.MOST_CARDS
    folded = [node for node in data["nodes"] if node["kind"] == "more"]
    assert len(folded) == 2
    assert data["folded"] + len(cards) == 61
    into_focus = [edge for edge in data["edges"] if edge["to"] == "F"]
    assert sum(edge["amount"] for edge in into_focus) == pytest.approx(465.0)
    assert sum(part["amount"] for edge in into_focus for part in edge["parts"]) == pytest.approx(465.0)
    assert "C30" in cards
    assert "C1" not in cards


def test_a_band_of_folded_causes_names_no_step() -> None:
    data = draw(wide())
    more = {node["id"] for node in data["nodes"] if node["kind"] == "more"}
    several = [edge for edge in data["edges"] if {edge["from"], edge["to"]} <= more]
    assert several
    assert all(edge["id"] == "" for edge in several)


def test_opened_shows_every_card() -> None:
    data = draw(wide(), opened=True)
    assert len(data["nodes"]) == 61
    assert data["folded"] == 0
    assert all(edge["id"] for edge in data["edges"])


def test_a_band_that_passes_a_layer_has_a_lane_in_it() -> None:
    things = [thing("F", "focus", 0, 5), thing("C", "cause", -1, 2), thing("B", "cause", -2, 5)]
    data = draw(verdict(things, [step("C", "F", 2.0), step("B", "C", 2.0), step("B", "F", 3.0)], 5.0))
    items = {column["layer"]: column["items"] for column in data["columns"]}
    assert items[-2] == ["B"]
    assert sorted(items[-1]) == ["B\nF\n-1", "C"]
    assert items[0] == ["F"]


def test_every_node_stands_in_one_column_and_every_edge_joins_two_of_them() -> None:
    data = draw(wide())
    placed = [item for column in data["columns"] for item in column["items"] if "\n" not in item]
    assert sorted(placed) == sorted(node["id"] for node in data["nodes"])
    assert all({edge["from"], edge["to"]} <= set(placed) for edge in data["edges"])


def test_in_time_and_next_are_marked_and_carry_nothing_to_the_focus() -> None:
    things = [thing("F", "focus", 0, 5), thing("C", "in time", -1), thing("N", "next", 1, 4)]
    data = draw(verdict(things, [step("C", "F", 0.0, "in time"), step("F", "N", 4.0, "next")], 5.0))
    kinds = {(edge["from"], edge["to"]): (edge["kind"], edge["said"]) for edge in data["edges"]}
    assert kinds == {("C", "F"): ("idle", "0"), ("F", "N"): ("next", "4 days")}
    assert {node["id"]: node["kind"] for node in data["nodes"]} == {"F": "focus", "C": "idle", "N": "next"}


def test_a_band_further_back_says_of_how_many_days_it_is_a_part() -> None:
    things = [thing("F", "focus", 0, 3), thing("C", "cause", -1, 3), thing("B", "cause", -2, 3)]
    inner = replace(step("B", "C", 3.0), days=6.0)
    data = draw(verdict(things, [step("C", "F", 3.0), inner], 3.0))
    assert {(e["from"], e["to"]): e["said"] for e in data["edges"]} == {("C", "F"): "3 days", ("B", "C"): "3 of 6 days"}


def test_folded_cards_add_up_what_is_shown_on_them() -> None:
    asked = wide()
    things = tuple(replace(t, began_shown=0.1) if t.id.startswith("B") else t for t in asked.chain.things)
    data = draw(replace(asked, chain=replace(asked.chain, things=things)))
    folded = next(node for node in data["nodes"] if node["id"] == "more -2")
    assert folded["bold"] == f"{int(folded['label'].split()[1]) / 10:.1f} began here"


def test_what_is_drawn_is_said_too() -> None:
    data = draw(verdict([thing("F", "focus", 0, 3), thing("C", "cause", -1, 3)], [step("C", "F", 3.0)], 3.0))
    assert data["alt"] == "How it travelled: 3 days from <b>C</b> to <b>F</b>."


def test_the_table_of_steps_is_exact() -> None:
    (row,) = network.table([step("C", "F", 1 / 3)])
    assert row["carried_days"] == 1 / 3
    assert row["carried_points"] == 0.0
    assert row["source"] == "requirements.csv, row 2, load 1"
