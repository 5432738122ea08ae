"""The second half of `benchmarks.rule`: scores, and the points that travel back to where they began."""

from collections import defaultdict

from benchmarks.rule import Found, Plan, Thing, forward

Flows = dict[int, list[float]]


def assessed(plan: Plan, today: int) -> Found:
    """Everything that the rule says as of the end of a day."""
    found = forward(plan, today)
    _score(plan, found, today)
    _charge(plan, found)
    return found


def _score(plan: Plan, found: Found, today: int) -> None:
    targets = [t for t in plan.things.values() if t["kind"] == "target"]
    for t in targets:
        known = found.values[t["id"]]
        if t["measure"] == "releases":
            _paid_on_time(t, known, plan, found, today)
        if t["measure"] != "cascade":
            known["raw"] = _raw(t, known, today)
    for t in sorted((t for t in targets if t["measure"] == "cascade"), key=lambda t: t["rank"]):
        known, under = found.values[t["id"]], plan.below.get(t["id"], ())
        total = sum(share for _, share in under)
        known["raw"] = sum(share * found.values[c]["raw"] for c, share in under) / total if under else 100.0
        known["due"] = any(found.values[c]["due"] for c, _ in under)
        known["lost_below"] = float(sum(share * (100 - found.values[c]["raw"]) for c, share in under))
    for t in targets:
        found.values[t["id"]]["loss"] = t["weight_used"] * (100 - found.values[t["id"]]["raw"]) / 100


def _paid_on_time(t: Thing, known: Thing, plan: Plan, found: Found, today: int) -> None:
    due = [r for r in plan.counts.get(t["id"], ()) if plan.things[r]["planned_day"] <= today]
    owed = sum(plan.things[r]["amount"] for r in due)
    known["missed"] = float(sum(found.values[r]["missed"] for r in due))
    known["due"] = owed > 0
    known["achieved"] = 100 - 100 * known["missed"] / owed if owed else 100.0


def _raw(t: Thing, known: Thing, today: int) -> float:
    scale = t["scale"]
    if not known["due"] or scale is None:
        return 100.0
    if t["measure"] == "date":
        done = known["finished_day"] is not None or today < t["ends_day"]
        value = float(known["finish_day"]) if done else None
    else:
        value = known["achieved"]
    if value is None:
        return 0.0
    value *= t["sign"]
    if value >= scale[0]:
        return 100.0
    if value < scale[4]:
        return 0.0
    k = next(k for k in range(4) if scale[k + 1] <= value <= scale[k])
    if scale[k] == scale[k + 1]:
        return 100.0 - 10 * k
    return 90 - 10 * k + 10 * (value - scale[k + 1]) / (scale[k] - scale[k + 1])


def _charge(plan: Plan, found: Found) -> None:
    own: defaultdict[str, dict[int, float]] = defaultdict(dict)
    targets = [t for t in plan.things.values() if t["kind"] == "target"]
    for t in targets:
        lost = t["stake"] * (100 - found.values[t["id"]]["raw"])
        if lost > 0:
            own[t["id"]][t["bearer"]] = lost
    for t in sorted((t for t in targets if t["measure"] == "cascade"), key=lambda t: -t["rank"]):
        _pass_down(t["id"], plan, found, own)
    reached: defaultdict[str, Flows] = defaultdict(dict)
    for t in targets:
        if t["measure"] == "releases":
            _pass_to_releases(t, plan, found, own, reached)
    _travel(plan, found, own, reached)


def _pass_down(cascade: str, plan: Plan, found: Found, own: dict[str, dict[int, float]]) -> None:
    lost = found.values[cascade]["lost_below"]
    for each, share in plan.below.get(cascade, ()) if lost > 0 else ():
        part = share * (100 - found.values[each]["raw"]) / lost
        for bearer, points in own[cascade].items() if part > 0 else ():
            own[each][bearer] = own[each].get(bearer, 0.0) + part * points


def _stays(t: Thing, raw: float) -> float:
    return (100 - t["raw_planned"]) / (100 - raw) if t["raw_planned"] is not None and t["raw_planned"] > raw else 1.0


def _pass_to_releases(
    t: Thing, plan: Plan, found: Found, own: dict[str, dict[int, float]], reached: dict[str, Flows]
) -> None:
    known = found.values[t["id"]]
    stays = _stays(t, known["raw"]) if known["missed"] > 0 else 1.0
    found.charged += [(t["id"], bearer, points * stays, 0.0) for bearer, points in own[t["id"]].items() if stays > 0]
    for r in plan.counts.get(t["id"], ()) if known["missed"] > 0 and stays < 1 else ():
        part = found.values[r]["missed"] / known["missed"] * (1 - stays)
        for bearer, points in own[t["id"]].items() if part > 0 else ():
            reached[r].setdefault(bearer, [0.0, 0.0])[0] += part * points


def _travel(plan: Plan, found: Found, own: dict[str, dict[int, float]], reached: dict[str, Flows]) -> None:
    delayed: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    cut: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for cause, affected, days, _ in found.delayed:
        delayed[affected].append((cause, days))
    for cause, affected, units, _ in found.cut:
        cut[affected].append((cause, units))
    for t in sorted((t for t in plan.things.values() if t["dated"]), key=lambda t: -t["rank"]):
        each, known = t["id"], found.values[t["id"]]
        delay, short = known["delay_days"], known.get("shortfall") or 0.0
        flows = reached[each]
        for bearer in (t["bearers"] or ()) if delay > 0 else ():
            flows.setdefault(bearer, [0.0, 0.0])[1] += delay
        counted = t["measure"] == "quantity"
        stays = 1.0 if counted and short == 0 else _stays(t, known["raw"]) if t["kind"] == "target" else 1.0
        own_days = known["own_days"] / delay if delay > 0 else 1.0
        own_units = known["own_units"] / short if short > 0 else 0.0
        for bearer in flows.keys() | own[each].keys():
            seeded = own[each].get(bearer, 0.0)
            carried, days = flows.get(bearer, (0.0, 0.0))
            gone = seeded * (1 - stays) if counted else 0.0
            carried += 0.0 if counted else seeded * (1 - stays)
            kept = seeded * stays + carried * own_days + gone * own_units
            if kept > 0 or days * own_days > 0:
                found.charged.append((each, bearer, kept, days * own_days))
            for cause, amount in delayed[each] if carried > 0 or days > 0 else ():
                into = reached[cause].setdefault(bearer, [0.0, 0.0])
                into[0] += carried * amount / delay
                into[1] += days * amount / delay
            for cause, units in cut[each] if gone > 0 else ():
                reached[cause].setdefault(bearer, [0.0, 0.0])[0] += gone * units / short
