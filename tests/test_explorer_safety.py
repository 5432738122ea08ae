"""Titles and ids are always text, nothing is fetched from elsewhere, and views hold no statements."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

HERE = Path(str(files("explorer")))
CODE = sorted(HERE.rglob("*.py"))
TEMPLATES = sorted((HERE / "templates").glob("*.html"))
SCRIPTS = sorted((HERE / "components").glob("*.js"))
STYLES = [*sorted((HERE / "styles").glob("*.css")), *sorted((HERE / "components").glob("*.css"))]


def lines(paths: list[Path]) -> Iterator[tuple[str, str]]:
    assert paths
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", line


def offenders(paths: list[Path], pattern: str) -> list[str]:
    return [place for place, line in lines(paths) if re.search(pattern, line)]


def test_templates_never_trust_a_value() -> None:
    assert offenders(TEMPLATES, r"\|\s*safe|autoescape|<script|\son\w+=") == []


def test_values_never_become_markup_in_code() -> None:
    assert (
        offenders(CODE, r"Markup|unsafe_allow|st\.(markdown|write|title|header|subheader|caption|latex|table)\(") == []
    )


def test_scripts_write_text_alone() -> None:
    assert offenders(SCRIPTS, r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function") == []


def test_html_is_drawn_from_templates_alone() -> None:
    """`st.html` stands in one module, where the environment escapes."""
    assert {place.split(":")[0] for place, line in lines(CODE) if "st.html(" in line} == {"look.py"}


def test_attributes_are_quoted() -> None:
    assert offenders(TEMPLATES, r"=\{\{") == []


@pytest.mark.parametrize("paths", [TEMPLATES, SCRIPTS, STYLES], ids=["templates", "scripts", "styles"])
def test_nothing_is_fetched_from_elsewhere(paths: list[Path]) -> None:
    pattern = r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(['\"]?//"
    assert offenders(paths, pattern) == []


def test_views_hold_no_statements() -> None:
    assert offenders(sorted((HERE / "views").glob("*.py")), r"\bMATCH\b|\bRETURN\b|\.rows\(|\.read\(") == []


def test_files_are_short() -> None:
    long = [
        p.name for p in [*CODE, *TEMPLATES, *SCRIPTS, *STYLES] if len(p.read_text(encoding="utf-8").splitlines()) > 300
    ]
    assert long == []
