"""The sample country: made by its script, rich enough to show everything, and true to its stories."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from attribution.reference import assess, load_plan, report
from attribution.sheets import plan_folders

from loaders.check import check
from loaders.merge import merge
from loaders.read import read_plan
from loaders.sample import AS_OF, PLAN_YEARS, PLANS, STORIES, make

if TYPE_CHECKING:
    from pathlib import Path

    from attribution.plan import Years

FIRST, SECOND = PLAN_YEARS
TOLD: list[dict[str, Any]] = json.loads(STORIES.read_text(encoding="utf-8"))["stories"]


def rows(sheet: str, *plan_years: str) -> list[dict[str, str]]:
    """Return the rows of a sheet, of both plan years unless told."""
    found: list[dict[str, str]] = []
    for plan_year in plan_years or PLAN_YEARS:
        with (PLANS / plan_year / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
            found.extend(csv.DictReader(file))
    return found


@cache
def plan() -> Years:
    """Return both plan years as the reference reads them."""
    return load_plan(PLANS)


@cache
def answers(plan_year: str) -> dict[str, Any]:
    """Return the reference's report of a plan year on the day of the sample."""
    return report(plan(), AS_OF, plan_year)


def disagreements(told: Any, found: Any, place: str) -> list[str]:
    """Return each place where a story tells something else than is found; what it leaves out may be anything."""
    if isinstance(told, dict) and place.rpartition("_")[2] not in {"days", "units"}:
        return [line for key, value in told.items() for line in disagreements(value, found[key], f"{place}/{key}")]
    wanted = told if isinstance(told, str) else pytest.approx(told, rel=1e-9, abs=1e-9)
    return [] if found == wanted else [f"{place}: told {told}, found {found}"]


