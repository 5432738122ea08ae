"""`posts`, `officials`, `recognition`, `walk`, `coverage` as commands; and the page about people, held true."""

import json
from datetime import date
from pathlib import Path

import pytest
from engine import VECTORS, differences, loaded
from plan_folders import write_plan
from terminal import run, run_json

from graph_schema.answers.coverage import coverage
from graph_schema.answers.frames import to_frame
from graph_schema.answers.people.officials import officials
from graph_schema.answers.people.post import post
from graph_schema.answers.people.posts import posts
from graph_schema.answers.people.recognition import Quota, places, ratings
from graph_schema.answers.people.tenures import VACANT, Holder, TenureRow, Tenures
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotATargetError, UnknownDeliverableError, UnknownPostError

PAGE = Path(__file__).parents[1] / "docs" / "people.md"
COMMANDS = (["posts"], ["officials"], ["recognition"], ["coverage"])


@pytest.fixture(scope="module")
def people(open_once: Graph) -> Graph:
    """The worked case people as of the end of its year."""
    loaded(open_once, VECTORS / "people")
    assess(open_once, date(2027, 6, 30))
    return open_once


def test_the_page_works_out_what_the_product_gives(people: Graph) -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = {row.official_id: row for row in officials(people, persons=True).rows}
    karma = rows["KARMA"]
    assert karma.official == pytest.approx((184 * 90 + 181 * (90 + 81 + 1 / 3) / 2) / 365, abs=1e-9)
    assert f"= {karma.official:.4f}" in page
    assert f"= {karma.adjusted:.4f}" in page
    assert {post.post: post.days for post in karma.posts} == {"ROADS-SIGN": 365, "CAMP-CLERK": 181}
    scores = {row.post: row for row in posts(people).rows}
    for each in ("ROADS-SIGN", "CAMP-CLERK"):
        for score in (scores[each].official, scores[each].adjusted):
            assert f"{score:.4f}".removesuffix(".0000") in page
    sonam = {part.tier: part.points for part in rows["SONAM"].caused}
    assert sonam[1] == pytest.approx(20 * (100 - 89 - 1 / 3) / 100 * 5 / 16, abs=1e-9)
    assert f"= {sonam[1]:.4f}" in page
    hidden = next(row for row in officials(people).rows if row.standing == "undisclosed")
    assert f"= {hidden.caused[0].points:.4f}" in page


def test_the_tenures_of_a_post_cover_its_year_and_its_points(people: Graph) -> None:
    for row in posts(people).rows:
        card = post(people, row.post, persons=True)
        assert card.row == row
        assert sum(t.days for t in card.tenures) >= row.days
        assert sum(t.days for t in card.tenures if t.standing == "vacant") == row.vacant_days
        caused = {p.tier: p.points for p in row.caused}
        for tier, points in caused.items():
            assert sum(p.points for t in card.tenures for p in t.caused if p.tier == tier) == pytest.approx(points)
    assert "Karma (KARMA)" in run("posts", "--post", "ROADS-SIGN", "--persons").stdout
    assert "Karma" not in run("posts", "--post", "ROADS-SIGN").stdout
    with pytest.raises(UnknownPostError, match="a post 'ROADS-SIGM'"):
        post(people, "ROADS-SIGM")


def test_commands_name_posts_and_persons_on_request(people: Graph) -> None:
    assert people
    shown = run("officials").stdout
    assert "Posts, not persons; names with --persons." in shown
    assert "Karma" not in shown
    assert "KARMA" not in run("officials", "--json").stdout
    assert "Karma (KARMA)" in run("officials", "--persons").stdout
    assert [line.split()[-2:] for line in shown.splitlines() if line.startswith("all")] == [["16.4", "16.4"]]
    rows = {row["post"]: row for row in run_json("posts")["rows"]}
    assert rows["ROADS-ENG"]["official"] == pytest.approx(80.47619047619048, abs=1e-9)
    assert "ROADS-ENG stands lower for what began elsewhere: 5.8 points." in run("recognition").stdout
    walked = run("walk", "VALLEY").stdout
    assert walked.splitlines()[1].startswith("Valley connected lost 7.3 points; the largest part, 2.5, began in Roads")
    assert [line.split()[-1] for line in walked.splitlines() if line.startswith("all")] == ["7.3"] * 3
    assert "1 target" not in run("coverage").stdout
    assert "supports no target of WORKS, nor of anybody else" in run("coverage").stdout
    assert list(to_frame(posts(people).rows)["post"])[:2] == ["FIN-SEC", "WORKS-SEC"]


