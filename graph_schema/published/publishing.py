"""Publish: the current assessment, frozen as a document beside the plan, with who, when and what it rests on."""

import logging
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from typing import Any, Literal, get_args

from graph_schema import policy
from graph_schema.answers.agencies import agencies, meetings, members, read_tier
from graph_schema.answers.basis import Basis, Charged, charged
from graph_schema.answers.facts import Fact
from graph_schema.answers.snapshot import whole
from graph_schema.answers.standing import standing
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import PlanYear, Status
from graph_schema.connect import ensure_schema
from graph_schema.graph import Graph, Readable, Transaction
from graph_schema.ledger import inputs_digest
from graph_schema.published.document import FORMAT, Document, Keeper, as_bytes, digest, read
from graph_schema.published.frozen import Frozen
from graph_schema.question_errors import (
    DamagedDocumentError,
    FinalExistsError,
    NotOverError,
    StaleAssessmentError,
    UnknownPublicationError,
)

log = logging.getLogger("accountability.publish")

_OF_A_YEAR = (
    "read/coverage",
    "read/loose_targets",
    "report/deliverables",
    "report/first_raw",
    "report/short",
)
"""What reports and coverage of a plan year are answered from."""

State = Literal["provisional", "final"]


@dataclass(frozen=True, slots=True)
class Publication:
    """A published assessment: what it speaks of, who published it and when, and what it rests on.

    `plan_year` is the year that it was published for; its document holds all years, since causes cross them.
    `inputs` is the digest of the plan's rows, `digest` that of the document, `size` the bytes it takes in the graph.
    `final_at` and `final_by` are none while it is provisional; `note` is '' without one.
    """

    number: int
    plan_year: str
    as_of: date
    state: State
    published_at: datetime
    published_by: str
    final_at: datetime | None
    final_by: str | None
    note: str
    rule: str
    version: str
    load: int
    inputs: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: a new publication, a provisional one made final, or nothing new."""

    what: Literal["published", "made final", "unchanged"]
    publication: Publication


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether a document is the one published, and whether the plan in the graph is the one that it rests on."""

    publication: Publication
    sound: bool
    same_inputs: bool


@dataclass(frozen=True, slots=True)
class _Content:
    content: bytes


def publish(graph: Graph, by: str, plan_year: str | None = None, *, final: bool = False, note: str = "") -> Published:
    """Freeze the current assessment, for a plan year (none: the latest that has begun), all of it or nothing.

    Loads and assessments wait. The same plan, day and rule for the same year are published once; `final` makes that
    one final. The number of statements depends on the plan years and tiers alone. Raises NotAssessedError,
    StaleAssessmentError, UnknownPlanYearError, NotOverError, FinalExistsError.
    """
    ensure_schema(graph)
    with graph.writing() as tx:
        tx.run("assess/claim")
        known_by = assessed(tx)
        if known_by.stale:
            raise StaleAssessmentError(known_by.latest_load)
        year = _year(plan_years(tx), plan_year, known_by)
        before = publications(tx)
        inputs = inputs_digest(tx)
        same = _same(before, year, known_by, inputs)
        if final:
            _check_final(before, year, known_by, same)
        if same is None:
            document = _document(tx, known_by, inputs)
            return Published("published", _written(tx, document, year, by, note, final=final))
        if not final or same.state == "final":
            return Published("unchanged", same)
        (made,) = tx.read("write/final", Publication, number=same.number, by=by, note=note or same.note)
        return Published("made final", made)


def publications(graph: Readable) -> list[Publication]:
    """Every published assessment, the first one first; one round trip."""
    return graph.read("read/publications", Publication)


def publication(graph: Readable, number: int) -> Publication:
    """Find one by its number. Raises UnknownPublicationError."""
    known = {each.number: each for each in publications(graph)}
    if number not in known:
        raise UnknownPublicationError(str(number), tuple(known))
    return known[number]


def frozen(graph: Readable, number: int) -> Frozen:
    """Open a published assessment, to be asked as a graph is. Raises UnknownPublicationError, DamagedDocumentError."""
    return Frozen(read(_sound(publication(graph, number), graph)))


