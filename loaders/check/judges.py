"""Judges of disputes: for whom a ruling would be one in the judge's own house."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from loaders.check.whole import Whole, Year, text
from loaders.defaults import day
from loaders.plan import Row
from loaders.problems import quoted
from loaders.revised import Owners


def unfair(dispute: Row, shared: tuple[str, ...]) -> str:
    """What is wrong with a judge who is a party: the message about the cell `ruled_by`."""
    found = f"found {quoted(text(dispute, 'ruled_by'))}, whose agency stands together with {quoted(shared[0])}"
    more = f" and {len(shared) - 1} more" if len(shared) > 1 else ""
    remedy = "let a post rule whose agency has none in common with theirs"
    return f"expected a judge who is no party, {found}{more}: {remedy}"


class Benches:
    """Who may judge whom, by the trees of a plan."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    @cached_property
    def _owners(self) -> Owners:
        return Owners(self._whole.state)

    def parties(self, dispute: Row, passed_on: Collection[str] = ()) -> tuple[str, ...]:
        """The agencies with which the judge of a ruled dispute has one in common: a fair judge has none.

        Looked at are the agency that raised the dispute, the owners of its deliverable, of `from` and of `to` as in
        force on the day of the ruling, and `passed_on`: the ids of the owners to whom `from` and `to` pass on, which
        the causes as of that day tell. Agencies count with those that they are part of in the plan year of the
        deliverable, up to and without the root of all, where there is one. Empty where the judge or the deliverable
        is unknown.
        """
        disputed = self._whole.deliverables.get(text(dispute, "deliverable"))
        year = self._whole.year_of(disputed) if disputed else None
        post = year.posts.get(text(dispute, "ruled_by")) if year else None
        if disputed is None or year is None or post is None:
            return ()
        bench = _house(year, text(post, "agency"))
        named = dict.fromkeys((text(dispute, "raised_by"), *self._owners_of(dispute, disputed), *passed_on))
        return tuple(agency for agency in named if agency and not bench.isdisjoint(_house(year, agency)))

    def _owners_of(self, dispute: Row, disputed: Row) -> Iterable[str]:
        """The owners of the deliverable, and of those that `from` and `to` name."""
        on = day(dispute.values, "ruled_on")
        named = (self._whole.deliverables.get(text(dispute, column)) for column in ("from", "to"))
        for row in (disputed, *named):
            if row is not None:
                yield self._owners.on(row, on)


def _house(year: Year, agency: str) -> frozenset[str]:
    """An agency and those that it is part of, up to and without the root of all."""
    found: set[str] = set()
    while agency and agency not in found:
        found.add(agency)
        row = year.agencies.get(agency)
        agency = text(row, "part_of") if row else ""
    return frozenset(found - {_root_of_all(year.agencies)})


def _root_of_all(agencies: Mapping[str, Row]) -> str:
    """The one agency that all others are under, those that are external left aside; '' where there is none."""
    roots = [name for name, row in agencies.items() if not text(row, "part_of") and text(row, "kind") != "external"]
    return roots[0] if len(roots) == 1 else ""
