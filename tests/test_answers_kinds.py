"""Every kind of deliverable in the fictional country: answered in its own unit, from the ministers' cascade down."""

import json
from datetime import date

import pytest
from engine import loaded

from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.matrix import matrix
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.search import search
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Graph:
    """The fictional country as of its day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    return open_once


KINDS = {
    "ROAD-KESSA": ("late", "days", "Road to the Kessa valley open: 29 days late."),
    "TUNNEL-VELT": ("late", "days", "Snow shelter at Velt pass open: expected 46 days late."),
    "REL-COLD-1": ("late", "days", "Grant for cold rooms: 43 days late."),
    "COURT-HOLM": ("late", "days", "Ruling on the appeal about the Holm bridge: 51 days late."),
    "ROADS-SEAL-27": ("short", "units", "Rural roads resurfaced: 30 km short of 120 km."),
    "LUNNA-ROADS-27": ("short", "units", "Village roads kept open in winter: never reported."),
    "BUDGET-TIMELY-27": ("lost", "points", "Releases paid by their planned day: 4.2 of its 25 points lost."),
    "WORKS-NET-27": ("lost", "points", "Roads and bridges of the plan delivered: 11 of its 50 points lost."),
}


@pytest.mark.parametrize("deliverable", KINDS)
def test_every_kind_is_answered_in_its_own_unit(sample: Graph, deliverable: str) -> None:
    state, unit, headline = KINDS[deliverable]
    found = who_delayed(sample, deliverable)
    assert (found.state, found.main, found.headline) == (state, unit, headline)
    assert found.text.endswith(".")
    assert all(part.shown > 0 for part in found.accounts[0].sentence)


def test_a_cascade_goes_down_to_the_dated_things_where_it_began(sample: Graph) -> None:
    found = who_delayed(sample, "WORKS-NET-27")
    assert found.account is not None
    assert found.account.roots[0].thing == "REL-SEAL-3"
    assert {s.relation for s in found.chain.steps} >= {"supports", "finances", "enables"}
    assert all(r.thing != "WORKS-NET-27" for r in found.account.roots)
    assert [o.post for o in found.account.origins][:2] == ["Director of Budget", ""]


def test_a_target_both_late_and_short_says_both(sample: Graph) -> None:
    found = who_delayed(sample, "ROADS-SEAL-27")
    assert [a.unit for a in found.accounts] == ["units", "days", "points"]
    assert any(note.startswith("It is also 76 days late.") for note in found.notes)


def test_unsigned_requirements_say_what_they_would_take(sample: Graph) -> None:
    unsigned = who_delayed(sample, "SCHOOL-DUNMERE").unsigned
    assert unsigned is not None
    assert unsigned.text == "1 late requirement is unsigned: counted, it would take 19 of its 32 own days."
    assert [(row.late_days, row.agreed_on) for row in unsigned.rows if row.late_days] == [(27.0, None)]


def test_what_the_owner_said_last_stands_beside_the_thing(sample: Graph) -> None:
    said = who_delayed(sample, "ROAD-KESSA").focus.said
    assert said is not None
    assert (said.status, said.cause, said.by) == ("done", "money late", "self")
    assert str(said.source).startswith("2026-27/progress.csv, row ")


def test_what_is_not_late_says_so(sample: Graph) -> None:
    states = {who_delayed(sample, hit.id, 50).state for hit in search(sample, "the", limit=80)}
    assert {"in time", "late"} <= states
    early = next(v for h in search(sample, "the", limit=80) if (v := who_delayed(sample, h.id)).state == "in time")
    assert "not late" in early.headline or "nothing was lost" in early.headline
    assert early.accounts == () or early.accounts[0].unit == "points"


def test_answers_are_frames_and_json(sample: Graph) -> None:
    card, found = scorecard(sample, "2026-27"), who_delayed(sample, "ROAD-KESSA")
    frame = to_frame(card.rows)
    assert list(frame.columns)[:3] == ["agency", "agency_name", "standing"]
    assert frame["began"].sum() == pytest.approx(card.lost)
    assert to_frame(found.evidence)["source"].iloc[0].endswith(", load 1")
    assert to_frame(()).empty
    again = json.loads(json.dumps(to_json(found)))
    assert again["focus"]["planned"] == "2027-03-20"
    assert again["status"]["as_of"] == AS_OF


def test_beyond_its_rows_the_matrix_folds_and_keeps_its_sums(sample: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = matrix(sample, "2026-27")
    monkeypatch.setattr("graph_schema.policy.MATRIX_ROWS", 3)
    folded = matrix(sample, "2026-27")
    assert [head.key for head in folded.causers if head.agency is None] == [""]
    assert len(folded.causers) == 4
    assert folded.causers[-1].folded == len(whole.causers) - 3
    assert (folded.points, folded.days) == pytest.approx((whole.points, whole.days), abs=1e-9)
    kept = {head.key: (head.lost_shown, head.began_shown) for head in whole.causers}
    assert all(kept[h.key] == (h.lost_shown, h.began_shown) for h in folded.causers if h.agency)
    assert sum(c.points_shown for c in folded.cells) == pytest.approx(whole.points_shown, abs=1e-9)
    shown = {row.agency.id: row.began_shown for row in scorecard(sample, "2026-27").rows}
    assert {head.key: head.began_shown for head in whole.causers}.items() <= shown.items()
