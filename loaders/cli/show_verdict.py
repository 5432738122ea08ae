"""Who delayed this, in a terminal: the sentence first, then where it began, the chain, and what it rests on.

Every table is one column of words, which wraps, and one or two of numbers, so that it is read at 80 columns as well.
"""

from rich.console import Console
from rich.table import Table

from graph_schema.answers import rounding, sentences
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.things import Step, Thing
from loaders.cli.show import clipped, console, day, draw, entry, foot, one, say, table

_STEPS = 30
_EVIDENCE = 20
_BANDS = 3


def show_verdict(verdict: Verdict) -> None:
    """Print a verdict for people."""
    out = console()
    say(out, verdict.headline, "bold")
    say(out, verdict.text)
    for note in verdict.notes:
        say(out, note)
    for said in verdict.beside:
        say(out, said)
    if verdict.cost:
        say(out, verdict.cost.text)
    if verdict.unsigned and verdict.unsigned.text not in verdict.notes:
        say(out, verdict.unsigned.text)
    for account in verdict.accounts:
        if account.unit != "points" or account is verdict.account:
            _roots(out, verdict, account)
    _cost(out, verdict)
    for account in verdict.accounts[:1]:
        _direct(out, account)
    _chain(out, verdict)
    _unsigned(out, verdict)
    _said(out, verdict)
    _evidence(out, verdict)
    out.print()
    foot(out, verdict.status)


def _roots(out: Console, verdict: Verdict, account: Account) -> None:
    whole = sentences.amount(account.shown, account.unit_name)
    points = account.unit != "points" and any(o.points is not None for o in account.origins)
    made = table("agency, and what happened", f">{account.unit_name}", *([">points"] if points else []))
    for origin in account.origins:
        extra = [one(origin.points_shown)] if points else []
        head = f" ({clipped(origin.post)})" if origin.post else ""
        entry(made, f"{clipped(origin.agency.name)}{head}", one(origin.shown), *extra, style="bold")
        for root in origin.roots:
            extra = [one(root.points_shown)] if points else []
            entry(made, f"{clipped(root.words)} [{root.thing}]", one(root.shown), *extra, under=True)
    cost = [one(verdict.cost.account.shown if verdict.cost else None)] if points else []
    entry(made, "total", one(account.shown), *cost, style="bold")
    draw(out, f"Where the {whole} began", made)


def _direct(out: Console, account: Account) -> None:
    made = table("deliverable, and whose it is", f">{account.unit_name}")
    for cause in account.direct:
        itself = ", itself" if cause.itself else ""
        entry(made, f"{clipped(cause.title)}{itself} [{cause.thing}], {clipped(cause.agency.name)}", one(cause.shown))
    entry(made, "total", one(account.shown), style="bold")
    draw(out, "Direct causes", made)


def _cost(out: Console, verdict: Verdict) -> None:
    """What it cost, where no table of the accounts holds its points."""
    cost = verdict.cost
    beside = any(origin.points is not None for account in verdict.accounts[:-1] for origin in account.origins)
    if cost is None or beside or verdict.account is cost.account:
        return
    made = table("agency", ">points")
    for origin in cost.account.origins:
        entry(made, clipped(origin.agency.name), one(origin.shown))
    entry(made, "total", one(cost.account.shown), style="bold")
    draw(out, "What it cost, by where it began", made)


def _chain(out: Console, verdict: Verdict) -> None:
    things = {t.id: t for t in verdict.chain.things}
    steps = sorted(
        (s for s in verdict.chain.steps if s.role != "next"),
        key=lambda s: (-things[s.affected].layer, s.role != "cause", s.role == "in time"),
    )
    if steps:
        unit = [f">{verdict.account.unit_name}"] if verdict.account else []
        made = table("what came, and what waited for it", *unit)
        for step in steps[:_STEPS]:
            _step(made, step, verdict, things)
        draw(out, "How it travelled, nearest first" if verdict.account else "What it waited for", made)
        left = max(0, len(steps) - _STEPS) + verdict.chain.hidden
        if left:
            say(out, f"and {left} more with less (the steps with --json).", "dim")
    after = [s for s in verdict.chain.steps if s.role == "next"]
    if after:
        made = table("deliverable, and whose it is", ">days")
        for step in after:
            to = things[step.affected]
            text = f"{clipped(to.title)} [{to.id}], {clipped(to.agency.name)}{_after(step, to)}"
            entry(made, text, one(step.days) if step.days else "")
        draw(out, "What waited for it, or is measured by it", made)


