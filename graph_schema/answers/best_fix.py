"""The single deliverable whose being on time would win most, for an agency or a tier; and the best few, one by one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph_schema.answers import sentences
from graph_schema.answers.held_up import Belongings
from graph_schema.answers.lateness import DUST
from graph_schema.answers.names import unknown_agency
from graph_schema.answers.rounding import one
from graph_schema.answers.snapshot import Snapshot, upstream, whole
from graph_schema.answers.status import chosen, plan_years, year_of
from graph_schema.answers.supposing import Outcome, Scores, Wish, fixable, read_scores, supposed
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.answers.travel import Seed
from graph_schema.answers.unmoved import Unmoved, unmoved
from graph_schema.answers.what_if import RULINGS
from graph_schema.errors import UsageError
from graph_schema.graph import Readable

_SHOWN = 20
"""Reasons given where nothing changes alone."""


class NoAgreementError(UsageError):
    """Without an agreement there is no score to win."""

    def __init__(self, agency: str, plan_year: str) -> None:
        finding = f"{agency} has no agreement with targets in {plan_year}, so no score to win."
        super().__init__(finding, "Ask for a tier: --tier 1")


@dataclass(frozen=True, slots=True)
class Fix:
    """One deliverable on time: the score before (with those chosen earlier on time) and after it.

    `began` are the points (× agreement weight) of what was asked about that began there, as assessed.
    """

    thing: str
    title: str
    kind: str
    agency: Party
    before: float
    after: float
    gain: float
    began: float


@dataclass(frozen=True, slots=True)
class BestFix:
    """The best single fix for an agency (`agency`, its id) or a tier (''): official or government score.

    `fixes` are the best k, each chosen with those before it on time: greedy, not always the best k together.  `outside`
    is the best one that neither the agency nor one under it owns (none: nothing there wins anything; or for a tier).
    `candidates` is how many were tried.  `score` none: nothing is due.  `unmoved`, where nothing (or nothing of others)
    wins anything: what would be as late all the same, and why.
    """

    plan_year: PlanYear
    tier: int
    agency: str
    name: str
    score: float | None
    fixes: tuple[Fix, ...]
    outside: Fix | None
    candidates: int
    unmoved: tuple[Unmoved, ...]
    text: str
    note: str
    status: Status


@dataclass(frozen=True)
class _Search:
    """What is to be won: the score of one agreement, or of one tier, of a plan year."""

    snapshot: Snapshot
    scores: Scores
    tier: tuple[str, int]
    agreement: str

    @property
    def seeds(self) -> list[str]:
        """The targets whose losses count."""
        if self.agreement:
            return sorted(self.scores.losses.get(self.agreement, ()))
        mine = (s.id for s in self.scores.signed.values() if (s.plan_year, s.tier) == self.tier)
        return sorted(k for agreement in mine for k in self.scores.losses.get(agreement, ()))

    def score(self, out: Outcome | None) -> float | None:
        """The score after an outcome (none: as assessed)."""
        if self.agreement:
            signed = self.scores.signed[self.agreement]
            score = signed.official if out is None else out.official.get(signed.id, signed.official)
            return score if signed.measured > 0 else None
        return self.scores.government(self.tier, out.official if out else {})

    def best(self, among: Iterable[str], before: Mapping[str, Wish]) -> tuple[str, float] | None:
        """The one of some deliverables (by id) that wins most with those before it on time, and the score then."""
        found: tuple[str, float] | None = None
        for k in among:
            score = None if k in before else self.score(supposed(self.snapshot, self.scores, {**before, k: None}))
            if score is not None and (found is None or score > found[1] + DUST):
                found = k, score
        return found

    def began(self) -> Mapping[str, float]:
        """Points that began at each deliverable."""
        things = self.snapshot.things
        return self.snapshot.web.travel(*(Seed(k, lost=things[k].lost) for k in self.seeds if k in things)).stayed


def best_fix_of_agency(graph: Readable, agency: str, plan_year: str | None = None, k: int = 1) -> BestFix:
    """The best k for an agency's official score in a plan year (none: the latest); ten round trips.

    Raises NotAssessedError, UnknownPlanYearError, UnknownAgencyError with the nearest id, and NoAgreementError.
    """
    year = year_of(plan_years(graph), plan_year)
    found = graph.read("read/belongings", Belongings, agency=agency)
    if not found:
        raise unknown_agency(graph, agency)
    promised = [row.id for row in graph.read("read/promised", Promised, agency=agency, plan_year=year.id)]
    if not promised:
        raise NoAgreementError(agency, year.id)
    snapshot = upstream(graph, promised)
    scores = read_scores(graph, snapshot, [year.id])
    agreement = snapshot.things[promised[0]].agreement or ""
    search = _Search(snapshot, scores, (year.id, scores.signed[agreement].tier), agreement)
    return _answer(search, year, (agency, found[0].name), k, frozenset(found[0].things))


def best_fix_of_tier(graph: Readable, tier: int, plan_year: str | None = None, k: int = 1) -> BestFix:
    """The best k for the government score of a tier in a plan year (none: the latest); eight round trips.

    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError.
    """
    snapshot = whole(graph)
    year = chosen(plan_years(graph), plan_year, tier)
    scores = read_scores(graph, snapshot, [year.id])
    return _answer(_Search(snapshot, scores, (year.id, tier), ""), year, ("", ""), k, frozenset())


@dataclass(frozen=True, slots=True)
class Promised:
    """A row of read/promised."""

    id: str


def _answer(search: _Search, year: PlanYear, who: tuple[str, str], most: int, own: Collection[str]) -> BestFix:
    snapshot = search.snapshot
    candidates = fixable(snapshot, snapshot.moving)
    score = search.score(None)
    fixes, outside = list[Fix](), None
    chosen_before: dict[str, Wish] = {}
    began = search.began() if score is not None else {}
    for _ in range(most if score is not None else 0):
        before = fixes[-1].after if fixes else score or 0.0
        found = search.best(candidates, chosen_before)
        if found is None or found[1] <= before + DUST:
            break
        fixes.append(_fix(snapshot, found, before, began))
        chosen_before[found[0]] = None
    if who[0] and score is not None:
        found = search.best((k for k in candidates if k not in own), {})
        if found and found[1] > score + DUST:
            outside = _fix(snapshot, found, score, began)
    idle = [] if fixes and (outside or not who[0]) else [k for k in candidates if not fixes or k not in own]
    alone = (u for k in idle for u in unmoved(snapshot, {k: None}, _alone(search, k)))
    still = list(islice(alone, _SHOWN))
    return BestFix(
        plan_year=year,
        tier=search.tier[1],
        agency=who[0],
        name=who[1],
        score=score,
        fixes=tuple(fixes),
        outside=outside,
        candidates=len(candidates),
        unmoved=tuple(still),
        text=_text(who[1] or f"Tier {search.tier[1]}", score, fixes, still, len(candidates)),
        note=RULINGS,
        status=snapshot.status,
    )


def _alone(search: _Search, thing: str) -> Outcome:
    return supposed(search.snapshot, search.scores, {thing: None})


def _fix(snapshot: Snapshot, found: tuple[str, float], before: float, began: Mapping[str, float]) -> Fix:
    thing = snapshot.things[found[0]]
    gain = found[1] - before
    return Fix(thing.id, thing.title, thing.kind, thing.party, before, found[1], gain, began.get(thing.id, 0.0))


def _text(name: str, score: float | None, fixes: Sequence[Fix], still: Sequence[Unmoved], tried: int) -> str:
    if score is None:
        return f"{name}: nothing is due yet, so there is no score to win."
    because = f": for {still[0].title} {still[0].why}" if still else ""
    if fixes:
        first = fixes[0]
        gain = sentences.amount(one(first.gain), "points")
        text = (
            f"{name} would stand at {one(first.after):.1f} instead of {one(score):.1f} with “{first.title}” on time: "
        )
        text += f"{gain} more."
        if len(fixes) > 1:
            text += f" With the {len(fixes)} best, chosen one after the other: {one(fixes[-1].after):.1f}."
        return f"{text} Of what others own nothing changes it alone{because}." if still else text
    if not tried:
        return f"{name} stands at {one(score):.1f}: nothing that it rests on is late or short."
    return f"{name} stands at {one(score):.1f}, and nothing changes alone{because}."
