"""How the leaders who signed stand, over years and posts, and what the difference is made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.agreements.rows import Exchange, LeaderRow, LeaderTerm
from graph_schema.answers.people.tenures import Tenures, number_of
from graph_schema.answers.rounding import one
from graph_schema.answers.tables import Party


@dataclass(frozen=True, slots=True)
class Signed:
    """A row of read/agreements; '' where nobody signed. `signed_in`: the agency of the post that signed."""

    id: str
    title: str
    kind: str
    plan_year: str
    agency: str
    name: str
    external: bool
    tier: int
    weight: float
    signed_on: date | None
    signed_by: str
    signer: str
    signed_in: str
    signed_for: str
    signer_for: str
    published_at: str
    targets: int
    assumed: bool
    official: float
    measured: float
    file: str
    row: int
    load: int

    @property
    def party(self) -> Party:
        """The agency bound."""
        return Party(self.agency, self.name, self.external)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A row of read/exchanged: points × weight of the bearer's agreement that began with the causer."""

    plan_year: str
    tier: int
    bearer: str
    causer: str
    name: str
    external: bool
    points: float


def terms(signed: Sequence[Signed], exchanged: Sequence[Exchanged]) -> dict[str, LeaderTerm]:
    """Say of each agreement, by its id, how it stands and what moved between its agency and others."""
    names = {(s.plan_year, s.agency): s.party for s in signed}
    borne: defaultdict[tuple[str, int, str], list[Exchange]] = defaultdict(list)
    caused: defaultdict[tuple[str, int, str], list[Exchange]] = defaultdict(list)
    for each in exchanged:
        bearer = names.get((each.plan_year, each.bearer), Party(each.bearer, each.bearer, external=False))
        borne[each.plan_year, each.tier, each.bearer].append(
            Exchange(Party(each.causer, each.name, each.external), each.points)
        )
        caused[each.plan_year, each.tier, each.causer].append(Exchange(bearer, each.points))
    return {s.id: _term(s, borne, caused) for s in signed}


Moved = Mapping[tuple[str, int, str], list[Exchange]]


def _term(signed: Signed, borne: Moved, caused: Moved) -> LeaderTerm:
    at = signed.plan_year, signed.tier, signed.agency
    lost, gave = (
        tuple(
            Exchange(e.agency, e.points / signed.weight)
            for e in sorted(moved.get(at, ()), key=lambda e: (-e.points, e.agency.id))
        )
        for moved in (borne, caused)
    )
    from_others, to_others = sum(e.points for e in lost), sum(e.points for e in gave)
    scored = signed.measured > 0
    return LeaderTerm(
        plan_year=signed.plan_year,
        agreement=signed.id,
        post=signed.signed_by,
        agency=signed.party,
        tier=signed.tier,
        official=signed.official if scored else None,
        adjusted=signed.official + from_others - to_others if scored else None,
        change=from_others - to_others if scored else None,
        from_others=from_others,
        to_others=to_others,
        borne=lost,
        caused=gave,
    )


def leaders(
    signed: Sequence[Signed], found: Mapping[str, LeaderTerm], tenures: Tenures, persons: Mapping[str, str] | None
) -> tuple[LeaderRow, ...]:
    """Gather the terms of each post that signed, in order of years; of each person where names (by id) are given.

    A day of signature on which nobody known held the post leaves the post in the place of the person.
    """
    titles = {s.signed_by: s.signer for s in signed if s.signed_by}
    gathered: defaultdict[tuple[str, str], list[LeaderTerm]] = defaultdict(list)
    for each in signed:
        if not each.signed_by:
            continue
        officials = holders(tenures, each.signed_by, each.signed_on) if persons is not None else ()
        for key in [("", official) for official in officials] or [(each.signed_by, "")]:
            gathered[key].append(found[each.id])
    rows = [_leader(key, of, titles, persons or {}) for key, of in gathered.items()]
    return tuple(sorted(rows, key=lambda r: (r.change is None, -abs(r.change or 0.0), r.label)))


def holders(tenures: Tenures, post: str, day: date | None) -> tuple[str, ...]:
    """Name the officials who held a post on a day, by id; none where it was vacant, undisclosed, or no day is known."""
    if day is None:
        return ()
    on = number_of(day)
    return tuple(h.official for s in tenures.stretches(post, on - 1, on) for h in s.holders if h.official)


def _leader(
    key: tuple[str, str], of: Sequence[LeaderTerm], titles: Mapping[str, str], names: Mapping[str, str]
) -> LeaderRow:
    post, official = key
    label = f"{names.get(official, official)} ({official})" if official else _called(post, titles[post])
    scored = [t for t in of if t.change is not None]
    official_mean, adjusted_mean, change = (
        sum(values) / len(scored) if scored else None
        for values in (
            [t.official or 0.0 for t in scored],
            [t.adjusted or 0.0 for t in scored],
            [t.change or 0.0 for t in scored],
        )
    )
    return LeaderRow(
        label=label,
        official_id=official,
        name=names.get(official, "") if official else "",
        posts=tuple(dict.fromkeys(t.post for t in of)),
        official=official_mean,
        adjusted=adjusted_mean,
        change=change,
        terms=tuple(of),
        text=_text(label, of),
    )


def _called(post: str, title: str) -> str:
    return post if title in ("", post) else f"{title} ({post})"


def _text(label: str, of: Sequence[LeaderTerm]) -> str:
    scored = [t for t in of if t.change is not None]
    if not scored:
        return f"{label}: nothing that was signed is due."
    worst = max(scored, key=lambda t: (abs(t.change or 0.0), t.plan_year))
    if one(abs(worst.change or 0.0)) == 0:
        return f"{label}: official and adjusted scores are the same."
    up = (worst.change or 0.0) > 0
    main = (worst.borne if up else worst.caused)[0]
    points = sentences.amount(one(abs(worst.change or 0.0)), "points")
    where = f"{sentences.named(main.agency.name)} ({sentences.number(one(main.points))})"
    way = "above" if up else "below"
    most = f"most of what it lost elsewhere began in {where}" if up else f"most of what began there was lost by {where}"
    return f"{label}: in {worst.plan_year} adjusted {points} {way} official; {most}."
