"""How does each post stand? Its agency's scores, or those of the targets assigned to it (questions.md 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers import sentences
from graph_schema.answers.people.facts import Assigned, People, Post, read_people
from graph_schema.answers.people.holders import read_parts
from graph_schema.answers.people.rows import HolderPart, Mode, PostRow, Posts, TierPoints
from graph_schema.answers.people.tenures import UNDISCLOSED
from graph_schema.answers.travel import Seed, Web
from graph_schema.answers.under import Under, read_under
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Score:
    """How a post stands; official and adjusted are none together, and `why` says why."""

    mode: Mode
    official: float | None
    adjusted: float | None
    scored_by: str = ""
    targets: tuple[str, ...] = ()
    why: str = ""

    @property
    def change(self) -> float | None:
        """Adjusted − official."""
        return None if self.official is None or self.adjusted is None else self.adjusted - self.official


def posts(graph: Readable, plan_year: str | None = None) -> Posts:
    """Answer for the posts of a plan year (none: the latest); some ten round trips.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    people = read_people(graph, plan_year)
    scores = read_scores(graph, people)
    caused = caused_by_post(read_parts(graph, people))
    lost = lost_by(people)
    rows = [post_row(post, scores[post.id], people, caused.get(post.id, ()), lost) for post in people.posts.values()]
    rows.sort(key=lambda r: (r.tier == 0, r.tier, r.agency.id, not r.heads, r.post))
    return Posts(people.plan_year, tuple(rows), _text(rows, people), people.status)


def lost_by(people: People) -> dict[str, float]:
    """Points × weight that each agreement lost, by its agency."""
    return {a.agency: a.lost * (a.weight or 1.0) for a in people.agreements}


def read_scores(graph: Readable, people: People) -> dict[str, Score]:
    """Score every post of the year; three round trips."""
    assigned = read_assigned(graph, people)
    active = {p.id: assigned[p.id] for p in people.posts.values() if p.id in assigned and not p.heads}
    scored = [t.id for targets in active.values() if measured(targets) for t in targets if t.raw < 100]  # noqa: PLR2004
    under, web = read_under(graph, scored, people.plan_year.id)
    return {
        post.id: _activity(post, active[post.id], under, web) if post.id in active else _unit(post, people)
        for post in people.posts.values()
    }


def read_assigned(graph: Readable, people: People) -> dict[str, list[Assigned]]:
    """Read the targets of the year by the post that they are assigned to; one round trip."""
    out: dict[str, list[Assigned]] = {}
    for target in graph.read("read/assigned", Assigned, plan_year=people.plan_year.id):
        out.setdefault(target.post, []).append(target)
    return out


def measured(targets: Sequence[Assigned]) -> bool:
    """Whether any weight of assigned targets is due."""
    return any(t.due and weight > 0 for t, weight in zip(targets, weights(targets), strict=True))


def weights(targets: Sequence[Assigned]) -> list[float]:
    """What each assigned target weighs: its weight in its agreement; where no target has one, all the same."""
    return [t.weight for t in targets] if any(t.weight for t in targets) else [1.0] * len(targets)


def caused_by_post(parts: Sequence[HolderPart]) -> dict[str, tuple[TierPoints, ...]]:
    """Sum points by the post that heads their owner, over all its holders and its vacant days."""
    sums: dict[str, dict[int, float]] = {}
    for part in parts:
        tiers = sums.setdefault(part.post, {})
        tiers[part.tier] = tiers.get(part.tier, 0.0) + part.points
    return {post: tier_points(tiers) for post, tiers in sums.items()}


def tier_points(tiers: Mapping[int, float]) -> tuple[TierPoints, ...]:
    """List points by tier, those that are any."""
    return tuple(TierPoints(tier, points) for tier, points in sorted(tiers.items()) if points)


def _unit(post: Post, people: People) -> Score:
    unit = people.unit_of(post)
    if unit is None:
        covered = {a.agency for a in people.agreements} & {*post.path, post.agency}
        why = "nothing of its agreement is due" if covered else "no agreement, and none above"
        return Score("unit", None, None, why=why)
    return Score("unit", unit.official, unit.adjusted, unit.agency)


def _activity(post: Post, targets: Sequence[Assigned], under: Mapping[str, Under], web: Web) -> Score:
    ids = tuple(t.id for t in targets)
    if not measured(targets):
        return Score("activity", None, None, targets=ids, why="none of its own targets with a weight is due")
    weighed = weights(targets)
    whole = sum(weighed)
    lost = sum(w * (100 - t.raw) for w, t in zip(weighed, targets, strict=True))
    seeds = [Seed(t.id, lost=w * (100 - t.raw)) for w, t in zip(weighed, targets, strict=True) if w * (100 - t.raw)]
    stayed = web.travel(*seeds).stayed
    began = sum(
        points for thing, points in stayed.items() if post.agency in (under[thing].path or [under[thing].agency])
    )
    return Score("activity", 100 - lost / whole, 100 - began / whole, targets=ids)


def post_row(
    post: Post, score: Score, people: People, caused: tuple[TierPoints, ...], lost: Mapping[str, float]
) -> PostRow:
    """Make the row of a post; `lost`: points × weight that each agreement lost, by its agency."""
    stretches = people.tenures.stretches(post.id, people.first - 1, people.last)
    undisclosed = sum(s.days for s in stretches if any(h.standing == UNDISCLOSED for h in s.holders))
    return PostRow(
        post=post.id,
        title=post.title,
        agency=post.party,
        kind=post.kind or "",
        tier=len(post.path),
        heads=post.heads,
        mode=score.mode,
        official=score.official,
        adjusted=score.adjusted,
        change=score.change,
        scored_by=score.scored_by,
        targets=score.targets,
        why=score.why,
        days=people.last - people.first + 1,
        vacant_days=int(sum(s.days for s in stretches if not s.holders)),
        undisclosed_days=int(undisclosed),
        caused=caused,
        bore=lost.get(post.agency) if post.heads else None,
    )


def _text(rows: Sequence[PostRow], people: People) -> str:
    if not rows:
        return f"No sheet up to {people.plan_year.id} lists a post."
    scored = [r for r in rows if r.official is not None]
    one = f"{len(rows):,} posts" if len(rows) != 1 else "1 post"
    out = f"{one}: {len(scored):,} with a score, {sum(r.mode == 'activity' for r in rows):,} by targets of their own."
    moved = max(scored, key=lambda r: (abs(r.change or 0.0), r.post), default=None)
    if moved is not None and round(abs(moved.change or 0.0), 1) > 0:
        up = (moved.change or 0.0) > 0
        way = "stands higher" if up else "stands lower"
        points = sentences.amount(round(abs(moved.change or 0.0), 1), "points")
        out += f" {people.posts[moved.post].called} {way} by {points} once each point stands where it began."
    empty = sum(r.days > 0 and r.vacant_days == r.days for r in rows)
    if empty:
        out += f" {empty:,} stood vacant all the time." if empty != 1 else " 1 stood vacant all the time."
    return out
