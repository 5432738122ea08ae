"""Publish: what is frozen answers as the graph did, stays as it was, and is all there or not at all."""

import hashlib
import json
import logging
import shutil
import zlib
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from engine import VECTORS, loaded
from graph_contents import digest as digest_of
from terminal import run
from test_hostile_names import MARKS

from benchmarks.plans import AS_OF as PLAN_DAY
from benchmarks.plans import write_plan
from graph_schema.answers.best_fix import best_fix_of_tier
from graph_schema.answers.coverage import coverage
from graph_schema.answers.frames import to_json
from graph_schema.answers.held_up import held_up
from graph_schema.answers.matrix import matrix
from graph_schema.answers.opinions import opinions
from graph_schema.answers.report import first_promise, report
from graph_schema.answers.reported import reported
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.verdict import who_delayed
from graph_schema.answers.what_if import what_if
from graph_schema.assess import assess
from graph_schema.errors import UsageError
from graph_schema.graph import Graph, Readable
from graph_schema.published import Frozen, frozen, publication, publications, publish, verify
from graph_schema.question_errors import (
    DamagedDocumentError,
    FinalExistsError,
    NotAssessedError,
    NotKeptError,
    NotOverError,
    StaleAssessmentError,
    UnknownDeliverableError,
    UnknownPublicationError,
)
from loaders.load import load
from loaders.sample import AS_OF, PLAN_YEARS, PLANS, SHOWN

DAY = date(2027, 6, 30)
EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
ANSWERS: dict[str, Callable[[Readable], Any]] = {
    "report": lambda graph: report(graph, PLAN_YEARS[0]),
    "first promise": lambda graph: first_promise(graph, year_of(plan_years(graph), PLAN_YEARS[0]), assessed(graph)),
    "plan years": plan_years,
    "coverage": coverage,
    "held up": lambda graph: held_up(graph, SHOWN),
    "what if": lambda graph: what_if(graph, {SHOWN: "on-time"}),
    "best fix": lambda graph: best_fix_of_tier(graph, 1, PLAN_YEARS[0], 2),
    "opinions": lambda graph: opinions(graph, SHOWN),
}


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Generator[Graph]:
    """The sample country as of its day, published."""
    open_once.write_alone(EMPTY)
    assert not load(open_once, [PLANS]).refused
    assess(open_once, date.fromisoformat(AS_OF))
    assert publish(open_once, "Statistics office").publication.number == 1
    yield open_once
    open_once.write_alone(EMPTY)


