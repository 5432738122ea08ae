"""Posts, officials, recognition, walks and coverage in a terminal: the sentence first, then the tables."""

from collections.abc import Sequence

from graph_schema.answers import sentences
from graph_schema.answers.coverage import Coverage, Gap, TierCoverage
from graph_schema.answers.people.recognition import Difference, Group, Recognition
from graph_schema.answers.people.rows import HolderRow, Officials, PostCard, PostRow, Posts, TierPoints
from graph_schema.answers.rounding import rounded
from graph_schema.answers.walk import Walk, WalkStep
from loaders.cli.show import console, draw, foot, one, row, say, signed, table

_ROWS = 60
"""Rows of one table; all of them with --json."""

_GAPS = 20


def show_posts(found: Posts) -> None:
    """Print how posts stand."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    heads = ("post", "title", ">official", ">adjusted", ">change", "")
    for tier in sorted({r.tier for r in found.rows}, key=lambda t: (t == 0, t)):
        title, made = (f"Tier {tier}" if tier else "Not in the tree of this year"), table(*heads)
        rows = [r for r in found.rows if r.tier == tier]
        for each in rows[:_ROWS]:
            row(made, _post(each), "bold" if each.heads else "")
        draw(out, title, made)
        more(len(rows) - _ROWS)
    if found.rows:
        say(
            out,
            "A post has the score of its agency, unless targets are assigned to it and it does not head one.",
            "dim",
        )
    out.print()
    foot(out, found.status)


def show_post(found: PostCard) -> None:
    """Print one post: who held it when, and the targets assigned to it."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.headline, "bold")
    say(out, found.text)
    made = table("held by", "when", ">days", ">official", ">adjusted", ">caused")
    for each in found.tenures:
        who = named(each.name, each.official_id) if each.official_id else each.standing
        when = ", ".join(f"{first} to {last}" for first, last in each.periods)
        caused = _points(each.caused, found.row.tier)
        row(made, [who, when, str(each.days), one(each.official), one(each.adjusted), one(caused) if caused else ""])
    if found.tenures:
        draw(out, "Who held it", made)
        say(out, "Scores of a holder are over all posts held in the year, by days.", "dim")
    made = table("target", ">weight", ">score")
    for target in found.targets:
        row(made, [f"{target.title} [{target.thing}]", f"{target.weight:g} %", one(target.raw) if target.due else ""])
    if found.targets:
        draw(out, "Targets assigned to it", made)
    out.print()
    foot(out, found.status)


def _post(each: PostRow) -> list[str]:
    remarks = "; ".join(each.remarks(each.scored_by))
    return [each.post, each.title if each.title != each.post else "", *_scores(each), remarks]


def show_officials(found: Officials, tier: int) -> None:
    """Print how those who held posts stand, and what their time caused and bore at one tier."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    who = "official" if found.persons else "who"
    made = table(who, ">days", ">official", ">adjusted", ">caused", ">bore", "")
    rows = [r for r in found.rows if r.posts or r.caused or r.bore]
    caused, bore = (rounded([_points(p, tier) for p in sums]) for sums in _sums(rows))
    for each, c, b in list(zip(rows, caused, bore, strict=True))[:_ROWS]:
        numbers = (one(each.official), one(each.adjusted), one(c) if c else "", one(b) if b else "")
        row(made, [_who(each), str(each.days), *numbers, _note(each)])
    if rows:
        row(made, ["all", "", "", "", one(sum(caused)), one(sum(bore)), ""], "bold")
        draw(out, f"Caused and bore: points of tier {tier}", made)
        more(len(rows) - _ROWS)
        text = (
            "Caused: points that lie on days of holding the post that heads where they began. Bore: a part, by days, "
        )
        say(out, f"{text}of what the agreement of the agency so headed lost.", "dim")
    if not found.persons and rows:
        say(out, "Posts, not persons; names with --persons.", "dim")
    out.print()
    foot(out, found.status)


def _sums(rows: Sequence[HolderRow]) -> tuple[list[tuple[TierPoints, ...]], list[tuple[TierPoints, ...]]]:
    return [r.caused for r in rows], [r.bore for r in rows]


def _who(each: HolderRow) -> str:
    if each.official_id:
        return named(each.name, each.official_id)
    return sentences.joined([p.post for p in each.posts]) or each.label.partition(", ")[0]


def _note(each: HolderRow) -> str:
    if each.standing == "official":
        return "" if each.official is not None else "no score"
    return each.label.rpartition(", ")[2]


def show_recognition(found: Recognition) -> None:
    """Print comparable posts in order, what quotas allow, and who stands where others put him."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    for group in found.groups:
        title, made = (
            _group(group),
            table("", "post", "title", ">official", ">adjusted", ">place", "rating", "adjusted"),
        )
        for each in group.rows[:_ROWS]:
            numbers = (one(each.official), one(each.adjusted), str(each.place_adjusted))
            row(
                made,
                [f"{each.place}.", each.post, each.title, *numbers, _short(each.rating), _short(each.rating_adjusted)],
            )
        draw(out, title, made)
        more(len(group.rows) - _ROWS)
        say(out, "; ".join(f"{q.rating}: {q.places} of {len(group.rows)}" for q in group.quotas) + _least(group), "dim")
    for title, rows in (
        ("Looks bad for what others did", found.looks_bad),
        ("Looks good by what others bore", found.looks_good),
    ):
        if rows:
            out.print()
            say(out, title, "bold")
            for each in rows[:_ROWS]:
                _difference(each)
            more(len(rows) - _ROWS)
    if found.unranked:
        posts = "1 post has" if found.unranked == 1 else f"{found.unranked:,} posts have"
        out.print()
        say(out, f"{posts} no score of their own, and no place.", "dim")
    out.print()
    foot(out, found.status)


