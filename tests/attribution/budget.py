"""What a plan year's money did as of a day (questions, section 9), in whole minor units, from the sheets alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from .cells import Row, money, plan_folders, rows
from .in_force import in_force
from .influence import bearer_days
from .money import matched
from .plan import Milestone
from .reference import assess, summed, tier_charges, tiers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .plan import PlanYear, Release, Years
    from .reference import Points

Sums = defaultdict[str, Fraction]
NOTHING = Fraction(0)
SUMS = (
    *("releases", "lines", "withheld", "budget", "promised", "revised", "due", "due_on_time", "on_time", "late"),
    *("short", "outstanding", "amount_days", "beyond", "spent", "spent_of_budget", "points", "days"),
)
"""What is summed, whatever the rows are."""


@dataclass(frozen=True, eq=False)
class Budget:
    """The money of one plan year as of a day (ordinal): its lines by id, and all that the rule knows."""

    folder: Path
    years: Years
    now: Years
    year: PlanYear
    last: int
    lines: Mapping[str, Row]
    sectors: Mapping[str, str]
    came: Mapping[str, tuple[tuple[int, int], ...]]
    charged: Points = field(default_factory=dict[str, Fraction])
    days: Points = field(default_factory=dict[str, Fraction])

    def releases(self) -> list[Release]:
        """Return the releases of the year, in force."""
        return [each for each in self.now.releases() if each.year is self.year]


def budget(folder: Path, years: Years, as_of: str, plan_year: str, tier: int | None = None) -> Budget:
    """Read the lines of a plan year, match its payments up to the day, and charge its releases at one tier."""
    year, last = years.year(plan_year), date.fromisoformat(as_of).toordinal()
    now, place = in_force(years, last), place_of(folder, plan_year)
    came = matched(now.releases(), (each for each in years.payments if each.paid_on <= last))
    found = assess(years, as_of)
    if tier is None:
        return Budget(folder, years, now, year, last, lines_of(place), sectors_of(folder, year), came)
    days = summed(pair for each in tiers(year, found)[tier] for pair in bearer_days(each.agreement, found).items())
    charged = tier_charges(year, tier, found)
    return Budget(folder, years, now, year, last, lines_of(place), sectors_of(folder, year), came, charged, days)


def place_of(folder: Path, plan_year: str) -> Path:
    """Return the folder of a plan year."""
    return next(each for each in plan_folders(folder) if any(row["id"] == plan_year for row in rows(each, "plan")))


def lines_of(place: Path) -> dict[str, Row]:
    """Return the budget lines of a folder by id."""
    return {row["id"]: row for row in rows(place, "budget_lines")}


def sectors_of(folder: Path, year: PlanYear) -> dict[str, str]:
    """Return the sector of each agency in a year's tree: its own, or that of the nearest agency above."""
    own: dict[str, str] = {}
    for place in sorted(plan_folders(folder), key=lambda each: [row["starts"] for row in rows(each, "plan")]):
        for plan in rows(place, "plan"):
            if date.fromisoformat(plan["starts"]).toordinal() <= year.starts:
                own |= {row["id"]: row.get("sector", "") for row in rows(place, "agencies")}
    return {
        agency: next((own[each] for each in reversed(year.tree.path(agency)) if own.get(each)), "") for agency in own
    }


def money_rows(found: Budget, by: str) -> dict[str, Sums]:
    """Return the sums of every row of one grouping, by key; what a row has none of is 0."""
    table: defaultdict[str, Sums] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    for release in found.releases():
        row = table[key_of(found, by, release.line, release.owner, release.due_day)]
        for name, amount in release_sums(found, release).items():
            row[name] += amount
    for each, line in found.lines.items():
        row = table[key_of(found, by, each)]
        row["lines"] += 1
        row["withheld"] += not line.get("amount")
        row["budget"] += money(line) if line.get("amount") else 0
        for day, amount in beyond(found, each).items():
            table[key_of(found, by, each, day=day)]["beyond"] += amount
        for day, amount in spent(found, each).items():
            row = table[key_of(found, by, each, day=day)]
            row["spent"] += amount
            row["spent_of_budget"] += amount if line.get("amount") else 0
    return dict(table)


def key_of(found: Budget, by: str, line: str, owner: str = "", day: int | None = None) -> str:
    """Return the row that something of a line belongs to; empty where the plan names none."""
    row = found.lines[line]
    match by:
        case "line":
            return line
        case "source":
            return row.get("source", "")
        case "agency":
            return row["agency"]
        case "sector":
            return row.get("sector", "") or found.sectors.get(row["agency"], "")
        case "released-by":
            return owner
        case _:
            return date.fromordinal(day).isoformat()[:7] if day is not None else ""


