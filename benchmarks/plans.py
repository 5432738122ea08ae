"""Realistic plan years of any size, made from a seed: agencies in three tiers, chains of requirements, money, reports.

What happens in such a year is simulated: a thing is late of itself, or because what it requires came late, and wins
some of that back. A third or so of everything dated ends late, along chains some twelve deep.
"""

import csv
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.sheets import SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR = "2024-25"
STARTS, ENDS = date(2024, 7, 1), date(2025, 6, 30)
AS_OF = date(2025, 5, 31)
"""The day on which the plan is assessed: a month before the year ends."""

_DEEPEST = 12
_LENGTH = (ENDS - STARTS).days
_AGREED = date(2024, 6, 20)
_CAUSES = ("procurement", "funds late", "land", "weather", "staff", "approval pending")


@dataclass
class _Thing:
    id: str
    agency: str
    kind: str
    start: int
    finish: int
    rank: int = 0
    late: int = 0
    done: bool = True
    needs: list[tuple["_Thing", int, int]] = field(default_factory=list["tuple[_Thing, int, int]"])


def write_plan(folder: Path, deliverables: int = 20_000, seed: int = 7) -> dict[str, int]:
    """Write a plan folder of so many deliverables; rows by sheet. The same seed writes the same files."""
    year = _Year(random.Random(seed), deliverables)
    year.make()
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, rows in year.rows.items():
        columns = [column.name for column in SHEETS[sheet].columns]
        with (folder / f"{sheet}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return {sheet: len(rows) for sheet, rows in year.rows.items()}


def _day(number: int) -> str:
    return (STARTS + timedelta(days=number)).isoformat()


class _Year:
    def __init__(self, chance: random.Random, deliverables: int) -> None:
        self.chance, self.size = chance, deliverables
        self.rows: dict[str, list[Mapping[str, object]]] = {sheet: [] for sheet in SHEETS}
        self.divisions: list[str] = []
        self.things: list[_Thing] = []

    def make(self) -> None:
        self.rows["plan"].append(
            {"id": YEAR, "title": f"Plan year {YEAR}", "starts": STARTS, "ends": ENDS, "currency": "XTS"}
        )
        self._agencies()
        self._undated()
        self._money()
        self._works()
        self._requirements()
        self._happen()

    def _agencies(self) -> None:
        ministries = max(2, self.size // 1000)
        self._agency("BUDGET", "", "department")
        self._agency("DONOR", "", "external")
        for m in range(ministries):
            ministry = self._agency(f"M{m:02}", "", "ministry")
            for d in range(6):
                department = self._agency(f"{ministry}-{d}", ministry, "department")
                self.divisions += [self._agency(f"{department}-{s}", department, "division") for s in range(5)]

    def _agency(self, agency: str, above: str, kind: str) -> str:
        name, head = f"{kind.capitalize()} {agency}", f"HEAD-{agency}"
        self.rows["agencies"].append({"id": agency, "name": name, "kind": kind, "part_of": above})
        if kind == "external":
            return agency
        self.rows["posts"].append({"id": head, "title": f"Head of {name}", "agency": agency, "heads": "yes"})
        self.rows["agreements"].append(
            {
                "id": f"APA-{agency}",
                "kind": "APA",
                "agency": agency,
                "title": f"Agreement of {name}",
                "signed_on": _AGREED,
                "signed_by": head,
            }
        )
        return agency

    def _undated(self) -> None:
        """The ministers' and directors' own targets: a cascade each, and one that the money of the agency arrives."""
        for row in [*self.rows["agencies"]]:
            if row["kind"] == "ministry":
                self._target(f"{row['id']}-C", row["id"], "cascade", weight=80)
                self._target(f"{row['id']}-P", row["id"], "releases", weight=20)
            elif row["kind"] == "department" and row["part_of"]:
                self._target(f"{row['id']}-C", row["id"], "cascade", weight=100, supports=f"{row['part_of']}-C")
        self._target("BUDGET-P", "BUDGET", "releases", weight=100)

    def _target(self, name: str, agency: object, measure: str, **cells: object) -> None:
        row = {"id": name, "agency": agency, "title": f"Target {name}", "measure": measure}
        self.rows["targets"].append(row | {"agreement": f"APA-{agency}"} | cells)

    def _money(self) -> None:
        for line in range(self.size // 20):
            name, agency = f"L{line:05}", self.chance.choice(self.divisions)
            amount = self.chance.randint(1, 40) * 300_000
            self.rows["budget_lines"].append({"id": name, "agency": agency, "title": f"Line {name}", "amount": amount})
            releaser = self.chance.choice(("BUDGET", agency.rsplit("-", 1)[0], agency.split("-")[0], "DONOR"))
            for tranche, planned in enumerate(sorted(self.chance.sample(range(10, 330), 3))):
                release = _Thing(f"R{line:05}-{tranche + 1}", releaser, "release", planned, planned)
                self.things.append(release)
                self.rows["releases"].append(
                    {
                        "id": release.id,
                        "budget_line": name,
                        "released_by": releaser,
                        "planned_on": _day(planned),
                        "amount": amount // 3,
                        "title": f"Tranche {tranche + 1} of {name}",
                    }
                )
                release.late = int(self.chance.expovariate(1 / 30)) if self.chance.random() < 0.25 else 0
                release.done = self.chance.random() < 0.97
                if release.done:
                    self._payment(name, planned + release.late, amount // 3, release.id)

    def _payment(self, line: str, day: int, amount: int, release: str) -> None:
        halves = (
            [(day, amount)] if self.chance.random() < 0.8 else [(day - 3, amount // 2), (day, amount - amount // 2)]
        )
        for number, (paid, part) in enumerate(halves):
            if STARTS + timedelta(days=paid) <= AS_OF:
                cells = {"budget_line": line, "paid_on": _day(paid), "amount": part, "reference": f"{release}/{number}"}
                self.rows["payments"].append(cells | {"release": release if self.chance.random() < 0.5 else ""})

    def _works(self) -> None:
        left = self.size - len(self.rows["targets"]) - len(self.rows["releases"])
        for number in range(left):
            agency, finish = self.chance.choice(self.divisions), self.chance.randint(20, _LENGTH)
            start = max(0, finish - self.chance.randint(20, 200))
            kind = self.chance.choices(("milestone", "date", "quantity"), (25, 45, 30))[0]
            thing = _Thing(f"W{number:05}", agency, kind, start, finish)
            self.things.append(thing)
            span = {"planned_start": _day(start), "planned_finish": _day(finish)}
            if kind == "milestone":
                cells = {"id": thing.id, "agency": agency, "kind": "clearance", "title": f"Clearance {thing.id}"}
                self.rows["milestones"].append(cells | span)
            else:
                more = {"unit": "km", "target": 100, "better": "higher"} if kind == "quantity" else {}
                above = f"{agency.rsplit('-', 1)[0]}-C" if self.chance.random() < 0.5 else ""
                self._target(thing.id, agency, kind, supports=above, **span, **more)

    def _requirements(self) -> None:
        """What a thing requires was planned to be done before it, mostly by the same ministry."""
        order = sorted(self.things, key=lambda each: (each.finish, each.id))
        earlier: list[_Thing] = []
        near: dict[str, list[_Thing]] = {}
        for thing in order:
            home = near.setdefault(thing.agency.split("-")[0], [])
            if thing.kind != "release" and earlier:
                for _ in range(self.chance.choices((0, 1, 2, 3), (6, 2, 1.5, 0.7))[0]):
                    pool = home if home and self.chance.random() < 0.7 else earlier
                    self._require(thing, pool[-self.chance.randint(1, min(120, len(pool)))])
            earlier.append(thing)
            home.append(thing)

    def _require(self, thing: _Thing, needed: _Thing) -> None:
        if needed.rank >= _DEEPEST or any(needed is each for each, _, _ in thing.needs):
            return
        lag = self.chance.choice((0, 0, 0, 5, 10))
        by = needed.finish + self.chance.randint(0, 20) if self.chance.random() < 0.6 else None
        if by is not None and by > thing.finish:
            by = thing.finish
        thing.needs.append((needed, lag, needed.finish + lag if by is None else max(by, needed.finish + lag)))
        thing.rank = max(thing.rank, needed.rank + 1)
        self.rows["requirements"].append(
            {
                "deliverable": thing.id,
                "requires": needed.id,
                "needed_by": "" if by is None else _day(by),
                "lag_days": lag or "",
                "agreed_on": _AGREED if self.chance.random() < 0.85 else "",
                "if_not_met": "",
            }
        )

    def _happen(self) -> None:
        """Who came late, and what everybody reported until the day of the assessment."""
        today = (AS_OF - STARTS).days
        for thing in sorted(self.things, key=lambda each: (each.finish, each.id)):
            if thing.kind == "release":
                continue
            pushed = max((g.finish + g.late + lag - needed for g, lag, needed in thing.needs), default=0)
            own = int(self.chance.expovariate(1 / 25)) if self.chance.random() < 0.15 else 0
            won = int(pushed * self.chance.choice((0.0, 0.0, 0.3, 0.6))) if pushed > 0 else 0
            thing.late = max(0, own, pushed - won)
            thing.done = thing.finish + thing.late <= today and self.chance.random() < 0.97
            self._report(thing, today)

    def _report(self, thing: _Thing, today: int) -> None:
        finish = thing.finish + thing.late
        if self.chance.random() < 0.35 and thing.start <= today:
            self._progress(thing, thing.start, started_on=_day(thing.start), status="on track")
        middle = (thing.start + finish) // 2
        if thing.kind == "quantity":
            for part, day in ((30, middle - 5), (60, middle + 10))[: self.chance.randint(0, 2)]:
                if thing.start < day < min(today, finish):
                    self._progress(thing, day, achieved=part)
        elif self.chance.random() < 0.15 and thing.start < middle < min(today, finish):
            self._progress(thing, middle, status="delayed" if thing.late else "on track", note="Report of the quarter")
        if thing.done:
            full: dict[str, object] = {"achieved": 100} if thing.kind == "quantity" else {}
            self._progress(thing, finish, finished_on=_day(finish), status="done", **full)
        elif thing.finish <= today:
            forecast = (
                {"forecast_finish": _day(today + self.chance.randint(5, 60))} if self.chance.random() < 0.5 else {}
            )
            self._progress(thing, today, status="delayed", cause=self.chance.choice(_CAUSES), **forecast)

    def _progress(self, thing: _Thing, day: int, **cells: object) -> None:
        self.rows["progress"].append({"deliverable": thing.id, "as_of": _day(day)} | cells)
