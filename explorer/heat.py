"""Who affects whom, as a picture: what a link asks for, the cells with their shades, the choices around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from explorer import charts, wording
from explorer.ui import look
from graph_schema.answers.affects import Matrix, MatrixCell, MatrixRow
from graph_schema.answers.basis import Basis, differs
from graph_schema.answers.tables import PlanYear, Status

NAMES = ("unit", "basis", "by_tier", "of", "cell")
"""What a link may say about the map."""

_BASES: Mapping[str, Basis] = {"": "in force", "first": "first promise", "unruled": "without rulings"}

Unit = Literal["points", "days"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of it is shown: the unit, the assessment, the tier where it began, the plan year, the cell that is opened.

    `said` is what the link says of these, and how the scores are sorted, for further links to keep.
    """

    unit: Unit
    basis: Basis
    by_tier: int
    year: PlanYear
    key: str
    said: Mapping[str, str]


def asked(link: Mapping[str, str], years: Sequence[PlanYear], year: PlanYear, tier: int, status: Status) -> Asked:
    """Read a link; what it asks for and there is not is left out."""
    known = {y.id: y for y in years if tier in y.tiers}
    of = known.get(link.get("of", ""), year)
    basis = _BASES.get(link.get("basis", ""), "in force")
    basis = basis if differs(basis, status) else "in force"
    by_tier = next((t for t in of.tiers if str(t) == link.get("by_tier")), tier)
    return Asked(
        unit="days" if link.get("unit") == "days" else "points",
        basis=basis,
        by_tier=by_tier,
        year=of,
        key=link.get("cell", ""),
        said={name: link[name] for name in (*NAMES, "sort") if name in link},
    )


def choices(now: Asked, years: Sequence[PlanYear], year: PlanYear, tier: int, status: Status) -> list[Any]:
    """The choices above the map, each with its links; what there is only one of is no choice."""

    def to(**other: object) -> str:
        kept = {name: text for name, text in now.said.items() if name != "cell" or "unit" in other}
        return look.url("scorecard", **{**kept, **other})

    bases = [(name, basis) for name, basis in _BASES.items() if basis == "in force" or differs(basis, status)]
    groups: list[tuple[str, list[tuple[str, bool, str]]]] = [
        ("Shown in", [(u, u == now.unit, to(unit="" if u == "points" else u)) for u in ("points", "days")]),
        ("By tier", [(f"by tier {t}", t == now.by_tier, to(by_tier="" if t == tier else t)) for t in now.year.tiers]),
        ("Assessment", [(basis, basis == now.basis, to(basis=name)) for name, basis in bases]),
        (
            "Plan year",
            [
                (wording.short(y.id, 30), y == now.year, to(of="" if y == year else y.id))
                for y in years
                if tier in y.tiers
            ],
        ),
    ]
    return [
        {"label": label, "tabs": [{"label": text, "here": on, "href": href} for text, on, href in tabs]}
        for label, tabs in groups
        if len(tabs) > 1
    ]


def value(found: MatrixCell | None, unit: Unit) -> tuple[float, float]:
    """A cell's exact value and the one to show."""
    if found is None:
        return 0.0, 0.0
    return (found.points, found.points_shown) if unit == "points" else (found.days, found.days_shown)


def opened(affects: Matrix, now: Asked) -> MatrixCell | None:
    """The cell that is opened: the one asked for, else the heaviest effect of one agency on another."""
    cells = {f"{c.bearer}~{c.causer}": c for c in affects.cells if c.bearer and c.causer}
    others = [c for c in cells.values() if not c.kin] or list(cells.values())
    return cells.get(now.key, max(others, key=lambda c: (*value(c, now.unit), c.points), default=None))


def drawn(affects: Matrix, now: Asked, picked: MatrixCell | None) -> dict[str, Any]:
    """The rows, heads, totals and shades of the map."""
    unit = now.unit
    shades = charts.shades(max((value(c, unit)[0] for c in affects.cells), default=0.0))
    cells = {(c.bearer, c.causer): c for c in affects.cells}
    names = {h.key: h.agency.name if h.agency else f"{h.folded} others" for h in (*affects.bearers, *affects.causers)}

    def one(row: MatrixRow, column: MatrixRow) -> dict[str, Any]:
        found = cells.get((row.key, column.key))
        exact, shown = value(found, unit)
        key = f"{row.key}~{column.key}"
        who, where = (wording.short(names[k.key], 60) for k in (row, column))
        what = "lost" if unit == "points" else "was late"
        return {
            "shown": shown,
            "shade": shades.of(exact),
            "own": found.kin if found else row.key == column.key,
            "here": found is not None and found is picked,
            "href": look.url("scorecard", **{**now.said, "cell": key}) if found and row.key and column.key else "",
            "says": f"{who} {what} {wording.one(shown)} {unit} that began in {where}",
        }

    days = unit == "days"
    missing = bool(now.key) and now.key != (f"{picked.bearer}~{picked.causer}" if picked else "")
    return {
        "unknown": wording.short(now.key, 60) if missing else "",
        "correct": look.url("scorecard", **{**now.said, "cell": ""}),
        "legend": shades.legend,
        "rows": [
            {
                "head": row,
                "total": row.lost_days_shown if days else row.lost_shown,
                "cells": [one(row, column) for column in affects.causers],
            }
            for row in affects.bearers
        ],
        "began": [c.began_days_shown if days else c.began_shown for c in affects.causers],
        "total": affects.days_shown if days else affects.points_shown,
    }
