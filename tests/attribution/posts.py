"""Scores of posts and officials (section 7 of the questions)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .causes import NOTHING
from .holders import holding
from .reference import tier_charges, tiers
from .scores import FULL

if TYPE_CHECKING:
    from .people import Post
    from .plan import PlanYear, Target
    from .reference import Assessment

Pair = tuple[Fraction, Fraction]
"""An official and an adjusted score."""


@dataclass(frozen=True)
class PostScore:
    """What is said of a post: its mode, its scores (none: nothing to score), its vacant days in the year up to T."""

    mode: str
    scores: Pair | None
    vacant_days: int


@dataclass(frozen=True)
class OfficialScore:
    """What is said of an official: the scores (none: no day in a post with a score), and those days."""

    scores: Pair | None
    days: int


def post_scores(year: PlanYear, found: Assessment) -> dict[str, PostScore]:
    """Return the scores of the posts that the sheets know up to a plan year."""
    units = agency_scores(year, found)
    days = range(year.starts, min(year.ends, found.dates.as_of) + 1)
    done: dict[str, PostScore] = {}
    for post in found.years.people.posts[year.id]:
        mine = [target for target in found.years.targets() if target.post == post.id and target.year is year]
        unit = post.heads or not mine
        scores = unit_score(post, year, units) if unit else activity_score(post, year, mine, found)
        tenures = [tenure for tenure in found.years.people.tenures if tenure.post == post.id]
        vacant = sum(1 for day in days if not holding(tenures, day))
        done[post.id] = PostScore("unit" if unit else "activity", scores, vacant)
    return done


def agency_scores(year: PlanYear, found: Assessment) -> dict[str, Pair]:
    """Return the official and adjusted scores of the agencies with a measured agreement."""
    done: dict[str, Pair] = {}
    for tier, agreements in tiers(year, found).items():
        rows = found.by_row(tier_charges(year, tier, found), year.tree, tier)
        for each in agreements:
            if each.measured:
                charged = rows.get(each.agreement.agency, NOTHING)
                done[each.agreement.agency] = each.official, 100 - charged / each.agreement.weight
    return done


def unit_score(post: Post, year: PlanYear, units: dict[str, Pair]) -> Pair | None:
    """Return the scores of the post's agency, or of the nearest agency above that has some."""
    path = reversed(year.tree.path(post.agency))
    return next((units[agency] for agency in path if agency in units), None)


def activity_score(post: Post, year: PlanYear, targets: list[Target], found: Assessment) -> Pair | None:
    """Return the weighted scores of the targets assigned to a post; none where none of their weight is due."""
    equal = not any(target.weight for target in targets)
    weights = {target.id: Fraction(1) if equal else target.weight for target in targets}
    if not any(found.scores[each].due and weight for each, weight in weights.items()):
        return None
    lost = stays = NOTHING
    for each, weight in weights.items():
        missing = FULL - found.scores[each].raw
        lost += weight * missing
        for agency, points in found.by_owner(found.ways.charged({each: missing})).items():
            if post.agency in year.tree.path(agency):
                stays += weight * points
    whole = sum(weights.values(), NOTHING)
    return FULL - lost / whole, FULL - stays / whole


def official_scores(year: PlanYear, found: Assessment) -> dict[str, OfficialScore]:
    """Return the scores of all officials: the mean over their days in posts with a score, several on a day shared."""
    posts = post_scores(year, found)
    people = found.years.people
    per_day: defaultdict[str, list[Pair]] = defaultdict(list)
    for day in range(year.starts, min(year.ends, found.dates.as_of) + 1):
        held: defaultdict[str, dict[str, Pair]] = defaultdict(dict)
        for tenure in people.tenures:
            post = posts.get(tenure.post)
            if post is not None and post.scores is not None and tenure.holds(day):
                held[tenure.official][tenure.post] = post.scores
        for official, scores in held.items():
            per_day[official].append(mean(list(scores.values())))
    return {
        official: OfficialScore(mean(per_day[official]) if per_day[official] else None, len(per_day[official]))
        for official in people.officials
    }


def mean(scores: list[Pair]) -> Pair:
    """Return the mean of official and adjusted scores."""
    official = sum((one for one, _ in scores), NOTHING) / len(scores)
    return official, sum((two for _, two in scores), NOTHING) / len(scores)
