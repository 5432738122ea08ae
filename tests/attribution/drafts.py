"""Random countries: plan years, trees of agencies and agreements, as rows of sheets still to be written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

Row = dict[str, str]

COLUMNS: dict[str, tuple[str, ...]] = {
    "plan": ("id", "title", "starts", "ends", "five_year_plan", "currency"),
    "agencies": ("id", "name", "kind", "part_of"),
    "agreements": ("id", "kind", "agency", "title", "weight", "signed_on"),
    "targets": (
        *("id", "agency", "agreement", "title", "measure", "unit", "better", "baseline", "weight"),
        *("planned_start", "planned_finish", "target", "excellent", "very_good", "good", "fair", "poor"),
        *("supports", "supports_share"),
    ),
    "budget_lines": ("id", "agency", "title", "source", "amount"),
    "releases": ("id", "budget_line", "released_by", "title", "planned_on", "amount"),
    "milestones": ("id", "agency", "kind", "title", "planned_start", "planned_finish"),
    "requirements": ("deliverable", "requires", "needed_by", "lag_days", "agreed_on"),
    "progress": (
        *("deliverable", "as_of", "source", "reported_on", "achieved", "started_on", "finished_on"),
        *("forecast_finish", "status", "note"),
    ),
    "payments": ("budget_line", "paid_on", "amount", "reference", "release"),
}


def iso(day: int | None) -> str:
    """Return the ISO date of an ordinal; an empty cell for none."""
    return "" if day is None else date.fromordinal(day).isoformat()


def tenths(value: int) -> str:
    """Return a whole number of tenths as a plain number."""
    return f"{value // 10}.{value % 10}" if value % 10 else str(value // 10)


def cents(value: int) -> str:
    """Return a whole number of minor units as a plain amount."""
    return f"{value // 100}.{value % 100:02d}" if value % 100 else str(value // 100)


@dataclass
class Thing:
    """A deliverable in the making. Days are ordinals, `goal` and `base` tenths, `amount` minor units."""

    id: str
    kind: str
    agency: str
    year: DraftYear
    start: int | None = None
    finish: int | None = None
    line: str = ""
    amount: int = 0
    goal: int = 0
    base: int = 0


@dataclass
class DraftYear:
    """A plan year in the making: its days, its tree (agency -> parent), who moved, its rows."""

    id: str
    starts: int
    ends: int
    parent: dict[str, str]
    external: tuple[str, ...]
    moved: str = ""
    agreed: dict[str, str] = field(default_factory=dict[str, str])
    sheets: defaultdict[str, list[Row]] = field(default_factory=lambda: defaultdict[str, list[Row]](list))

    def root(self, agency: str) -> str:
        """Return the root agency above an agency."""
        while self.parent.get(agency):
            agency = self.parent[agency]
        return agency

    def above(self, agency: str) -> list[str]:
        """Return the agency and those above it."""
        steps = [agency]
        while self.parent.get(steps[-1]):
            steps.append(self.parent[steps[-1]])
        return steps

    def agencies(self) -> list[str]:
        """Return the agencies of government."""
        return [agency for agency in self.parent if agency not in self.external]

    def add(self, sheet: str, **cells: str) -> Row:
        """Add a row; columns that are not named stay empty."""
        row = dict.fromkeys(COLUMNS[sheet], "") | cells
        self.sheets[sheet].append(row)
        return row


def draft_years(rng: Random) -> list[DraftYear]:
    """Return one plan year, or two where an agency moves in between."""
    depth = rng.choice((1, 2, 2, 3, 3, 3))
    parent: dict[str, str] = {}
    for ministry in range(rng.randint(2, 5) + (2 if depth == 1 else 0)):
        grow(rng, parent, f"M{ministry}", "", depth)
    external = tuple(rng.sample(("DONOR", "COURT"), rng.choice((0, 1, 1, 2))))
    parent |= dict.fromkeys(external, "")
    first = DraftYear("2026-27", ordinal("2026-07-01"), ordinal("2027-06-30"), parent, external)
    years = [first]
    if rng.random() < 0.4:
        years.append(DraftYear("2027-28", ordinal("2027-07-01"), ordinal("2028-06-29"), dict(parent), external))
        move(rng, years[1])
    for year in years:
        write_country(rng, year, None if year is first else first)
    return years


def ordinal(text: str) -> int:
    """Return the ordinal of an ISO date."""
    return date.fromisoformat(text).toordinal()


def grow(rng: Random, parent: dict[str, str], agency: str, above: str, depth: int) -> None:
    """Add an agency and, at random, agencies under it."""
    parent[agency] = above
    if depth > 1:
        for child in range(rng.randint(1, 3)):
            grow(rng, parent, f"{agency}{'DVU'[len(agency) // 2 - 1]}{child}", agency, depth - 1)


def move(rng: Random, year: DraftYear) -> None:
    """Move an agency (with those under it) to another ministry, and sometimes found a new one."""
    below = [agency for agency in year.agencies() if year.parent[agency]] or year.agencies()
    mover = year.moved = rng.choice(below)
    others = [agency for agency in year.agencies() if not year.parent[agency] and agency != year.root(mover)]
    year.parent[mover] = rng.choice(others)
    if rng.random() < 0.4:
        year.parent["NEW"] = rng.choice(("", *others))


def write_country(rng: Random, year: DraftYear, before: DraftYear | None) -> None:
    """Write plan, agencies and agreements; a later year lists all agencies or only those that changed."""
    year.add("plan", id=year.id, title=f"Plan {year.id}", starts=iso(year.starts), ends=iso(year.ends), currency="BTN")
    full = before is None or rng.random() < 0.5
    for agency, above in year.parent.items():
        if full or before is None or before.parent.get(agency) != above:
            kind = "external" if agency in year.external else ("ministry" if not above else "department")
            year.add("agencies", id=agency, name=f"Agency {agency}", kind=kind, part_of=above)
    for agency in year.agencies():
        if rng.random() < 0.7 or not year.agreed:
            year.agreed[agency] = f"APA-{agency}-{year.id}"
            weight = rng.choice(("", "", "1", "2", "3", "0.5"))
            signed = iso(year.starts - rng.randint(0, 20))
            year.add(
                "agreements",
                id=year.agreed[agency],
                kind="APA",
                agency=agency,
                title=f"Agreement of {agency}",
                weight=weight,
                signed_on=signed,
            )
