"""`accountability load` in a terminal: what it says, where it says it, how it ends, and what it keeps."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from full_plan import FULL, changed, write_full
from graph_contents import digest
from plan_folders import write_folder
from typer.testing import CliRunner, Result

from graph_schema.answers.status import status
from graph_schema.catalog import statements
from graph_schema.errors import AccountabilityError, UsageError
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownAgencyError
from graph_schema.settings import Settings
from loaders.cli import app
from loaders.load import load

AS_OF = ("--as-of", "2027-06-30")
WRONG = changed("releases", "R1,L1,BUDGET,2026-08-01,600.25", "R1,L9,BUDGET,2026-02-31,600.255") | changed(
    "targets", "KM,ROADS,G-ROADS,Kilometres,quantity", "KM,ROADS,G-ROAD,,quantities"
)
"""Six wrong cells in two sheets, and a payment of line L1 that names the release."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def kept(settings: Settings) -> list[Path]:
    return sorted((settings.home / "refused").glob("*.json"))


@pytest.fixture(autouse=True)
def nothing_kept(settings: Settings) -> None:
    for path in kept(settings):
        path.unlink()


def test_a_load_tells_totals_change_and_day(graph: Graph, tmp_path: Path) -> None:
    done = run("load", write_full(tmp_path), *AS_OF)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "payments 4 1,050.5 2026-09-10 2027-01-15" in lines
    assert (
        f"Load 1: {sum(text.count(chr(10)) - 1 for text in FULL.values())} rows added, 0 changed, 0 removed." in lines
    )
    assert lines[-1] == "Assessed as of the end of 2027-06-30."
    assert any("the requirement on 'FLOOD' is unsigned" in line for line in lines)
    assert status(graph).as_of == date(2027, 6, 30)


def test_the_same_again_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    folder = write_full(tmp_path)
    run("load", folder, *AS_OF)
    before = digest(graph)
    again = run("load", folder)
    assert again.exit_code == 0
    assert "Nothing changed: the graph holds all of this already." in again.stdout
    assert "Assessed" not in again.stdout
    assert digest(graph) == before


def test_a_refused_load_tells_every_problem_keeps_them_and_leaves_the_graph(
    graph: Graph, settings: Settings, tmp_path: Path
) -> None:
    run("load", write_full(tmp_path / "one"), *AS_OF)
    before = digest(graph)
    folder = write_full(tmp_path / "two", **WRONG)
    refused = run("load", folder, *AS_OF)
    assert (refused.exit_code, refused.stdout) == (1, "")
    places = [line.partition(": ")[0] for line in refused.stderr.splitlines()]
    assert places == [
        "payments.csv:3 (release)",
        "releases.csv:2 (amount)", "releases.csv:2 (budget_line)", "releases.csv:2 (planned_on)",
        "targets.csv:5 (agreement)", "targets.csv:5 (measure)", "targets.csv:5 (title)", "7 problems",
    ]  # fmt: skip
    assert refused.stderr.endswith("7 problems: nothing was loaded, the graph is as it was.\n")
    assert digest(graph) == before
    (file,) = kept(settings)
    record = json.loads(file.read_text(encoding="utf-8"))
    assert record["paths"] == [str(folder)]
    problems = [each["text"] for each in record["problems"] if each["severity"] == "problem"]
    assert problems == refused.stderr.splitlines()[:-1]


def test_json_holds_the_same_for_programs(graph: Graph, tmp_path: Path) -> None:
    done = run("load", write_full(tmp_path / "one"), *AS_OF, "--json")
    record = json.loads(done.stdout)
    assert (record["load"], record["refused"], record["assessed_as_of"]) == (1, False, "2027-06-30")
    (payments,) = [each for each in record["totals"] if each["sheet"] == "payments"]
    assert payments == {"sheet": "payments", "rows": 4, "amount": "1050.5", "first": "2026-09-10", "last": "2027-01-15"}
    before = digest(graph)
    refused = run("load", write_full(tmp_path / "two", **WRONG), "--json")
    assert (refused.exit_code, refused.stderr) == (1, "")
    record = json.loads(refused.stdout)
    assert (record["load"], record["refused"]) == (None, True)
    assert record["error"] == "7 problems: nothing was loaded, the graph is as it was."
    assert sum(each["severity"] == "problem" for each in record["problems"]) == 7
    assert digest(graph) == before