def verify(graph: Readable, number: int) -> Verified:
    """Compute both digests of a published assessment anew. Raises UnknownPublicationError."""
    found = publication(graph, number)
    try:
        _sound(found, graph)
        sound = True
    except DamagedDocumentError:
        sound = False
    return Verified(found, sound, inputs_digest(graph) == found.inputs)


def document_of(graph: Readable, number: int) -> bytes:
    """The document as the bytes that its digest is of. Raises UnknownPublicationError, DamagedDocumentError."""
    return _sound(publication(graph, number), graph)


def _sound(found: Publication, graph: Readable) -> bytes:
    content = graph.read("read/document", _Content, number=found.number)
    try:
        data = zlib.decompress(bytes(content[0].content))
    except (IndexError, zlib.error):
        raise DamagedDocumentError(found.number) from None
    if digest(data) != found.digest:
        raise DamagedDocumentError(found.number)
    return data


def _year(years: Sequence[PlanYear], asked: str | None, known_by: Status) -> PlanYear:
    begun = [year for year in years if known_by.as_of is not None and year.starts <= known_by.as_of]
    return year_of(years, asked if asked is not None or not begun else begun[-1].id)


def _same(before: Sequence[Publication], year: PlanYear, known_by: Status, inputs: str) -> Publication | None:
    now = year.id, known_by.as_of, known_by.rule, inputs
    return next((p for p in before if (p.plan_year, p.as_of, p.rule, p.inputs) == now), None)


def _check_final(before: Sequence[Publication], year: PlanYear, known_by: Status, same: Publication | None) -> None:
    if known_by.as_of is not None and known_by.as_of < year.ends:
        raise NotOverError(year.id, year.ends, known_by.as_of)
    other = next((p for p in before if p.plan_year == year.id and p.state == "final" and p != same), None)
    if other:
        raise FinalExistsError(year.id, other.number)


def _document(tx: Transaction, known_by: Status, inputs: str) -> Document:
    log.info("publishing: reading")
    keeper = Keeper(tx)
    _ask(keeper)
    return {
        "format": FORMAT,
        "as_of": known_by.as_of.isoformat() if known_by.as_of else None,
        "rule": known_by.rule,
        "version": version("accountability-explorer"),
        "load": known_by.assessed_load,
        "inputs": inputs,
        "sections": keeper.sections(),
    }


def _ask(graph: Readable) -> None:
    """Ask for the rows that a published assessment is to answer from; nothing is computed of them."""
    known_by = assessed(graph)
    snapshot = whole(graph)
    years = plan_years(graph)
    graph.read("read/kept_things", Fact)
    graph.rows("read/evidence", ids=sorted(snapshot.things), as_of=known_by.as_of)
    graph.rows("read/agency_names", ids=[party.id for party in agencies(graph)])
    signed = graph.rows("read/signed", plan_years=[year.id for year in years])
    graph.rows("read/losses", agreements=sorted(row["id"] for row in signed))
    graph.rows("report/late")
    meetings(graph)
    standing(graph)
    for year in years:
        for statement in _OF_A_YEAR:
            graph.rows(statement, plan_year=year.id)
        bases: set[Charged] = {charged(each, known_by) for each in get_args(Basis)}
        for basis in sorted(bases, key=str):
            members(graph, year.id, year.tiers, basis)
            graph.rows("report/charged", plan_year=year.id, charged=basis)
            for tier in year.tiers:
                read_tier(graph, year.id, tier, basis=basis)
        for tier in year.tiers:
            graph.rows("read/costly", plan_year=year.id, tier=tier, limit=policy.COSTLIEST)


def _written(tx: Transaction, document: Document, year: PlanYear, by: str, note: str, *, final: bool) -> Publication:
    data = as_bytes(document)
    content = zlib.compress(data)
    record: dict[str, Any] = {
        "plan_year": year.id,
        "as_of": date.fromisoformat(document["as_of"]),
        "state": "final" if final else "provisional",
        "published_by": by,
        "note": note,
        "rule": document["rule"],
        "version": document["version"],
        "load": document["load"],
        "inputs": document["inputs"],
        "digest": digest(data),
        "size": len(content),
    }
    log.info("publishing: writing %d bytes as %d", len(data), len(content))
    (made,) = tx.read("write/publication", Publication, record=record, content=content, by=by if final else None)
    log.info("publishing: committing")
    return made
