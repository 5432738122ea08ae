"""Properties of the reference on random plans that change: revisions, rulings, posts; and what those plans cover."""

from __future__ import annotations

import csv
from collections import Counter
from fractions import Fraction
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest
from attribution.changed_features import REQUIRED_OF_CHANGES, changed_features
from attribution.fixes import best_fix, best_fixes, fixable, would_be
from attribution.holders import answering, charged_by_holder
from attribution.influence import walked
from attribution.opinions import by_driving, by_size, recursion
from attribution.plan import Release, Target
from attribution.posts import official_scores, post_scores
from attribution.properties import broken_sums
from attribution.questions import first_promise
from attribution.random_changes import write_changed_plan
from attribution.random_plans import RandomPlan, size_of
from attribution.reference import FIRST_PROMISE, UNRULED, assess, load_plan, report, tier_charges, tiers
from attribution.scores import government
from attribution.what_if import what_if

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from attribution.book import Revision
    from attribution.cells import Row
    from attribution.plan import PlanYear, Years
    from attribution.reference import Assessment
    from attribution.what_if import Otherwise

SEEDS = [*range(16), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(16, 100))]
FEWER = [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 40))]


def plan(seed: int, folder: Path, most: int = 80) -> RandomPlan:
    """Write the changed plan of a seed."""
    return write_changed_plan(seed, folder, min(size_of(seed), most))


