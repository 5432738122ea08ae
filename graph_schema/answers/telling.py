"""The sentences that tell most of an assessment: how the tier stands, where most began, who was moved most."""

from dataclasses import dataclass
from typing import Literal

from graph_schema.answers import sentences
from graph_schema.answers.tables import CostlyRow, Party, Scorecard, ScoreRow

_SHOWN = 0.05
"""What is less is shown as nothing."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence and what it is about: the tier, a deliverable (`thing`), or an agency; '' and none otherwise."""

    about: Literal["tier", "deliverable", "agency"]
    text: str
    thing: str
    agency: Party | None


def telling(card: Scorecard) -> tuple[Telling, ...]:
    """At most three sentences of a scorecard, by a fixed rule; no round trip.

    First how the tier stands and how many of its lost points began in another agency. Then the deliverable where most
    points began. Then the agency whose adjusted score is furthest from its official one, whichever way; of equals the
    first id. What would say nothing is left out: nothing lost, nobody moved.
    """
    out = [Telling("tier", _tier(card), "", None)]
    if card.costly and card.costly[0].points >= _SHOWN:
        first = card.costly[0]
        out.append(Telling("deliverable", _costliest(first, card), first.thing, first.agency))
    moved = [r for r in card.rows if r.change is not None and abs(r.change_shown or 0.0) >= _SHOWN]
    if moved:
        most = min(moved, key=lambda r: (-abs(r.change or 0.0), r.agency.id))
        out.append(Telling("agency", _moved(most), "", most.agency))
    return tuple(out)


def _tier(card: Scorecard) -> str:
    s = card.sentence
    if s.lost < _SHOWN:
        return card.headline
    lost = sentences.amount(s.lost_shown, "points")
    return f"{card.headline} Of the {lost} lost, {sentences.number(s.moved_shown)} began in another agency."


def _costliest(row: CostlyRow, card: Scorecard) -> str:
    points = sentences.amount(row.points_shown, "points")
    of = f" of the {sentences.number(card.shown)} lost" if card.costly_of > 1 else ""
    others = f", and {sentences.number(row.in_others_shown)} of them were lost by others" if row.in_others_shown else ""
    return f"{points}{of} began with “{row.title}” of {sentences.named(row.agency.name)}{others}."


def _moved(row: ScoreRow) -> str:
    official, adjusted = f"{row.official_shown:.1f}", f"{row.adjusted_shown:.1f}"
    change = sentences.amount(abs(row.change_shown or 0.0), "points")
    if (row.change or 0.0) > 0:
        without = f"without what began elsewhere it would be {adjusted}, {change} more"
        return f"{row.agency.name} stands at {official}; {without}."
    return (
        f"{row.agency.name} stands at {official}; counting what began in it, wherever that was lost, "
        f"it would be {adjusted}, {change} less."
    )
