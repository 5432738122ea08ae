"""What stands beside the verdict of one deliverable: its first promise, and which points belong to what."""

from collections.abc import Sequence

from graph_schema.answers import sentences
from graph_schema.answers.facts import Fact, day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.rows import Account, FirstPromise
from graph_schema.answers.things import Thing

_DUST = 1e-9


def differ(made: Account, other: Account) -> bool:
    """Tell whether two accounts of one total divide it differently between agencies."""
    one_way, the_other = ({origin.agency.id: origin.amount for origin in each.origins} for each in (made, other))
    agencies = one_way.keys() | the_other.keys()
    return any(abs(one_way.get(a, 0.0) - the_other.get(a, 0.0)) > _DUST for a in agencies)


def first_of(fact: Fact) -> FirstPromise | None:
    """What the first promise gives of a deliverable; none where the graph holds no such assessment."""
    first = fact.first
    if first is None:
        return None
    days = day_of(first["planned_day"]), day_of(first["finish_day"])
    return FirstPromise(*days, first["delay_days"] or 0.0, first["raw"], first["loss"] or 0.0)


def first_text(focus: Thing, first: FirstPromise | None) -> tuple[str, ...]:
    """Say the first promise where it differs."""
    if first is None:
        return ()
    late, lost = one(first.delay_days), one(first.loss)
    parts = [
        (first.planned != focus.planned, f"due {sentences.on(first.planned)}"),
        (late != one(focus.delay_days), f"{sentences.amount(late, 'days')} late" if late else "in time"),
        (
            first.raw is not None and focus.raw is not None and one(first.raw) != one(focus.raw),
            f"{sentences.number(one(first.raw or 0.0))} of 100 earned",
        ),
        (lost != one(focus.loss), f"{sentences.amount(lost, 'points')} lost"),
    ]
    said = [text for differs, text in parts if differs]
    return (f"First promise: {', '.join(said)}.",) if said else ()


def which_points(fact: Fact, accounts: Sequence[Account]) -> str:
    """Say which points belong to what is lacking, and which to others that waited for it."""
    own = next((a.shown for a in accounts if a.unit == "points"), 0.0)
    points = f"{sentences.amount(own, 'points')} {'is' if own == 1 else 'are'}"
    lost = f"Its own {points} lost by what is lacking, none because it is late." if own else ""
    others = [
        f"{sentences.amount(one(points), 'points')} at tier {tier}{'' if year == fact.plan_year else f' of {year}'}"
        for year, tier, points in fact.cost
        if one(points) > 0
    ]
    return f"{lost} What needed it lost {sentences.joined(others)} by it.".strip() if others else lost
