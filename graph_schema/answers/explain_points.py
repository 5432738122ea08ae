"""Why a support or a release that is counted took the part it did: its share in what was lost, step by step."""

from collections.abc import Mapping, Sequence

from graph_schema.answers import sentences
from graph_schema.answers.explain import line
from graph_schema.answers.facts import Fact, Link
from graph_schema.answers.rounding import one
from graph_schema.answers.things import Line, Thing

_LISTED = 6
"""Supports or releases that one explanation lists; the rest is one row."""


def support_lines(
    link: Link, rivals: Sequence[Link], affected: Thing, things: Mapping[str, Thing], facts: Mapping[str, Fact]
) -> list[Line]:
    """Explain a support of a cascade: share × (100 − its score) of each, their sum, and its part in percent.

    Each row is worked out from the numbers that stand in it, so that a reader can do it again.
    """
    mine = _support(link, facts)
    if not mine.amount:
        return [line(f"“{things[link.cause].title}” earned all of its 100, so it took nothing", rule="5")]
    others = [_support(r, facts) for r in rivals if r.cause != link.cause and _is(r, "SUPPORTS")]
    others = sorted((o for o in others if o.amount), key=lambda o: -(o.amount or 0.0))
    rows = [mine, *others[: _LISTED - 1]]
    exact = facts[link.affected].lost_below or sum(r.amount or 0.0 for r in (mine, *others))
    rest = exact - sum(r.amount or 0.0 for r in rows)
    if one(max(0.0, rest)) > 0:
        rows.append(line("Other supports together", rest, "", "fact", "5"))
    return [*rows, *_part(rows, exact, f"Together, lost below “{affected.title}”")]


def _part(rows: Sequence[Line], exact: float, together: str) -> list[Line]:
    """The sum of rows, the first of which is meant, and its part in percent; one row alone is all of it."""
    mine, total = rows[0], one(sum(r.shown or 0.0 for r in rows))
    if len(rows) == 1 or not total:
        return []
    shown = one(100 * (mine.shown or 0.0) / total)
    text = f"Its part: {mine.shown:,.1f} of {total:,.1f}"
    part = Line(text, 100 * (mine.amount or 0.0) / exact, shown, "%", "sum", "6")
    return [Line(together, exact, total, "", "sum", "5"), part]


def _support(link: Link, facts: Mapping[str, Fact]) -> Line:
    cause = facts[link.cause]
    share, raw = (link.promise.share if link.promise else None) or 1.0, 100.0 if cause.raw is None else cause.raw
    lacks = one(100 - raw)
    text = f"“{cause.title}”: share {share:g} × (100 − {100 - lacks:,.1f} earned)"
    return Line(text, share * (100 - raw), one(share * lacks), "", "fact", "5")


def _is(link: Link, kind: str) -> bool:
    return link.promise is not None and link.promise.type == kind


def release_lines(
    link: Link, rivals: Sequence[Link], affected: Thing, things: Mapping[str, Thing], facts: Mapping[str, Fact]
) -> list[Line]:
    """Explain a release that counts in a `releases` target: money not paid by its day, of all such money."""
    release, target = facts[link.cause], facts[link.affected]
    currency, missed = release.currency or "", release.missed or 0.0
    out = [
        line(
            f"{_money(currency, missed)} of {_money(currency, release.amount or missed)} had not been paid "
            f"by {sentences.on(things[link.cause].planned)}",
            rule="5",
        )
    ]
    if not target.missed:
        return out
    count = sum(1 for r in rivals if _is(r, "COUNTS_IN") and (facts[r.cause].missed or 0.0) > 0)
    of = f" ({count} releases)" if count > 1 else ""
    whole = _money(currency, target.missed)
    out.append(line(f"“{affected.title}” counts {whole} that had not been paid on time{of}", rule="5"))
    part = 100 * missed / target.missed
    return [*out, line(f"Its part: {_money(currency, missed)} of {whole}", part, "%", "sum", "6")]


def _money(currency: str, value: float) -> str:
    return f"{currency} {sentences.money(value)}".strip()
