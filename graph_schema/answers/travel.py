"""How days, units and points travel from a deliverable back to where they began: ranks walked once, paths never.

What a deliverable carries is its own loss (points of its score, or come down a cascade), a shortfall (units, or points
that a shortfall lost), or was reached (through a requirement: as days).  The rule is one for whole plans and for one
target alone; here a small part of the graph is walked in memory (attribution.md 3, 4 and 6).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """What the walk needs of a deliverable: days, units, 0 to 100 raw, money missed, Σ share × (100 − raw) below.

    `level` sorts it after everything that affects it: (0, rank) dated, (1, 0) `releases` target, (2, rank) cascade.
    """

    id: str
    owner: str
    level: tuple[int, int]
    measure: str = ""
    delay: float = 0.0
    own_days: float = 0.0
    shortfall: float = 0.0
    own_units: float = 0.0
    raw: float = 100.0
    raw_planned: float = 100.0
    missed: float = 0.0
    lost_below: float = 0.0

    @property
    def plan_part(self) -> float:
        """The part of its own loss that the plan itself costs, 0 to 1 (0 for a cascade: it has no plan of its own)."""
        if self.measure == "cascade":
            return 0.0
        return (100 - self.raw_planned) / (100 - self.raw) if self.raw_planned > self.raw else 1.0


@dataclass(frozen=True, slots=True)
class Flow:
    """What one deliverable did to another: days (DELAYED), units (CUT), share (SUPPORTS; 0: none), COUNTS_IN or not.

    `days_stay` and `units_stay`: the part (0 to 1) of what reaches the cause along days (units) that stays with it,
    because it moved its own date or promised less since (questions.md 1).
    """

    cause: str
    affected: str
    days: float = 0.0
    units: float = 0.0
    share: float = 0.0
    counts_in: bool = False
    days_stay: float = 0.0
    units_stay: float = 0.0


@dataclass(frozen=True, slots=True)
class Seed:
    """What a walk starts with at one deliverable: reached (days), short (units) or lost (points)."""

    at: str
    reached: float = 0.0
    short: float = 0.0
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Travelled:
    """Where a total went, by deliverable: `stayed` (sums to the seed), `through` (all that it carried), `plan`.

    `plan` is the part of `stayed` that the plan itself costs; `carried` is by (cause, affected), and `kept` the part of
    it that went no further than the cause.
    """

    stayed: Mapping[str, float]
    carried: Mapping[tuple[str, str], float]
    through: Mapping[str, float]
    plan: Mapping[str, float]
    kept: Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Way:
    """Of what a deliverable carries, as (passed, began) from 0 to 1: the parts that came by way of some others.

    Of what `reached` it, of what it is `short`, of what it `lost` itself; those others themselves passed all of it.
    """

    reached: tuple[float, float] = (0.0, 0.0)
    short: tuple[float, float] = (0.0, 0.0)
    lost: tuple[float, float] = (0.0, 0.0)


@dataclass(slots=True)
class _Bag:
    reached: float = 0.0
    short: float = 0.0
    lost: float = 0.0
    kept: float = 0.0


@dataclass(frozen=True, slots=True)
class _Move:
    """An amount on its way to a cause; of it, the part `stays` goes no further."""

    flow: Flow
    amount: float
    as_loss: bool = False
    stays: float = 0.0


@dataclass(frozen=True)
class Web:
    """Deliverables and the flows into each; flows from or to deliverables outside are not part of it."""

    nodes: Mapping[str, Node]
    into: Mapping[str, tuple[Flow, ...]] = field(default_factory=dict[str, tuple[Flow, ...]])

    @classmethod
    def of(cls, nodes: Iterable[Node], flows: Iterable[Flow]) -> "Web":
        """A web of the given deliverables, each once."""
        known = {node.id: node for node in nodes}
        into: dict[str, list[Flow]] = {}
        for flow in flows:
            if flow.cause in known and flow.affected in known:
                into.setdefault(flow.affected, []).append(flow)
        return cls(known, {k: tuple(sorted(v, key=lambda f: f.cause)) for k, v in into.items()})

    def travel(self, *seeds: Seed) -> Travelled:
        """Where the seeds' days, units or points began. Each relation is walked once, from the highest rank down."""
        bags: dict[str, _Bag] = {}
        for seed in seeds:
            bag = bags.setdefault(seed.at, _Bag())
            bag.reached, bag.short, bag.lost = bag.reached + seed.reached, bag.short + seed.short, bag.lost + seed.lost
        stayed: dict[str, float] = {}
        carried: dict[tuple[str, str], float] = {}
        through: dict[str, float] = {}
        plan: dict[str, float] = {}
        kept: dict[tuple[str, str], float] = {}
        for node in self._above(bags):
            bag = bags.get(node.id)
            if bag is None:
                continue
            total = bag.reached + bag.short + bag.lost + bag.kept
            if total == 0:
                continue
            through[node.id] = total
            stays, kept_by_plan, moves = self._moves(node, bag)
            if stays:
                stayed[node.id] = stays
            if kept_by_plan:
                plan[node.id] = kept_by_plan
            for move in moves:
                to = bags.setdefault(move.flow.cause, _Bag())
                to.kept += move.amount * move.stays
                if move.as_loss:
                    to.lost += move.amount
                else:
                    to.reached += move.amount * (1 - move.stays)
                pair = (move.flow.cause, move.flow.affected)
                carried[pair] = carried.get(pair, 0.0) + move.amount
                if move.stays:
                    kept[pair] = kept.get(pair, 0.0) + move.amount * move.stays
        return Travelled(stayed, carried, through, plan, kept)

    def by_way(self, group: Collection[str]) -> dict[str, Way]:
        """For each deliverable, what of it passed through a group of deliverables, and what of that began there.

        All that reaches whatever the group affects must be in the web.
        """
        ways: dict[str, Way] = {}
        for node in sorted(self.nodes.values(), key=lambda n: (n.level, n.id)):
            bags = (_Bag(reached=1.0), _Bag(short=1.0), _Bag(lost=1.0))
            ways[node.id] = Way(*(self._passed(node, bag, group, ways) for bag in bags))
        return ways

    def _passed(self, node: Node, bag: _Bag, group: Collection[str], ways: Mapping[str, Way]) -> tuple[float, float]:
        stays, _, moves = self._moves(node, bag)
        inside = node.id in group
        passed, began = 0.0, stays if inside else 0.0
        for move in moves:
            cause = move.flow.cause
            on = ways[cause].lost if move.as_loss else ways[cause].reached
            kept = move.stays if cause in group else 0.0
            passed += move.amount * (kept + (1 - move.stays) * on[0])
            began += move.amount * (kept + (1 - move.stays) * on[1])
        return (1.0 if inside else passed), began

    def makeup(self, key: Mapping[str, str]) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
        """Of what reaches each deliverable, and of its own loss: the part that began under each key.

        `key` names the agency (or row) of each deliverable.  Returns (reached, lost): id → key → part; parts sum to 1.
        """
        reached: dict[str, dict[str, float]] = {}
        lost: dict[str, dict[str, float]] = {}
        for node in sorted(self.nodes.values(), key=lambda n: (n.level, n.id)):
            reached[node.id] = self._mixed(node, _Bag(reached=1.0), key, reached, lost)
            lost[node.id] = self._mixed(node, _Bag(lost=1.0), key, reached, lost)
        return reached, lost

    def _mixed(
        self,
        node: Node,
        bag: _Bag,
        key: Mapping[str, str],
        reached: Mapping[str, Mapping[str, float]],
        lost: Mapping[str, Mapping[str, float]],
    ) -> dict[str, float]:
        stays, _, moves = self._moves(node, bag)
        out = {key[node.id]: stays} if stays else {}
        for move in moves:
            cause = move.flow.cause
            if move.stays:
                out[key[cause]] = out.get(key[cause], 0.0) + move.amount * move.stays
            for name, part in (lost if move.as_loss else reached)[cause].items():
                out[name] = out.get(name, 0.0) + move.amount * (1 - move.stays) * part
        return out

    def _above(self, starts: Iterable[str]) -> list[Node]:
        """The given ones and everything they came through, highest rank first."""
        todo = list(starts)
        seen = set(todo)
        while todo:
            for flow in self.into.get(todo.pop(), ()):
                if flow.cause not in seen:
                    seen.add(flow.cause)
                    todo.append(flow.cause)
        return sorted((self.nodes[k] for k in seen), key=lambda n: (n.level, n.id), reverse=True)

    def _moves(self, node: Node, bag: _Bag) -> tuple[float, float, list[_Move]]:
        """What stays at a deliverable, what of it the plan itself costs, and what moves on, and whether as own loss."""
        flows = self.into.get(node.id, ())
        stays, plan, days, units = bag.kept, 0.0, bag.reached, bag.short
        moves = list[_Move]()
        if bag.lost and node.measure == "cascade":
            down = [(f, f.share * (100 - self.nodes[f.cause].raw)) for f in flows if f.share > 0]
            below = sum(part for _, part in down)
            stays += bag.lost if below <= 0 else 0.0
            moves += [_Move(f, bag.lost * part / below, as_loss=True) for f, part in down if part > 0]
        elif bag.lost:
            plan = bag.lost * node.plan_part
            rest = bag.lost - plan
            stays += plan
            missed = [(f, self.nodes[f.cause].missed) for f in flows if f.counts_in]
            if node.measure == "releases" and node.missed > 0:
                moves += [_Move(f, rest * amount / node.missed) for f, amount in missed if amount > 0]
            elif node.measure == "releases":
                stays += rest
            elif node.measure == "quantity":
                units += rest
            else:
                days += rest
        if units and node.shortfall > 0:
            stays += units * node.own_units / node.shortfall
            moves += [_Move(f, units * f.units / node.shortfall, stays=f.units_stay) for f in flows if f.units > 0]
        else:
            stays += units
        if days and node.delay > 0:
            stays += days * node.own_days / node.delay
            moves += [_Move(f, days * f.days / node.delay, stays=f.days_stay) for f in flows if f.days > 0]
        else:
            stays += days
        return stays, plan, moves
