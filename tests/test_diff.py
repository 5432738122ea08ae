"""Differences between states, and control totals."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from plan_folders import write_plan

from loaders.diff import CellChange, control_totals, diff
from loaders.merge import merge
from loaders.plan import State
from loaders.read import read_plan

LINES = "id,agency,title,amount\nL,ROADS,Road,100\n"
PAYMENTS = "budget_line,paid_on,amount,reference\n"


def state_of(folder: Path, **sheets: str) -> State:
    """The state that a sound plan with these sheets makes of nothing."""
    return merge({}, read_plan([write_plan(folder, **sheets)])).state


def test_added_changed_and_removed_by_sheet_in_the_order_of_the_format(tmp_path: Path) -> None:
    old = state_of(tmp_path / "old", milestones="id,agency,kind,title\nE,ROADS,event,Rain\n", budget_lines=LINES)
    targets = "id,agency,title,measure,unit,weight,target\nA,ROADS,Road,date,,,\nB,DNB,Kilometres,quantity,,,7\n"
    new = state_of(tmp_path / "new", milestones="id,agency,kind,title\n", targets=targets, budget_lines=LINES)
    new["budget_lines"] = old["budget_lines"]
    del new["agencies"]["2026-27", "DNB"]
    new["agencies"]["2026-27", "NEW"] = old["agencies"]["2026-27", "ROADS"]
    change = diff(old, new)
    assert [(sheet.sheet, len(sheet.added), len(sheet.changed), len(sheet.removed)) for sheet in change.sheets] == [
        ("agencies", 1, 0, 1),
        ("targets", 0, 1, 0),
        ("milestones", 0, 0, 1),
    ]
    assert (change.added, change.changed, change.removed, change.empty) == (1, 1, 2, False)
    assert change.of("targets").changed[0].cells == (
        CellChange("agency", "ROADS", "DNB"),
        CellChange("unit", "km", None),
        CellChange("target", 5.0, 7.0),
    )
    assert change.of("milestones").removed[0].key == ("E",)
    assert change.of("payments").added == ()


def test_places_and_loads_are_no_change_and_texts_of_numbers_neither(tmp_path: Path) -> None:
    targets = "id,agency,title,measure,target\nA,ROADS,Road,date,\nB,ROADS,Kilometres,quantity,5{}\n"
    old = state_of(tmp_path / "old", targets=targets.format(""))
    new = state_of(tmp_path / "new", targets=targets.format(".0").replace("\nA", "\n\nA"))
    assert old["targets"]["B",].row != new["targets"]["B",].row
    assert diff(old, new).empty
    assert diff({}, {}).empty


def test_control_totals_are_exact(tmp_path: Path) -> None:
    rows = "".join(f"L,2026-09-{day:02},0.1,\n" for day in range(1, 31)) + "L,2027-01-15,90000000000000,x\n"
    state = state_of(tmp_path, budget_lines="id,agency,title,amount\nL,ROADS,Road,\n", payments=PAYMENTS + rows)
    totals = {each.sheet: each for each in control_totals({sheet: rows.values() for sheet, rows in state.items()})}
    assert list(totals) == ["plan", "agencies", "targets", "budget_lines", "payments"]
    paid = totals["payments"]
    assert (paid.rows, paid.amount) == (31, Decimal("90000000000003.0"))
    assert (paid.first, paid.last) == (date(2026, 9, 1), date(2027, 1, 15))
    assert (totals["budget_lines"].rows, totals["budget_lines"].amount) == (1, Decimal(0))
    assert (totals["targets"].amount, totals["targets"].first) == (None, None)


def test_spending_is_told_to_date_so_the_latest_of_each_line_is_the_total(tmp_path: Path) -> None:
    told = "budget_line,as_of,amount\nL,2026-12-31,40.1\nL,2026-09-30,15\nM,2026-09-30,7.05\nL,2026-10-31,90\n"
    lines = "id,agency,title\nL,ROADS,Road\nM,ROADS,Map\n"
    state = state_of(tmp_path, budget_lines=lines, spending=told)
    (spent,) = control_totals({"spending": state["spending"].values()})
    assert (spent.rows, spent.amount, spent.first, spent.last) == (
        *(4, Decimal("47.15")),
        *(date(2026, 9, 30), date(2026, 12, 31)),
    )