def test_a_dry_run_lists_what_would_change_and_writes_nothing(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    load(graph, [write_full(tmp_path / "one")])
    before = digest(graph)
    sheets = changed("releases", "R2,L1,BUDGET,2026-12-01", "R2,L1,BUDGET,2026-12-24")
    sheets |= changed("requirements", "ROAD,FLOOD,,,,\n", "KM,FLOOD,,,,\n")
    folder = write_full(tmp_path / "two", **sheets)
    told = run("load", folder, "--dry-run", "--allow-removals")
    assert told.exit_code == 0
    for line in (
        "  ~ R2  (releases.csv:3)  planned_on: 2026-12-01 → 2026-12-24",
        "  + KM · FLOOD  (requirements.csv:6)",
        "  - ROAD · FLOOD  (requirements.csv:6)",
        "Dry run, nothing written: 1 row added, 1 changed, 1 removed.",
    ):
        assert line in told.stdout.splitlines()
    rows: list[dict[str, Any]] = json.loads(run("load", folder, "--dry-run", "--allow-removals", "--json").stdout)[
        "rows"
    ]
    assert [(row["sheet"], row["what"], row["key"]) for row in rows] == [
        ("releases", "changed", ["R2"]),
        ("requirements", "added", ["KM", "FLOOD"]),
        ("requirements", "removed", ["ROAD", "FLOOD"]),
    ]
    assert run("load", folder, "--dry-run").exit_code == 1
    assert digest(graph) == before
    assert kept(settings) == []


def test_problems_are_told_even_where_they_cannot_be_kept(settings: Settings, tmp_path: Path) -> None:
    folder = settings.home / "refused"
    if folder.exists():
        folder.rmdir()
    folder.write_text("not a folder")
    try:
        refused = run("load", write_full(tmp_path, **WRONG))
    finally:
        folder.unlink()
    assert refused.exit_code == 1
    assert "targets.csv:5 (measure): expected date, quantity, cascade or releases" in refused.stderr
    assert "could not be kept" in refused.stderr.splitlines()[-1]


def test_only_the_latest_refusals_are_kept(settings: Settings, tmp_path: Path) -> None:
    folder = write_full(tmp_path, targets="id\nX\n")
    (settings.home / "refused").mkdir(exist_ok=True)
    for number in range(25):
        (settings.home / "refused" / f"2020010{number:02}.json").write_text("{}")
    run("load", folder)
    assert len(kept(settings)) == 20
    assert json.loads(kept(settings)[-1].read_text())["paths"] == [str(folder)]


def test_a_load_whose_assessment_never_came_is_assessed_by_the_next(graph: Graph, tmp_path: Path) -> None:
    folder = write_full(tmp_path)
    assert "Assessed" not in run("load", folder, "--no-assess").stdout
    assert status(graph).as_of is None
    again = run("load", folder)
    assert "Nothing changed" in again.stdout
    assert "Assessed as of" in again.stdout
    assert not status(graph).stale


def test_what_was_loaded_is_told_even_where_it_cannot_be_assessed(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = type(statements()["assess/charge"])("assess/charge", "CYPHER 25 RETURN 1 / 0", "", (), ())
    with monkeypatch.context() as patch:
        patch.setitem(statements(), "assess/charge", broken)
        failed = run("load", write_full(tmp_path), *AS_OF)
    assert isinstance(failed.exception, AccountabilityError)
    assert "Load 1: " in failed.stdout
    assert "Assessed" not in failed.stdout
    assert (status(graph).latest_load, status(graph).as_of) == (1, None)
    assert "Assessed as of the end of 2027-06-30." in run("load", tmp_path, *AS_OF).stdout


def test_one_agency_and_removals_are_asked_for(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write_full(tmp_path / "one")])
    folder = write_folder(
        tmp_path / "two", plan=FULL["plan"], milestones="id,agency,kind,title\nPAPER,FIN,request,Paper\n"
    )
    refused = run("load", folder, "--for", "FIN", "--no-assess")
    assert "--allow-removals" in refused.stderr
    gone = run("load", folder, "--for", "FIN", "--no-assess", "--allow-removals")
    assert "which this load removes" in gone.stderr  # ROAD still needs the clearance that would go
    paper = FULL["milestones"].splitlines()[1].replace("Clearance", "Clearance on paper")
    milestones = f"{FULL['milestones'].splitlines()[0]}\n{paper}\nPAPER,FIN,request,Paper,,\n"
    write_folder(folder, milestones=milestones)
    assert "Load 2: 1 row added, 1 changed, 0 removed." in run("load", folder, "--for", "FIN", "--no-assess").stdout
    unknown = run("load", folder, "--for", "FINN")
    assert isinstance(unknown.exception, UnknownAgencyError)
    assert "'FIN'" in str(unknown.exception)
    assert unknown.exception.exit_code == 2


def test_a_day_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    wrong = run("load", write_full(tmp_path), "--as-of", "30.6.2027")
    assert isinstance(wrong.exception, UsageError)
    assert "2027-06-30" in str(wrong.exception)


def test_the_day_is_today_or_the_last_report_of_a_plan_that_is_over(graph: Graph, tmp_path: Path) -> None:
    outcome = load(graph, [write_full(tmp_path)])
    for today in (date(2026, 7, 1), date(2027, 6, 30)):
        assert outcome.assessed_on(today) == today
    assert outcome.assessed_on(date(2027, 6, 30) + timedelta(1)) == date(2027, 5, 31)


def test_json_stays_one_document_where_the_assessment_fails(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = type(statements()["assess/charge"])("assess/charge", "CYPHER 25 RETURN 1 / 0", "", (), ())
    with monkeypatch.context() as patch:
        patch.setitem(statements(), "assess/charge", broken)
        failed = run("load", write_full(tmp_path), *AS_OF, "--json")
    record = json.loads(failed.stdout)
    assert (failed.exit_code, record["load"], record["assessed_as_of"]) == (3, 1, None)
    assert record["error"].startswith("The database refuses this statement")
    assert (record["kind"], record["exit_code"]) == ("Statement", 3)
    assert status(graph).latest_load == 1
