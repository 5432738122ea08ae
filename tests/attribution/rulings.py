"""Rulings move days and units from one who answers for them to another (section 8 of the questions)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .causes import NOTHING, Explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from .people import Ruling

OWN = "own"


def ruled(
    explained: Mapping[str, Explained], rulings: Iterable[Ruling], amounts: Mapping[str, Fraction | None]
) -> dict[str, Explained]:
    """Return days or units after the rulings; `amounts` tells for each ruling (id) how many of them it moves."""
    done = dict(explained)
    for ruling in rulings:
        asked = amounts[ruling.id]
        if asked and ruling.deliverable in done:
            done[ruling.deliverable] = moved(done[ruling.deliverable], ruling, asked)
    return done


def moved(lost: Explained, ruling: Ruling, asked: Fraction) -> Explained:
    """Move at most what is there; the sum stays."""
    parts = {**lost.causes, OWN: lost.own}
    amount = min(asked, parts.get(ruling.giver, NOTHING))
    if not amount:
        return lost
    parts[ruling.giver] -= amount
    parts[ruling.taker] = parts.get(ruling.taker, NOTHING) + amount
    own = parts.pop(OWN)
    return replace(lost, own=own, causes={cause: part for cause, part in parts.items() if part})
