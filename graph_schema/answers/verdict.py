"""Who delayed this? One deliverable, of any kind, and where its days, units or points began."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers import sentences
from graph_schema.answers.account import Total, account, with_points
from graph_schema.answers.airport import own_if
from graph_schema.answers.arrivals import with_arrivals
from graph_schema.answers.beside import differ, first_of, first_text, which_points
from graph_schema.answers.chain import chain_of
from graph_schema.answers.deliverables import thing_of
from graph_schema.answers.evidence import evidence_of, said_of
from graph_schema.answers.explain import lateness
from graph_schema.answers.facts import Fact, Known, Link, Relation, day_of, links_of, node_of
from graph_schema.answers.names import unknown_deliverable
from graph_schema.answers.rounding import one
from graph_schema.answers.rows import Account, Cost, State, Unsigned, UnsignedRow, Verdict
from graph_schema.answers.shares import Shares, shares_of
from graph_schema.answers.status import assessed, status_of
from graph_schema.answers.steps import Drawing
from graph_schema.answers.tables import Party, Source, Status
from graph_schema.answers.things import Chain, Thing, Unit
from graph_schema.answers.travel import Seed, Travelled, Web
from graph_schema.graph import Readable

_EVIDENCE = 40
"""Things whose reports and payments are read: those that carried most."""


def who_delayed(graph: Readable, deliverable: str, things: int = 300) -> Verdict:
    """Answer who delayed a deliverable; two round trips, whatever its size, and one for names of agencies above owners.

    `things` is the most that the chain shows; accounts are exact whatever it is.
    Raises NotAssessedError, and UnknownDeliverableError with the nearest ids.
    """
    rows = graph.read("read/things", Fact, id=deliverable)
    known_by = next((status_of(**row.status) for row in rows if row.status), None)
    if known_by is None or known_by.as_of is None:
        assessed(graph)
        raise unknown_deliverable(graph, deliverable)
    facts = {row.id: row for row in rows}
    relations = {(r.affected, r.cause, r.type): r for row in rows for x in row.into if (r := Relation(*x))}
    known = [r for r in relations.values() if r.cause in facts and r.affected in facts]
    unruled = links_of(known, unruled=True) if any(f.unruled_own_days is not None for f in rows) else ()
    return _Case(graph, known_by, deliverable, facts, links_of(known), unruled, things).verdict()


@dataclass(frozen=True)
class _Case:
    graph: Readable
    status: Status
    focus: str
    facts: Mapping[str, Fact]
    links: Sequence[Link]
    unruled: Sequence[Link]
    most: int

    def verdict(self) -> Verdict:
        fact = self.facts[self.focus]
        web = Web.of((f.node for f in self.facts.values()), (link.flow for link in self.links))
        owned = {k: f.agency for k, f in self.facts.items()}
        totals = _totals(fact, web, owned)
        things = {k: thing_of(f, None) for k, f in self.facts.items()}
        accounts, cost = _accounts(fact, totals, self.facts, things)
        walks: dict[Unit, tuple[Travelled, Shares]] = {t.unit: (t.went, t.shares) for t in totals}
        unruled = self._without_rulings(fact, accounts, things)
        first = first_of(fact)
        owners = self._agencies()
        draft = Drawing(self.focus, self.facts, things, self.links, walks, accounts, web, owners)
        chain = chain_of(draft, self.most)
        known, left_out = self._known(chain)
        said = said_of(known)
        chain = with_arrivals(chain.saying(said), known, self.links, self.facts)
        focus = chain.thing(self.focus)
        state = _state(fact, self.links)
        expected = fact.finished_day is None and (fact.delay_days or 0) > 0
        unreported = fact.measure == "quantity" and fact.dated and fact.due and fact.achieved is None
        shown = {(s.cause, s.affected) for s in chain.steps if s.role != "next"}
        agreed = [link for link in self.links if (link.cause, link.affected) in shown]
        unsigned = _unsigned(self.focus, self.facts, self.links)
        return Verdict(
            focus=focus,
            state=state,
            expected=expected,
            unreported=unreported,
            main=accounts[0].unit if accounts else None,
            headline=_headline(focus, state, accounts, expected, unreported),
            text=accounts[0].text if accounts else "",
            notes=(*_notes(focus, fact, accounts, expected, unreported), *_instead(unsigned)),
            first=first,
            without_rulings=unruled,
            beside=(*first_text(focus, first), *(f"Without rulings: {each.text}" for each in unruled)),
            accounts=accounts,
            chain=chain,
            cost=cost,
            unsigned=unsigned,
            evidence=evidence_of(known, agreed, self.focus, things, self.facts),
            evidence_left_out=left_out,
            status=self.status,
        )

    def _without_rulings(
        self, fact: Fact, accounts: Sequence[Account], things: Mapping[str, Thing]
    ) -> tuple[Account, ...]:
        """The accounts that rulings changed, as they are without them."""
        if not self.unruled:
            return ()
        web = Web.of((node_of(f, unruled=True) for f in self.facts.values()), (link.flow for link in self.unruled))
        made, _ = _accounts(fact, _totals(fact, web, {k: f.agency for k, f in self.facts.items()}), self.facts, things)
        return tuple(each for each, ruled in zip(made, accounts, strict=True) if differ(each, ruled))

    def _agencies(self) -> dict[str, Party]:
        """The owners, and the agencies above them where late requirements of several met."""
        owners = {f.agency: f.party for f in self.facts.values()}
        late = Counter(link.affected for link in self.links if link.late > 0)
        places = (k.promise.place or () for k in self.links if k.promise and k.late > 0 and late[k.affected] > 1)
        above = sorted({agency for place in places for agency in place} - owners.keys())
        found = self.graph.read("read/agency_names", Party, ids=above) if above else []
        return owners | {party.id: party for party in found}

    def _known(self, chain: Chain) -> tuple[list[Known], int]:
        """Reports and payments of the focus and of what carried most, and for how many things they were not read."""
        asked = sorted(
            (t for t in chain.things if t.role != "next"), key=lambda t: (t.id != self.focus, -t.carried, t.id)
        )
        ids = [t.id for t in asked[:_EVIDENCE]]
        known = self.graph.read("read/evidence", Known, ids=ids, as_of=self.status.as_of)
        return known, len(asked) - len(ids) + chain.hidden


def _totals(fact: Fact, web: Web, owned: Mapping[str, str]) -> list[Total]:
    """What there is to answer for, the verdict's unit first: units of a quantity, days, points."""
    asked = list[tuple[Unit, str, float, Seed]]()
    if fact.shortfall and fact.due:
        asked.append(("units", fact.unit or "units", fact.shortfall, Seed(fact.id, short=fact.shortfall)))
    if fact.delay_days:
        asked.append(("days", "days", fact.delay_days, Seed(fact.id, reached=fact.delay_days)))
    if lost := _lost(fact):
        asked.append(("points", "points", lost, Seed(fact.id, lost=lost)))
    makeup = web.makeup(owned) if asked else ({}, {})
    out = list[Total]()
    for unit, name, total, seed in asked:
        went = web.travel(seed)
        out.append(Total(fact.id, unit, name, total, went, shares_of(went, total, web, owned, makeup)))
    return out


