"""Numbers that stand beside each other on the sample: the same quantity reads the same, parts add up to their total."""

from datetime import date

import pytest
from engine import loaded

from graph_schema.answers.cell import cell
from graph_schema.answers.matrix import matrix
from graph_schema.answers.rows import Verdict
from graph_schema.answers.search import search
from graph_schema.answers.things import Step
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLANS

POINTED = ("WORKS-NET-27", "BUDGET-TIMELY-27", "FIN-MONEY-27", "ROAD-KESSA", "ROADS-SEAL-27", "STAT-GROWTH")


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Graph:
    """The sample plans, assessed on their day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    return open_once


def adds_up(verdict: Verdict) -> None:
    """Every table, band and card of a verdict in each of its units, against each other."""
    steps = verdict.chain.steps
    for account in verdict.accounts:
        into = {s.cause: c.shown for s in steps if s.affected == verdict.focus.id and (c := s.of(account.unit))}
        direct = {d.thing: d.shown for d in account.direct if not d.itself and d.thing in into}
        assert direct.items() <= into.items()
        assert sum(d.shown for d in account.direct) == pytest.approx(account.shown)
        assert sum(o.shown for o in account.origins) == pytest.approx(account.shown)
        for origin in account.origins:
            assert sum(r.shown for r in origin.roots) == pytest.approx(origin.shown)
        began = {r.thing: r.shown for r in account.roots}
        for step in steps:
            if carried := step.of(account.unit):
                assert sum(b.shown for b in carried.bands) == pytest.approx(carried.shown)
                assert abs(carried.shown - carried.amount) < 0.35
                if not verdict.chain.hidden:
                    came = sum(c.shown for s in steps if s.affected == step.cause and (c := s.of(account.unit)))
                    left = sum(c.shown for s in steps if s.cause == step.cause and (c := s.of(account.unit)))
                    assert came + began.get(step.cause, 0.0) == pytest.approx(left)
    for step in steps:
        lines = [line for line in step.lines if line.role == "began" and line.shown is not None]
        if step.carried and lines:
            assert sum(line.shown or 0.0 for line in lines) == pytest.approx(step.carried[0].shown)
        assert list(lines) == [line for line in step.lines if line.role == "began"]


@pytest.mark.parametrize("deliverable", POINTED)
def test_bands_cards_and_tables_of_a_verdict_add_up(sample: Graph, deliverable: str) -> None:
    adds_up(who_delayed(sample, deliverable))


def test_so_do_those_of_every_deliverable_found(sample: Graph) -> None:
    found = search(sample, "the", limit=60)
    assert len(found) > 30
    for hit in found:
        adds_up(who_delayed(sample, hit.id))


def test_a_verdict_holds_what_a_ruling_gave_to_a_cause_outside(sample: Graph) -> None:
    verdict = who_delayed(sample, "MICRO-VELT")
    assert verdict.account is not None
    assert {"FLOOD"} <= {r.thing for r in verdict.account.roots}
    assert sum(r.amount for r in verdict.account.roots) == pytest.approx(verdict.account.total, abs=1e-9)
    (words,) = (r.words for r in verdict.account.roots if r.thing == "FLOOD")
    assert words == "a ruling named “Flood” as the cause, outside the plan"
    step = verdict.chain.step("FLOOD", "MICRO-VELT")
    assert step is not None
    assert (step.relation, step.lines[0].text) == ("ruled", "A ruling on a dispute named this cause, outside the plan")
    adds_up(verdict)


def test_every_account_of_the_sample_is_whole_and_adds_up(sample: Graph) -> None:
    names = [row["id"] for row in sample.rows("read/names", limit=1000)]
    assert len(names) > 250
    for name in names:
        verdict = who_delayed(sample, name)
        for account in verdict.accounts:
            assert sum(r.amount for r in account.roots) == pytest.approx(account.total, abs=1e-9)
            assert sum(d.amount for d in account.direct) == pytest.approx(account.total, abs=1e-9)


def test_every_cell_of_the_sample_opens_into_its_own_sum(sample: Graph) -> None:
    for year, tier in (("2026-27", 1), ("2026-27", 2)):
        for found in matrix(sample, year, tier).cells:
            inside = cell(sample, year, tier, found.bearer, found.causer)
            for rows in (inside.targets, inside.roots):
                assert sum(r.points for r in rows) == pytest.approx(found.points, abs=1e-9)


def step_of(graph: Graph, focus: str, cause: str, affected: str) -> Step:
    found = who_delayed(graph, focus).chain.step(cause, affected)
    assert found is not None
    return found


def test_an_inner_step_says_its_own_days_and_those_that_reached_the_focus(sample: Graph) -> None:
    step = step_of(sample, "ROAD-KESSA", "REQ-KESSA-1", "REL-KESSA-1")
    assert step.title == (
        "Why “Request for the first tranche, Kessa road” held up “First tranche, Kessa road” for 6 days, "
        "3 of which reached “Road to the Kessa valley open”"
    )
    money = step_of(sample, "WORKS-NET-27", "REL-SEAL-3", "ROADS-SEAL-27")
    assert money.title.endswith(", which cost “Roads and bridges of the plan delivered” 3 points")


def test_a_cascade_shows_how_its_part_is_worked_out(sample: Graph) -> None:
    step = step_of(sample, "WORKS-NET-27", "ROAD-KESSA", "WORKS-NET-27")
    supports = [line for line in step.lines if "share" in line.text]
    assert len(supports) == 3
    assert supports[0].text == "“Road to the Kessa valley open”: share 3 × (100 − 80.7 earned)"
    assert supports[0].shown == 57.9
    together, part, points = (line for line in step.lines if line.role == "sum")
    assert together.shown == pytest.approx(sum(line.shown or 0.0 for line in supports))
    assert part.text == f"Its part: 57.9 of {together.shown:,.1f}"
    assert part.shown == pytest.approx(round(100 * 57.9 / (together.shown or 1), 1))
    assert points.text == "Of the 11 points that “Roads and bridges of the plan delivered” lost"
    assert points.shown == (step.carried[0].shown if step.carried else None)


def test_money_that_is_counted_has_its_currency(sample: Graph) -> None:
    step = step_of(sample, "BUDGET-TIMELY-27", "REL-SEAL-3", "BUDGET-TIMELY-27")
    assert step.lines[0].text == "ORD 12,600,000 of ORD 18,000,000 had not been paid by 10 March 2027"
    assert [line.text.startswith("“Releases paid by their planned day” counts ORD ") for line in step.lines][1]


def test_days_that_were_shared_name_the_agencies(sample: Graph) -> None:
    step = step_of(sample, "ROAD-KESSA", "REL-KESSA-1", "ROAD-KESSA")
    assert step.levels[0] == (
        "23 days of waiting are shared by both that were late: the Environment Authority, 6 days late, answers for 3; "
        "the Ministry of Finance (here its Department of Budget), 23 days late, for 20."
    )


def test_what_came_too_late_for_a_quantity_is_worked_out(sample: Graph) -> None:
    step = step_of(sample, "ROADS-SEAL-27", "REL-SEAL-3", "ROADS-SEAL-27")
    at = next(k for k, line in enumerate(step.lines) if line.text.startswith("Made impossible"))
    due = "when “Rural roads resurfaced” was due already"
    assert [line.text for line in step.lines[at - 4 : at]] == [
        "ORD 5,400,000 of 18,000,000 came in time",
        f"ORD 12,600,000 of 18,000,000 came {due}, on 20 August 2027, 163 days late",
        "It is 30 % of the money for 120 km: it could pay",
        "Of these, 70 % came too late to be used",
    ]
    assert [line.shown for line in step.lines[at - 2 : at + 1]] == [36.0, None, 25.2]
    canal = step_of(sample, "IRRIG-LAND-27", "CANAL-ORSO", "IRRIG-LAND-27")
    missing = "Missing for 5 of the 58 days that “Farm land under new irrigation” had left to use it"
    assert missing in [line.text for line in canal.lines]
    revised = step_of(sample, "LINES-KM-27", "REL-LINES-2", "LINES-KM-27")
    assert not [line.text for line in revised.lines if "20,000,000" in line.text]


def test_points_of_a_target_both_short_and_late_stand_where_they_come_from(sample: Graph) -> None:
    units, days, _ = who_delayed(sample, "ROADS-SEAL-27").accounts
    assert sum(r.points_shown or 0.0 for r in units.roots) > 0
    assert {r.points for r in days.roots} == {None}


def test_a_release_has_no_work_of_its_own(sample: Graph) -> None:
    verdict = who_delayed(sample, "REL-KESSA-1")
    assert verdict.account is not None
    words = [root.words for root in verdict.account.roots if root.itself]
    assert words == ["it was paid 34 days later than “Request for the first tranche, Kessa road” explains"]


def test_what_has_not_come_is_marked_as_expected(sample: Graph) -> None:
    verdict = who_delayed(sample, "TUNNEL-VELT")
    assert verdict.account is not None
    assert [root.finished for root in verdict.account.roots if root.itself] == [False]


def test_an_unreported_target_rests_on_its_promise(sample: Graph) -> None:
    (row,) = (r for r in who_delayed(sample, "LUNNA-ROADS-27").evidence if r.kind == "plan")
    assert row.text.endswith("; nobody has reported on it")
    assert str(row.source).startswith("2026-27/targets.csv, row ")
