"""Properties of the reference itself on random plans, and what those plans cover."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from attribution import causes
from attribution.airport import Part, scaled
from attribution.features import REQUIRED, features
from attribution.influence import matrix
from attribution.mutations import known_by, move_record, shuffle_rows, split_record
from attribution.properties import broken_sums, direct_shares, moved_shares, settled, to_move, to_split
from attribution.random_plans import LARGEST, RandomPlan, size_of, write_plan
from attribution.reference import assess, load_plan, report, tier_charges, tiers

if TYPE_CHECKING:
    from pathlib import Path

    from attribution.plan import Years

SEEDS = [
    *range(40),
    *(pytest.param(seed, marks=pytest.mark.long) for seed in range(40, 200)),
]
FEWER = [*range(12), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(12, 100))]


def plan(seed: int, folder: Path) -> RandomPlan:
    """Write the plan of a seed; those that are changed and tried again are kept small."""
    return write_plan(seed, folder, min(size_of(seed), 90))


def reports(years: Years, as_of: str) -> dict[str, dict[str, Any]]:
    """Return the report of every plan year."""
    return {year.id: report(years, as_of, year.id) for year in years.years}


@pytest.mark.parametrize("seed", SEEDS)
def test_sums_conserve_exactly_and_no_share_is_negative(seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path, size_of(seed))
    years = load_plan(tmp_path)
    for as_of in written.as_of:
        found = assess(years, as_of)
        for each, days in found.days.items():
            assert days.own + sum(days.causes.values()) == days.whole == found.dates.known[each].delay
            assert sum(found.root_days(each).values()) == days.whole
            assert min([days.own, *days.causes.values(), *found.roots[each].values()]) >= 0
            assert sum(found.roots[each].values()) == 1
        for each, units in found.units.items():
            assert units.own + sum(units.causes.values()) == units.whole == sum(found.root_units(each).values())
            assert min([units.own, *units.causes.values()]) >= 0
        for year in years.years:
            for tier, agreements in tiers(year, found).items():
                charged = tier_charges(year, tier, found)
                assert min(charged.values(), default=Fraction(0)) >= 0
                lost = [(100 - each.official) * each.agreement.weight for each in agreements]
                assert sum(charged.values()) == sum(lost)
            assert broken_sums(years, report(years, as_of, year.id)) == []


@pytest.mark.parametrize("seed", FEWER)
def test_cutting_a_late_record_in_two_takes_nothing_from_others(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path / "plan")
    years, as_of = load_plan(written.folder), written.as_of[-1]
    before = reports(years, as_of)
    records = [each for year in before.values() for each in to_split(years, year)][:3]
    assert records
    for number, record in enumerate(records):
        cut = load_plan(split_record(written.folder, tmp_path / str(number), record))
        after, owner = reports(cut, as_of), years.deliverables[record].owner
        for year, answers in before.items():
            one, two = direct_shares(years, answers, owner), direct_shares(cut, after[year], owner)
            assert moved_shares(one, two, years.deliverables) == []


def test_without_the_tree_a_cut_record_would_take_from_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison sees what it is there for: a flat airport rule fails it."""

    def flat(parts: list[Part[str]], given: Fraction) -> dict[str, Fraction]:
        shares = scaled([part.size for part in parts], given)
        return {part.key: share for part, share in zip(parts, shares, strict=True)}

    monkeypatch.setattr(causes, "down_the_tree", flat)
    moved: list[str] = []
    for seed in range(5):
        written = plan(seed, tmp_path / f"plan{seed}")
        years, as_of, year = load_plan(written.folder), written.as_of[-1], written.plan_years[0]
        record = to_split(years, report(years, as_of, year))[0]
        cut, owner = (
            load_plan(split_record(written.folder, tmp_path / f"cut{seed}", record)),
            years.deliverables[record].owner,
        )
        one = direct_shares(years, report(years, as_of, year), owner)
        two = direct_shares(cut, report(cut, as_of, year), owner)
        moved += moved_shares(one, two, years.deliverables)
    assert moved