def _lost(fact: Fact) -> float:
    """Points of its agreement; of its own score where it is a cascade or `releases` target in no agreement."""
    if fact.loss:
        return fact.loss
    undated = fact.measure in ("cascade", "releases")
    return 100 - fact.raw if undated and not fact.weight and fact.raw is not None else 0.0


def _accounts(
    fact: Fact, totals: Sequence[Total], facts: Mapping[str, Fact], things: Mapping[str, Thing]
) -> tuple[tuple[Account, ...], Cost | None]:
    made = [account(total, facts, things) for total in totals]
    points = next((a for a in made if a.unit == "points"), None)
    if points is None or not fact.loss:
        return tuple(made), None
    weight = fact.agreement_weight or 1.0
    raw = one(fact.raw or 0.0)
    whole = sentences.amount(one(fact.weight or 0.0), "points")
    text = f"{whole} stood on it; it earned {sentences.number(raw)} of 100 and lost {sentences.number(points.shown)}."
    if weight != 1:
        text += f" Its agreement weighs {weight:g}, so its tier lost {sentences.number(one(fact.loss * weight))}."
    cost = Cost(
        agreement=fact.agreement or "",
        agreement_title=fact.agreement_title or "",
        agreement_weight=weight,
        weight=fact.weight or 0.0,
        raw=fact.raw or 0.0,
        loss=fact.loss,
        counted=fact.loss * weight,
        plan_itself=points.plan_itself,
        account=points,
        text=text,
    )
    source = "units" if fact.measure == "quantity" else "days"
    return tuple(with_points(a, points) if a.unit == source else a for a in made), cost


