"""A plan with every sheet: corrected cell by cell, relation by relation, and held to a graph filled anew."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from full_plan import changed, write_full
from graph_contents import apart, plan_and_assessment

from graph_schema.graph import Graph
from loaders.load import Outcome, load

EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
_ENDS = """CYPHER 25
MATCH (a)-[r]->(b) WHERE type(r) = $type
RETURN coalesce(a.id, a.reference, a.post, a.key) AS source, coalesce(b.id, b.title) AS target,
  r[$property] AS property"""

_RESULT = "\x1fresult\x1f2027-08-01\x1f"
"""What of the key of the declared result stands behind its agreement."""

Ends = set[tuple[str, ...]]


def ends(graph: Graph, kind: str, shown: str = "") -> Ends:
    """The ends of every relationship of a type, by id, with a property where one is named."""
    rows = graph.rows(_ENDS, type=kind, property=shown)
    return {(row["source"], row["target"], *([str(row["property"])] if shown else [])) for row in rows}


def taken(graph: Graph, *folders: Path, allow_removals: bool = False) -> Outcome:
    outcome = load(graph, folders, allow_removals=allow_removals)
    assert not outcome.refused, [str(each) for each in outcome.problems if each.severity == "problem"]
    return outcome


@dataclass(frozen=True)
class Correction:
    """One passage of a sheet changed; of one type of relationship (with a property), what is gone and what has come."""

    sheet: str
    old: str
    new: str
    relation: str = ""
    gone: Ends = field(default_factory=set[tuple[str, ...]])
    come: Ends = field(default_factory=set[tuple[str, ...]])


CORRECTIONS = {
    "agreement of a target": Correction(
        "targets", "ROAD,ROADS,G-ROADS", "ROAD,ROADS,G-WORKS", "PROMISED_IN", {("ROAD", "G-ROADS")},
        {("ROAD", "G-WORKS")},
    ),
    "a target of another agency": Correction(
        "targets", "KM,ROADS,G-ROADS", "KM,WORKS,G-WORKS", "OWNED_BY", {("KM", "ROADS")}, {("KM", "WORKS")}
    ),
    "another post": Correction(
        "targets", "open,date,DIR", "open,date,MIN", "ASSIGNED_TO", {("ROAD", "DIR")}, {("ROAD", "MIN")}
    ),
    "no post": Correction("targets", "open,date,DIR", "open,date,", "ASSIGNED_TO", {("ROAD", "DIR")}),
    "supports": Correction("targets", "TOP;ALSO", "ALSO", "SUPPORTS", {("KM", "TOP")}),
    "supports named twice": Correction("targets", "TOP;ALSO", "ALSO;TOP;TOP", "SUPPORTS"),
    "share of its support": Correction(
        "targets", "TOP,3,P-KM", "TOP,2,P-KM", "SUPPORTS share", {("ROAD", "TOP", "3.0")}, {("ROAD", "TOP", "2.0")}
    ),
    "contributes to": Correction(
        "targets", "ALSO,,P-KM", "ALSO,,P-PAID", "CONTRIBUTES_TO", {("KM", "P-KM")}, {("KM", "P-PAID")}
    ),
    "measure": Correction(
        "targets", "date,DIR,Access,,,2026-09-01,2027-03-31,,", "quantity,DIR,Access,km,,2026-09-01,2027-03-31,7,"
    ),
    "another parent": Correction(
        "agencies", "ROADS,Roads,department,WORKS", "ROADS,Roads,department,FIN", "PART_OF", {("ROADS", "WORKS")},
        {("ROADS", "FIN")},
    ),
    "agency of a post": Correction(
        "posts", "DIR,Director,ROADS,yes", "DIR,Director,WORKS,no", "IN", {("DIR", "ROADS")}, {("DIR", "WORKS")}
    ),
    "post above": Correction("posts", "yes,MIN", "yes,DNB", "REPORTS_TO", {("DIR", "MIN")}, {("DIR", "DNB")}),
    "agency of an agreement": Correction(
        "agreements", "G-BUDGET,APA,BUDGET", "G-BUDGET,APA,FIN", "BINDS", {("G-BUDGET", "BUDGET")},
        {("G-BUDGET", "FIN")},
    ),
    "signed by": Correction(
        "agreements", "2026-06-21,DIR", "2026-06-21,MIN", "SIGNED", {("DIR", "G-ROADS")}, {("MIN", "G-ROADS")}
    ),
    "signed for": Correction("agreements", "2026-06-20,MIN,DNB", "2026-06-20,MIN,", "SIGNED_FOR", {("DNB", "G-WORKS")}),
    "five-year plan of the year": Correction(
        "plan", "FYP,BTN", "OLD,", "WITHIN", {("2026-27", "FYP")}, {("2026-27", "OLD")}
    ),
    "last day of the year": Correction("plan", "2027-06-30", "2027-07-31"),
    "five-year plan of a target": Correction(
        "plan_targets", "P-KM,FYP", "P-KM,OLD", "WITHIN", {("P-KM", "FYP")}, {("P-KM", "OLD")}
    ),
    "owner of a five-year target": Correction(
        "plan_targets", "P-KM,FYP,ROADS", "P-KM,FYP,WORKS", "OWNED_BY", {("P-KM", "ROADS")}, {("P-KM", "WORKS")}
    ),
    "line of a release": Correction("releases", "R2,L1", "R2,L2", "FROM", {("R2", "L1")}, {("R2", "L2")}),
    "who releases": Correction(
        "releases", "R2,L1,BUDGET", "R2,L1,FIN", "OWNED_BY", {("R2", "BUDGET")}, {("R2", "FIN")}
    ),
    "day of a release": Correction(
        "releases", "BUDGET,2026-08-01", "BUDGET,2027-02-01", "COVERS amount",
        {("V1", "R1", "500.0"), ("V2", "R1", "100.25"), ("V2", "R2", "100.25"), ("V3", "R2", "300.0")},
        {("V1", "R2", "400.25"), ("V1", "R1", "99.75"), ("V2", "R1", "200.5"), ("V3", "R1", "300.0")},
    ),
    "agency of a line": Correction(
        "budget_lines", "L2,ROADS", "L2,WORKS", "FUNDS", {("L2", "ROADS")}, {("L2", "WORKS")}
    ),
    "owner of a milestone": Correction(
        "milestones", "CLEAR,FIN", "CLEAR,BUDGET", "OWNED_BY", {("CLEAR", "FIN")}, {("CLEAR", "BUDGET")}
    ),
    "lag of a requirement": Correction(
        "requirements", "15,5,2026", "15,9,2026", "FINANCES lag_days", {("R1", "ROAD", "5")}, {("R1", "ROAD", "9")}
    ),
    "a requirement not signed": Correction(
        "requirements", "ROAD,CLEAR,,10,2026-06-20", "ROAD,CLEAR,,10,", "ENABLES counts", {("CLEAR", "ROAD", "True")},
        {("CLEAR", "ROAD", "False")},
    ),
    "another requirement": Correction("requirements", "KM,R2", "KM,R3", "FINANCES", {("R2", "KM")}, {("R3", "KM")}),
    "release that a payment names": Correction("payments", "V2,R1", "V2,R2", "NAMES", {("V2", "R1")}, {("V2", "R2")}),
    "amount of a payment": Correction(
        "payments", "10,500,V1", "10,100.1,V1", "COVERS amount",
        {("V1", "R1", "500.0"), ("V2", "R1", "100.25"), ("V2", "R2", "100.25"), ("V3", "R2", "300.0")},
        {("V1", "R1", "100.1"), ("V2", "R1", "200.5"), ("V3", "R1", "299.65"), ("V3", "R2", "0.35")},
    ),
    "a report": Correction("progress", "KM,2027-05-31,,,33.5,,", "KM,2027-05-31,,,31,,2027-05-30"),
    "end of a tenure": Correction("tenures", "DIR,ANN,2025-01-01,", "DIR,ANN,2025-01-01,2027-01-31"),
    "agreement of a result": Correction(
        "results", "G-ROADS,result", "G-WORKS,result", "FOLLOWS", {(f"G-ROADS{_RESULT}", "G-ROADS")},
        {(f"G-WORKS{_RESULT}", "G-WORKS")},
    ),
    "who decided": Correction(
        "results", "88.5,,MIN", "88.5,,DNB", "DECIDED_BY", {(f"G-ROADS{_RESULT}", "MIN")},
        {(f"G-ROADS{_RESULT}", "DNB")},
    ),
    "official of a result": Correction(
        "results", "88.5,,MIN", "88.5,BOB,MIN", "CONCERNS", come={(f"G-ROADS{_RESULT}BOB", "BOB")}
    ),
    "an interim target": Correction("trajectory", "KM,2027-03-31,31", "KM,2027-03-31,33"),
    "money spent": Correction("spending", "L1,2027-03-31,900", "L1,2027-03-31,850.75"),
    "value of a revision": Correction("revisions", "planned_finish,2027-06-15", "planned_finish,2027-06-20"),
    "revision that blanked": Correction("revisions", "start,,2026-07-10", "start,2026-07-20,2026-07-10"),
    "who approved": Correction(
        "revisions", "2026-11-01,DNB", "2026-11-01,MIN", "APPROVED", {("DNB", "R2")}, {("MIN", "R2")}
    ),
    "first promise of what is revised": Correction("targets", "2026-07-15,2027-05-31", "2026-07-15,2027-01-01"),
    "a ruling": Correction("disputes", "R1,own,2.5", "R1,CLEAR,4"),
    "deliverable of a dispute": Correction(
        "disputes", "D2,KM,2027-06-01,ROADS,,raised,,,own,R2", "D2,ROAD,2027-06-01,ROADS,,raised,,,own,R2", "ABOUT",
        {("D2", "KM")}, {("D2", "ROAD")},
    ),
    "who raised": Correction(
        "disputes", "2027-05-25,BUDGET", "2027-05-25,FIN", "RAISED", {("BUDGET", "D1")}, {("FIN", "D1")}
    ),
    "cells emptied": Correction("agencies", "Works,ministry,,transport", "Works,ministry,,"),
}  # fmt: skip


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_corrected_folder_corrects_exactly(graph: Graph, name: str, tmp_path: Path) -> None:
    made = CORRECTIONS[name]
    kind, _, shown = made.relation.partition(" ")
    taken(graph, write_full(tmp_path / "one"))
    before = ends(graph, kind, shown)
    folder = write_full(tmp_path / "two", **changed(made.sheet, made.old, made.new))
    outcome = taken(graph, folder, allow_removals=True)
    after = ends(graph, kind, shown)
    assert (before - after, after - before) == (made.gone, made.come)
    assert [each.sheet for each in outcome.change.sheets] == [made.sheet]
    found = plan_and_assessment(graph)
    graph.write_alone(EMPTY)
    taken(graph, folder)
    assert apart(plan_and_assessment(graph), found) == []
