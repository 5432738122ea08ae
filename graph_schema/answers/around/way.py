"""The shortest way by which one thing of a plan, or an agency, affects another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_schema.answers import sentences
from graph_schema.answers.around.around import OnMap
from graph_schema.answers.around.rows import Key, Kind, Way
from graph_schema.answers.names import unknown_deliverable
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.graph import Readable

_ENDS: tuple[Kind, ...] = ("thing", "agency", "outside")


@dataclass(frozen=True, slots=True)
class _Found:
    travelled: bool
    back: bool
    way: Sequence[tuple[Kind, str]]


def shortest_way(graph: Readable, start: str | Key, to: str | Key, plan_year: str | None = None) -> Way:
    """Find the shortest way from one to the other, or back, that lateness, shortage or loss took, or else could take.

    `start` and `to` are deliverables, agencies (with all under them in the plan year; none: the latest) or causes
    outside; by id alone a deliverable comes before an agency.  Four round trips, and one for titles.
    Raises NotAssessedError, UnknownPlanYearError, and UnknownDeliverableError with the nearest ids.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    asked = [{"kind": kind, "id": each.id if isinstance(each, Key) else each} for each in (start, to) for kind in _ENDS]
    named = {row.key: row for row in graph.read("read/on_map", OnMap, asked=asked, plan_year=year.id)}
    first, last = (_end(graph, each, named) for each in (start, to))
    rows = graph.read(
        "read/influence",
        _Found,
        start_kind=first.kind,
        start=first.id,
        to_kind=last.kind,
        to=last.id,
        plan_year=year.id,
    )
    found = rows[0] if rows and first != last else None
    stops = tuple(Key(kind, stop) for kind, stop in found.way) if found else ()
    titles = {key: row.title for key, row in named.items()}
    if between := [{"kind": key.kind, "id": key.id} for key in stops[1:-1]]:
        titles |= {r.key: r.title for r in graph.read("read/on_map", OnMap, asked=between, plan_year=year.id)}
    return Way(
        start=first,
        to=last,
        travelled=bool(found and found.travelled),
        back=bool(found and found.back),
        stops=stops,
        titles=tuple(titles[stop] for stop in stops),
        text=_text(first, last, found, stops, titles),
        status=known_by,
    )


def _end(graph: Readable, asked: str | Key, named: Mapping[Key, OnMap]) -> Key:
    wanted = [asked] if isinstance(asked, Key) else [Key(kind, asked) for kind in _ENDS]
    found = next((key for key in wanted if key in named), None)
    if found is None:
        raise unknown_deliverable(graph, asked.id if isinstance(asked, Key) else asked, or_agency=True)
    return found


def _text(first: Key, last: Key, found: _Found | None, stops: Sequence[Key], titles: Mapping[Key, str]) -> str:
    if first == last:
        return "Both ends are the same."
    if found is None:
        return f"{sentences.upper_first(_called(first, titles))} and {_called(last, titles)} cannot affect each other."
    cause, affected = (last, first) if found.back else (first, last)
    steps = sum(1 for a, b in pairwise(stops) if "agency" not in (a.kind, b.kind))
    verb = "affected" if found.travelled else "could affect, and did not,"
    over = f"over {steps} steps" if steps > 1 else "directly"
    return f"{sentences.upper_first(_called(cause, titles))} {verb} {_called(affected, titles)} {over}."


def _called(key: Key, titles: Mapping[Key, str]) -> str:
    return f"“{titles[key]}”" if key.kind == "thing" else sentences.named(titles[key])