def _state(fact: Fact, links: Sequence[Link]) -> State:
    if fact.measure in ("cascade", "releases"):
        if fact.raw is not None and fact.raw < 100:  # noqa: PLR2004 - the best score
            return "lost"
        supported = any(link.affected == fact.id for link in links)
        return "in time" if fact.due else "not due" if supported or fact.measure == "releases" else "not measured"
    if not fact.dated:
        return "not measured" if fact.kind == "target" else "undated"
    if fact.shortfall and fact.due:
        return "short"
    if fact.delay_days:
        return "late"
    return "in time" if fact.due else "not due"


def _headline(focus: Thing, state: State, accounts: Sequence[Account], expected: bool, unreported: bool) -> str:
    if state == "late":
        return sentences.late_headline(focus, expected)
    if state == "short":
        return sentences.short_headline(focus, unreported)
    if state == "lost":
        return sentences.lost_headline(focus, accounts[0].shown, one(focus.weight or 100.0))
    return sentences.nothing_headline(focus, state)


def _notes(focus: Thing, fact: Fact, accounts: Sequence[Account], expected: bool, unreported: bool) -> tuple[str, ...]:
    out = list[str]()
    if unreported:
        whole = sentences.amount(one(focus.shortfall), focus.unit)
        out.append(f"Nobody reported what was achieved, so all {whole} count as lacking.")
    if expected:
        out.append(f"Not finished: days count to when it is expected, {sentences.on(focus.came)}.")
    if accounts and accounts[0].unit == "units" and fact.delay_days:
        late = next(a for a in accounts if a.unit == "days")
        how = "expected " if expected else ""
        out.append(f"It is also {how}{sentences.amount(late.shown, 'days')} late. {late.text}")
        out.append(which_points(fact, accounts))
    if fact.measure == "releases" and fact.achieved is not None and fact.due:
        out.append(f"{sentences.number(one(fact.achieved))} % of the money due was paid by its planned day.")
    if accounts and accounts[0].unit == "points" and not fact.loss:
        out.append("It is in no agreement: points are those of its own score.")
    plan = next((a.plan_itself for a in accounts if a.unit == "points"), 0.0)
    if one(plan) > 0:
        out.append(f"{sentences.amount(one(plan), 'points')} are what the plan itself costs, even when kept.")
    return tuple(note for note in out if note)


def _instead(unsigned: Unsigned | None) -> tuple[str, ...]:
    """What must stand beside the sentence where unsigned requirements would change it."""
    return (unsigned.text,) if unsigned and one(unsigned.would_take) > 0 else ()


def _unsigned(focus: str, facts: Mapping[str, Fact], links: Sequence[Link]) -> Unsigned | None:
    """Requirements of the focus that do not count, and the own days that would be explained if they did."""
    into = [k for k in links if k.affected == focus and k.promise and k.promise.type in ("FINANCES", "ENABLES")]
    unsigned = [k for k in into if k.promise and k.promise.counts is False]
    if not unsigned:
        return None
    delay, own = facts[focus].delay_days or 0.0, facts[focus].own_days or 0.0
    would = own - own_if(delay, [lateness(k, facts) for k in into]) if delay else 0.0
    rows = sorted((_unsigned_row(k, facts) for k in unsigned), key=lambda r: (-r.late_days, r.cause))
    late = sum(1 for r in rows if r.late_days > 0)
    text = sentences.unsigned_text(late, one(would), one(own), len(rows))
    return Unsigned(tuple(rows), late, would, own, text)


def _unsigned_row(link: Link, facts: Mapping[str, Fact]) -> UnsignedRow:
    g, promise = facts[link.cause], link.promise
    return UnsignedRow(
        cause=g.id,
        title=g.title,
        agency=g.party,
        needed_by=day_of(promise.need_day) if promise else None,
        came=day_of(g.finish_day),
        finished=g.finished_day is not None,
        late_days=lateness(link, facts),
        agreed_on=promise.agreed_on if promise else None,
        source=Source(
            (promise.file if promise else None) or "",
            (promise.row if promise else None) or 0,
            (promise.load if promise else None) or 0,
        ),
    )