@pytest.mark.parametrize("seed", FEWER)
def test_registering_a_record_elsewhere_in_its_ministry_takes_nothing_from_others(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path / "plan")
    years, as_of = load_plan(written.folder), written.as_of[-1]
    before = reports(years, as_of)
    pairs = [pair for year in before.values() for pair in to_move(years, year)][:4]
    for number, (record, agency) in enumerate(pairs):
        elsewhere = load_plan(move_record(written.folder, tmp_path / str(number), record, agency))
        assert elsewhere.deliverables[record].owner == agency
        after = reports(elsewhere, as_of)
        for year, answers in before.items():
            one, two = direct_shares(years, answers, agency), direct_shares(elsewhere, after[year], agency)
            assert moved_shares(one, two, years.deliverables) == []


@pytest.mark.parametrize("seed", FEWER)
def test_order_of_rows_and_columns_changes_nothing(seed: int, tmp_path: Path) -> None:
    written = plan(seed, tmp_path / "plan")
    other = load_plan(shuffle_rows(written.folder, tmp_path / "shuffled", seed))
    years = load_plan(written.folder)
    for as_of in written.as_of:
        for year in written.plan_years:
            assert report(other, as_of, year) == report(years, as_of, year)
            assert matrix(other, as_of, year) == matrix(years, as_of, year)


@pytest.mark.parametrize("seed", FEWER)
def test_what_is_settled_stays_as_it_is(seed: int, tmp_path: Path) -> None:
    """Finished together with all its causes: where nothing more is heard, a later day changes nothing."""
    written = plan(seed, tmp_path / "plan")
    as_of = written.as_of[1]
    years = load_plan(known_by(written.folder, tmp_path / "known", as_of))
    before = reports(years, as_of)
    done = settled(years, before, as_of)
    assert done
    for days in (1, 40, 700):
        later = (date.fromisoformat(as_of) + timedelta(days=days)).isoformat()
        after = reports(years, later)
        for year, answers in before.items():
            for each in answers["deliverables"].keys() & done:
                one, two = answers["deliverables"][each], after[year]["deliverables"][each]
                assert {key: one[key] for key in one if key not in {"raw", "loss", "due"}} == {
                    key: two[key] for key in two if key not in {"raw", "loss", "due"}
                }


def test_the_same_seed_writes_the_same_plan(tmp_path: Path) -> None:
    one, two = write_plan(7, tmp_path / "one", 60), write_plan(7, tmp_path / "two", 60)
    assert (one.plan_years, one.as_of) == (two.plan_years, two.as_of)
    for path in one.folder.rglob("*.csv"):
        assert path.read_bytes() == (two.folder / path.relative_to(one.folder)).read_bytes()


@pytest.mark.parametrize("size", [20, 21, 57, LARGEST])
def test_a_plan_has_as_many_deliverables_as_asked_for(size: int, tmp_path: Path) -> None:
    write_plan(1, tmp_path, size)
    assert len(load_plan(tmp_path).deliverables) == size


def covered(seeds: range, folder: Path) -> Counter[str]:
    """Return the number of plans in which each feature occurs on one of the plan's days."""
    plans: Counter[str] = Counter()
    for seed in seeds:
        written = write_plan(seed, folder / str(seed), size_of(seed))
        plans.update({feature for as_of in written.as_of for feature in features(written.folder, as_of)})
    return plans


def test_every_required_feature_occurs_in_the_first_forty_plans(tmp_path: Path) -> None:
    plans = covered(range(40), tmp_path)
    assert {feature: plans[feature] for feature in REQUIRED if plans[feature] < 4} == {}


@pytest.mark.long
def test_every_required_feature_occurs_in_twenty_of_two_hundred_plans(tmp_path: Path) -> None:
    plans = covered(range(200), tmp_path)
    assert {feature: plans[feature] for feature in REQUIRED if plans[feature] < 20} == {}