def test_the_report_of_questions_is_the_answer_file(people: Graph) -> None:
    assert people
    asked = json.loads((VECTORS / "people" / "questions" / "2027-06-30.json").read_text(encoding="utf-8"))
    found = run_json("report", "--questions")
    assert list(differences({key: asked[key] for key in found}, found)) == []
    assert found.keys() >= {"posts", "officials", "charged_by_holder", "held_up", "on_time", "second_opinions"}


def test_a_walk_starts_at_something_that_can_be_walked(people: Graph) -> None:
    assert people
    wrong = run("walk", "MONEY")
    assert isinstance(wrong.exception, NotATargetError)
    assert "who-delayed MONEY" in str(wrong.exception)
    unknown = run("walk", "VALEY")
    assert isinstance(unknown.exception, UnknownDeliverableError)
    assert "VALLEY" in str(unknown.exception)
    assert "FINANCE" not in str(unknown.exception)
    assert "Finance has no agreement with targets in this year." in run("walk", "FINANCE").stdout


def test_terminals_of_80_columns_hold_every_line(people: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    assert people
    for name, value in (("COLUMNS", "80"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    for command in (*COMMANDS, ["walk", "WORKS"], ["officials", "--persons"]):
        assert max(len(line) for line in run(*command).stdout.splitlines()) <= 80, command


def test_a_plan_without_posts_says_so(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    for command in ("posts", "officials", "recognition"):
        assert "No sheet up to 2026-27 lists a post." in run(command).stdout
    assert "lost 8 points" in run("walk", "ROAD").stdout
    assert {gap.kind for gap in coverage(graph).gaps} == {"no head post"}


def test_posts_without_tenures_are_vacant_and_nothing_is_due_before_the_year(graph: Graph, tmp_path: Path) -> None:
    sheets = {
        "posts": "id,title,agency,heads\nDG,Director,ROADS,yes\n",
        "targets": "id,agency,title,measure,planned_finish\nA,ROADS,Road,date,2026-09-01\n",
    }
    loaded(graph, write_plan(tmp_path / "plan", **sheets))
    assess(graph, date(2026, 1, 1))
    assert "before 2026-27 begins" in run("officials").stdout
    row = posts(graph).rows[0]
    assert (row.days, row.vacant_days, row.official) == (0, 0, None)
    assert run("recognition").stdout.splitlines()[1].startswith("No post has a score of its own yet")
    assert "Road: nothing is due yet." in run("walk", "A").stdout
    assess(graph, date(2027, 6, 30))
    assert "No tenure is in the plan: every post counts as vacant." in run("officials").stdout
    assert "1 stood vacant all the time." in run("posts").stdout
    assert run("posts", "--plan-year", "1999").exit_code != 0
    assert "has no agreement with targets" in run("walk", "ROADS").stdout
    assert "Road lost 100 points, which began in Roads with “Road”." in run("walk", "A").stdout


def test_ratings_keep_within_their_quotas_and_do_not_part_equals() -> None:
    scores = {"A": 99.0, "B": 95.0, "C": 95.0, "D": 91.0, "E": 85.0, "F": 70.0}
    assert places(scores) == {"A": 1, "B": 2, "C": 2, "D": 4, "E": 5, "F": 6}
    quotas = (Quota("Outstanding", 90, 20, 2), Quota("Very good", 80, 50, 3))
    assert ratings(scores, quotas) == {"A": "Outstanding", "B": "Very good", "C": "Very good", "D": "Very good"}
    assert ratings({"A": 89.0}, (Quota("Outstanding", 90, 100, 1),)) == {}


def test_time_of_a_post_is_divided_over_its_holders() -> None:
    held = Tenures.of(
        [
            TenureRow("P", "A", date(1970, 1, 1), date(1970, 1, 10)),
            TenureRow("P", "A", date(1970, 1, 5), date(1970, 1, 6)),
            TenureRow("P", "B", date(1970, 1, 9), date(1970, 1, 12)),
            TenureRow("P", None, date(1970, 1, 15), None),
        ]
    )
    a, b, hidden, nobody = Holder("official", "A"), Holder("official", "B"), Holder("undisclosed"), Holder(VACANT)
    # days 0 to 9 are A's, 8 and 9 shared with B, 10 and 11 B's, 12 and 13 nobody's, from 14 on not disclosed
    expected = {a: 9 / 20, b: 3 / 20, nobody: 2 / 20, hidden: 6 / 20}
    assert held.shares("P", -1, 19, 19) == pytest.approx(expected)
    assert held.shares("P", -1, 19, 11) == pytest.approx({a: 9 / 20, b: 11 / 20})
    assert held.shares("Q", 0, 1, 5) == {nobody: 1.0}
