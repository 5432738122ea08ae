"""The rule in plain Python floats, on rows exported from the graph: the in-memory limit that assessments are held to.

It takes what a load prepared (day numbers, ranks, scales, places in the tree), as the statements do, and makes the
numbers that they make. It is written for speed, and is no second reference: `benchmarks.run` compares both.
`points` is its second half.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_schema import policy

Thing = dict[str, Any]
Path = tuple[str, ...]


@dataclass
class Plan:
    """What was exported: deliverables by id, and what joins them.

    By the id of what it is about: requirements (by what needs them), reports in their order, payments matched (day,
    amount), supports of a cascade (id, share), releases that count.
    """

    things: dict[str, Thing]
    needs: dict[str, list[Thing]]
    reports: dict[str, list[Thing]]
    covers: dict[str, list[tuple[int, float]]]
    below: dict[str, list[tuple[str, float]]]
    counts: dict[str, list[str]]


@dataclass
class Found:
    """What was computed: properties by deliverable, and the relations between them.

    `delayed`, `cut`: cause, affected, amount, and what it was before sharing. `charged`: id, agreement's code, points,
    days.
    """

    values: dict[str, Thing] = field(default_factory=dict[str, Thing])
    delayed: list[tuple[str, str, float, float]] = field(default_factory=list[tuple[str, str, float, float]])
    cut: list[tuple[str, str, float, float]] = field(default_factory=list[tuple[str, str, float, float]])
    charged: list[tuple[str, int, float, float]] = field(default_factory=list[tuple[str, int, float, float]])


def forward(plan: Plan, today: int) -> Found:
    """What finished when, and which requirement explains how much, as of the end of a day (rule, 2 to 4)."""
    found = Found({each: {"due": False} for each in plan.things})
    dated = sorted((t for t in plan.things.values() if t["dated"]), key=lambda t: (t["rank"], t["id"]))
    for thing in dated:
        known = _paid(thing, plan, today) if thing["kind"] == "release" else _reported(thing, plan, today)
        found.values[thing["id"]] = known
        _finish(thing, known, plan.needs.get(thing["id"], ()), found.values, today)
    for thing in dated:
        _delayed(thing, plan, found)
        if thing["measure"] == "quantity":
            _cut(thing, plan, found)
    return found


def _paid(r: Thing, plan: Plan, today: int) -> Thing:
    days: dict[int, float] = {}
    for day, amount in sorted(plan.covers.get(r["id"], ())):
        if day <= today:
            days[day] = days.get(day, 0.0) + amount
    amount, paid = r["amount"], sum(days.values())
    finished = max(days) if days and paid >= amount - policy.CENT else None
    in_time = sum(part for day, part in days.items() if day <= r["planned_day"])
    lacks = amount - in_time if r["planned_day"] <= today else 0.0
    forecast = None
    for p in plan.reports.get(r["id"], ()):
        if p["as_of_day"] <= today and p["forecast_day"] is not None:
            forecast = p["forecast_day"]
    return {
        "forecast_day": forecast,
        "finished_day": finished,
        "due": finished is not None or r["planned_day"] <= today,
        "missed": lacks if lacks > policy.CENT else 0.0,
        "came_on": list(days),
        "came": [part / amount for part in days.values()],
    }


def _reported(d: Thing, plan: Plan, today: int) -> Thing:
    started = finished = forecast = None
    levels: dict[int, float] = {}
    for p in plan.reports.get(d["id"], ()):
        if p["as_of_day"] > today:
            break
        started = p["started_day"] if p["started_day"] is not None else started
        finished = p["finished_day"] if p["finished_day"] is not None else finished
        forecast = p["forecast_day"] if p["forecast_day"] is not None else forecast
        if p["achieved"] is not None:
            levels[p["as_of_day"]] = p["achieved"]
    reported = finished if finished is not None and finished <= today else None
    out: Thing = {
        "started_day": started if started is not None and started <= today else None,
        "forecast_day": forecast,
    }
    if d["measure"] != "quantity":
        return out | {"finished_day": reported, "due": reported is not None or d["planned_day"] <= today}
    sign, goal, base = d["sign"], d["goal"], d["base"]
    reached, achieved = None, None
    for day, level in levels.items():
        reached = (day if reached is None else reached) if sign * level >= sign * goal else None
        achieved = level if day <= d["ends_day"] else achieved
    done = None
    if reached is not None:
        late = d["planned_day"] if d["planned_day"] <= today else None
        done = reported if reported is not None else reached if sign == 1 else late
    due = done is not None or d["planned_day"] <= today
    came_on, came, top = list[int](), list[float](), 0.0
    if sign == 1 and d["whole"] > 0:
        for day, level in levels.items():
            part = 1.0 if level >= goal else (level - base) / (goal - base)
            if part > top:
                came_on.append(day if reported is None else min(day, reported))
                came.append(part - top)
                top = part
    lacks = 0.0 if not due else d["whole"] if achieved is None else max(0.0, sign * (goal - achieved))
    return out | {
        "finished_day": done, "due": due, "achieved": achieved, "shortfall": lacks, "came_on": came_on, "came": came,
    }  # fmt: skip


def _finish(t: Thing, known: Thing, needs: Sequence[Thing], values: Mapping[str, Thing], today: int) -> None:
    if known["finished_day"] is not None:
        finish = known["finished_day"]
    elif known["forecast_day"] is not None:
        finish = max(today + 1, known["forecast_day"])
    else:
        push = max((values[r["g"]]["finish_day"] + r["lag"] - r["need_day"] for r in needs if r["dated"]), default=0)
        started = known.get("started_day")
        start = max(t["start_day"], today + 1) if started is None else started
        finish = max(today + 1, t["planned_day"] + max(push, 0), t["span"] + start)
    known["finish_day"], known["delay_days"] = finish, float(max(0, finish - t["planned_day"]))


def _delayed(t: Thing, plan: Plan, found: Found) -> None:
    known = found.values[t["id"]]
    delay, stop = known["delay_days"], known["finish_day"]
    late = list[tuple[float, Path, str]]()
    if delay > 0:
        for r in plan.needs.get(t["id"], ()):
            if r["counts"]:
                size = min(found.values[r["g"]]["finish_day"] + r["lag"], stop) - r["owed_day"]
                if size > 0:
                    late.append((float(size), (*r["place"], "", r["g"]), r["g"]))
    explained = min(delay, max((size for size, _, _ in late), default=0.0))
    known["own_days"] = delay - explained
    for (size, _, cause), share in zip(late, airport(late), strict=True):
        found.delayed.append((cause, t["id"], share * explained, size))


def airport(parts: Sequence[tuple[float, Path, Any]]) -> list[float]:
    """The share of each part (size, path, anything) down the tree of its paths, as a fraction of the largest size."""
    if len(parts) < 2:
        return [1.0] * len(parts)
    levels: dict[Path, dict[str, float]] = {}
    for size, path, _ in parts:
        for depth, name in enumerate(path):
            level = levels.setdefault(path[:depth], {})
            if size > level.get(name, 0.0):
                level[name] = size
    fractions: dict[Path, float] = {}
    for above, level in levels.items():
        total, before, left = 0.0, 0.0, len(level)
        ordered = sorted(level.items(), key=lambda item: item[1])
        for name, size in ordered:
            total += (size - before) / left
            fractions[(*above, name)] = total / ordered[-1][1]
            before, left = size, left - 1
    shares = list[float]()
    for _, path, _ in parts:
        share = 1.0
        for depth in range(len(path)):
            share *= fractions[path[: depth + 1]]
        shares.append(share)
    return shares


def _cut(t: Thing, plan: Plan, found: Found) -> None:
    known = found.values[t["id"]]
    short, whole = known["shortfall"], t["whole"]
    money = list[tuple[Thing, float]]()
    parts = list[tuple[float, Path, list[tuple[str, float, float]]]]()
    for r in plan.needs.get(t["id"], ()) if short > 0 else ():
        if not r["counts"]:
            continue
        lost = _lost(found.values[r["g"]], r, t["planned_day"])
        if plan.things[r["g"]]["kind"] == "release":
            money.append((r, lost))
        elif lost > 0:
            parts.append((lost * whole, (*r["place"], "", r["g"]), [(r["g"], 1.0, lost * whole)]))
    amounts = {r["g"]: plan.things[r["g"]]["amount"] for r, _ in money}
    gone = sum(amounts[r["g"]] * lost for r, lost in money)
    if gone > 0:
        common = tuple(money[0][0]["place"])
        for r, _ in money:
            same = 0
            while same < min(len(common), len(r["place"])) and common[same] == r["place"][same]:
                same += 1
            common = common[:same]
        total = sum(amounts.values())
        split = [(r["g"], amounts[r["g"]] * k / gone, whole * amounts[r["g"]] * k / total) for r, k in money if k > 0]
        parts.append((whole * gone / total, (*common, "", " money"), split))
    explained = min(short, max((size for size, _, _ in parts), default=0.0))
    known["own_units"] = short - explained
    for (_, _, split), share in zip(parts, airport(parts), strict=True):
        found.cut += [(g, t["id"], share * of * explained, lost) for g, of, lost in split]


def _lost(g: Thing, r: Thing, planned: int) -> float:
    window, used, rest = planned - r["need_day"], 0.0, 1.0
    arrivals = list(zip(g.get("came_on", ()), g.get("came", ()), strict=True))
    for _, part in arrivals:
        rest -= part
    for day, part in [*arrivals, (g["finish_day"], rest)]:
        late = min(day + r["lag"], planned) - r["owed_day"]
        used += part * (1.0 if late <= 0 or window <= 0 else max(0.0, 1 - late / window))
    return 1 - used if 1 - used > 1e-9 else 0.0
