"""What late and short money cost, and what others' lateness cost those who release it (questions.md 2).

Who releases money is told by the data: the owners of releases, whatever they are called.  Points as in the matrix.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph_schema.answers import sentences
from graph_schema.answers.agencies import Tier, read_tier
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.status import assessed, chosen, plan_years
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.answers.travel import Web
from graph_schema.answers.under import read_under
from graph_schema.graph import Readable

Kind = Literal["money late", "money short", "money promised", "own targets", "requests and approvals"]
"""Where points began: with a release that something waited for, with one for want of which less was made, with one
that counts in a target measured by money paid on time, with targets, with milestones."""

KINDS: Mapping[str, Kind] = {
    "late": "money late",
    "short": "money short",
    "promised": "money promised",
    "target": "own targets",
    "milestone": "requests and approvals",
}


@dataclass(frozen=True, slots=True)
class Caused:
    """Points that began with one kind of thing, lost by the agency itself and by others; itself + others = points."""

    kind: Kind
    itself: float
    itself_shown: float
    others: float
    others_shown: float
    points: float
    points_shown: float


@dataclass(frozen=True, slots=True)
class Suffered:
    """A cell of the agency's row: points that it lost and that began in `causer`; of them those through its releases.

    `by_requests`: they came through a release of its own, which waited for something of the causer's: a late request,
    mostly (0 where the causer is the agency itself).
    """

    causer: Party
    points: float
    points_shown: float
    by_requests: float
    by_requests_shown: float


@dataclass(frozen=True, slots=True)
class Releaser:
    """One who releases money. Σ caused = began, its column of the matrix; Σ suffered = lost, its row of it.

    `cost_others` is what began there and others lost; `borne` what it lost that began in others, `requests` the part
    of that which came through its own releases. `passed`: points of all that reached its releases and began in others.
    """

    agency: Party
    releases: int
    began: float
    began_shown: float
    cost_others: float
    cost_others_shown: float
    caused: tuple[Caused, ...]
    lost: float
    lost_shown: float
    borne: float
    borne_shown: float
    requests: float
    requests_shown: float
    suffered: tuple[Suffered, ...]
    passed: float
    passed_shown: float
    text: str


@dataclass(frozen=True, slots=True)
class Finance:
    """Those who release money in a plan year, as rows of a tier; whose money cost most first."""

    plan_year: PlanYear
    tier: int
    rows: tuple[Releaser, ...]
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class _Row:
    row: str
    name: str
    external: bool
    releases: int


@dataclass(frozen=True, slots=True)
class _Reached:
    id: str
    row: str
    own: float
    bearer: str
    way: str
    points: float
    kept: float

    @property
    def began(self) -> float:
        """The points that began with the release itself."""
        return self.kept + (self.points - self.kept) * self.own


@dataclass(frozen=True, slots=True)
class _Began:
    bearer: str
    row: str
    kind: str
    points: float


@dataclass(frozen=True, slots=True)
class _Known:
    tier: Tier
    reached: Sequence[_Reached]
    kinds: Sequence[_Began]
    elsewhere: Mapping[str, Mapping[str, float]]
    parties: Mapping[str, Party]


def finance(graph: Readable, plan_year: str | None = None, tier: int = 1) -> Finance:
    """Answer for a plan year (none: the latest) at one tier; nine round trips.

    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError.
    """
    known_by = assessed(graph)
    year = chosen(plan_years(graph), plan_year, tier)
    read = read_tier(graph, year.id, tier)
    releasers = graph.read("read/releasers", _Row, plan_year=year.id, tier=tier)
    reached = graph.read("read/reached_releases", _Reached, plan_year=year.id, tier=tier)
    kinds = graph.read("read/began_kinds", _Began, plan_year=year.id, tier=tier)
    parties = {r.party.id: r.party for r in read.rows}
    known = _Known(read, reached, kinds, _elsewhere(graph, year.id, tier, reached), parties)
    earlier = {r.row for r in reached if r.row in parties} - {r.row for r in releasers}
    releasers += [_Row(row, parties[row].name, parties[row].external, 0) for row in sorted(earlier)]
    rows = sorted((_releaser(row, known) for row in releasers), key=lambda r: (-r.began, -r.lost, r.agency.id))
    text = rows[0].text if rows else "Nobody releases money in this plan year."
    return Finance(year, tier, tuple(rows), text, known_by)


def _elsewhere(graph: Readable, plan_year: str, tier: int, reached: Sequence[_Reached]) -> dict[str, dict[str, float]]:
    """Of what reaches each release and goes on: the parts that began under other rows.

    What goes on through several releases of one row is counted at the last of them: there, releases of the row are
    twins, one that hears of its causes and one that passes nothing on.
    """
    things, web = read_under(graph, sorted({r.id for r in reached}), plan_year)
    rows = {k: thing.path[tier - 1] if len(thing.path) >= tier else thing.agency for k, thing in things.items()}
    flows = [flow for found in web.into.values() for flow in found]
    out: dict[str, dict[str, float]] = {}
    for row in {r.row for r in reached}:
        mine = {k for k, thing in things.items() if thing.kind == "release" and rows[k] == row}
        twins = [replace(web.nodes[k], id=_twin(k)) for k in sorted(mine)]
        turned = [replace(f, affected=_twin(f.affected)) if f.affected in mine else f for f in flows]
        makeup, _ = Web.of((*web.nodes.values(), *twins), turned).makeup(rows | {twin.id: row for twin in twins})
        for k in mine:
            out[k] = {causer: part for causer, part in makeup[_twin(k)].items() if causer != row}
    return out


def _twin(release: str) -> str:
    return f"{release}\n"


def _releaser(of: _Row, known: _Known) -> Releaser:
    row, read = of.row, known.tier
    reached = [r for r in known.reached if r.row == row]
    began: dict[tuple[str, bool], float] = defaultdict(float)
    for r in reached:
        began[r.way, r.bearer == row] += r.began
    for k in known.kinds:
        if k.row == row and k.kind != "release":
            began[k.kind, k.bearer == row] += k.points
    own_shown = read.points_shown.get((row, row), 0.0)
    began_shown, lost_shown = read.began_shown(row), read.lost_shown(row)
    caused = _caused(began, own_shown, one(began_shown - own_shown))
    through: dict[str, float] = defaultdict(float)
    passed = 0.0
    for r in reached:
        for causer, part in known.elsewhere[r.id].items():
            points = (r.points - r.kept) * part
            through[causer] += points if r.bearer == row else 0.0
            passed += points
    cells = sorted((c for c in read.charges if c.bearer == row and c.points > 0), key=lambda c: (-c.points, c.causer))
    suffered = tuple(
        Suffered(known.parties[c.causer], c.points, shown, through[c.causer], part)
        for c in cells
        for shown in [read.points_shown[row, c.causer]]
        for part in rounded_to([through[c.causer], max(0.0, c.points - through[c.causer])], shown)[:1]
    )
    others = [s for s in suffered if s.causer.id != row]
    made = Releaser(
        agency=Party(row, of.name, of.external),
        releases=of.releases,
        began=sum(c.points for c in caused),
        began_shown=began_shown,
        cost_others=sum(c.others for c in caused),
        cost_others_shown=one(began_shown - own_shown),
        caused=caused,
        lost=sum(s.points for s in suffered),
        lost_shown=lost_shown,
        borne=sum(s.points for s in others),
        borne_shown=one(lost_shown - own_shown),
        requests=sum(s.by_requests for s in others),
        requests_shown=one(sum(s.by_requests_shown for s in others)),
        suffered=suffered,
        passed=passed,
        passed_shown=one(passed),
        text="",
    )
    return replace(made, text=_sentence(made))


def _caused(began: Mapping[tuple[str, bool], float], own: float, others: float) -> tuple[Caused, ...]:
    """The kinds with anything in them; both columns rounded so that they add up to what the matrix shows."""
    found = [key for key in KINDS if began.get((key, True)) or began.get((key, False))]
    mine = [began.get((key, True), 0.0) for key in found]
    theirs = [began.get((key, False), 0.0) for key in found]
    shown = zip(rounded_to(mine, own), rounded_to(theirs, others), strict=True)
    return tuple(
        Caused(KINDS[key], a, a_shown, b, b_shown, a + b, one(a_shown + b_shown))
        for key, a, b, (a_shown, b_shown) in zip(found, mine, theirs, shown, strict=True)
    )


def _sentence(row: Releaser) -> str:
    name = sentences.named(row.agency.name)
    first = sentences.upper_first(name)
    if row.lost_shown:
        own = sentences.number(one(row.lost_shown - row.borne_shown))
        said = f"{first} lost {sentences.amount(row.lost_shown, 'points')}: {own} began in itself"
        said += f" and {sentences.number(row.borne_shown)} in others" if row.borne_shown else ""
        said += (
            f", {sentences.number(row.requests_shown)} of them through what its money waited for"
            if row.requests_shown
            else ""
        )
        said += "."
    else:
        said = f"{first} lost nothing."
    if not row.cost_others_shown:
        return f"{said} It cost others nothing."
    kinds = [f"{sentences.number(c.others_shown)} by {c.kind}" for c in row.caused if c.others_shown]
    return f"{said} It cost others {sentences.amount(row.cost_others_shown, 'points')}: {sentences.joined(kinds)}."
