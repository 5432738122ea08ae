"""What a reader is shown of one walk: each part rounded once, so that it reads the same wherever it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers.rounding import one, rounded_table, rounded_to
from graph_schema.answers.travel import Travelled, Web

_STEP = 0.1
_DUST = 1e-6

Makeup = tuple[Mapping[str, Mapping[str, float]], Mapping[str, Mapping[str, float]]]
"""Of what reaches each deliverable, and of its own loss: agency → the part that began there (`Web.makeup`)."""


@dataclass(frozen=True, slots=True)
class Shares:
    """A walk in tenths. What leaves a deliverable is what came to it and what began there, agency by agency.

    `total` is the total, `agencies` its parts by agency, `began` what began at each deliverable, `through` all that
    it carried (all rounded), `bands` what each step (cause, affected) carried by the agency where it began: exact and
    rounded, largest first.
    """

    total: float
    agencies: Mapping[str, float]
    began: Mapping[str, float]
    through: Mapping[str, float]
    bands: Mapping[tuple[str, str], Mapping[str, tuple[float, float]]]

    def step(self, cause: str, affected: str) -> float:
        """What a step carried, rounded: the sum of its bands; 0 for no step."""
        return _tenths(shown for _, shown in self.bands.get((cause, affected), {}).values())


def shares_of(went: Travelled, total: float, web: Web, owners: Mapping[str, str], makeup: Makeup) -> Shares:
    """Round a walk from its focus (the first of `went.through`) down to where it began.

    Agencies first (their parts add up to the total); then, deliverable by deliverable, what each agency has there is
    dealt out to what began there and to the steps that brought it, so that each step stays near its exact value.
    """
    exact = _bands(went, web, owners, makeup)
    into: dict[str, list[str]] = {}
    for cause, affected in exact:
        into.setdefault(affected, []).append(cause)
    sums: dict[str, float] = {}
    for thing, part in went.stayed.items():
        sums[owners[thing]] = sums.get(owners[thing], 0.0) + part
    order = sorted(sums, key=lambda a: (-sums[a], a))
    agencies = dict(zip(order, rounded_to([sums[a] for a in order], one(total)), strict=True))
    given: dict[str, dict[str, float]] = {next(iter(went.through), ""): dict(agencies)}
    began: dict[str, float] = {}
    shown: dict[tuple[str, str], dict[str, float]] = {}
    for thing in went.through:
        causes = into.get(thing, [])
        rows = [agency for agency, part in given.get(thing, {}).items() if part > 0]
        here = went.stayed.get(thing, 0.0)
        cells = [
            [here if owners[thing] == agency else 0.0, *(exact[c, thing].get(agency, 0.0) for c in causes)]
            for agency in rows
        ]
        for agency, dealt in zip(rows, _dealt(cells, [given[thing][a] for a in rows]), strict=True):
            if dealt[0]:
                began[thing] = dealt[0]
            for cause, part in zip(causes, dealt[1:], strict=True):
                if part:
                    shown.setdefault((cause, thing), {})[agency] = part
                    to = given.setdefault(cause, {})
                    to[agency] = _tenths((to.get(agency, 0.0), part))
    bands = {pair: {a: (v, shown.get(pair, {}).get(a, 0.0)) for a, v in found.items()} for pair, found in exact.items()}
    through = {thing: _tenths(parts.values()) for thing, parts in given.items()}
    return Shares(one(total), agencies, began, through, bands)


def _bands(
    went: Travelled, web: Web, owners: Mapping[str, str], makeup: Makeup
) -> dict[tuple[str, str], dict[str, float]]:
    """What each step carried, by the agency where it began, largest first."""
    reached, lost = makeup
    flows = {(f.cause, f.affected): f for found in web.into.values() for f in found}
    out: dict[tuple[str, str], dict[str, float]] = {}
    for pair, amount in went.carried.items():
        if amount > 0:
            cause, flow = pair[0], flows[pair]
            stays = went.kept.get(pair, 0.0)
            parts = {a: (amount - stays) * part for a, part in (lost if flow.share > 0 else reached)[cause].items()}
            if stays:
                parts[owners[cause]] = parts.get(owners[cause], 0.0) + stays
            out[pair] = {a: v for a, v in sorted(parts.items(), key=lambda p: (-p[1], p[0])) if v > 0}
    return out


def _dealt(cells: Sequence[Sequence[float]], totals: Sequence[float]) -> list[list[float]]:
    """Round each row to its total, so that every column stays as near as it can to its own."""
    scaled = [[c * total / sum(row) for c in row] for row, total in zip(cells, totals, strict=True)]
    dealt = rounded_table(scaled)
    off = [sum(row[k] for row in dealt) - sum(row[k] for row in cells) for k in range(len(cells[0]) if cells else 0)]
    for row, wish in zip(dealt, scaled, strict=True):
        while True:
            down = [k for k, v in enumerate(row) if v > wish[k] + _DUST]
            up = [k for k, v in enumerate(row) if v < wish[k] - _DUST]
            high, low = max(down, key=off.__getitem__, default=-1), min(up, key=off.__getitem__, default=-1)
            if high < 0 or low < 0 or off[high] - off[low] <= _STEP + _DUST:
                break
            for k, by in ((high, -_STEP), (low, _STEP)):
                row[k] = one(row[k] + by)
                off[k] += by
    return dealt


def _tenths(parts: Iterable[float]) -> float:
    return one(sum(parts))
