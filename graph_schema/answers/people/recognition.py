"""Whom to recognise: comparable posts in order, ratings that are rationed, and who stands where others put him."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from graph_schema import policy
from graph_schema.answers import sentences
from graph_schema.answers.people.facts import People, Post, read_people
from graph_schema.answers.people.posts import Score, read_assigned, read_scores, weights
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.answers.travel import Seed
from graph_schema.answers.under import read_under
from graph_schema.graph import Readable

_LISTED = 5
"""Deliverables that explain one difference, at most."""

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class _Moved:
    tier: int
    bearer: str
    row: str
    id: str
    title: str
    agency: str
    name: str
    points: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A post among comparable ones. Places count from 1; equal scores share one.

    `rating` and `rating_adjusted`: what the quota lets the post have by each order, '' for none.
    """

    post: str
    title: str
    agency: Party
    official: float
    adjusted: float
    change: float
    place: int
    place_adjusted: int
    rating: str
    rating_adjusted: str


@dataclass(frozen=True, slots=True)
class Quota:
    """A rating, the least score for it, and how many of the comparable posts may have it."""

    rating: str
    least: float
    percent: float
    places: int


@dataclass(frozen=True, slots=True)
class Group:
    """Comparable posts: of one tier and kind of agency, heads apart from posts with targets of their own.

    `least_places`: how many posts the scheme would put at the end of the list; nobody is named for it.
    """

    tier: int
    kind: str
    heads: bool
    quotas: tuple[Quota, ...]
    least_places: int
    rows: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A deliverable that explains a difference, with its owner, and points of the score that it moved (≥ 0)."""

    thing: str
    title: str
    agency: Party
    points: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A post whose adjusted score is another than its official one by the margin.

    change = from_others − to_others: points of its score that began elsewhere, and that others lost because of it.
    `for_others` and `by_it` list the largest of each.
    """

    post: str
    title: str
    agency: Party
    official: float
    adjusted: float
    change: float
    from_others: float
    to_others: float
    for_others: tuple[Reason, ...]
    by_it: tuple[Reason, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """Groups of comparable posts from the top tier down; who looks bad for what others did, and good by it."""

    plan_year: PlanYear
    margin: float
    groups: tuple[Group, ...]
    looks_bad: tuple[Difference, ...]
    looks_good: tuple[Difference, ...]
    unranked: int
    text: str
    status: Status


def recognition(graph: Readable, plan_year: str | None = None) -> Recognition:
    """Answer for a plan year (none: the latest); some dozen round trips. Raises as `posts`.

    A post that has neither an agency to head nor targets of its own shares its agency's score: it is not ranked.
    """
    people = read_people(graph, plan_year)
    scores = read_scores(graph, people)
    own = [post for post in people.posts.values() if _own(post, scores[post.id])]
    groups = tuple(_groups(own, scores))
    wide = [p for p in own if abs(scores[p.id].change or 0.0) >= policy.RECOGNITION_MARGIN]
    differences = _differences(graph, people, wide, scores)
    bad = sorted((d for d in differences if d.change > 0), key=lambda d: (-d.change, d.post))
    good = sorted((d for d in differences if d.change < 0), key=lambda d: (d.change, d.post))
    return Recognition(
        plan_year=people.plan_year,
        margin=policy.RECOGNITION_MARGIN,
        groups=groups,
        looks_bad=tuple(bad),
        looks_good=tuple(good),
        unranked=len(people.posts) - len(own),
        text=_text(people, groups, bad, good),
        status=people.status,
    )


def _own(post: Post, score: Score) -> bool:
    """Whether the score is the post's own: of the agency that it heads, or of targets assigned to it."""
    return score.official is not None and (score.mode == "activity" or (post.heads and score.scored_by == post.agency))


def _groups(own: Sequence[Post], scores: Mapping[str, Score]) -> Iterable[Group]:
    by_key: dict[tuple[int, str, bool], list[Post]] = {}
    for post in own:
        by_key.setdefault((len(post.path), post.kind or "", post.heads), []).append(post)
    for (tier, kind, heads), members in sorted(by_key.items(), key=lambda g: (g[0][0], not g[0][2], g[0][1])):
        table = policy.HEAD_RATINGS if heads else policy.STAFF_RATINGS
        quotas = tuple(Quota(n, least, percent, _places(percent, len(members))) for n, least, percent in table)
        official = {p.id: scores[p.id].official or 0.0 for p in members}
        adjusted = {p.id: scores[p.id].adjusted or 0.0 for p in members}
        rated, rated_adjusted = ratings(official, quotas), ratings(adjusted, quotas)
        order, order_adjusted = places(official), places(adjusted)
        rows = [
            Ranked(
                post=p.id,
                title=p.title,
                agency=p.party,
                official=official[p.id],
                adjusted=adjusted[p.id],
                change=adjusted[p.id] - official[p.id],
                place=order[p.id],
                place_adjusted=order_adjusted[p.id],
                rating=rated.get(p.id, ""),
                rating_adjusted=rated_adjusted.get(p.id, ""),
            )
            for p in members
        ]
        rows.sort(key=lambda r: (r.place, r.place_adjusted, r.post))
        yield Group(tier, kind, heads, quotas, _places(policy.LEAST_PERCENT[heads], len(members)), tuple(rows))


def places(scores: Mapping[str, float]) -> dict[str, int]:
    """Give each post its place in the order of scores, from 1; nearly equal scores (1e-9) share a place."""
    out: dict[str, int] = {}
    at, before = 0, 0.0
    for count, post in enumerate(sorted(scores, key=lambda p: (-scores[p], p)), 1):
        if not out or before - scores[post] > _DUST:
            at = count
        before = scores[post]
        out[post] = at
    return out


def ratings(scores: Mapping[str, float], quotas: Sequence[Quota]) -> dict[str, str]:
    """Give out ratings from the best down, as many as the quotas allow to those who reach the least score.

    Posts with equal scores get a rating together or not at all.
    """
    out: dict[str, str] = {}
    equals: dict[int, list[str]] = {}
    for post, at in places(scores).items():
        equals.setdefault(at, []).append(post)
    waiting = [equals[at] for at in sorted(equals)]
    for quota in quotas:
        left = quota.places
        while waiting and len(waiting[0]) <= left and scores[waiting[0][0]] >= quota.least - _DUST:
            left -= len(waiting[0])
            out |= dict.fromkeys(waiting.pop(0), quota.rating)
    return out


def _places(percent: float, posts: int) -> int:
    return floor(percent * posts / 100 + 0.5 + _DUST)


def _differences(
    graph: Readable, people: People, wide: Sequence[Post], scores: Mapping[str, Score]
) -> list[Difference]:
    units = sorted({p.agency for p in wide if scores[p.id].mode == "unit"})
    year = people.plan_year.id
    moved = graph.read("read/moved_between", _Moved, plan_year=year, agencies=units) if units else []
    active = {p.id: p for p in wide if scores[p.id].mode == "activity"}
    by_activity = _began_elsewhere(graph, people, active) if active else {}
    out = list[Difference]()
    for post in wide:
        if post.id in active:
            out.append(_difference(post, scores[post.id], by_activity[post.id], []))
            continue
        unit = people.units[post.agency]
        here = [m for m in moved if m.tier == unit.tier]
        lost = [_reason(m, unit.weight) for m in here if m.bearer == post.agency]
        gave = [_reason(m, unit.weight) for m in here if m.row == post.agency]
        out.append(_difference(post, scores[post.id], _joined(lost), _joined(gave)))
    return out


def _began_elsewhere(graph: Readable, people: People, active: Mapping[str, Post]) -> dict[str, list[Reason]]:
    """Of each post's own targets: what of their score began outside its agency, by deliverable."""
    out: dict[str, list[Reason]] = {}
    assigned = {post: targets for post, targets in read_assigned(graph, people).items() if post in active}
    under, web = read_under(graph, [t.id for targets in assigned.values() for t in targets], people.plan_year.id)
    for post, targets in assigned.items():
        weighed = weights(targets)
        whole = sum(weighed)
        seeds = [Seed(t.id, lost=w * (100 - t.raw)) for w, t in zip(weighed, targets, strict=True)]
        stayed = web.travel(*seeds).stayed
        outside = [k for k in stayed if active[post].agency not in (under[k].path or [under[k].agency])]
        out[post] = [Reason(k, under[k].title, under[k].party, stayed[k] / whole) for k in outside]
    return out


def _reason(moved: _Moved, weight: float) -> Reason:
    return Reason(moved.id, moved.title, Party(moved.agency, moved.name, external=False), moved.points / weight)


def _joined(reasons: Iterable[Reason]) -> list[Reason]:
    """One reason for each deliverable."""
    out: dict[str, Reason] = {}
    for r in reasons:
        points = r.points + (out[r.thing].points if r.thing in out else 0.0)
        out[r.thing] = Reason(r.thing, r.title, r.agency, points)
    return list(out.values())


def _difference(post: Post, score: Score, lost: Sequence[Reason], gave: Sequence[Reason]) -> Difference:
    change = score.change or 0.0
    main = sorted(lost if change > 0 else gave, key=lambda r: (-r.points, r.thing))
    points = sentences.amount(round(abs(change), 1), "points")
    first = f" Most with “{main[0].title}” of {sentences.named(main[0].agency.name)}." if main and change > 0 else ""
    first = f" Most with “{main[0].title}”." if main and change < 0 else first
    how = "stands lower for what began elsewhere" if change > 0 else "stands higher than what began here"
    return Difference(
        post=post.id,
        title=post.title,
        agency=post.party,
        official=score.official or 0.0,
        adjusted=score.adjusted or 0.0,
        change=change,
        from_others=sum(r.points for r in lost),
        to_others=sum(r.points for r in gave),
        for_others=tuple(sorted(lost, key=lambda r: (-r.points, r.thing))[:_LISTED]),
        by_it=tuple(sorted(gave, key=lambda r: (-r.points, r.thing))[:_LISTED]),
        text=f"{post.called} {how}: {points}.{first}",
    )


def _text(people: People, groups: Sequence[Group], bad: Sequence[Difference], good: Sequence[Difference]) -> str:
    if not people.posts:
        return f"No sheet up to {people.plan_year.id} lists a post."
    if not groups:
        return "No post has a score of its own yet, so there is nobody to compare."
    posts = sum(len(group.rows) for group in groups)
    compared = "1 post has" if posts == 1 else f"{posts:,} posts have"
    kinds = "1 group" if len(groups) == 1 else f"{len(groups):,} groups"
    out = f"{compared} a score of their own, in {kinds}."
    margin = sentences.amount(policy.RECOGNITION_MARGIN, "points")
    if not bad and not good:
        return f"{out} None stands {margin} or more from where its own part would put it."
    return f"{out} By {margin} or more, {len(bad):,} look bad for what others did, {len(good):,} look good by it."
