"""The account of a conversion: what was read, what the plan does not hold, and what it holds with less meaning."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from loaders.sources.conversion import Count, Note
from loaders.sources.performance_gov.indicators import Doubt, Indicator, Readings, joint_goals
from loaders.sources.performance_gov.plan import PROMISED, STATUSES
from loaders.sources.performance_gov.records import LOST, Goal, Reading, Source

_UNTOLD = "not measured until `better` says which way is good"


def read_counts(source: Source) -> tuple[Count, ...]:
    """Count what the source holds, before anything is left out."""
    goals, readings = source.goals, source.readings
    people = {leader.id for goal in goals for leader in goal.leaders}
    links = sum(len(goal.leaders) for goal in goals)
    led = sum(bool(goal.leaders) for goal in goals)
    pairs = {(reading.goal, reading.indicator) for reading in readings}
    quarters = Counter(f"quarter to {reading.day}" for reading in readings)
    statuses = Counter(goal.status or "no status" for goal in goals if goal.kind == PROMISED)
    return (
        Count("goals", len(goals), _split(Counter(goal.kind for goal in goals))),
        Count("status of APG", sum(statuses.values()), _split(statuses)),
        Count("organisations", len({goal.agency for goal in goals})),
        Count("joint goals", sum(bool(goal.joint) for goal in goals), "counted once at each agency"),
        Count("leaders", len(people), f"{links} links on {led} goals"),
        Count("indicators", len(pairs), f"of {len({reading.goal for reading in readings})} goals"),
        Count("readings", len(readings), ", ".join(f"{name} {quarters[name]}" for name in sorted(quarters))),
    )


def _split(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


def left_out(source: Source, readings: Readings) -> tuple[Note, ...]:
    """What is in the source and not in the plan."""
    empty = tuple(f"{name}: {count}" for name, count in source.empty.items() if count)
    nobody = tuple(f"{goal.id}: {entry}" for goal in source.goals for entry in goal.unread)
    strange = _goals(source, lambda goal: bool(goal.status) and not (goal.status in STATUSES and goal.reported))
    return _said(
        Note(sum(source.empty.values()), "records", "hold nothing at all", empty),
        _each(source.repeated, "goals", "have the id of another one"),
        _each(nobody, "leaders", "are no names"),
        _each(strange, "statuses", "are of no known kind or day"),
        _of_goal(readings.repeated, "repeat another one word for word"),
        _each(readings.contradicted, "readings", "contradict another one of the same quarter"),
        _of_goal(readings.orphans, "are of a goal that the source does not list"),
        _each(source.unused, "columns", "have no place in a plan"),
    )


def to_know(source: Source, readings: Readings) -> tuple[Note, ...]:
    """What is in the plan, but says less than a reader of the source may expect."""
    return _said(*_of_goals(source, readings), *_of_indicators(readings.indicators), *_of_readings(source, readings))


def _of_goals(source: Source, readings: Readings) -> Iterable[Note]:
    copies = joint_goals(source.goals)
    supported = {each for found in readings.indicators for each in copies[found.goal]}
    usable = {each for found in readings.indicators if found.usable for each in copies[found.goal]}
    told = {each for found in readings.indicators if not found.doubt for each in copies[found.goal]}
    promised = _goals(source, lambda goal: goal.kind == PROMISED)
    unusable = tuple(each for each in promised if each not in usable)
    waiting = tuple(each for each in promised if each in usable - told)
    other = _goals(source, lambda goal: goal.kind != PROMISED)
    undated = _goals(source, lambda goal: goal.kind == PROMISED and goal.due is None)
    leaderless = _goals(source, lambda goal: goal.kind == PROMISED and not goal.leaders)
    alone = _goals(source, lambda goal: bool(goal.joint) and len(copies[goal.id]) == 1)
    none = sum(each not in supported for each in unusable)
    yield Note(
        len(other), "goals", "are no Agency Priority Goals: they stand in no agreement, and nothing of them is measured"
    )
    yield _each(unusable, "goals", f"have no usable indicator ({none} have none at all): they are not measured")
    yield _each(waiting, "goals", "have only indicators whose direction nobody told: they are not measured yet")
    yield _each(undated, "goals", "have no due date")
    yield _each(leaderless, "goals", "have no leader: no post answers for them")
    yield _each(alone, "joint goals", "name a joint goal that no other agency has")


def _of_indicators(indicators: Sequence[Indicator]) -> Iterable[Note]:
    def of(doubt: Doubt) -> tuple[str, ...]:
        return tuple(each.id for each in indicators if each.doubt == doubt)

    pairs = Counter((each.goal, each.readings[0].indicator) for each in indicators)
    more = tuple(each.id for each in indicators if pairs[each.goal, each.readings[0].indicator] > 1)
    kept = tuple(each.id for each in indicators if each.is_kept and not each.doubt)
    yield _each(more, "indicators", "share their name with another of the same goal, and promise something else")
    yield _each(of("no target"), "indicators", "have no target: not measured")
    yield _each(of("target undefined"), "indicators", f"have a target that the source calls undefined: {_UNTOLD}")
    yield _each(
        of("target not above its start"),
        "indicators",
        f"have a target below their start, something to lower or a floor to keep: {_UNTOLD}",
    )
    yield _each(kept, "indicators", "are floors or ceilings to be kept, as the source says: loaded without their start")


def _of_readings(source: Source, readings: Readings) -> Iterable[Note]:
    blank = [reading for reading in source.readings if not reading.value]
    back = [reading for reading in source.readings if reading.progress.startswith("-")]
    lost = [reading for reading in source.readings if LOST in reading.record]
    copies = joint_goals(source.goals)
    joint = [each.goal for each in readings.indicators if len(copies[each.goal]) > 1]
    yield _of_goal(blank, "hold no number: loaded as reports without one")
    yield _of_goal(back, "stand on the wrong side of their start (negative progress): loaded as they are")
    yield _of_goal(lost, f"hold characters that were lost before publication ({LOST}): loaded as they are")
    yield Note(len(joint), "indicators", "of joint goals count at every agency that shares the goal", _once(joint))


def _each(where: tuple[str, ...], what: str, why: str) -> Note:
    return Note(len(where), what, why, where)


def _of_goal(readings: Sequence[Reading], why: str) -> Note:
    return Note(len(readings), "readings", why, _once(reading.goal for reading in readings))


def _goals(source: Source, which: Callable[[Goal], bool]) -> tuple[str, ...]:
    return tuple(goal.id for goal in source.goals if which(goal))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _said(*notes: Note) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.count)
