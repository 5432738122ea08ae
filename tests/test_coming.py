"""What is coming: at stake is what a real assessment with that forecast finds; a float is the most that is free."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from attribution.random_changes import write_changed_plan
from attribution.random_plans import RandomPlan, write_plan
from engine import VECTORS, loaded

from graph_schema.answers.coming import Coming, coming
from graph_schema.answers.frames import to_frame
from graph_schema.answers.lateness import raw_of
from graph_schema.answers.snapshot import whole
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError

SEEDS = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 40))]
Writer = Callable[[int, Path, int], RandomPlan]
both_kinds = pytest.mark.parametrize("write", [write_plan, write_changed_plan])
"""Plans without, and with revisions, rulings and re-organised agencies."""
SLIP = 30


def with_forecast(folder: Path, into: Path, thing: str, as_of: date, forecast: date) -> Path:
    """The plan with one more report: the forecast of one thing, the last word of that day."""
    shutil.copytree(folder, into)
    for file in sorted(into.rglob("progress.csv")):
        with file.open(encoding="utf-8", newline="") as read:
            rows = list(csv.DictReader(read))
        columns = [*dict.fromkeys([*rows[0], "deliverable", "as_of", "source", "reported_on", "forecast_finish"])]
        rows.append(
            {
                "deliverable": thing,
                "as_of": as_of.isoformat(),
                "source": "verified",
                "reported_on": (as_of + timedelta(300)).isoformat(),
                "forecast_finish": forecast.isoformat(),
            }
        )
        with file.open("w", encoding="utf-8", newline="") as write:
            writer = csv.DictWriter(write, columns)
            writer.writeheader()
            writer.writerows(rows)
        return into
    raise AssertionError(folder)


def finishes(graph: Graph) -> dict[str, int]:
    """The finish of every dated thing."""
    return {k: thing.finish for k, thing in whole(graph).things.items() if thing.dated}


@both_kinds
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_at_stake_is_what_a_real_assessment_finds(
    graph: Graph, write: Writer, seed: int, tmp_path: Path
) -> None:
    written = write(seed, tmp_path / "plan", 60)
    as_of = date.fromisoformat(written.as_of[0])
    loaded(graph, written.folder)
    assess(graph, as_of)
    before = whole(graph)
    rows = coming(graph, 400, SLIP).rows
    assert rows
    most = sorted(rows, key=lambda r: (-r.moves, r.thing))
    chosen = {r.thing: r for r in (*most[:3], *Random(seed).sample(rows, min(2, len(rows))))}
    for number, row in enumerate(chosen.values()):
        assert row.expected
        folder = with_forecast(written.folder, tmp_path / str(number), row.thing, as_of, row.expected + timedelta(SLIP))
        loaded(graph, folder)
        assess(graph, as_of)
        after = finishes(graph)
        moved = {
            k: (after[k] - thing.finish, _points(graph, k, thing.finish, after[k]))
            for k, thing in before.things.items()
            if thing.dated and thing.kind == "target" and after[k] != thing.finish
        }
        assert {s.thing: s.days for s in row.stakes} == {k: days for k, (days, _) in moved.items()}
        assert row.points == pytest.approx(sum(points for _, points in moved.values()), abs=1e-9)
        _float_is_free(row)


def _points(graph: Graph, thing: str, was: int, now: int) -> float:
    """What the grid of a date target takes for the days between, due or not; 0 for anything else."""
    found = whole(graph).things[thing]
    return found.stake * (raw_of(found, float(was)) - raw_of(found, float(now))) if found.measure == "date" else 0.0


def _float_is_free(row: Coming) -> None:
    """Something with a float of the slip or more moves no scored target by it."""
    if row.float_days is None or row.float_days >= SLIP:
        assert row.points == 0


@both_kinds
@pytest.mark.parametrize("seed", SEEDS)
def test_the_float_is_the_most_that_is_free(graph: Graph, write: Writer, seed: int, tmp_path: Path) -> None:
    """By exactly its float nothing scored moves; by a day more something does."""
    written = write(seed, tmp_path, 60)
    loaded(graph, tmp_path)
    assess(graph, date.fromisoformat(written.as_of[0]))
    scored = {k for k, thing in whole(graph).things.items() if thing.scored}
    found = {r.thing: r for r in coming(graph, 400, 1).rows}
    room = {k: r.float_days for k, r in found.items() if r.float_days is not None}
    assert room
    for days in sorted({*room.values()})[:6]:
        at = {r.thing: r for r in coming(graph, 400, days).rows} if days else {}
        beyond = {r.thing: r for r in coming(graph, 400, days + 1).rows}
        for thing in [k for k, free in room.items() if free == days]:
            assert not scored & {s.thing for s in at[thing].stakes} if days else True
            assert scored & {s.thing for s in beyond[thing].stakes}


def test_nothing_assessed_says_what_to_do(graph: Graph) -> None:
    with pytest.raises(NotAssessedError):
        coming(graph)


def test_calls_and_forecasts_in_words(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2026, 10, 29))
    found = coming(graph, 200)
    rows = {r.thing: r for r in found.rows}
    assert rows["B"].float_days == 0
    assert [p.id for p in rows["B"].to] == ["AGRI"]
    assert [p.id for p in rows["M2"].to] == ["ROAD"]
    assert found.calls[0].text.endswith("points.")
    assert len(found.calls) <= 10
    assert [c.points for c in found.calls] == sorted((c.points for c in found.calls), reverse=True)
    assert len(to_frame(found.rows)) == len(found.rows)
    assert coming(graph, 0).text.startswith("Nothing unfinished is due") or coming(graph, 0).rows
