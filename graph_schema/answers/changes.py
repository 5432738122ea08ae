"""What moved since the assessment before, whether either was published or not."""

from dataclasses import dataclass
from datetime import date, datetime

from graph_schema.answers.moved import Moves, Side
from graph_schema.answers.moves import left, moves, side
from graph_schema.answers.standing import unpacked
from graph_schema.answers.status import assessed
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Kept:
    former: bool
    as_of: date
    made_at: datetime
    rule: str
    load: int
    standing: bytes


def changes(graph: Readable) -> Moves:
    """Answer what is newly late, what recovered and what points moved since the assessment before; three round trips.

    The assessment before is the last one of another day, rule or load; `before` is none where there was none. Causes
    are not kept: compare published assessments for them. Raises NotAssessedError.
    """
    now = side("the current assessment", assessed(graph))
    kept = {each.former: each for each in graph.read("read/standings", _Kept)}
    if len(kept) < 2:  # noqa: PLR2004 - the current one and the one before
        return Moves(None, now, (), (), (), 0, 0, "There is no assessment before this one to compare it with.", "")
    old, new = kept[True], kept[False]
    before = Side("the assessment before", old.as_of, old.made_at, old.rule, old.load)
    was, stands = unpacked(old.standing), unpacked(new.standing)
    return moves((before, was), (now, stands), ({}, {}), {}, left(graph, was, stands))
