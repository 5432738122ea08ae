"""Who delayed this, in a terminal: the sentence first, then where it began, the chain, and what it rests on."""

from rich.console import Console

from graph_schema.answers import sentences
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.things import Step
from loaders.cli.show import clipped, console, draw, foot, one, row, say, table

_STEPS = 30
_EVIDENCE = 20


def show_verdict(verdict: Verdict) -> None:
    """Print a verdict for people."""
    out = console()
    say(out, verdict.headline, "bold")
    say(out, verdict.text)
    for note in verdict.notes:
        say(out, note)
    if verdict.cost:
        say(out, verdict.cost.text)
    if verdict.unsigned:
        say(out, verdict.unsigned.text)
    for account in verdict.accounts:
        if account.unit != "points" or account is verdict.account:
            _roots(out, account)
            _direct(out, account)
    if verdict.cost and verdict.account is not verdict.cost.account:
        _cost(out, verdict.cost.account)
    _chain(out, verdict)
    _unsigned(out, verdict)
    _said(out, verdict)
    _evidence(out, verdict)
    out.print()
    foot(out, verdict.status)


def _roots(out: Console, account: Account) -> None:
    whole = sentences.amount(account.shown, account.unit_name)
    points = account.unit != "points" and any(o.points is not None for o in account.origins)
    title, made = f"Where the {whole} began", table("agency", "head post", "what happened", f">{account.unit_name}")
    if points:
        made.add_column("points", justify="right")
    for origin in account.origins:
        extra = [one(origin.points_shown)] if points else []
        row(made, [origin.agency.name, origin.post or "not in the plan", "", one(origin.shown), *extra], "bold")
        for root in origin.roots:
            extra = [one(root.points_shown)] if points else []
            row(made, ["", "", f"{root.words} ({root.thing})", one(root.shown), *extra])
    row(made, ["total", "", "", one(account.shown), *([""] if points else [])], "bold")
    draw(out, title, made)


def _direct(out: Console, account: Account) -> None:
    title, made = "Direct causes", table("deliverable", "id", "agency", f">{account.unit_name}")
    for cause in account.direct:
        name = f"{cause.title}, itself" if cause.itself else cause.title
        row(made, [name, cause.thing, cause.agency.name, one(cause.shown)])
    draw(out, title, made)


def _cost(out: Console, account: Account) -> None:
    title, made = "What it cost, by where it began", table("agency", ">points")
    for origin in account.origins:
        row(made, [origin.agency.name, one(origin.shown)])
    row(made, ["total", one(account.shown)], "bold")
    draw(out, title, made)


def _chain(out: Console, verdict: Verdict) -> None:
    titles = {t.id: t.title for t in verdict.chain.things}
    layers = {t.id: t.layer for t in verdict.chain.things}
    steps = sorted(
        verdict.chain.steps, key=lambda s: (layers[s.affected] > 0, -layers[s.affected], s.role == "in time")
    )
    if not steps:
        return
    heads = ("cause", "affected", "needed by", "usable", ">late", ">carried", "of it")
    title, made = "How it travelled, nearest first", table(*heads)
    for step in steps[:_STEPS]:
        first = step.carried[0] if step.carried else None
        carried = sentences.amount(first.shown, first.unit) if first else _nothing(step)
        needed, usable = sentences.short_day(step.needed_by), sentences.short_day(step.usable)
        late = one(step.late_days) if step.needed_by else ""
        began = (
            ", ".join(f"{one(b.amount)} {clipped(b.agency.name)}" for b in first.bands[:3]) if first else step.why_not
        )
        row(made, [titles[step.cause], titles[step.affected], needed, usable, late, carried, began])
    draw(out, title, made)
    left = len(steps) - _STEPS
    if left > 0 or verdict.chain.hidden:
        say(out, f"and {max(0, left) + verdict.chain.hidden} more with less (the steps with --json).", "dim")


def _nothing(step: Step) -> str:
    if step.relation in ("supports", "counts in"):
        return "next" if step.role == "next" else "nothing lost"
    if step.role == "next":
        if step.units and not step.days:
            return f"{one(step.units)} units next"
        return sentences.amount(round(step.days, 1), "days") + " next"
    return "does not count" if step.why_not else "in time"


def _unsigned(out: Console, verdict: Verdict) -> None:
    if verdict.unsigned is None:
        return
    title, made = (
        "Requirements that do not count",
        table("deliverable", "agency", "agreed on", "needed by", "came", ">late"),
    )
    for each in verdict.unsigned.rows:
        agreed = sentences.short_day(each.agreed_on) or "never"
        days = (sentences.short_day(each.needed_by), sentences.short_day(each.came))
        row(made, [each.title, each.agency.name, agreed, *days, one(each.late_days)])
    draw(out, title, made)


def _said(out: Console, verdict: Verdict) -> None:
    told = [t for t in verdict.chain.things if t.said and t.role in ("focus", "cause")]
    if not told:
        return
    title, made = (
        "What the owners said last",
        table("deliverable", "day", "status", "cause", "note", "evidence", "source"),
    )
    for thing in sorted(told, key=lambda t: (t.role != "focus", -t.began, t.id))[:_EVIDENCE]:
        said = thing.said
        if said:
            words = [said.status, said.cause, said.note, said.evidence, f"{said.source} ({said.by})"]
            row(made, [thing.title, sentences.short_day(said.as_of), *words])
    draw(out, title, made)


def _evidence(out: Console, verdict: Verdict) -> None:
    if not verdict.evidence:
        return
    title, made = "What this rests on", table("day", "what is known", "source")
    for each in verdict.evidence[:_EVIDENCE]:
        row(made, [sentences.short_day(each.day), each.text, f"{each.source}"])
    draw(out, title, made)
    if len(verdict.evidence) > _EVIDENCE:
        say(out, f"and {len(verdict.evidence) - _EVIDENCE} more rows with --json.", "dim")
