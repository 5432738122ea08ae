"""Second opinions in words, on worked cases; the numbers themselves are held to the answer files elsewhere."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from engine import VECTORS, loaded

from graph_schema.answers.frames import to_frame
from graph_schema.answers.opinions import NAMES, opinions
from graph_schema.answers.other_rules import Ancestry
from graph_schema.answers.report import report
from graph_schema.answers.snapshot import upstream
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownDeliverableError


@pytest.mark.parametrize("name", ["road-and-money", "random-2", "three-tiers"])
def test_every_rule_shares_the_whole_delay(graph: Graph, name: str) -> None:
    """From what lies above one thing alone: equal to the answer file, and to the rule's own report."""
    loaded(graph, VECTORS / name)
    assess(graph, date(2027, 6, 30))
    wanted = json.loads((VECTORS / name / "questions" / "2027-06-30.json").read_text(encoding="utf-8"))
    told = report(graph)["deliverables"]
    for thing, expected in wanted["second_opinions"].items():
        found = opinions(graph, thing)
        assert {r.agency.id: r.rule for r in found.rows if r.rule} == pytest.approx(
            told[thing]["agencies_days"], abs=1e-9
        )
        for rule in ("but_for", "driving", "proportional", "shapley"):
            days = {r.agency.id: getattr(r, rule) for r in found.rows if getattr(r, rule)}
            assert days == pytest.approx(expected[rule], abs=1e-9)
            if rule != "but_for":
                assert sum(days.values()) == pytest.approx(found.delay_days, abs=1e-9)
        for largest in found.largest:
            shares = {r.agency.id: getattr(r, largest.rule) or 0.0 for r in found.rows}
            assert largest.days == pytest.approx(max(shares.values()), abs=1e-9)
        assert found.spread == max(r.spread for r in found.rows)


def test_they_are_told_in_words(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    found = opinions(graph, "B")
    assert found.text == (
        "Road to the valley open, 40 days late: the largest cause is the Road department under this rule, but-for, in "
        "proportion and full Shapley; the Budget department under driving requirement. They differ most on the Budget "
        "department: by 11.3 days."
    )
    assert len(to_frame(found.rows)) == 3
    assert opinions(graph, "ENV-REST").text.endswith("is not late, so there is nothing to share.")
    assert opinions(graph, "M1-ON-TIME").rows[0].agency.id == "DNB"
    with pytest.raises(UnknownDeliverableError, match="M1-ON-TIME"):
        opinions(graph, "M1-ON-TIM")


def test_the_case_worked_by_hand_is_what_is_answered(graph: Graph) -> None:
    """Every figure of the page: rules, groups of owners, and the sums of the six orders."""
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    page = (Path(__file__).parents[1] / "docs" / "opinions.md").read_text(encoding="utf-8")
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")
    ]
    found = {row.agency.id: row for row in opinions(graph, "B").rows}
    told = {row[0]: [float(cell) for cell in row[1:]] for row in cells if row[0] in NAMES.values()}
    assert len(told) == len(NAMES)
    for rule, name in NAMES.items():
        *shares, whole = told[name]
        assert shares == pytest.approx([getattr(found[agency], rule) for agency in ("ROAD", "DNB", "ENV")], abs=1e-9)
        assert sum(shares) == whole
    ancestry = Ancestry.of(upstream(graph, ["B"]), "B")
    groups = {row[0]: float(row[1]) for row in cells if row[0] == "nobody" or set(row[0].split(", ")) <= found.keys()}
    assert len(groups) == 2 ** len(found)
    for who, days in groups.items():
        assert ancestry.without(found.keys() - set(who.split(", "))) == pytest.approx(days, abs=1e-9)
    sums = re.findall(r"^    (\w+) +(\(.*) = ([\d.]+)$", page, re.MULTILINE)
    assert {agency for agency, _, _ in sums} == found.keys()
    for agency, terms, share in sums:
        twice, first, b, c, d, e, again, f, g, orders = map(int, re.findall(r"\d+", terms))
        assert (twice * first + (b - c) + (d - e) + again * (f - g)) / orders == pytest.approx(float(share)), agency
        assert float(share) == found[agency].shapley