@pytest.mark.parametrize("ask", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_published_assessment_answers_as_the_graph_did(sample: Graph, ask: Callable[[Readable], Any]) -> None:
    assert to_json(ask(frozen(sample, 1))) == to_json(ask(sample))


def test_every_scorecard_and_matrix_is_there(sample: Graph) -> None:
    then = frozen(sample, 1)
    for year in plan_years(sample):
        for tier in year.tiers:
            assert scorecard(then, year.id, tier) == scorecard(sample, year.id, tier)
            assert matrix(then, year.id, tier) == matrix(sample, year.id, tier)


def test_every_verdict_is_there_with_its_chain_and_evidence(sample: Graph) -> None:
    then = frozen(sample, 1)
    ids = [row["id"] for row in sample.rows("CYPHER 25 MATCH (d:Deliverable) RETURN d.id AS id ORDER BY id")]
    assert len(ids) > 200
    different = [name for name in ids if who_delayed(then, name) != who_delayed(sample, name)]
    assert different == []


@pytest.fixture
def small(graph: Graph) -> Graph:
    """The worked case of rulings as of the end of its year."""
    loaded(graph, VECTORS / "ruled")
    assess(graph, DAY)
    return graph


def test_what_is_published_stays_when_the_plan_changes(small: Graph, tmp_path: Path) -> None:
    before = report(small)
    made = publish(small, "Statistics office", note="First").publication
    _late(small, tmp_path)
    assess(small, DAY)
    assert report(small) != before
    assert report(frozen(small, made.number)) == before
    checked = verify(small, made.number)
    assert checked.sound
    assert not checked.same_inputs
    again = publish(small, "Statistics office")
    assert (again.what, again.publication.number) == ("published", 2)
    assert again.publication.inputs != made.inputs


def test_the_same_is_published_once_and_may_become_final(small: Graph) -> None:
    first = publish(small, "A", note="Draft")
    assess(small, DAY)
    same = publish(small, "B", note="Other")
    assert (first.what, same.what, same.publication) == ("published", "unchanged", first.publication)
    made = publish(small, "C", final=True)
    assert made.what == "made final"
    assert (made.publication.state, made.publication.final_by, made.publication.note) == ("final", "C", "Draft")
    assert made.publication.digest == first.publication.digest
    assert publish(small, "D", final=True) == replace(made, what="unchanged")
    assert publish(small, "D").publication == made.publication


def test_a_final_one_stays_the_only_one_of_its_year(small: Graph) -> None:
    final = publish(small, "A", final=True).publication
    assert (final.state, final.final_by, final.final_at) == ("final", "A", final.published_at)
    assess(small, date(2027, 7, 31))
    with pytest.raises(FinalExistsError, match="publication 1; it stays"):
        publish(small, "A", final=True)
    assert publish(small, "A").publication.state == "provisional"
    assert publication(small, 1) == final


def test_a_year_that_goes_on_is_not_final(small: Graph) -> None:
    assess(small, date(2027, 3, 31))
    with pytest.raises(NotOverError, match="ends on 2027-06-30"):
        publish(small, "A", final=True)
    assert publications(small) == []


def test_nothing_and_old_numbers_are_not_published(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotAssessedError):
        publish(graph, "A")
    loaded(graph, VECTORS / "ruled")
    with pytest.raises(NotAssessedError):
        publish(graph, "A")
    assess(graph, DAY)
    _late(graph, tmp_path)
    with pytest.raises(StaleAssessmentError, match="Load 2 is newer"):
        publish(graph, "A")
    with pytest.raises(UnknownPublicationError, match="Publish one"):
        frozen(graph, 1)
    assert publications(graph) == []


class _Interrupt(logging.Handler):
    """Ctrl-C at the last moment."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() == "publishing: committing":
            raise KeyboardInterrupt


def test_an_interrupted_publication_leaves_nothing(small: Graph, caplog: pytest.LogCaptureFixture) -> None:
    before = digest_of(small)
    interrupt = _Interrupt()
    logger = logging.getLogger("accountability.publish")
    logger.addHandler(interrupt)
    try:
        with caplog.at_level(logging.INFO, logger.name), pytest.raises(KeyboardInterrupt):
            publish(small, "A")
    finally:
        logger.removeHandler(interrupt)
    assert digest_of(small) == before
    assert publish(small, "A").publication.number == 1


def test_a_damaged_document_is_told_and_not_opened(small: Graph) -> None:
    publish(small, "A")
    content = small.rows("read/document", number=1)[0]["content"]
    other = zlib.compress(zlib.decompress(content).replace(b"Road open", b"Toad open"))
    for damaged in (other, content[:-9]):
        small.write_alone("CYPHER 25 MATCH (d:Document) SET d.content = $content", content=damaged)
        assert not verify(small, 1).sound
        with pytest.raises(DamagedDocumentError):
            frozen(small, 1)


def test_a_document_of_an_older_version_is_opened(small: Graph) -> None:
    """Columns that statements gained since are none in it."""
    publish(small, "A")
    document = frozen(small, 1).document
    things = next(each for each in document["sections"] if each["statement"] == "read/kept_things")
    at = things["columns"].index("whole")
    for cells in (things["columns"], *things["rows"]):
        del cells[at]
    old = who_delayed(Frozen(document), "OPEN")
    assert old.accounts == who_delayed(small, "OPEN").accounts


def test_the_plan_is_digested_by_its_cells_alone(small: Graph, tmp_path: Path) -> None:
    made = publish(small, "A").publication
    moved = shutil.copytree(VECTORS / "ruled", tmp_path / "elsewhere")
    targets = (moved / "targets.csv").read_text(encoding="utf-8").splitlines()
    (moved / "targets.csv").write_text("\n".join([targets[0], *reversed(targets[1:])]) + "\n", encoding="utf-8")
    loaded(small, moved)
    assess(small, DAY)
    assert publish(small, "A").publication.inputs == made.inputs


def test_the_number_of_statements_does_not_grow_with_the_plan(graph: Graph, tmp_path: Path) -> None:
    counts = list[int]()
    for deliverables in (200, 600):
        write_plan(tmp_path / str(deliverables), deliverables)
        loaded(graph, tmp_path / str(deliverables))
        assess(graph, PLAN_DAY)
        graph.round_trips = 0
        publish(graph, "A")
        counts.append(graph.round_trips)
    assert counts[0] == counts[1] < 70


def test_a_question_that_needs_more_says_so(small: Graph) -> None:
    publish(small, "A")
    with pytest.raises(NotKeptError, match="current assessment"):
        reported(frozen(small, 1), ["delayed"])
    with pytest.raises(UnknownDeliverableError, match="OPEN"):
        who_delayed(frozen(small, 1), "OPNE")


@pytest.mark.parametrize("mark", [*MARKS.values(), "x" * 10_000, "\ud800 half", "{'$day': '2027-01-01'}"])
def test_hostile_texts_are_kept_as_texts(small: Graph, mark: str, tmp_path: Path) -> None:
    result = run("publish", "--by", mark, "--note", mark, "--json")
    assert result.exit_code == 0, result.output
    made = json.loads(result.stdout)["publication"]
    assert made["note"] == made["published_by"] == mark.encode("utf-8", "backslashreplace").decode()
    listed = run("publish", "--list")
    assert listed.exit_code == 0
    assert "\u202e" not in listed.stdout
    assert run("published", "1").exit_code == 0
    file = tmp_path / "one.json"
    assert run("published", "1", "--export", str(file)).exit_code == 0
    data = file.read_bytes()
    assert hashlib.sha256(data[data.index(b'"document":\n') + 12 : -3]).hexdigest() == made["digest"]
    whole = json.loads(data)
    assert whole["publication"] == made
    assert whole["reports"]["2026-27"]["report"] == json.loads(json.dumps(report(small)))


def test_the_commands_say_what_there_is(small: Graph, tmp_path: Path) -> None:
    assert "Nothing was published yet" in run("publish", "--list").stdout
    said = run("publish", "--by", "Statistics office", "--note", "For cabinet").stdout
    assert said.startswith("Published publication 1: plan year 2026-27, as of 30 June 2027, provisional.")
    assert run("publish").stdout.startswith("Nothing changed; this is there already: publication 1")
    assert run("publish", "--final").stdout.startswith("Made final publication 1: plan year 2026-27")
    shown = run("published", "1").stdout
    assert "For cabinet" in shown
    assert f"{scorecard(small).government_shown:.1f}" in shown
    assert "The plan in the graph is the one it rests on." in run("published", "1", "--verify").stdout
    assert isinstance(run("published", "7").exception, UnknownPublicationError)
    assert isinstance(run("published", "--verify").exception, UsageError)
    assert isinstance(run("published", "1", "--export", str(tmp_path)).exception, UsageError)


def _late(graph: Graph, tmp_path: Path) -> None:
    """One more report: more kilometres than were told before."""
    folder = tmp_path / "update"
    folder.mkdir()
    (folder / "progress.csv").write_text("deliverable,as_of,achieved\nKM,2027-06-20,9\n", encoding="utf-8")
    assert load(graph, [folder]).number == 2
