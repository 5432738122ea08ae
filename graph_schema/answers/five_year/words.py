"""Sentences about five-year plans: whether a promise, or the whole plan, is within reach."""

from collections.abc import Sequence

from graph_schema.answers import sentences
from graph_schema.answers.five_year.progress import Progressed, Promise
from graph_schema.answers.five_year.rows import PlanTargetRow
from graph_schema.answers.money.rows import MoneyRow
from graph_schema.answers.rounding import one

_FAR = ("reached", "within reach")


def target_text(title: str, unit: str, promise: Promise, made: Progressed) -> str:
    """Say how far one promise is, and what is left a year beside the pace so far."""
    if made.standing in ("nothing contributes", "nothing reported"):
        what = "no annual target contributes to it" if made.standing == "nothing contributes" else "nothing is reported"
        return f"{title}: {what} yet; {_amount(promise.target, unit)} are promised by {sentences.on(promise.due)}."
    reached = f"{_number(made.reached)} of {_amount(promise.target, unit)}"
    if made.standing == "reached":
        return f"{title}: reached, {reached}."
    if made.standing == "missed":
        return f"{title}: missed, {reached} on {sentences.on(promise.due)}."
    pace = f"{_number(abs(made.left_a_year or 0.0))} a year are left, the pace so far is {_number(abs(made.pace or 0))}"
    return f"{title}: {reached}; {pace}: {made.standing}{' at this pace' if made.standing != 'within reach' else ''}."


def plan_text(
    title: str,
    targets: Sequence[PlanTargetRow],
    time_share: float,
    share: float | None,
    money: MoneyRow | None,
    *,
    begun: bool,
) -> str:
    """Say whether a five-year plan is within reach."""
    if not targets:
        return f"{title} promises nothing: list its targets in plan_targets.csv."
    if not begun:
        stand = "stands" if len(targets) == 1 else "stand"
        return f"{title} has not begun: {_things(len(targets))} {stand} in it."
    known = [t for t in targets if t.standing not in ("nothing contributes", "nothing reported")]
    near = sum(t.standing in _FAR for t in known)
    if not known:
        return f"{title}: {_things(len(targets))}, and nothing is reported yet."
    whole = "within reach" if near == len(targets) else "not within reach as a whole"
    out = f"{title} is {whole}: {near} of {_things(len(targets))} reached or within reach at the pace so far."
    behind = [t for t in known if t.standing not in _FAR]
    if behind:
        worst = min(behind, key=lambda t: ((t.share or 0.0) / max(t.time_share, 1e-9), t.id))
        out += f" Furthest behind is “{worst.title}”: {_percent(worst.share)} of the way"
        out += f" after {_percent(worst.time_share)} of the time."
    if silent := len(targets) - len(known):
        out += (
            f" {silent} without any report or annual target." if silent > 1 else " 1 without report or annual target."
        )
    if share is not None:
        out += f" After {_percent(time_share)} of the time {_percent(share)} of the way is gone on average"
        if money is not None and money.spent_share is not None:
            out += f", and {_percent(money.spent_share)} of the budget of the years so far is spent"
        out += "."
    return out


def _things(count: int) -> str:
    return "1 promise" if count == 1 else f"{count} promises"


def _percent(value: float | None) -> str:
    return (
        f"{sentences.number(one(value or 0.0))} %"
        if (value or 0.0) >= 0
        else f"−{sentences.number(one(-(value or 0.0)))} %"
    )


def _number(value: float) -> str:
    return sentences.number(one(value)) if value >= 0 else f"−{sentences.number(one(-value))}"


def _amount(value: float, unit: str) -> str:
    return f"{_number(value)} {unit}".rstrip()
