"""How does one post stand? Its score, its targets, and who held it when (questions.md 7)."""

import difflib
from collections.abc import Sequence
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.facts import day_of
from graph_schema.answers.people.facts import People, read_people
from graph_schema.answers.people.holders import read_parts, standing_of
from graph_schema.answers.people.officials import Mean, official_means
from graph_schema.answers.people.posts import caused_by_post, lost_by, post_row, read_assigned, read_scores, tier_points
from graph_schema.answers.people.rows import AssignedTarget, HolderPart, PostCard, PostRow, TenureOf
from graph_schema.answers.people.tenures import VACANT, Holder
from graph_schema.answers.rounding import one
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownPostError


def post(graph: Readable, asked: str, plan_year: str | None = None, *, persons: bool = False) -> PostCard:
    """Answer for a post in a plan year (none: the latest); some dozen round trips. Persons are named where asked for.

    Raises NotAssessedError, UnknownPlanYearError, and UnknownPostError with the nearest id.
    """
    people = read_people(graph, plan_year)
    found = people.posts.get(asked)
    if found is None:
        near = difflib.get_close_matches(asked.upper(), people.posts, 1)
        raise UnknownPostError(asked, people.plan_year.id, near[0] if near else "")
    scores = read_scores(graph, people)
    parts = [part for part in read_parts(graph, people) if part.post == asked]
    row = post_row(found, scores[asked], people, caused_by_post(parts).get(asked, ()), lost_by(people))
    targets = read_assigned(graph, people).get(asked, ())
    tenures = _tenures(people, asked, parts, official_means(people, scores), persons=persons)
    return PostCard(
        plan_year=people.plan_year,
        persons=persons,
        row=row,
        targets=tuple(AssignedTarget(t.id, t.title, t.weight, t.raw, t.due) for t in targets),
        tenures=tenures,
        headline=_headline(row),
        text=_text(row, tenures),
        status=people.status,
    )


def _tenures(
    people: People, asked: str, parts: Sequence[HolderPart], means: dict[str, Mean], *, persons: bool
) -> tuple[TenureOf, ...]:
    periods: dict[Holder, list[tuple[float, float]]] = {}
    for stretch in people.tenures.stretches(asked, people.first - 1, people.last):
        for holder in stretch.holders or (Holder(VACANT),):
            periods.setdefault(holder, []).append((stretch.after, stretch.until))
    out = list[TenureOf]()
    for holder, spans in periods.items():
        caused: dict[int, float] = {}
        for part in parts:
            if (part.standing, part.official) == (standing_of(holder), holder.official):
                caused[part.tier] = caused.get(part.tier, 0.0) + part.points
        mean = means.get(holder.official, Mean(0, None, None))
        known = people.officials.get(holder.official) if persons else None
        out.append(
            TenureOf(
                standing=standing_of(holder),
                official_id=known.id if known else "",
                name=known.name if known else "",
                periods=tuple(_days(after, until) for after, until in _joined(spans)),
                days=int(sum(until - after for after, until in spans)),
                official=mean.official,
                adjusted=mean.adjusted,
                caused=tier_points(caused),
            )
        )
    return tuple(out)


def _joined(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans in order of time, those that touch as one."""
    out = list[tuple[float, float]]()
    for after, until in spans:
        if out and out[-1][1] == after:
            out[-1] = (out[-1][0], until)
        else:
            out.append((after, until))
    return out


def _days(after: float, until: float) -> tuple[date, date]:
    first, last = day_of(int(after) + 1), day_of(int(until))
    return first or date.min, last or date.min


def _headline(row: PostRow) -> str:
    if row.official is None or row.adjusted is None:
        return f"{row.title}: no score."
    return f"{row.title}: official {one(row.official):.1f}, adjusted {one(row.adjusted):.1f}."


def _text(row: PostRow, tenures: Sequence[TenureOf]) -> str:
    parts = [_whose(row)]
    if row.days <= 0:
        parts.append("The assessment is of a day before the year begins: nobody has held it in it yet.")
    elif row.vacant_days == row.days:
        parts.append("It stood vacant all the time.")
    else:
        holders = sum(t.standing == "official" for t in tenures)
        held = "One official held it" if holders == 1 else f"{holders:,} officials held it" if holders else ""
        hidden = "a holder is not disclosed" if row.undisclosed_days else ""
        vacant = f"it was vacant for {sentences.amount(row.vacant_days, 'days')}" if row.vacant_days else ""
        said = "; ".join(part for part in (held, hidden, vacant) if part)
        parts.append(f"{sentences.upper_first(said)} in the {row.days:,} days of the year so far.")
    return " ".join(parts)


def _whose(row: PostRow) -> str:
    if row.official is None:
        return f"It has no score: {row.why}."
    if row.mode == "activity":
        return "That is the score of the targets assigned to it alone."
    if row.scored_by == row.agency.id:
        return f"That is the score of {sentences.named(row.agency.name)}."
    return f"That is the score of {row.scored_by}, the nearest agency above with an agreement that is measured."