def release_sums(found: Budget, release: Release) -> dict[str, Fraction]:
    """Return what one release adds: part x days after its planned day, what is short up to the day."""
    first = found.years.deliverables[release.id]
    on_time = sum(amount for day, amount in found.came[release.id] if day <= release.due_day)
    late = [(day - release.due_day, amount) for day, amount in found.came[release.id] if day > release.due_day]
    missing = release.amount - on_time - sum(amount for _, amount in late)
    due = release.due_day <= found.last
    waited = sum(after * amount for after, amount in late) + (missing * (found.last - release.due_day) if due else 0)
    return {
        "releases": Fraction(1),
        "promised": Fraction(getattr(first, "amount")),  # noqa: B009 - the first promise of a release is one
        "revised": Fraction(release.amount),
        "due": Fraction(release.amount if due else 0),
        "due_on_time": Fraction(on_time if due else 0),
        "on_time": Fraction(on_time),
        "late": Fraction(sum(amount for _, amount in late)),
        "short": Fraction(missing if due else 0),
        "outstanding": Fraction(0 if due else missing),
        "amount_days": Fraction(waited),
        "points": found.charged.get(release.id, NOTHING),
        "days": found.days.get(release.id, NOTHING),
    }


def beyond(found: Budget, line: str) -> dict[int, int]:
    """Return what was paid on a line and matched nothing, by day."""
    days: defaultdict[int, int] = defaultdict(int)
    for payment in found.years.payments:
        if payment.line == line and payment.paid_on <= found.last:
            days[payment.paid_on] += payment.amount
    for release in found.now.releases():
        if release.line == line:
            for day, amount in found.came[release.id]:
                days[day] -= amount
    return {day: amount for day, amount in days.items() if amount}


def spent(found: Budget, line: str) -> dict[int, int]:
    """Return what was spent of a line since the report before, by the day of the report."""
    totals: dict[int, int] = {}
    for place in plan_folders(found.folder):
        for row in rows(place, "spending"):
            day = date.fromisoformat(row["as_of"]).toordinal()
            if row["budget_line"] == line and day <= found.last:
                totals[day] = money(row)
    before = [0, *(totals[day] for day in sorted(totals))]
    return {day: totals[day] - before[number] for number, day in enumerate(sorted(totals))}


def outturn(found: Budget, by: str) -> tuple[Fraction | None, Fraction | None]:
    """Return PI-1.1 and PI-2.1 in percent over top agencies or sectors; none without what is divided by."""
    promised: defaultdict[str, Fraction] = defaultdict(Fraction)
    released: defaultdict[str, Fraction] = defaultdict(Fraction)
    for release in found.releases():
        line = found.lines[release.line]
        head = found.year.tree.path(line["agency"])[0] if by == "agency" else key_of(found, by, release.line)
        sums = release_sums(found, release)
        promised[head] += sums["promised"]
        released[head] += sums["on_time"] + sums["late"]
    whole, came = sum(promised.values(), NOTHING), sum(released.values(), NOTHING)
    if not whole:
        return None, None
    adjusted = {head: amount * came / whole for head, amount in promised.items()}
    varied = sum((abs(released[head] - amount) for head, amount in adjusted.items()), NOTHING)
    return 100 * came / whole, 100 * varied / came if came else None


def lead_times(found: Budget, as_of: str) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """Return (request, release) -> days from request to money, as planned and as it was; none where one is open."""
    known = assess(found.years, as_of).dates.known
    times: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    kinds = {row["id"]: row["kind"] for place in plan_folders(found.folder) for row in rows(place, "milestones")}
    for release in found.releases():
        for request in requests_of(found, release.id):
            if kinds[request].lower() != "request":
                continue
            asked, plan = known.get(request), found.now.deliverables[request]
            sent = asked.finish if asked and asked.finished else None
            paid = known[release.id].finish if known[release.id].finished else None
            planned = release.due_day - plan.due_day if plan.dated else None
            times[request, release.id] = (planned, paid - sent if paid is not None and sent is not None else None)
    return times


def requests_of(found: Budget, release: str) -> list[str]:
    """Return the milestones that a release requires, undated ones too."""
    return [
        gives
        for needs, gives in found.years.book.needs
        if needs == release and isinstance(found.years.deliverables[gives], Milestone)
    ]


def lost_as_promise(found: Budget, as_of: str, tier: int) -> Points:
    """Return the charged points of each release that targets of measure `releases` lost."""
    known = assess(found.years, as_of)
    seeds = known.losses(each.agreement for each in tiers(found.year, known)[tier])
    carried = known.ways.carried(seeds)
    return summed(
        (release, carried.get(target.id, NOTHING) * part * known.ways.reached[release].stays)
        for target in known.years.targets()
        if target.measure == "releases" and target.id in known.ways.own
        for release, part in known.ways.own[target.id].reaches.items()
    )
