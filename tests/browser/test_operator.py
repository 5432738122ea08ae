"""The operator: a wrong folder, its problems on the page Data, the corrected folder, the current assessment."""

from pathlib import Path

from browser.conftest import Opens
from browser.plans import empty
from browser.sights import cut_off, still, violations
from full_plan import write_full
from terminal import run

from graph_schema.graph import Graph

AS_OF = ("--as-of", "2027-06-30")


def test_from_a_wrong_folder_to_a_current_assessment(opens: Opens, open_once: Graph, tmp_path: Path) -> None:
    empty(open_once)
    folder = write_full(tmp_path / "plan")
    sheet = folder / "targets.csv"
    right = sheet.read_text(encoding="utf-8")
    sheet.write_text(right.replace("quantity", "<b>much</b>", 1), encoding="utf-8")
    assert run("load", str(folder), *AS_OF).exit_code == 1
    page = opens("")
    page.locator("nav.pages a", has_text="Data").click()
    page.wait_for_selector("h1:has-text('The last load was refused: 1 problem, and nothing is loaded yet.')")
    row = page.locator("tr", has_text="column measure")
    assert "targets.csv" in row.inner_text()
    assert "'<b>much</b>'" in row.inner_text()
    still(page)
    assert violations(page) == []
    sheet.write_text(right, encoding="utf-8")
    assert run("load", str(folder), *AS_OF).exit_code == 0
    page.get_by_role("link", name="Look again").click()
    page.wait_for_selector("h1:has-text('Load 1 is assessed: the numbers are up to date.')")
    still(page)
    assert "30 June 2027" in page.locator("tr", has_text="current").inner_text()
    assert cut_off(page) == []
    page.locator("nav.pages a", has_text="Scorecard").click()
    page.wait_for_selector("h1:has-text('The government stands at')")
