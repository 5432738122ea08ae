"""What annual targets bring to a five-year plan, and what sectors came to, from the sheets alone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .budget import Budget, budget, lines_of, money_rows, spent
from .cells import Row, day, maybe, money, must, plan_folders, rows
from .plan import Release, Target
from .reference import assess, tier_charges, tiers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from .plan import Years
    from .reference import Assessment

YEAR = Fraction(1461, 4)
NOTHING = Fraction(0)


def latest(folder: Path, sheet: str) -> dict[str, Row]:
    """Return the rows of a sheet that is carried across years: the latest of each id."""
    places = sorted(plan_folders(folder), key=lambda each: [row["starts"] for row in rows(each, "plan")])
    return {row["id"]: row for place in places for row in rows(place, sheet)}


def first_rows(folder: Path, sheet: str) -> dict[str, Row]:
    """Return the rows of a sheet as the first plan year that names each id wrote them."""
    found: dict[str, Row] = {}
    for place in sorted(plan_folders(folder), key=lambda each: [row["starts"] for row in rows(each, "plan")]):
        for row in rows(place, sheet):
            found.setdefault(row["id"], row)
    return found


def promises(folder: Path, years: Years, as_of: str, plan: str) -> dict[str, dict[str, Any]]:
    """Return every promise of a five-year plan and how far it is at the end of a day."""
    found, last = assess(years, as_of), date.fromisoformat(as_of).toordinal()
    whole = latest(folder, "five_year_plans")[plan]
    annual = first_rows(folder, "targets")
    answers: dict[str, dict[str, Any]] = {}
    for each, row in latest(folder, "plan_targets").items():
        if row["five_year_plan"] != plan:
            continue
        own = [name for name, target in annual.items() if target.get("contributes_to") == each]
        starts, due = must(day(whole, "starts")), day(row, "due") or must(day(whole, "ends"))
        base, target = maybe(row, "baseline") or NOTHING, Fraction(row["target"])
        answers[each] = {
            **far(base, target, (starts, due, last), [facts(name, annual[name], found, last) for name in own]),
            **money_of(folder, years, own, last),
        }
    return answers


def facts(name: str, row: Row, found: Assessment, last: int) -> dict[str, Any]:
    """Return what an annual target promises and brings: its contribution once finished, else what it achieved."""
    target = found.years.deliverables[name]
    if not isinstance(target, Target):
        raise TypeError(name)
    fixed = maybe(row, "contribution")
    counts = target.measure == "quantity"
    came: Fraction | None = None
    if fixed is not None:
        known = found.dates.known.get(name)
        came = fixed if known and known.finished else None
    elif counts:
        for report in found.years.reports.get(name, ()):
            if report.as_of <= min(last, target.year.ends) and report.achieved is not None:
                came = report.achieved
    promised = fixed if fixed is not None else target.target if counts else None
    level = (promised, target.baseline) if fixed is None else None
    return {"year": target.year, "promised": promised, "came": came, "level": level}


def far(
    base: Fraction, target: Fraction, days: tuple[int, int, int], annual: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return how far one promise is; `days`: the plan's start, when it is due, the day of the assessment."""
    starts, due, last = days
    falls = target < base
    level = falls or any(
        value is not None and base and base <= value <= target and (own is not None or base + value > target)
        for value, own in (each["level"] for each in annual if each["level"])
    )
    begun = sorted({each["year"] for each in annual if each["year"].starts <= last}, key=lambda year: year.starts)
    sums = {
        year: [each["came"] for each in annual if each["year"] is year and each["came"] is not None] for year in begun
    }
    known = any(sums.values())
    reached, at = base, max(starts - 1, min(last, due))
    if level:
        at = starts - 1
        for year in begun:
            value, over = sum(sums[year]), year.ends <= last
            further = value < reached if falls else value > reached
            if sums[year] and (over or further):
                reached, at = value, year.ends if over else last
    else:
        reached += sum(sum(came) for came in sums.values())
    left = max(NOTHING, reached - target if falls else target - reached)
    gone, ahead = (at - starts + 1) / YEAR, (due - at) / YEAR
    pace = (reached - base) / gone if known and gone > 0 else None
    projected = None if pace is None else reached + pace * max(NOTHING, ahead)
    told = [each for each in annual if each["year"] in begun and each["promised"] is not None]
    promised, came = sum(each["promised"] for each in told), sum(each["came"] or 0 for each in told)
    return {
        "counts": "level" if level else "adds up",
        "reached": reached,
        "share": 100 * (reached - base) / (target - base) if target != base else None,
        "left": left,
        "left_a_year": left / ahead if left and ahead > 0 else None,
        "pace": pace,
        "projected": projected,
        "planned_share": 100 * came / promised if promised else None,
        "standing": standing(
            annual, known=known, left=left, over=last >= due, near=near(target, projected, falls=falls)
        ),
    }