def _short(rating: str) -> str:
    """Write a rating for a table: the quotas below it say it in full."""
    return rating.partition(" ")[0] if rating.startswith("Exceeding") else rating


def _group(group: Group) -> str:
    who = "heads" if group.heads else "posts with targets of their own"
    return f"Tier {group.tier}, {group.kind or 'kind not said'}: {who}"


def _least(group: Group) -> str:
    return f"; the end of the list: {group.least_places}" if group.least_places else ""


def _difference(each: Difference) -> None:
    out = console()
    say(out, each.text)
    for sign, reasons in (("−", each.for_others), ("+", each.by_it)):
        for reason in reasons:
            what = "lost, began with" if sign == "−" else "lost by others, began with"
            points = sentences.amount(round(reason.points, 1), "points")
            say(out, f"  {points} {what} “{reason.title}” ({reason.thing}), {reason.agency.name}", "dim")


def show_walk(found: Walk) -> None:
    """Print a walk down, indented, and its sums by tier."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    if found.steps:
        made = table("", "post", ">weight", ">score", ">points", ">began", ">late")
        for step in found.steps[:_ROWS]:
            row(made, _step(step))
        draw(out, "From the top down", made)
        more(len(found.steps) - _ROWS)
    for tier in found.tiers:
        if tier.parts:
            made = table("agency", ">points")
            for part in tier.parts:
                row(made, [named(part.agency.name, part.agency.id), one(part.shown)])
            row(made, ["all", one(tier.points)], "bold")
            draw(out, f"By agency of tier {tier.tier}", made)
    _gaps(found.gaps)
    out.print()
    foot(out, found.status)


def _step(step: WalkStep) -> list[str]:
    weight = one(step.weight) if step.weight is not None else ""
    if step.support_share is not None:
        weight = f"×{step.support_share:g}"
    late = one(step.delay_days) if step.delay_days else ""
    name = f"{'  ' * step.depth}{named(step.title, step.thing)}{' (above)' if step.again else ''}"
    score = one(step.raw) if step.due and step.raw is not None else "not due" if step.raw is not None else ""
    began = one(step.began_shown) if step.began and not step.again else ""
    return [name, step.post or step.agency.id, weight, score, one(step.points), began, late]


def show_coverage(found: Coverage) -> None:
    """Print how far agreements reach."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    show_tiers(found.tiers)
    _gaps(found.gaps)


def show_tiers(tiers: Sequence[TierCoverage]) -> None:
    """Print how far agreements reach, tier by tier."""
    if tiers:
        made = table("tier", ">agencies", ">agreements", ">with targets")
        for tier in tiers:
            row(made, [str(tier.tier), f"{tier.agencies:,}", f"{tier.agreements:,}", f"{tier.in_use:,}"])
        draw(console(), "Agreements by tier", made)


def _gaps(gaps: Sequence[Gap]) -> None:
    if not gaps:
        return
    made = table("", "what", "tier", "")
    for gap in gaps[:_GAPS]:
        row(made, [gap.kind, named(gap.title, gap.id), str(gap.tier), gap.text])
    draw(console(), "What no agreement reaches", made)
    more(len(gaps) - _GAPS)


def named(title: str, known_as: str) -> str:
    """Write a title with its id."""
    return known_as if title in ("", known_as) else f"{title} ({known_as})"


def _scores(each: PostRow) -> list[str]:
    return [one(each.official), one(each.adjusted), signed(each.change)]


def _points(parts: Sequence[TierPoints], tier: int) -> float:
    return sum(p.points for p in parts if p.tier == tier)


def more(count: int) -> None:
    """Say how many rows are left out."""
    if count > 0:
        say(console(), f"and {count:,} more with --json.", "dim")
