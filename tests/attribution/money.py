"""Payments matched to releases, day by day, in whole minor units (section 2)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .plan import Payment, Release

Matched = dict[str, tuple[tuple[int, int], ...]]
"""Release -> the days on which money came for it, with the amount of each day, in order of days."""


def matched(releases: Iterable[Release], payments: Iterable[Payment]) -> Matched:
    """Match the payments of every line; what is matched stays matched, so no day of assessment is needed."""
    of_line: defaultdict[str, list[Release]] = defaultdict(list)
    paid: defaultdict[str, list[Payment]] = defaultdict(list)
    for release in releases:
        of_line[release.line].append(release)
    for payment in payments:
        paid[payment.line].append(payment)
    done: Matched = {}
    for line, owed in of_line.items():
        done |= line_matched(owed, paid[line])
    return done


def line_matched(releases: Sequence[Release], payments: Sequence[Payment]) -> Matched:
    """Match the payments of one line: on each day first those that name a release, then the rest first-in-first-out."""
    queue = sorted(releases, key=lambda release: (release.due_day, release.id))
    lacks = {release.id: release.amount for release in queue}
    came: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))

    def give(release: str, day: int, amount: int) -> int:
        """Give a release up to what it lacks; return what is over."""
        part = min(amount, lacks[release])
        if part:
            lacks[release] -= part
            came[release][day] += part
        return amount - part

    for day in sorted({payment.paid_on for payment in payments}):
        today = [payment for payment in payments if payment.paid_on == day]
        over = sum(give(each.release, day, each.amount) for each in today if each.release is not None)
        over += sum(payment.amount for payment in today if payment.release is None)
        for release in queue:
            over = give(release.id, day, over)
    return {release.id: tuple(sorted(came[release.id].items())) for release in queue}
