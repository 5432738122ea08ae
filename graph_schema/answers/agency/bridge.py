"""From the official score to the adjusted one: what began with others, what others lost by it, what is its own."""

from collections.abc import Mapping

from graph_schema.answers.agencies import Tier
from graph_schema.answers.agency.rows import Between, Bridge
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.tables import Party, ScoreRow


def bridge(read: Tier, row: ScoreRow) -> Bridge | None:
    """The bridge of one agency of a tier, from its row of the scorecard; none where it has no score."""
    official, adjusted, agency = row.official, row.adjusted, row.agency.id
    official_shown, adjusted_shown = row.official_shown, row.adjusted_shown
    if official is None or adjusted is None or official_shown is None or adjusted_shown is None or not row.weight:
        return None
    from_it = {c.causer: c.points / row.weight for c in read.charges if c.bearer == agency and c.points}
    to_it = {c.bearer: c.points / row.weight for c in read.charges if c.causer == agency and c.points}
    own = from_it.pop(agency, 0.0)
    to_it.pop(agency, None)
    lost_shown, began_shown = one(100 - official_shown), one(100 - adjusted_shown)
    own_shown = one(read.points_shown.get((agency, agency), 0.0) / row.weight)
    from_shown, to_shown = _shown(from_it, lost_shown - own_shown), _shown(to_it, began_shown - own_shown)
    parties = {r.party.id: r.party for r in (*read.rows, *read.causers)}
    others = sorted(from_it.keys() | to_it.keys(), key=lambda a: (-from_it.get(a, 0.0), -to_it.get(a, 0.0), a))
    return Bridge(
        official=official,
        official_shown=official_shown,
        own=own,
        own_shown=own_shown,
        from_others=sum(from_it.values()),
        from_others_shown=one(sum(from_shown.values())),
        to_others=sum(to_it.values()),
        to_others_shown=one(sum(to_shown.values())),
        adjusted=adjusted,
        adjusted_shown=adjusted_shown,
        others=tuple(
            Between(
                parties.get(a, Party(a, a, external=False)),
                from_it.get(a, 0.0),
                from_shown.get(a, 0.0),
                to_it.get(a, 0.0),
                to_shown.get(a, 0.0),
            )
            for a in others
        ),
    )


def _shown(points: Mapping[str, float], total: float) -> dict[str, float]:
    """Points by agency, rounded so that they sum to a total that is rounded already."""
    return dict(zip(points, rounded_to(list(points.values()), one(total)), strict=True))
