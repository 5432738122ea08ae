"""How does each official stand? Scores of posts weighted by days held, and what that time caused and bore."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph_schema.answers import sentences
from graph_schema.answers.people.facts import People, read_people
from graph_schema.answers.people.holders import read_parts, standing_of
from graph_schema.answers.people.posts import Score, read_scores, tier_points
from graph_schema.answers.people.rows import HeldPost, HolderPart, HolderRow, Officials, Standing
from graph_schema.answers.people.tenures import VACANT, Holder
from graph_schema.graph import Readable

_ORDER: Mapping[Standing, int] = {"official": 0, "undisclosed": 1, "vacant": 2, "no head post": 3, "outside": 4}
_Key = tuple[Standing, str]
"""Whose row: how it stands, and the id of the official, post, agency or cause."""


@dataclass(slots=True)
class _Row:
    held: dict[str, float] = field(default_factory=dict[str, float])
    caused: dict[int, float] = field(default_factory=dict[int, float])
    bore: dict[int, float] = field(default_factory=dict[int, float])


@dataclass(frozen=True, slots=True)
class Mean:
    """The scores of somebody over the days in posts that have one; none at 0 days."""

    days: int
    official: float | None
    adjusted: float | None


def officials(graph: Readable, plan_year: str | None = None, *, persons: bool = False) -> Officials:
    """Answer for who held posts in a plan year (none: the latest); without `persons` rows name posts alone.

    Some ten round trips. Raises NotAssessedError, UnknownPlanYearError.
    """
    people = read_people(graph, plan_year)
    scores = read_scores(graph, people)
    table: dict[_Key, _Row] = {("official", official): _Row() for official in people.officials}
    for post in people.posts:
        for holder, days in held_days(people, post).items():
            table.setdefault(_key(holder, post), _Row()).held[post] = days
    for part in read_parts(graph, people):
        _add(table.setdefault(_part_key(part), _Row()).caused, part.tier, part.points)
    for key, tier, points in _borne(people):
        _add(table.setdefault(key, _Row()).bore, tier, points)
    means = official_means(people, scores)
    made = [_made(key, row, people, scores, means, persons=persons) for key, row in table.items()]
    made.sort(key=lambda r: (_ORDER[r.standing], [p.post for p in r.posts], r.label, r.official_id))
    tiers = tuple(sorted({a.tier for a in people.agreements}))
    return Officials(people.plan_year, persons, tiers, tuple(made), _text(made, people), people.status)


def held_days(people: People, post: str) -> dict[Holder, float]:
    """Count the days of the year up to the assessment that each held the post, and those that nobody did (VACANT)."""
    out: dict[Holder, float] = {}
    for stretch in people.tenures.stretches(post, people.first - 1, people.last):
        for holder in stretch.holders or (Holder(VACANT),):
            out[holder] = out.get(holder, 0.0) + stretch.days
    return out


def official_means(people: People, scores: Mapping[str, Score]) -> dict[str, Mean]:
    """Weigh the scores of each official's posts by days; a day in several posts with a score is shared between them."""
    spans: dict[str, list[tuple[float, float, Score]]] = {official: [] for official in people.officials}
    for post in people.posts:
        if scores[post].official is None:
            continue
        for stretch in people.tenures.stretches(post, people.first - 1, people.last):
            for holder in stretch.holders:
                if holder.official:
                    spans.setdefault(holder.official, []).append((stretch.after, stretch.until, scores[post]))
    return {official: _mean(held) for official, held in spans.items()}


def _mean(held: Sequence[tuple[float, float, Score]]) -> Mean:
    edges = sorted({edge for after, until, _ in held for edge in (after, until)})
    days = official = adjusted = 0.0
    for after, until in pairwise(edges):
        at_once = [score for a, u, score in held if a <= after and u >= until]
        if at_once:
            days += until - after
            official += (until - after) * sum(s.official or 0.0 for s in at_once) / len(at_once)
            adjusted += (until - after) * sum(s.adjusted or 0.0 for s in at_once) / len(at_once)
    return Mean(int(days), official / days, adjusted / days) if days else Mean(0, None, None)


