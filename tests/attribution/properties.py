"""Properties that any report of a plan has, and the choices for a plan's mutations.

`years` tells the plan and `answers` is a report of one plan year (section 8): of the reference, or of the product.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from .plan import Release, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .plan import Deliverable, Years

Answers = dict[str, Any]
Shares = dict[tuple[str, str, str], float]
CAUSES = ("direct_causes_days", "direct_causes_units")
TOLERANCE = 1e-9


def broken_sums(years: Years, answers: Answers) -> list[str]:
    """Return, as sentences, every sum that does not conserve to 1e-9 of its total, and every share below 0."""
    return [*broken_deliverables(answers), *broken_tiers(years, answers)]


def broken_deliverables(answers: Answers) -> Iterator[str]:
    """Yield the deliverables whose days or units are not all explained, or explained by less than nothing."""
    for each, found in answers["deliverables"].items():
        sums = {
            "root days": ("delay_days", [found.get("root_causes_days", {})], 0.0),
            "days of agencies": ("delay_days", [found.get("agencies_days", {})], 0.0),
            "own and direct days": ("delay_days", [found.get("direct_causes_days", {})], found.get("own_days", 0.0)),
            "units of agencies": ("shortfall", [found.get("agencies_units", {})], 0.0),
            "own and direct units": ("shortfall", [found.get("direct_causes_units", {})], found.get("own_units", 0.0)),
        }
        for name, (whole, maps, own) in sums.items():
            parts = [own, *(part for each_map in maps for part in each_map.values())]
            if whole in found and not near(sum(parts), found[whole]):
                yield f"{each}: {name} sum to {sum(parts)}, not to {found[whole]}"
            if min(parts) < 0:
                yield f"{each}: {name} hold a share below 0"


def broken_tiers(years: Years, answers: Answers) -> Iterator[str]:
    """Yield the tiers where charged points are not the losses x weights of the tier's agreements."""
    lost: defaultdict[str, float] = defaultdict(float)
    for target in years.targets():
        if target.agreement is not None and target.agreement.year.id == answers["plan_year"]:
            weight = float(target.agreement.weight)
            lost[str(target.agreement.tier)] += answers["deliverables"][target.id]["loss"] * weight
    for tier, found in answers["tiers"].items():
        for name in ("charged_points", "charged_by_deliverable"):
            charged = found[name].values()
            if not near(sum(charged), lost[tier]):
                yield f"tier {tier}: {name} sum to {sum(charged)}, lost were {lost[tier]}"
            if any(points < 0 for points in charged):
                yield f"tier {tier}: {name} hold points below 0"


def near(one: float, other: float) -> bool:
    """Tell whether two numbers agree to 1e-9 of their size (at least 1)."""
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one), abs(other))


def direct_shares(years: Years, answers: Answers, agency: str) -> Shares:
    """Return (deliverable, column, owner) -> direct days or units of owners under another root than `agency`.

    Root as in the tree of the deliverable's plan year.
    """
    shares: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    for each, found in answers["deliverables"].items():
        tree = years.deliverables[each].year.tree
        for column in CAUSES:
            for cause, amount in found.get(column, {}).items():
                owner = years.deliverables[cause].owner
                if tree.path(owner)[0] != tree.path(agency)[0]:
                    shares[each, column, owner] += amount
    return dict(shares)


def moved_shares(before: Shares, after: Shares, deliverables: Mapping[str, Deliverable]) -> list[str]:
    """Return, as sentences, the direct shares that differ, for the deliverables that the first plan had."""
    return [
        f"{key}: {before.get(key, 0.0)} became {after.get(key, 0.0)}"
        for key in sorted(before.keys() | after.keys())
        if key[0] in deliverables and not near(before.get(key, 0.0), after.get(key, 0.0))
    ]


def late_causes(answers: Answers) -> list[str]:
    """Return the deliverables that are direct causes of something, those with most effects first."""
    effects: defaultdict[str, int] = defaultdict(int)
    for found in answers["deliverables"].values():
        for column in CAUSES:
            for cause in found.get(column, {}):
                effects[cause] += 1
    return sorted(effects, key=lambda cause: (-effects[cause], cause))


def to_split(years: Years, answers: Answers) -> list[str]:
    """Return the late records that can be cut in two: causes that are no releases."""
    return [each for each in late_causes(answers) if not isinstance(years.deliverables[each], Release)]


def to_move(years: Years, answers: Answers) -> list[tuple[str, str]]:
    """Return (late record, other agency of its own ministry in every year): those that can be registered elsewhere."""
    pairs: list[tuple[str, str]] = []
    for each in late_causes(answers):
        record = years.deliverables[each]
        if isinstance(record, Target) and record.agreement is not None:
            continue
        others = [
            agency
            for agency in record.year.tree.parent
            if agency != record.owner
            and all(year.tree.path(agency)[0] == year.tree.path(record.owner)[0] for year in years.years)
        ]
        pairs += [(each, agency) for agency in sorted(others)]
    return pairs


def settled(years: Years, answers: Mapping[str, Answers], as_of: str) -> set[str]:
    """Return the deliverables that are finished as of a day together with all their causes, causes of causes, ….

    `answers` holds the report of every plan year as of that day.
    """
    known = {each: found for year in answers.values() for each, found in year["deliverables"].items()}

    def finished(each: str) -> bool:
        return known[each]["finish"] <= as_of

    done: dict[str, bool] = {}

    def whole(each: str) -> bool:
        if each not in done:
            waits = [wait.gives.id for wait in years.requirements.get(each, ()) if wait.counts]
            done[each] = finished(each) and all(whole(cause) for cause in waits)
        return done[each]

    return {each for each, found in known.items() if "finish" in found and whole(each)}