def _after(step: Step, to: Thing) -> str:
    if step.relation == "supports":
        return ": it supports this"
    if step.relation == "counts in":
        return ": it counts in this"
    return (
        f": {sentences.amount(rounding.one(step.units), to.unit or 'units')} short"
        if step.units and not step.days
        else ""
    )


def _step(made: Table, step: Step, verdict: Verdict, things: dict[str, Thing]) -> None:
    """A step in two or three lines: what came to what, when, and where its part began."""
    carried = step.of(verdict.main) if verdict.main else None
    number = [one(carried.shown) if carried else "–"] if verdict.account else []
    entry(made, f"{clipped(things[step.cause].title)} → {clipped(things[step.affected].title)}", *number)
    if when := _when(step, things[step.cause]):
        entry(made, when, style="dim", under=True)
    if carried and (bands := [b for b in carried.bands if b.shown]):
        began = [f"in {sentences.named(clipped(b.agency.name))} {one(b.shown)}" for b in bands[:_BANDS]]
        if rest := sum(b.shown for b in bands[_BANDS:]):
            more = len(bands) - _BANDS
            began.append(f"in {'one other' if more == 1 else f'{more} others'} {one(rest)}")
        entry(made, f"began {', '.join(began)}", style="dim", under=True)


def _when(step: Step, cause: Thing) -> str:
    if step.relation == "supports":
        return "" if step.carried else "nothing was lost by it"
    came = ("came" if cause.verb == "there" else cause.verb) if cause.finished else "expected"
    if step.relation == "counts in":
        return f"due {day(step.promised)}, {came} {day(step.came)}"
    if step.needed_by is None:
        return step.why_not
    said = [f"needed by {day(step.needed_by)}", f"{came} {day(step.came)}"]
    if step.usable != step.came:
        said.append(f"usable {day(step.usable)}")
    promised = step.late_from if step.late_from != step.needed_by else None
    late = f"{sentences.amount(step.late_days, 'days')} late" + (
        f" from {day(promised)}, as promised" if promised else ""
    )
    said.append(late if step.late_days else "in time")
    return ", ".join(said) + (f". {step.why_not}" if step.why_not else "")


def _unsigned(out: Console, verdict: Verdict) -> None:
    if verdict.unsigned is None:
        return
    made = table("deliverable, and whose it is", ">days late")
    for each in verdict.unsigned.rows:
        entry(made, f"{clipped(each.title)} [{each.cause}], {clipped(each.agency.name)}", one(each.late_days))
        agreed = f"agreed {day(each.agreed_on)}, too late" if each.agreed_on else "never agreed"
        came = f"{'came' if each.finished else 'expected'} {day(each.came)}" if each.came else "no day known"
        entry(made, f"needed by {day(each.needed_by)}, {came}; {agreed}", style="dim", under=True)
    draw(out, "Requirements that do not count", made)


def _said(out: Console, verdict: Verdict) -> None:
    told = [t for t in verdict.chain.things if t.said and t.role in ("focus", "cause")]
    if not told:
        return
    made = table("deliverable, and what was said")
    for thing in sorted(told, key=lambda t: (t.role != "focus", -t.began, t.id))[:_EVIDENCE]:
        if said := thing.said:
            cause = f"cause: {said.cause}" if said.cause else ""
            note = f"“{said.note}”" if said.note else ""
            words = ", ".join(part for part in (said.status, cause, note, said.evidence) if part)
            by = "verified" if said.by == "verified" else "their own report"
            entry(made, f"{clipped(thing.title)}, {day(said.as_of)}")
            entry(made, f"{clipped(words)} ({said.source}; {by})", style="dim", under=True)
    draw(out, "What the owners said last", made)


def _evidence(out: Console, verdict: Verdict) -> None:
    if not verdict.evidence:
        return
    made = table("day", "what is known, and where it is written")
    for each in verdict.evidence[:_EVIDENCE]:
        entry(made, day(each.day), f"{clipped(each.text)} ({each.source})")
    draw(out, "What this rests on", made)
    if len(verdict.evidence) > _EVIDENCE:
        say(out, f"and {len(verdict.evidence) - _EVIDENCE} more rows with --json.", "dim")