def _borne(people: People) -> Iterable[tuple[_Key, int, float]]:
    """Divide what each agreement lost over the holders of its agency's head post, by days of the year so far."""
    for agreement in people.agreements:
        lost = agreement.lost * (agreement.weight or 1.0)
        post = people.heads.get(agreement.agency)
        if lost and post is None:
            yield ("no head post", agreement.agency), agreement.tier, lost
        elif lost and post is not None:
            last = max(people.first, people.last)
            for holder, share in people.tenures.shares(post, people.first - 1, last, last).items():
                yield _key(holder, post), agreement.tier, lost * share


def _key(holder: Holder, post: str) -> _Key:
    return standing_of(holder), holder.official or post


def _part_key(part: HolderPart) -> _Key:
    return part.standing, part.official or part.post or part.agency


def _add(into: dict[int, float], tier: int, points: float) -> None:
    into[tier] = into.get(tier, 0.0) + points


def _made(
    key: _Key, row: _Row, people: People, scores: Mapping[str, Score], means: Mapping[str, Mean], *, persons: bool
) -> HolderRow:
    standing, name = key
    held = tuple(
        HeldPost(
            post,
            people.posts[post].title,
            people.posts[post].party,
            int(days),
            scores[post].official,
            scores[post].adjusted,
        )
        for post, days in sorted(row.held.items())
    )
    if standing == "official":
        mean = means[name]
    else:
        days = sum(h.days for h in held if h.official is not None)
        mean = Mean(days, held[0].official, held[0].adjusted) if days else Mean(0, None, None)
    scored = mean.official is not None and mean.adjusted is not None
    known = people.officials.get(name) if standing == "official" and persons else None
    return HolderRow(
        standing=standing,
        label=_label(key, held),
        official_id=known.id if known else "",
        name=known.name if known else "",
        posts=held,
        days=mean.days,
        official=mean.official,
        adjusted=mean.adjusted,
        change=mean.adjusted - mean.official if mean.adjusted is not None and mean.official is not None else None,
        why="" if scored else _why(standing, held),
        caused=tier_points(row.caused),
        bore=tier_points(row.bore),
    )


def _label(key: _Key, held: Sequence[HeldPost]) -> str:
    standing, name = key
    match standing:
        case "official":
            return f"holder of {sentences.joined([h.post for h in held])}" if held else "held no post"
        case "undisclosed":
            return f"holder of {name}, not disclosed"
        case "vacant":
            return f"{name}, vacant"
        case "no head post":
            return f"{name}, no head post"
        case "outside":
            return f"{name}, a cause outside"


def _why(standing: Standing, held: Sequence[HeldPost]) -> str:
    if standing in ("no head post", "outside"):
        return "no post answers"
    return "no post that was held has a score" if held else "held no post in these days"


def _text(rows: Sequence[HolderRow], people: People) -> str:
    if not people.posts:
        return f"No sheet up to {people.plan_year.id} lists a post."
    known = [r for r in rows if r.standing == "official" and r.posts]
    if people.last < people.first:
        return f"The assessment is of a day before {people.plan_year.id} begins: nobody has held a post in it yet."
    if not known and not any(r.standing == "undisclosed" for r in rows):
        return "No tenure is in the plan: every post counts as vacant."
    scored = sum(r.official is not None for r in known)
    holders = "1 official" if len(known) == 1 else f"{len(known):,} officials"
    out = f"{holders} held posts, {scored:,} of them one with a score."
    vacant = sum(1 for r in rows if r.standing == "vacant")
    hidden = sum(1 for r in rows if r.standing == "undisclosed")
    if vacant:
        out += f" {vacant:,} {'posts were' if vacant != 1 else 'post was'} vacant for some days."
    if hidden:
        out += f" {hidden:,} {'posts had' if hidden != 1 else 'post had'} a holder who is not disclosed."
    return out
