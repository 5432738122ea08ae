"""The answers of the rule: `report` and `matrix` of plan folders, in exact fractions until the last step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .causes import NOTHING, Explained, Roots, at_roots, explained_days, explained_units, root_shares
from .dates import Dates, dates, ruled_by
from .in_force import in_force
from .points import Ways, ways
from .rulings import ruled
from .scores import Score, Signed, agreed, government, scores, signed
from .sheets import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .plan import Agreement, Deliverable, PlanYear, Target, Tree, Years

__all__ = ["Assessment", "assess", "load_plan", "report", "tier_charges", "tiers"]

Points = dict[str, Fraction]
IN_FORCE, UNRULED, FIRST_PROMISE = "in force", "unruled", "first promise"


@dataclass(frozen=True, eq=False)
class Assessment:
    """Everything the rule says as of one day, for all plan years together, exact."""

    dates: Dates
    days: Mapping[str, Explained]
    units: Mapping[str, Explained]
    roots: Roots
    scores: Mapping[str, Score]
    ways: Ways

    @property
    def years(self) -> Years:
        """The plan that was assessed."""
        return self.dates.years

    def root_days(self, each: str) -> Points:
        """Return the delay of a dated thing by the deliverables where it began."""
        return at_roots(each, self.days[each], self.roots)

    def root_units(self, each: str) -> Points:
        """Return the shortfall of a quantity target by the deliverables where it began."""
        return at_roots(each, self.units[each], self.roots)

    def owner(self, each: str) -> str:
        """Return who owns a deliverable; a cause outside is a row of its own."""
        deliverable = self.years.deliverables.get(each)
        return each if deliverable is None else deliverable.owner

    def by_owner(self, amounts: Mapping[str, Fraction]) -> Points:
        """Return amounts at deliverables, summed by their owners."""
        return summed((self.owner(each), amount) for each, amount in amounts.items())

    def by_row(self, amounts: Mapping[str, Fraction], tree: Tree, tier: int) -> Points:
        """Return amounts at deliverables, summed by the rows of a tier."""
        return summed((tree.row(owner, tier), amount) for owner, amount in self.by_owner(amounts).items())

    def losses(self, agreements: Iterable[Agreement]) -> Points:
        """Return the seeds of a backward sweep: loss x agreement weight of each target."""
        return {
            target.id: self.scores[target.id].loss * agreement.weight
            for agreement in agreements
            for target in agreed(agreement, self.years)
        }


@lru_cache(maxsize=12)
def assess(years: Years, as_of: str, view: str = "in force") -> Assessment:
    """Apply the whole rule as of a day (ISO), meant as its end.

    `view`: "in force" (the official one), "unruled" (the same before rulings), "first promise" (before revisions too).
    """
    last = date.fromisoformat(as_of).toordinal()
    found = dates(years if view == FIRST_PROMISE else in_force(years, last), last)
    days = {each.id: explained_days(each, found) for each in found.years.deliverables.values() if each.dated}
    units = {each.id: explained_units(each, found) for each in found.years.targets() if counts_units(each)}
    done = scores(found)
    rulings = ruled_by(years.disputes, last) if view == IN_FORCE else ()
    days = ruled(days, rulings, {ruling.id: ruling.days for ruling in rulings})
    units = ruled(units, rulings, {ruling.id: ruling.units for ruling in rulings})
    return Assessment(found, days, units, root_shares(days, found.order), done, ways(found, done, days, units))


def counts_units(each: Target) -> bool:
    """Tell whether it is a quantity target that somebody can measure."""
    return each.measure == "quantity" and each.dated


def summed(pairs: Iterable[tuple[str, Fraction]]) -> Points:
    """Return the sums by key, zeros left out."""
    sums: defaultdict[str, Fraction] = defaultdict(Fraction)
    for key, amount in pairs:
        sums[key] += amount
    return {key: amount for key, amount in sums.items() if amount}


def report(years: Years, as_of: str, plan_year: str) -> dict[str, Any]:
    """Return the answers of a plan year in the form of `report --json` (section 8), numbers as floats."""
    year, found = years.year(plan_year), assess(years, as_of)
    return {
        "as_of": as_of,
        "plan_year": plan_year,
        "deliverables": {
            each.id: deliverable_answers(each, found) for each in found.years.deliverables.values() if each.year is year
        },
        "tiers": {str(tier): tier_answers(year, tier, found) for tier in tiers(year, found)},
    }


def deliverable_answers(each: Deliverable, found: Assessment) -> dict[str, Any]:
    """Return what the report says of one deliverable."""
    score = found.scores.get(each.id)
    if score is None:
        known = found.dates.known.get(each.id)
        due = known is not None and (known.finished or each.due_day <= found.dates.as_of)
        score = Score(due, Fraction(100), NOTHING)
    answers: dict[str, Any] = {"due": score.due, "raw": float(score.raw), "loss": float(score.loss)}
    if score.achieved is not None:
        answers["achieved"] = float(score.achieved)
    if each.dated:
        days, roots = found.days[each.id], found.root_days(each.id)
        answers |= {
            "finish": date.fromordinal(found.dates.known[each.id].finish).isoformat(),
            "delay_days": float(days.whole),
            "own_days": float(days.own),
            "direct_causes_days": floats(days.causes),
            "root_causes_days": floats(roots),
            "agencies_days": floats(found.by_owner(roots)),
        }
    if each.id in found.units:
        units = found.units[each.id]
        answers |= {
            "shortfall": float(units.whole),
            "own_units": float(units.own),
            "direct_causes_units": floats(units.causes),
            "agencies_units": floats(found.by_owner(found.root_units(each.id))),
        }
    return answers


def floats(amounts: Mapping[str, Fraction]) -> dict[str, float]:
    """Return a map of causes or charges as floats, zeros left out."""
    return {key: float(amount) for key, amount in amounts.items() if amount}


def tiers(year: PlanYear, found: Assessment) -> dict[int, list[Signed]]:
    """Return the agreements of a plan year with their scores, by tier."""
    by_tier: defaultdict[int, list[Signed]] = defaultdict(list)
    for each in signed(year, found.years, found.scores):
        by_tier[each.agreement.tier].append(each)
    return dict(sorted(by_tier.items()))


def tier_charges(year: PlanYear, tier: int, found: Assessment) -> Points:
    """Return the charged points of a tier, by deliverable, exact (section 6)."""
    return found.ways.charged(found.losses(each.agreement for each in tiers(year, found)[tier]))


def tier_answers(year: PlanYear, tier: int, found: Assessment) -> dict[str, Any]:
    """Return what the report says of one tier."""
    agreements = tiers(year, found)[tier]
    charged = tier_charges(year, tier, found)
    rows = found.by_row(charged, year.tree, tier)
    score = government(agreements)
    return {
        "official": {each.agreement.agency: float(each.official) for each in agreements},
        "measured": {each.agreement.agency: float(each.measured) for each in agreements},
        "adjusted": {
            each.agreement.agency: float(100 - rows.get(each.agreement.agency, NOTHING) / each.agreement.weight)
            for each in agreements
        },
        "charged_points": floats(rows),
        "charged_by_deliverable": floats(charged),
        "government": None if score is None else float(score),
    }
