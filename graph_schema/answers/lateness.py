"""How late a requirement was, and how late it would have been: the formulas of days and of units, for one at a time.

Days are day numbers; lateness is in days, a part lost is 0 to 1 (attribution.md 3 and 4, questions.md 1, 4 and 6).
"""

from collections.abc import Callable, Iterator, Sequence

from graph_schema.answers.snapshot import Need, Thing

DUST = 1e-9
"""Less than this is nothing: sums of parts are not exact."""


def came_on(need: Need, cause: Thing) -> int:
    """The day on which what was owed had come, or will."""
    return cause.finish if need.came_day is None else need.came_day


def late_by(need: Need, cause: Thing) -> float:
    """Days that the cause is later than its own planned day in force, for what needs it."""
    return max(0.0, float(came_on(need, cause) - cause.planned))


def moved_by(need: Need, cause: Thing) -> float:
    """Days that the cause moved its own date since what needs it was promised (v of questions.md 1)."""
    return max(0.0, float(cause.planned + need.lag - need.owed_day))


def late(need: Need, day: float, stop: float, owed: float) -> float:
    """Lateness of something that came on `day` for what stopped waiting on `stop`, counted from `owed`."""
    return max(0.0, min(day + need.lag, stop) - owed)


def waited(need: Need, cause: Thing, affected: Thing) -> float:
    """Days that what needs it waited for the cause: l of attribution.md 3, before days are shared."""
    return waited_if(need, cause, affected, 0.0)


def waited_if(need: Need, cause: Thing, affected: Thing, saved: float, *, forgiven: bool = False) -> float:
    """The same had the cause been `saved` days less late; `forgiven`: nor had it moved its date or promised less."""
    waits = late(need, came_on(need, cause), affected.finish, need.owed_day)
    if saved or forgiven:
        still = max(0.0, late_by(need, cause) - saved)
        owed = max(need.owed_day, cause.planned + need.lag) if forgiven else need.owed_day
        waits = min(waits, max(0.0, cause.planned + still + need.lag - owed))
    return waits if forgiven else max(waits, never_came(need, affected))


def never_came(need: Need, affected: Thing) -> float:
    """Days that what the cause was lowered by adds by itself (0 where it was not)."""
    return need.lowered * max(0.0, float(affected.finish - need.lowered_from_day))


def arrivals(need: Need, cause: Thing) -> Iterator[tuple[int, float]]:
    """When what was owed came, and which part of it; what is left comes with the cause. Parts sum to 1 − lowered."""
    promised = cause.amount if cause.kind == "release" else cause.whole
    times = 1.0 if need.promised_for is None else promised / need.promised_for
    left = 1.0 - need.lowered
    for day, part in zip(cause.came_on, cause.came, strict=True):
        taken = min(left, part * times)
        left -= taken
        yield day, taken
    yield came_on(need, cause), max(0.0, left)


def lost_part(need: Need, cause: Thing, affected: Thing, saved: float = 0.0) -> float:
    """The part of its quantity that a target could not make: k of attribution.md 4, had it come `saved` days sooner."""
    window = affected.planned - need.need_day
    possible = 0.0
    for day, part in arrivals(need, cause):
        days = late(need, day, affected.planned, need.owed_day)
        if saved:
            days = min(days, max(0.0, day - saved + need.lag - need.owed_day))
        possible += part * (max(0.0, 1 - days / window) if window > 0 else 1.0)
    lost = 1 - possible
    return lost if lost > DUST else 0.0


def largest_cap(affected: Thing, needs: Sequence[tuple[Need, Thing]], lost: Callable[[Need, Thing], float]) -> float:
    """The most units that one requirement made impossible; all money is one requirement (attribution.md 4)."""
    money, most, missing = 0.0, 0.0, 0.0
    for need, cause in needs:
        part = lost(need, cause)
        if cause.kind == "release":
            amount = cause.amount if need.promised_for is None else need.promised_for
            money += amount
            missing += amount * part
        else:
            most = max(most, part * affected.whole)
    return max(most, affected.whole * missing / money) if missing > 0 else most


def raw_of(thing: Thing, value: float | None) -> float:
    """The raw score (0 to 100) of a reached value, or a day number for measure date; none: nothing reached."""
    scale = thing.scale
    if scale is None:
        return 100.0
    if value is None:
        return 0.0
    x = thing.sign * value
    if x >= scale[0]:
        return 100.0
    for k in range(4):
        if scale[k + 1] <= x <= scale[k]:
            if scale[k] == scale[k + 1]:
                return 100.0 - 10 * k
            return 90 - 10 * k + 10 * (x - scale[k + 1]) / (scale[k] - scale[k + 1])
    return 0.0
