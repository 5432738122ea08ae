"""The last day on which each thing of a plan may be revised: what it is about, and when that is."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from loaders.columns import DELIVERABLES, ids_of, text_of
from loaders.defaults import COMPUTED, day, number, planned_finish
from loaders.ownership import first_day
from loaders.plan import Row, State
from loaders.revised.revision import OWNERS, Name, Revision

InForce = Mapping[Name, Row]
"""The rows that timely revisions changed so far, as they are in force."""


class Promises:
    """The first promises of a plan, and the days that they and the values in force are about."""

    def __init__(self, state: State) -> None:
        self._state = state

    def year_ends(self, row: Row) -> date | None:
        """The last day of the plan year of a row."""
        plan = self._state.get("plan", {}).get((row.plan_year,))
        return day(plan.values, "ends") if plan else None

    def planned(self, row: Row) -> date | None:
        """When a deliverable is planned to be finished, its defaults applied; None where it is not dated."""
        if row.sheet == "releases":
            return day(row.values, "planned_on")
        if row.sheet == "milestones":
            return day(row.values, "planned_finish")
        measure = text_of(row.values.get("measure"))
        unknown = measure == "quantity" and row.values.get("better") == "unknown"
        if measure in COMPUTED or unknown:
            return None
        ends = self.year_ends(row)
        return planned_finish(row.values, ends) if ends else None

    def last_day(self, revision: Revision, changed: InForce) -> date | None:
        """The last day on which a revision is timely; None where the plan year has no readable end.

        `changed` is what earlier days' revisions changed: the values in force just before the day of the revision.
        """
        first = revision.first
        if first.sheet == "requirements":
            return self._of_requirement(first, changed)
        if text_of(first.values.get("measure")) in COMPUTED and first.sheet == "targets":
            about = self._first_supports.get(first.key[0])
        elif revision.column in OWNERS:
            about = self.planned(first)
        else:
            about = self.planned(changed.get(revision.name, first))
        return about or self.year_ends(first)

    def _of_requirement(self, first: Row, changed: InForce) -> date | None:
        """The earlier of the day it is needed and the day it is promised for, both as in force."""
        needs, needed = (self._deliverable(each) for each in first.key)
        now = changed.get((first.sheet, first.key), first)
        promised = self.planned(changed.get((needed.sheet, needed.key), needed)) if needed else None
        by = day(now.values, "needed_by") or self._default_need(first, needs, needed)
        days = [each for each in (by, promised) if each]
        return min(days) if days else self.year_ends(needs or first)

    def _default_need(self, first: Row, needs: Row | None, needed: Row | None) -> date | None:
        """What a blank needed_by means by the first promise."""
        promised = self.planned(needed) if needed else None
        if promised is None:
            return None
        promised += timedelta(days=int(number(first.values, "lag_days") or 0))
        start = day(needs.values, "planned_start") if needs else None
        return max(promised, start) if start else promised

    def _deliverable(self, name: str) -> Row | None:
        rows = (self._state.get(sheet, {}).get((name,)) for sheet in DELIVERABLES)
        return next((row for row in rows if row is not None), None)

    @cached_property
    def _first_supports(self) -> Mapping[str, date]:
        """For each cascade or `releases` target, the earliest first day of its supports (at any depth) or releases.

        Days go up the cascade from the earliest on, so that each target is reached once.
        """
        own: list[tuple[date, str]] = []
        above: dict[str, tuple[str, ...]] = {}
        for row in self._state.get("targets", {}).values():
            above[row.key[0]] = ids_of(row.values.get("supports"))
            measure = text_of(row.values.get("measure"))
            paid = self._first_releases.get((row.plan_year, text_of(row.values.get("agency"))))
            about = paid if measure == "releases" else self.planned(row)
            if about:
                own.append((about, row.key[0]))
        found: dict[str, date] = {}
        for about, name in sorted(own):
            waiting = [name]
            while waiting:
                if (each := waiting.pop()) not in found:
                    found[each] = about
                    waiting += above.get(each, ())
        return found

    @cached_property
    def _first_releases(self) -> Mapping[tuple[str, str], date]:
        """For each plan year and agency, the earliest first day of the releases from it or from agencies under it."""
        of_year: dict[str, list[tuple[date, str]]] = defaultdict(list)
        for row in self._state.get("releases", {}).values():
            if (about := self.planned(row)) is not None:
                of_year[row.plan_year].append((about, text_of(row.values.get("released_by"))))
        found: dict[tuple[str, str], date] = {}
        for year, releases in of_year.items():
            above = self._tree(year)
            for about, payer in sorted(releases):
                agency = payer
                while agency and (year, agency) not in found:
                    found[year, agency] = about
                    agency = above.get(agency, "")
        return found

    def _tree(self, year: str) -> Mapping[str, str]:
        """What each agency is part of in a plan year: by its latest row up to that year."""
        until = first_day(self._state, year)
        rows = [(first_day(self._state, row.plan_year), row) for row in self._state.get("agencies", {}).values()]
        listed = sorted((each for each in rows if each[0] <= until), key=lambda each: each[0])
        return {row.key[-1]: text_of(row.values.get("part_of")) for _, row in listed}