def near(target: Fraction, projected: Fraction | None, *, falls: bool) -> bool:
    """Tell whether the pace so far is enough."""
    return projected is not None and (projected <= target if falls else projected >= target)


def standing(annual: Sequence[object], *, known: bool, left: Fraction, over: bool, near: bool) -> str:
    """Return the word for a promise."""
    if not annual:
        return "nothing contributes"
    if not known:
        return "missed" if over else "nothing reported"
    if not left:
        return "reached"
    if over:
        return "missed"
    return "within reach" if near else "out of reach"


def money_of(folder: Path, years: Years, targets: Sequence[str], last: int) -> dict[str, Any]:
    """Return budget and spending of the lines with a release that one of the targets requires."""
    needed = {years.deliverables[gives] for needs, gives in years.book.needs if needs in targets}
    lines = {release.line for release in needed if isinstance(release, Release)}
    places = [place for place in plan_folders(folder) if rows(place, "plan")]
    known = {each: row for place in places for each, row in lines_of(place).items() if each in lines}
    given = [money(row) for row in known.values() if row.get("amount")]
    some = budget(folder, years, date.fromordinal(last).isoformat(), years.years[0].id)
    reports = [spent(some, each) for each in known]
    return {
        "budget": Fraction(sum(given), 100) if given else None,
        "spent": Fraction(sum(sum(each.values()) for each in reports), 100) if any(reports) else None,
    }


def years_of_causes(years: Years, as_of: str, plan_year: str, tier: int) -> dict[str, Fraction]:
    """Return the points that a plan year lost at a tier, by the year of the deliverable where they began."""
    found = assess(years, as_of)
    year = years.year(plan_year)
    began: defaultdict[str, Fraction] = defaultdict(Fraction)
    if tier in tiers(year, found):
        for each, points in tier_charges(year, tier, found).items():
            thing = found.years.deliverables.get(each)
            began[thing.year.id if thing else ""] += points
    return {key: points for key, points in began.items() if points}


def sector_rows(folder: Path, years: Years, as_of: str, plan_year: str) -> dict[str, dict[str, Any]]:
    """Return what targets of each sector came to, all but cascades, and the sector's money."""
    found, known = assess(years, as_of), budget(folder, years, as_of, plan_year)
    own = {each: row.get("sector", "") for each, row in first_rows(folder, "targets").items()}
    table: defaultdict[str, list[Target]] = defaultdict(list)
    for target in found.years.targets():
        if target.year is known.year and target.measure != "cascade":
            table[own[target.id] or known.sectors.get(target.owner, "")].append(target)
    money = money_rows(known, "sector")
    return {
        sector: {**results(table[sector], found, own), **amounts(known, money.get(sector, {}))}
        for sector in (*table, *(each for each in money if each not in table))
    }


def results(targets: Sequence[Target], found: Assessment, own: Mapping[str, str]) -> dict[str, Any]:
    """Return counts of targets, and the mean score of those that are due."""
    due = [target for target in targets if found.scores[target.id].due]
    scores = [found.scores[target.id].raw for target in due]
    return {
        "targets": len(targets),
        "inherited": sum(not own[target.id] for target in targets),
        "due": len(due),
        "kept": sum(found.scores[target.id].raw >= target.raw(target.planned_value) for target in due),
        "late": sum(target.dated and found.dates.known[target.id].delay > 0 for target in due),
        "short": sum(target.id in found.units and found.units[target.id].whole > 0 for target in due),
        "score": sum(scores, NOTHING) / len(scores) if scores else None,
    }


def amounts(_: Budget, sums: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return the amounts of a sector's lines and releases in units of money."""
    came = sums.get("on_time", NOTHING) + sums.get("late", NOTHING)
    return {"promised": sums.get("promised", NOTHING) / 100, "released": came / 100}
