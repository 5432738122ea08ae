"""The plan of the filled workbook: three fictional agencies, a road, and a first tranche paid 40 days late."""

from collections.abc import Mapping, Sequence
from datetime import date

from loaders.plan import Value

EXAMPLE_TITLE = "Fictional example: no agency, person or amount in it is real; FCR stands for fictional crowns"

_Row = Mapping[str, Value]

_SIGNED = date(2026, 6, 20)


def _agreement(agency: str, name: str) -> _Row:
    return {
        "id": f"APA-{agency}",
        "kind": "APA",
        "agency": agency,
        "title": f"Annual performance agreement of the {name}",
        "weight": 1,
        "signed_on": _SIGNED,
        "signed_by": f"{agency}-HEAD",
        "signed_for": "TREASURY-HEAD" if agency != "TREASURY" else "ROADS-HEAD",
        "published_at": f"https://example.org/agreements/2026-27/{agency.lower()}",
    }


def _post(agency: str, title: str) -> _Row:
    return {"id": f"{agency}-HEAD", "title": title, "agency": agency, "heads": True}


EXAMPLE: Mapping[str, Sequence[_Row]] = {
    "plan": [
        {
            "id": "2026-27",
            "title": "Fictional annual plan 2026-27",
            "starts": date(2026, 7, 1),
            "ends": date(2027, 6, 30),
            "five_year_plan": "FYP-1",
            "currency": "FCR",
        }
    ],
    "five_year_plans": [
        {
            "id": "FYP-1",
            "title": "Fictional five-year plan",
            "starts": date(2024, 7, 1),
            "ends": date(2029, 6, 30),
        }
    ],
    "agencies": [
        {"id": "TREASURY", "name": "Fictional treasury", "kind": "department", "sector": "finance"},
        {"id": "ROADS", "name": "Fictional roads department", "kind": "department", "sector": "transport"},
        {"id": "LAND", "name": "Fictional land office", "kind": "department", "sector": "land"},
    ],
    "posts": [
        _post("TREASURY", "Director of the treasury"),
        _post("ROADS", "Director of roads"),
        _post("LAND", "Head of the land office"),
    ],
    "officials": [
        {"id": "P-1", "name": "Ada Fictional"},
        {"id": "P-2", "name": "Ben Fictional"},
        {"id": "P-3", "name": "Cho Fictional"},
    ],
    "tenures": [
        {"post": "TREASURY-HEAD", "official": "P-1"},
        {"post": "ROADS-HEAD", "official": "P-2"},
        {"post": "LAND-HEAD", "official": "P-3"},
    ],
    "agreements": [
        _agreement("TREASURY", "treasury"),
        _agreement("ROADS", "roads department"),
        _agreement("LAND", "land office"),
    ],
    "plan_targets": [
        {
            "id": "FYP-ROADS",
            "five_year_plan": "FYP-1",
            "agency": "ROADS",
            "title": "Roads resurfaced",
            "unit": "km",
            "baseline": 0,
            "target": 400,
            "due": date(2029, 6, 30),
        }
    ],
    "targets": [
        {
            "id": "VALLEY-ROAD",
            "agency": "ROADS",
            "agreement": "APA-ROADS",
            "post": "ROADS-HEAD",
            "title": "Valley road open to traffic",
            "measure": "date",
            "weight": 60,
            "planned_start": date(2026, 9, 1),
            "planned_finish": date(2027, 3, 31),
            "excellent": date(2027, 3, 31),
            "very_good": date(2027, 4, 10),
            "good": date(2027, 4, 20),
            "fair": date(2027, 4, 30),
            "poor": date(2027, 5, 15),
        },
        {
            "id": "RESURFACED",
            "agency": "ROADS",
            "agreement": "APA-ROADS",
            "post": "ROADS-HEAD",
            "title": "Roads resurfaced",
            "measure": "quantity",
            "unit": "km",
            "weight": 40,
            "target": 80,
            "better": "higher",
            "baseline": 0,
            "excellent": 80,
            "very_good": 72,
            "good": 64,
            "fair": 56,
            "poor": 48,
            "contributes_to": "FYP-ROADS",
        },
        {
            "id": "TITLES",
            "agency": "LAND",
            "agreement": "APA-LAND",
            "post": "LAND-HEAD",
            "title": "Land titles along the valley road handed over",
            "measure": "date",
            "weight": 100,
            "planned_start": date(2026, 7, 1),
            "planned_finish": date(2026, 8, 31),
            "excellent": date(2026, 8, 31),
            "very_good": date(2026, 9, 5),
            "good": date(2026, 9, 10),
            "fair": date(2026, 9, 20),
            "poor": date(2026, 9, 30),
        },
        {
            "id": "MONEY-ON-TIME",
            "agency": "TREASURY",
            "agreement": "APA-TREASURY",
            "post": "TREASURY-HEAD",
            "title": "Money released on the planned days",
            "measure": "releases",
            "unit": "percent",
            "weight": 100,
            "excellent": 100,
            "very_good": 95,
            "good": 90,
            "fair": 80,
            "poor": 60,
        },
    ],
    "budget_lines": [{"id": "L-ROAD", "agency": "ROADS", "title": "Valley road", "source": "domestic", "amount": 1000}],
    "releases": [
        {
            "id": "TRANCHE-1",
            "budget_line": "L-ROAD",
            "released_by": "TREASURY",
            "planned_on": date(2026, 8, 15),
            "amount": 400,
            "title": "First tranche for the valley road",
        },
        {
            "id": "TRANCHE-2",
            "budget_line": "L-ROAD",
            "released_by": "TREASURY",
            "planned_on": date(2026, 12, 15),
            "amount": 600,
            "title": "Second tranche for the valley road",
        },
    ],
    "payments": [
        {"budget_line": "L-ROAD", "paid_on": date(2026, 9, 24), "amount": 400, "reference": "V-0117"},
        {"budget_line": "L-ROAD", "paid_on": date(2026, 12, 15), "amount": 600, "reference": "V-0242"},
    ],
    "milestones": [
        {
            "id": "REQUEST-1",
            "agency": "ROADS",
            "kind": "request",
            "title": "Request for the first tranche",
            "planned_finish": date(2026, 7, 31),
        },
        {
            "id": "BOUNDARIES",
            "agency": "ROADS",
            "kind": "survey",
            "title": "Boundaries of the valley road marked",
            "planned_finish": date(2026, 7, 15),
        },
    ],
    "requirements": [
        {
            "deliverable": "TRANCHE-1",
            "requires": "REQUEST-1",
            "needed_by": date(2026, 7, 31),
            "lag_days": 15,
            "agreed_on": _SIGNED,
        },
        {
            "deliverable": "VALLEY-ROAD",
            "requires": "TRANCHE-1",
            "needed_by": date(2026, 8, 15),
            "agreed_on": _SIGNED,
            "if_not_met": "Work starts as many days later.",
        },
        {
            "deliverable": "VALLEY-ROAD",
            "requires": "TITLES",
            "needed_by": date(2026, 8, 31),
            "agreed_on": _SIGNED,
        },
        {
            "deliverable": "TITLES",
            "requires": "BOUNDARIES",
            "needed_by": date(2026, 7, 15),
            "agreed_on": _SIGNED,
        },
        {
            "deliverable": "RESURFACED",
            "requires": "TRANCHE-2",
            "needed_by": date(2026, 12, 15),
            "agreed_on": _SIGNED,
        },
    ],
    "progress": [
        {"deliverable": "REQUEST-1", "as_of": date(2026, 7, 31), "finished_on": date(2026, 7, 30)},
        {"deliverable": "BOUNDARIES", "as_of": date(2026, 7, 31), "finished_on": date(2026, 7, 14)},
        {"deliverable": "TITLES", "as_of": date(2026, 8, 31), "finished_on": date(2026, 8, 29)},
        {
            "deliverable": "VALLEY-ROAD",
            "as_of": date(2026, 12, 31),
            "started_on": date(2026, 10, 11),
            "forecast_finish": date(2027, 5, 10),
            "status": "delayed",
            "note": "Work began when the first tranche had come, 40 days after its day.",
            "evidence": "https://example.org/evidence/valley-road-december",
        },
        {
            "deliverable": "VALLEY-ROAD",
            "as_of": date(2027, 5, 31),
            "finished_on": date(2027, 5, 10),
            "status": "done",
            "evidence": "https://example.org/evidence/valley-road-opening",
        },
        {
            "deliverable": "RESURFACED",
            "as_of": date(2026, 12, 31),
            "started_on": date(2026, 8, 3),
            "achieved": 30,
        },
        {"deliverable": "RESURFACED", "as_of": date(2027, 6, 30), "source": "verified", "achieved": 78},
    ],
    "results": [
        {
            "agreement": "APA-TREASURY",
            "kind": "improvement plan",
            "decided_on": date(2027, 8, 20),
            "score": 40,
            "official": "P-1",
            "decided_by": "ROADS-HEAD",
            "note": "Tranches are to be requested and released by a shared calendar.",
        }
    ],
    "trajectory": [
        {"deliverable": "RESURFACED", "by": date(2026, 12, 31), "planned": 25},
        {"deliverable": "RESURFACED", "by": date(2027, 3, 31), "planned": 50},
    ],
    "spending": [{"budget_line": "L-ROAD", "as_of": date(2026, 12, 31), "amount": 520}],
    "revisions": [
        {
            "sheet": "targets",
            "id": "RESURFACED",
            "column": "planned_start",
            "value": "2026-09-15",
            "revised_on": date(2026, 8, 31),
            "approved_by": "TREASURY-HEAD",
            "reason": "The machines were needed elsewhere.",
        }
    ],
    "disputes": [
        {
            "id": "D-1",
            "deliverable": "VALLEY-ROAD",
            "raised_on": date(2027, 6, 10),
            "raised_by": "TREASURY",
            "claim": "The request lacked a signature.",
            "state": "answered",
            "answered_on": date(2027, 6, 20),
            "answer": "It was signed on the day it was made.",
            "from": "TRANCHE-1",
            "to": "own",
            "days": 10,
        }
    ],
}
