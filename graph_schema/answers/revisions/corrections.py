"""Changes after the signature without a revision: what a later load corrected, and the points that it moved."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from graph_schema.answers.agreements.leaders import Signed
from graph_schema.answers.coverage import paths
from graph_schema.answers.people.tenures import number_of
from graph_schema.answers.revisions.rows import CorrectionRow
from graph_schema.answers.tables import PlanYear
from graph_schema.days import EPOCH
from graph_schema.graph import Readable

GRID = ("excellent", "very_good", "good", "fair", "poor")
_SCORED = frozenset({"weight", "planned_finish", "target", "better", "baseline", *GRID})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A row of ledger/corrections."""

    number: int
    loaded_at: datetime
    loaded_by: str
    corrections: list[str]


@dataclass(frozen=True, slots=True)
class PromisedValues:
    """A row of read/promised_values: the sheet's cells by column, and what was reached."""

    id: str
    measure: str
    values: dict[str, Any]
    achieved: float | None
    finish_day: int | None
    finished: bool
    weight: float
    raw: float
    ends_day: int


def corrections_after_signing(graph: Readable, year: PlanYear, today: date) -> list[CorrectionRow]:
    """List what loads changed after the agreement that it belongs to was signed; at most four round trips.

    That is the agreement it is promised in, else that of its agency, or of the nearest agency above that has one.
    """
    loads = graph.read("ledger/corrections", Corrected)
    if not loads:
        return []
    signed = graph.read("read/agreements", Signed, plan_years=[year.id])
    places = paths(graph, year.id)
    found = [
        row
        for load in loads
        for text in load.corrections
        if (row := _row(load, json.loads(text), signed, places, year))
    ]
    return _with_points(graph, found, number_of(today))


def _row(
    load: Corrected,
    said: Mapping[str, Any],
    signed: Sequence[Signed],
    places: Mapping[str, tuple[str, ...]],
    year: PlanYear,
) -> CorrectionRow | None:
    if said["plan_year"] not in ("", year.id):
        return None
    by_agency = {s.agency: s for s in signed}
    above = [by_agency[a] for a in reversed(places.get(said["agency"], (said["agency"],))) if a in by_agency]
    own = next((s for s in signed if s.id == said["agreement"]), above[0] if above else None)
    if own is None or own.signed_on is None or load.loaded_at.date() <= own.signed_on:
        return None
    return CorrectionRow(
        sheet=said["sheet"],
        key=tuple(said["key"]),
        column=said["column"],
        was=said["was"],
        now=said["now"],
        agency=said["agency"],
        agreement=own.id,
        signed_on=own.signed_on,
        loaded_at=load.loaded_at,
        loaded_by=load.loaded_by,
        load=load.number,
        points=None,
    )


def _with_points(graph: Readable, rows: Sequence[CorrectionRow], today: int) -> list[CorrectionRow]:
    first: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row.sheet == "targets" and row.column in _SCORED:
            first[row.key[0]].setdefault(row.column, row.was)
    facts = {p.id: p for p in graph.read("read/promised_values", PromisedValues, ids=sorted(first))} if first else {}
    told = set[str]()
    out = list[CorrectionRow]()
    for row in rows:
        target = row.key[0]
        if row.sheet == "targets" and row.column in _SCORED and target in facts and target not in told:
            told.add(target)
            out.append(replace(row, points=_moved(facts[target], first[target], today)))
        else:
            out.append(row)
    return out


def _moved(now: PromisedValues, was: Mapping[str, str], today: int) -> float:
    """Points of its agreement that the target loses more (negative: fewer) than by the values that stood there."""
    values = now.values | {column: _read(now.measure, column, text) for column, text in was.items()}
    weight = values["weight"] if "weight" in was and values["weight"] is not None else now.weight
    return (now.weight * (100 - now.raw) - weight * (100 - raw_by(now, values, today))) / 100


def _read(measure: str, column: str, text: str) -> Any:
    if not text:
        return None
    if column == "better":
        return text
    return (
        date.fromisoformat(text)
        if column == "planned_finish" or (column in GRID and measure == "date")
        else float(text)
    )


def raw_by(reached: PromisedValues, values: Mapping[str, Any], today: int) -> float:
    """The raw score of a target by other cells of its row, with what was reached (attribution.md 5)."""
    if values["better"] == "unknown":
        return 100.0
    planned = values["planned_finish"] or (values["excellent"] if reached.measure == "date" else None)
    planned_day = number_of(planned) if planned else reached.ends_day
    steps = _steps(reached.measure, values, planned_day)
    sign = 1 if steps[0] > steps[4] else -1
    if reached.measure == "date":
        if not reached.finished:
            return (
                100.0
                if planned_day > today
                else 0.0
                if today >= reached.ends_day
                else _on(steps, sign, reached.finish_day)
            )
        return _on(steps, sign, reached.finish_day)
    goal = values["target"] if values["target"] is not None else steps[0]
    done = reached.achieved is not None and sign * reached.achieved >= sign * goal
    if planned_day > today and not done:
        return 100.0
    return _on(steps, sign, reached.achieved)


def _steps(measure: str, values: Mapping[str, Any], planned_day: int) -> list[float]:
    given = [values[column] for column in GRID]
    if given[4] is not None:
        return [float((x - EPOCH).days) if isinstance(x, date) else float(x) for x in given]
    if measure == "date":
        return [float(planned_day + days) for days in (0, 15, 30, 45, 60)]
    goal, base = float(values["target"]), values["baseline"]
    if base is not None:
        return [round(base + x * (goal - base) / 10, 9) for x in (10, 9, 8, 7, 6)]
    return [
        round(goal * x / 10, 9) for x in ((10, 11, 12, 13, 14) if values["better"] == "lower" else (10, 9, 8, 7, 6))
    ]


def _on(steps: Sequence[float], sign: int, value: float | None) -> float:
    if value is None:
        return 0.0
    scale, x = [sign * step for step in steps], sign * float(value)
    if x >= scale[0]:
        return 100.0
    for k in range(4):
        if scale[k + 1] <= x <= scale[k]:
            same = scale[k] == scale[k + 1]
            return 100.0 - 10 * k if same else 90 - 10 * k + 10 * (x - scale[k + 1]) / (scale[k] - scale[k + 1])
    return 0.0
