"""Ownership of rows: which agency answers for each row of each sheet, for loads of one agency's folder."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from loaders.columns import DELIVERABLES, text_of
from loaders.plan import Row, State
from loaders.read import Tables
from loaders.sheets import SHEETS

_OWNER_COLUMN = {
    "posts": "agency",
    "agreements": "agency",
    "plan_targets": "agency",
    "targets": "agency",
    "milestones": "agency",
    "budget_lines": "agency",
    "releases": "released_by",
}

NO_AGENCYS = frozenset({"plan", "five_year_plans"})
"""Sheets whose rows no single agency owns: a folder of one agency may repeat them, not change them."""

Names = frozenset[str]
"""Ids of agencies."""


class Ownership:
    """Who owns which row, as a state of the plan tells it. Rows of the plan and of five-year plans are nobody's."""

    def __init__(self, state: State) -> None:
        self._state = state

    def owners(self, row: Row) -> Names:
        """The agencies that may speak for a row, one or none of most.

        Of a payment: those who pay and who is paid; of a revision: who owns what is revised and who approved; of a
        dispute: who owns what it is about, who raised it and who ruled.
        """
        match row.sheet:
            case "agencies":
                return frozenset({row.key[-1]})
            case "officials":
                return self._holders.get(row.key[0], frozenset())
            case "tenures":
                return self._posts.get(row.key[0], frozenset())
            case "requirements" | "progress" | "trajectory":
                return self._deliverable(row.key[0])
            case "payments":
                return self._lines.get(row.key[0], frozenset())
            case "spending" | "results":
                above = self._state.get("budget_lines" if row.sheet == "spending" else "agreements", {})
                return self.owners(above[row.key[:1]]) if row.key[:1] in above else frozenset()
            case "revisions":
                return self._deliverable(row.key[1]) | self._agency_of(row, "approved_by")
            case "disputes":
                parties = self._deliverable(text_of(row.values.get("deliverable"))) | _named(row, "raised_by")
                return parties | self._agency_of(row, "ruled_by")
            case _:
                return _named(row, _OWNER_COLUMN.get(row.sheet, ""))

    def _agency_of(self, row: Row, post: str) -> Names:
        return self._posts.get(text_of(row.values.get(post)), frozenset())

    @cached_property
    def _posts(self) -> Mapping[str, Names]:
        return _joined((row.key[-1], _named(row, "agency")) for row in self._rows("posts"))

    @cached_property
    def _holders(self) -> Mapping[str, Names]:
        return _joined((row.key[1], self._posts.get(row.key[0], frozenset())) for row in self._rows("tenures"))

    @cached_property
    def _lines(self) -> Mapping[str, Names]:
        paid = ((row.key[0], _named(row, "agency")) for row in self._rows("budget_lines"))
        paying = (
            (text_of(row.values.get("budget_line")), _named(row, "released_by")) for row in self._rows("releases")
        )
        return _joined((*paid, *paying))

    def _deliverable(self, name: str) -> Names:
        rows = (self._state.get(sheet, {}).get((name,)) for sheet in DELIVERABLES)
        return next((self.owners(row) for row in rows if row is not None), frozenset())

    def _rows(self, sheet: str) -> Iterable[Row]:
        return self._state.get(sheet, {}).values()


def _named(row: Row, column: str) -> Names:
    name = text_of(row.values.get(column))
    return frozenset({name}) if name else frozenset()


def _joined(pairs: Iterable[tuple[str, Names]]) -> dict[str, Names]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, owners in pairs:
        found[name] |= owners
    return {name: frozenset(owners) for name, owners in found.items()}


def under(agency: str, agencies: Iterable[Row]) -> Names:
    """An agency and those under it, by the `part_of` of these rows, of which the last one of an agency counts."""
    above = {row.key[-1]: text_of(row.values.get("part_of")) for row in agencies}
    parts: dict[str, list[str]] = defaultdict(list)
    for part, whole in above.items():
        parts[whole].append(part)
    found, waiting = {agency}, [agency]
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            if part not in found:
                found.add(part)
                waiting.append(part)
    return frozenset(found)


class Scope:
    """What a folder of one agency may speak of, in one plan year."""

    def __init__(self, state: State, tables: Tables, agency: str) -> None:
        self._state = state
        self._before = Ownership({sheet: dict(rows) for sheet, rows in state.items()})
        self._after = Ownership(
            {name: state.get(name, {}) | {row.key: row for row in tables.rows.get(name, ())} for name in SHEETS}
        )
        known = sorted(state.get("agencies", {}).values(), key=lambda row: first_day(state, row.plan_year))
        ids = {row.key[-1] for row in known}
        new = [row for row in tables.rows.get("agencies", ()) if row.key[-1] not in ids]
        self._agencies: Names = under(agency, [*new, *known])

    def owners(self, row: Row) -> Names:
        """The agencies that own a row: as it was before the load, else as it is now."""
        old = self._state.get(row.sheet, {}).get(row.key)
        return (self._before.owners(old) if old else frozenset()) - self._agencies or self._after.owners(row)

    def holds(self, row: Row) -> bool:
        """Whether a row is the agency's, or of one under it, before the load and after it."""
        if row.sheet in NO_AGENCYS:
            return False
        old = self._state.get(row.sheet, {}).get(row.key)
        after = self._after.owners(row)
        if row.sheet == "officials" and (old is None or not after):
            return True  # people become somebody's by their posts
        before = self._before.owners(old) if old else after
        return not self._agencies.isdisjoint(before) and not self._agencies.isdisjoint(after)


def first_day(state: State, year: str) -> tuple[date, str]:
    """By what plan years are ordered: their first day, then their id."""
    plan = state.get("plan", {}).get((year,))
    starts = plan.values.get("starts") if plan else None
    return starts if isinstance(starts, date) else date.max, year
