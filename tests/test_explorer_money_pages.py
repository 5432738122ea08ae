"""Money and the five-year plan without a browser: what their pages say, and where their links lead."""

import re
from datetime import date
from pathlib import Path

import pytest
from engine import loaded
from page_words import page, words
from plan_folders import write_plan

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.sample import AS_OF, PLANS


def test_money_says_what_came_when_and_what_it_cost(open_once: Graph) -> None:
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    html = page("money", year="2026-27")
    said = words(html)
    assert "81.9 % of the money due came on time. 141,600,000 came late of 783,500,000 ORD" in said
    assert "641.9 + 141.6 + 0.0 + 0.0 = 783.5" in said
    assert "released ÷ first promised = 783.5 ÷ 779.0" in said
    assert "First tranche, Kessa road" in said
    assert 'href="held-up?' in html
    assert html.count("clip-path:polygon(0.00% 100.00%") >= 7
    rows = re.findall(r'href="(money\?[^"]*row=[^"]+)"', html)
    assert len(rows) > 12
    row = words(page("money", year="2026-27", row="L-KESSA"))
    assert "60 % of the money due came on time. 40,000,000 came late of 100,000,000 ORD" in row
    assert "Most was lacking on 15 August 2026: 40,000,000 ORD." in row
    assert "Second tranche, Kessa road" in row
    assert "Third tranche, resurfacing" not in row


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize("by", ["", "source", "agency", "sector", "released-by", "month", "nonsense"])
def test_money_has_a_view_for_every_grouping(by: str) -> None:
    said = words(page("money", by=by))
    assert "of the money due came on time" in said
    assert ("What flowed in each month" in said) == (by == "month")
    assert "There is no row “X” here" in words(page("money", by=by, row="X"))


def test_a_year_without_money_says_so(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write_plan(tmp_path / "plan")])
    assess(graph, date(2027, 6, 30))
    assert "nothing was promised, so nothing can be late" in words(page("money"))


def test_the_five_year_plan_sets_the_way_gone_beside_the_money_spent(open_once: Graph) -> None:
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    html = page("five_year")
    said = words(html)
    assert "4 of 11 promises reached or within reach at the pace so far." in said
    row = html[html.index("Rural roads opened") :].split("</tr>")[0]
    assert "34.7" in row
    assert "93.5" in row
    assert "out of reach" in row
    assert "2.8 points and 22 days began in 2026-27, with Ruling on the appeal about the Holm bridge" in said
    assert "Fewest promises were kept in Agriculture" in said
    one = page("five_year", target="PT-TAPS")
    assert "Households with a water tap: 51,460 of 70,000 households." in words(one)
    assert "(reached 51,460 − start 41,000) ÷ (target 70,000 − start 41,000) = 36.1 %" in words(one)
    assert one.count('class="dot"') == one.count('class="dot open"') == 2
    assert "id=RWATER-TAPS-27" in one
    assert "There is no promise “PT-NOTHING”" in words(page("five_year", target="PT-NOTHING"))
    assert "There is no five-year plan 'X'. The graph holds: FYP-4." in words(page("five_year", plan="X"))


@pytest.mark.usefixtures("road")
def test_without_a_five_year_plan_the_page_says_where_to_list_it() -> None:
    assert "There is no five-year plan in the graph. List it in five_year_plans.csv." in words(page("five_year"))
