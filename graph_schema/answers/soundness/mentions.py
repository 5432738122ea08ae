"""Undeclared dependencies: reports that name somebody else as the cause where no requirement does."""

import re
from collections.abc import Mapping, Sequence

from graph_schema.answers.reporting.reporting import Report
from graph_schema.answers.tables import Party

OF_OTHERS = frozenset({"money late", "money short", "other agency", "clearance", "decision", "donor", "court"})
"""Codes of causes that somebody else answers for."""

_MILESTONES = frozenset({"clearance", "decision"})

_SHORTEST = 3
"""Letters of an id that stands for itself in a text."""


class Mentions:
    """Finds agencies by id or name in a text, as whole words; `within` is the path of each in the tree.

    Ids as written, of three letters or more; names in any case, of two words or more: “land” is no agency.
    """

    def __init__(self, agencies: Sequence[Party], within: Mapping[str, Sequence[str]]) -> None:
        self._within = within
        self._all = {a.id: a for a in agencies}
        self._ids = {a.id: a for a in agencies if len(a.id) >= _SHORTEST}
        self._names = {a.name.casefold(): a for a in agencies if " " in a.name.strip()}
        self._by_id = _words(self._ids, 0)
        self._by_name = _words(self._names, re.IGNORECASE)

    def of_others(self, text: str, owner: str) -> list[Party]:
        """The agencies that a text names, but for the owner, those above it and those under it."""
        found = {self._ids[m].id for m in self._by_id.findall(text)} if self._ids else set[str]()
        found |= {self._names[m.casefold()].id for m in self._by_name.findall(text)} if self._names else set[str]()
        above = self._within.get(owner, (owner,))
        return [self._all[k] for k in sorted(found) if k not in above and owner not in self._within.get(k, (k,))]


def _words(of: Mapping[str, Party], flags: int) -> re.Pattern[str]:
    longest = sorted(of, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", flags)


def named_cause(reports: Sequence[Report], *, milestone: bool) -> Report | None:
    """The report that tells the latest cause, if that is somebody else's; a milestone may be the clearance itself."""
    last = next((r for r in reversed(reports) if r.cause), None)
    others = OF_OTHERS - _MILESTONES if milestone else OF_OTHERS
    return last if last and last.cause in others else None
