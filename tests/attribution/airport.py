"""The airport rule: the exact Shapley value of a maximum, shared out down the tree of agencies (section 3, point 3)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

Key = TypeVar("Key", bound="Hashable")


@dataclass(frozen=True)
class Part(Generic[Key]):
    """One requirement (or money) that takes part: its size, and the agencies from the root down to where it stands."""

    key: Key
    path: tuple[str, ...]
    size: Fraction


def airport(sizes: Sequence[Fraction]) -> list[Fraction]:
    """Return the shares of the largest size, in the order of `sizes`: they sum to it exactly.

    With l1 <= ... <= ln the i-th has the sum over k <= i of (lk - lk-1) / (n - k + 1).
    """
    shares = [Fraction(0)] * len(sizes)
    so_far, before = Fraction(0), Fraction(0)
    for place, which in enumerate(sorted(range(len(sizes)), key=sizes.__getitem__)):
        so_far += (sizes[which] - before) / (len(sizes) - place)
        before = sizes[which]
        shares[which] = so_far
    return shares


def down_the_tree(parts: Sequence[Part[Key]], given: Fraction) -> dict[Key, Fraction]:
    """Share out `given` between root agencies, then between the parts of each, and so down to the requirements.

    A part without agencies (money that has no agency in common) stands beside the root agencies.
    """
    return shared(parts, given, depth=0)


def shared(parts: Sequence[Part[Key]], given: Fraction, depth: int) -> dict[Key, Fraction]:
    """Share out what one agency (the one at `depth` of every path; none: the whole country) was given."""
    itself = [part for part in parts if len(part.path) == depth]
    children: defaultdict[str, list[Part[Key]]] = defaultdict(list)
    for part in parts:
        if len(part.path) > depth:
            children[part.path[depth]].append(part)
    groups = [*children.values(), itself] if itself else [*children.values()]
    done: dict[Key, Fraction] = {}
    for group, share in zip(groups, scaled([largest(group) for group in groups], given), strict=True):
        if group is itself:
            singles = scaled([part.size for part in group], share)
            done |= {part.key: single for part, single in zip(group, singles, strict=True)}
        else:
            done |= shared(group, share, depth + 1)
    return done


def scaled(sizes: Sequence[Fraction], given: Fraction) -> list[Fraction]:
    """Return the airport shares of one level, scaled to what the level above was given."""
    most = max(sizes, default=Fraction(0))
    return [share * given / most if most else Fraction(0) for share in airport(sizes)]


def largest(parts: Sequence[Part[Key]]) -> Fraction:
    """Return the size of a group: the largest size in it."""
    return max(part.size for part in parts)


def in_common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the path of the lowest agency that all paths have in common; empty where there is none."""
    common: list[str] = []
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        common.append(steps[0])
    return tuple(common)


def total(shares: Mapping[Key, Fraction]) -> Fraction:
    """Return the sum of shares."""
    return sum(shares.values(), Fraction(0))