@pytest.mark.parametrize("seed", SEEDS)
def test_sums_conserve_exactly_with_revisions_and_rulings(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path)
    years = load_plan(tmp_path)
    for as_of in written.as_of:
        found = assess(years, as_of)
        for each, days in found.days.items():
            assert days.own + sum(days.causes.values()) == days.whole == found.dates.known[each].delay
            assert min([days.own, *days.causes.values(), *found.roots[each].values()]) >= 0
            assert sum(found.roots[each].values()) == 1
            assert all(0 <= stay.whole <= 1 for stay in days.stays.values())
            through, began = walked(each, found)
            assert {root: part for root, part in began.items() if part} == found.root_days(each)
            assert all(began.get(cause, 0) <= part for cause, part in through.items())
        for each, units in found.units.items():
            assert units.own + sum(units.causes.values()) == units.whole == sum(found.root_units(each).values())
            assert min([units.own, *units.causes.values()]) >= 0
        for year in years.years:
            assert broken_sums(years, report(years, as_of, year.id)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_holders_answer_for_sums_to_what_was_charged(seed: int, tmp_path: Path) -> None:
    """Each point has exactly one holder's worth of answer, and the matrix has the same rows and columns."""
    written = plan(seed, tmp_path)
    years = load_plan(tmp_path)
    found = assess(years, written.as_of[1])
    for year in years.years:
        for tier, agreements in tiers(year, found).items():
            charged = tier_charges(year, tier, found)
            assert sum(charged_by_holder(year, tier, found).values()) == sum(charged.values())
            rows = found.by_row(charged, year.tree, tier)
            cells: Counter[str] = Counter()
            for each in agreements:
                row = found.by_row(found.ways.charged(found.losses([each.agreement])), year.tree, tier)
                assert sum(row.values()) == (100 - each.official) * each.agreement.weight
                cells.update(row)
            assert dict(cells) == rows
            for charge in found.ways.charges(found.losses(each.agreement for each in agreements)):
                parts = answering(charge, year, found)
                assert sum(parts.values()) == 1
                assert min(parts.values()) >= 0


@pytest.mark.parametrize("seed", FEWER)
def test_scores_of_officials_lie_between_those_of_their_posts(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path)
    found = assess(load_plan(tmp_path), written.as_of[1])
    for year in found.years.years:
        posts = post_scores(year, found)
        length = max(0, min(year.ends, found.dates.as_of) - year.starts + 1)
        for official, score in official_scores(year, found).items():
            assert 0 <= score.days <= length
            assert (score.scores is None) == (score.days == 0)
            held = {tenure.post for tenure in found.years.people.tenures if tenure.official == official}
            known = [posts[post].scores for post in held if post in posts]
            ends = [one[0] for one in known if one is not None]
            assert score.scores is None or min(ends) <= score.scores[0] <= max(ends)


@pytest.mark.parametrize("seed", FEWER)
def test_other_opinions_share_out_the_same_days(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path, 45)
    found = assess(load_plan(tmp_path), written.as_of[1], UNRULED)
    for each, delay in found.days.items():
        if not delay.whole:
            continue
        for share in (by_driving, by_size):
            other = share(each, found)
            assert other.own + sum(other.causes.values()) == delay.whole
        steps = recursion(each, found)
        everybody = 2 ** len(steps.owners) - 1
        assert (steps.delay(0), steps.delay(everybody)) == (delay.whole * steps.parts, 0)
        shares = steps.shapley()
        if shares is not None:
            assert sum(shares.values()) == delay.whole
            assert min(shares.values()) >= 0


def same(thought: Otherwise, found: Assessment) -> bool:
    """Tell whether a what-if changed nothing at all."""
    return (
        thought.delays == {each: days.whole for each, days in found.days.items()}
        and thought.shortfalls == {each: units.whole for each, units in found.units.items()}
        and thought.raw == {each: score.raw for each, score in found.scores.items()}
    )


@pytest.mark.parametrize("seed", FEWER)
def test_what_if_of_nothing_changes_nothing(seed: int, tmp_path: Path) -> None:
    """Neither a walk without a change, nor one in which something comes on the very day on which it came."""
    written = plan(seed, tmp_path)
    years = load_plan(tmp_path)
    for as_of in written.as_of:
        found = assess(years, as_of, UNRULED)
        assert same(what_if(found, {}, walk_all=True), found)
        for each in list(found.days)[::5]:
            known = found.dates.known[each]
            if each not in found.units and known.delay:
                assert same(what_if(found, {each: known.finish}, walk_all=True), found)


@pytest.mark.parametrize("seed", FEWER)
def test_what_if_never_harms_and_leaves_alone_what_it_does_not_touch(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path, 45)
    found = assess(load_plan(tmp_path), written.as_of[1], UNRULED)
    for each in fixable(found)[::3]:
        quick, whole = what_if(found, {each: None}), what_if(found, {each: None}, walk_all=True)
        assert (quick.delays, quick.shortfalls, quick.raw) == (whole.delays, whole.shortfalls, whole.raw)
        assert all(0 <= days <= found.days[other].whole for other, days in whole.delays.items())
        assert all(0 <= units <= found.units[other].whole for other, units in whole.shortfalls.items())
        assert all(found.scores[other].raw <= raw <= 100 for other, raw in whole.raw.items())


@pytest.mark.parametrize("seed", FEWER)
def test_the_best_fix_is_the_best_of_all(seed: int, tmp_path: Path) -> None:
    """Against every single deliverable, fixable or not: nothing scores higher, and of equal ones the smallest id."""
    written = plan(seed, tmp_path, 35)
    found = assess(load_plan(tmp_path), written.as_of[-1], UNRULED)
    year = found.years.years[0]
    tier, signed = next(iter(tiers(year, found).items()))
    assert government(signed) is not None
    score = scored(year, tier)
    best = best_fix(found, score)
    all_of_them = {each: score(what_if(found, {each: None}, walk_all=True)) for each in found.days}
    highest = max(all_of_them.values())
    assert best is not None
    assert best == (min(each for each in fixable(found) if all_of_them[each] == highest), highest)
    greedy = best_fixes(found, score, 2)
    pairs = [score(what_if(found, {best[0]: None, each: None})) for each in fixable(found)]
    assert (greedy[0], greedy[-1][1]) == (best, max(pairs))


def scored(year: PlanYear, tier: int) -> Callable[[Otherwise], Fraction]:
    """Return how to score a what-if: by the government's score of a tier."""
    return lambda thought: government(would_be(year, thought)[tier]) or Fraction(0)


def without(source: Path, changed: Path, sheet: str, keep: Callable[[Row], bool]) -> Years:
    """Read a plan from which some rows of a sheet are left away."""
    copytree(source, changed)
    for path in changed.rglob(f"{sheet}.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns, found = list(reader.fieldnames or ()), [row for row in reader if keep(row)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(found)
    return load_plan(changed)


def key(revision: Revision) -> tuple[str, ...]:
    """Return what names a revision, but for its day."""
    return (*revision.cell, revision.column)


@pytest.mark.parametrize("seed", FEWER)
def test_a_late_revision_changes_no_number(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path / "plan")
    years = load_plan(written.folder)
    late = {(*key(one), one.value) for one in years.book.late} - {(*key(one), one.value) for one in years.book.timely}
    assert late

    def keep(row: Row) -> bool:
        return tuple(row[cell] for cell in ("sheet", "id", "requires", "column", "value")) not in late

    timely = without(written.folder, tmp_path / "timely", "revisions", keep)
    assert timely.book.timely == years.book.timely
    assert len(timely.book.late) < len(years.book.late)
    for as_of in written.as_of:
        for year in written.plan_years:
            assert report(timely, as_of, year) == report(years, as_of, year)


@pytest.mark.parametrize("seed", FEWER)
def test_rulings_move_causes_alone_and_the_first_promise_knows_neither(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path / "plan")
    years, as_of = load_plan(written.folder), written.as_of[-1]
    unruled = without(written.folder, tmp_path / "unruled", "disputes", lambda _: False)
    first = without(tmp_path / "unruled", tmp_path / "first", "revisions", lambda _: False)
    moved = 0
    for year in written.plan_years:
        one, two = report(years, as_of, year), report(unruled, as_of, year)
        moved += one != two
        assert legal(one) == legal(two)
        promised = first_promise(years.year(year), assess(years, as_of, FIRST_PROMISE))
        plain = report(first, as_of, year)
        assert promised["raw"] == {
            each: plain["deliverables"][each]["raw"]
            for each, deliverable in first.deliverables.items()
            if isinstance(deliverable, Target) and deliverable.year.id == year
        }
        for column in ("official", "adjusted", "government"):
            assert promised[column] == {tier: answers[column] for tier, answers in plain["tiers"].items()}
    assert moved


def legal(answers: dict[str, Any]) -> dict[str, Any]:
    """Return what no ruling changes: what is due, dates, delays, shortfalls, scores."""
    columns = ("due", "raw", "loss", "finish", "delay_days", "shortfall", "achieved")
    return {
        "deliverables": {
            each: {column: found.get(column) for column in columns} for each, found in answers["deliverables"].items()
        },
        "tiers": {
            tier: {column: found[column] for column in ("official", "measured", "government")}
            for tier, found in answers["tiers"].items()
        },
    }


@pytest.mark.parametrize("seed", FEWER)
def test_what_is_owed_lies_between_the_first_promise_and_the_move_of_who_waits(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path)
    found = assess(load_plan(tmp_path), written.as_of[-1])
    for claims in found.dates.claims.values():
        for claim in claims:
            promised = claim.wait.promised
            assert min(0, promised.shift) <= claim.owed_day - promised.base <= max(0, promised.shift)
            assert 0 <= promised.lowered < 1
            assert claim.came <= found.dates.known[claim.wait.gives.id].finish
            if isinstance(claim.wait.gives, Release):
                assert promised.owed is not None
                assert promised.raised == (claim.wait.gives.amount > promised.owed)


def covered(seeds: range, folder: Path) -> Counter[str]:
    """Return the number of changed plans in which each feature occurs on one of the plan's days."""
    plans: Counter[str] = Counter()
    for seed in seeds:
        written = plan(seed, folder / str(seed))
        plans.update({name for as_of in written.as_of for name in changed_features(written.folder, as_of)})
    return plans


def test_every_feature_of_changes_occurs_in_the_first_twenty_plans(tmp_path: Path) -> None:
    plans = covered(range(20), tmp_path)
    assert {feature: plans[feature] for feature in REQUIRED_OF_CHANGES if plans[feature] < 3} == {}


def test_the_same_seed_changes_a_plan_in_the_same_way(tmp_path: Path) -> None:
    one, two = plan(5, tmp_path / "one"), plan(5, tmp_path / "two")
    for path in one.folder.rglob("*.csv"):
        assert path.read_bytes() == (two.folder / path.relative_to(one.folder)).read_bytes()