def test_the_script_writes_the_committed_folders_byte_for_byte(tmp_path: Path) -> None:
    make.main(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.csv")}
    kept = {path.relative_to(PLANS): path.read_bytes() for path in PLANS.rglob("*") if path.is_file()}
    assert made == kept


def test_the_plans_load_without_a_problem_and_with_few_warnings() -> None:
    reading = read_plan([PLANS])
    merged = merge({}, reading)
    said = [*reading.problems, *merged.problems, *check(merged.state)]
    assert [each for each in said if each.severity == "problem"] == []
    warned = Counter((each.file.split("/")[-1], each.column) for each in said if "requires nothing" not in each.message)
    assert warned == {
        ("agreements.csv", "published_at"): 2,
        ("agreements.csv", "signed_on"): 2,
        ("budget_lines.csv", "amount"): 1,
        ("progress.csv", "achieved"): 2,
        ("requirements.csv", "agreed_on"): 3,
        ("revisions.csv", "revised_on"): 4,
        ("targets.csv", "better"): 1,
        ("targets.csv", "id"): 1,
        ("tenures.csv", "official"): 3,
    }


def test_the_government_has_three_tiers_several_kinds_and_outsiders() -> None:
    kinds = Counter(row["kind"] for row in rows("agencies", FIRST))
    assert kinds.keys() == {
        "office", "ministry", "department", "division", "autonomous agency", "district", "external",
    }  # fmt: skip
    assert kinds.total() >= 12
    assert {row["id"] for row in rows("agencies", FIRST) if row["kind"] == "external"} == {"NDF", "COURT"}
    for plan_year in PLAN_YEARS:
        assert answers(plan_year)["tiers"].keys() == {"1", "2", "3"}


def test_an_agency_moved_between_the_years() -> None:
    before, after = (
        {row["id"]: row["part_of"] for row in rows("agencies", plan_year)} for plan_year in PLAN_YEARS
    )  # fmt: skip
    both = before.keys() & after.keys()
    moved = {agency: (before[agency], after[agency]) for agency in both if before[agency] != after[agency]}
    assert (before.keys() - both, after.keys() - both) == ({"LAMPOIL"}, {"SOLAR"})
    assert moved == {"RWATER": ("HEALTH", "WORKS")}


def test_every_official_is_marked_as_fictional() -> None:
    assert all(row["name"].endswith(" (fictional)") for row in rows("officials"))


def test_posts_are_handed_over_fall_vacant_and_stay_undisclosed() -> None:
    holders: dict[str, list[dict[str, str]]] = {}
    for row in rows("tenures", FIRST):
        holders.setdefault(row["post"], []).append(row)
    gaps = {
        post: (date.fromisoformat(new["since"]) - date.fromisoformat(old["until"])).days - 1
        for post, (old, new) in ((post, held) for post, held in holders.items() if len(held) == 2)
    }
    assert gaps["ROADS-DIR"] == 0
    assert gaps["BUDGET-DIR"] == 72
    assert date(2026, 8, 1) + timedelta(gaps["BUDGET-DIR"]) == date(2026, 10, 12)
    assert [post for post, held in holders.items() if held[-1]["until"]] == ["SCHBUILD-CHIEF", "LINES-ENG"]
    assert [row["post"] for row in rows("tenures", SECOND) if not row["official"]] == ["SURVEY-DIR", "SOLAR-CHIEF"]


def test_one_official_held_two_posts_and_one_post_had_two_holders() -> None:
    assert gaps_between("HYDRO-DG") == [-15]
    acting = {row["post"] for row in rows("tenures", FIRST) if row["official"] == "CASTOR-WYNHOLD"}
    assert acting == {"POWER-DG", "HYDRO-DG"}


def gaps_between(post: str) -> list[int]:
    """Return the days between each holder of a post and the next; below 0 both held it."""
    held = [row for row in rows("tenures", FIRST) if row["post"] == post]
    return [
        (date.fromisoformat(new["since"]) - date.fromisoformat(old["until"])).days - 1 for old, new in pairwise(held)
    ]


def test_agreements_are_signed_and_published_but_for_a_few() -> None:
    signed = {row["id"]: row["signed_on"] for row in rows("agreements")}
    assert [each for each, day in signed.items() if not day] == ["APA-VACC-28", "APA-SOLAR-28"]
    assert [each for each, day in signed.items() if "2026-07-01" < day < "2027-06-01"] == [
        "APA-CARE-27",
        "APA-HYDRO-27",
    ]
    assert [row["id"] for row in rows("agreements") if not row["published_at"]] == ["APA-CASH-27", "APA-FOREST-28"]


def test_there_is_enough_to_look_at() -> None:
    promised = [row["id"] for sheet in ("targets", "releases", "milestones") for row in rows(sheet)]
    needs = rows("requirements")
    assert len(promised) == len(set(promised)) >= 120
    assert len({row["deliverable"] for row in needs}) >= 60
    assert len(rows("releases")) >= 10
    years = {row["id"]: plan_year for plan_year in PLAN_YEARS for row in rows("targets", plan_year)}
    across = [row for row in needs if {years.get(row["deliverable"]), years.get(row["requires"])} == {FIRST, SECOND}]
    assert len(across) >= 4


def test_many_things_came_late_and_more_came_in_time() -> None:
    dated = [
        each
        for plan_year in PLAN_YEARS
        for each in answers(plan_year)["deliverables"].values()
        if "finish" in each and each["finish"] <= AS_OF
    ]
    late = [each for each in dated if each["delay_days"]]
    assert len(late) >= 25
    assert len(late) < len(dated) / 2
    assert sum(each["delay_days"] <= 14 for each in dated) > len(dated) * 0.65


def test_chains_are_at_least_five_deep() -> None:
    needs = {}
    for row in rows("requirements"):
        needs.setdefault(row["deliverable"], []).append(row["requires"])

    def rank(deliverable: str) -> int:
        return max((1 + rank(each) for each in needs.get(deliverable, ())), default=0)

    assert rank("STAT-GROWTH") == 5
    assert max(map(rank, needs)) >= 5


def test_scores_look_like_a_real_year() -> None:
    for plan_year in PLAN_YEARS:
        for tier in answers(plan_year)["tiers"].values():
            scores = sorted(tier["official"].values())
            assert scores[0] >= 75
            assert sum(score <= 98.5 for score in scores) > len(scores) / 2
            assert 85 <= tier["government"] <= 96


def test_late_money_costs_the_ministry_of_finance_more_than_its_agreement_says() -> None:
    tier = answers(FIRST)["tiers"]["1"]
    assert tier["official"]["FIN"] >= 90
    assert tier["official"]["FIN"] - tier["adjusted"]["FIN"] >= 5


def test_the_innocent_ministry_looks_worst_today_and_is_the_best() -> None:
    tier = answers(SECOND)["tiers"]["1"]
    assert min(tier["official"], key=tier["official"].__getitem__) == "EDU"
    assert tier["adjusted"]["EDU"] - tier["official"]["EDU"] >= 10
    assert tier["adjusted"]["EDU"] > 99


@pytest.mark.parametrize("story", TOLD, ids=[story["id"] for story in TOLD])
def test_a_story_tells_the_numbers_of_the_rule(story: dict[str, Any]) -> None:
    numbers, found = story["numbers"], answers(story["plan_year"])
    told = {key: numbers[key] for key in ("deliverables", "tiers") if key in numbers}
    assert disagreements(told, found, story["id"]) == []
    whole = assess(plan(), AS_OF)
    for target, points in numbers.get("points", {}).items():
        charged = whole.by_owner(whole.ways.charged({target: whole.scores[target].loss}))
        assert {agency: float(lost) for agency, lost in charged.items()} == pytest.approx(points, rel=1e-9)
    assert numbers.keys() <= {"deliverables", "tiers", "points", "unsigned_days"}


@pytest.mark.parametrize("story", TOLD, ids=[story["id"] for story in TOLD])
def test_a_story_names_what_the_sheets_call_it_and_rounds_right(story: dict[str, Any]) -> None:
    about = story.get("deliverable", story.get("agency"))
    assert about in {row["id"] for sheet in ("targets", "releases", "agencies") for row in rows(sheet)}
    rounded = {f"{number:.1f}" for number in _leaves(story["numbers"])}
    claims = [text for text in re.findall(r"\d+\.\d", story["sentence"]) if text != "100.0"]
    assert [text for text in claims if text not in rounded] == []


def _leaves(numbers: Any) -> list[float]:
    if isinstance(numbers, dict):
        return [leaf for value in numbers.values() for leaf in _leaves(value)]
    return [float(numbers)] if isinstance(numbers, int | float) else []


@pytest.mark.parametrize(
    ("target", "days"),
    [pair for story in TOLD for pair in story["numbers"].get("unsigned_days", {}).items()],
)
def test_an_unsigned_requirement_would_take_days_if_it_counted(target: str, days: float, tmp_path: Path) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    for folder in plan_folders(tmp_path / "plans"):
        with (folder / "requirements.csv").open(encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file))
        for row in table:
            row["agreed_on"] = "2026-06-22" if row["deliverable"] == target else row["agreed_on"]
        with (folder / "requirements.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table[0])
            writer.writeheader()
            writer.writerows(table)
    signed = assess(load_plan(tmp_path / "plans"), AS_OF)
    assert float(assess(plan(), AS_OF).days[target].own - signed.days[target].own) == days
