"""The repository's own promises: short files, Cypher in files, one package that speaks to the database."""

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 300
WRITTEN = frozenset({".py", ".cypher", ".css", ".js", ".html", ".md", ".toml", ".yml", ""})
MADE = frozenset({"uv.lock", "docs/answers.md", "docs/graph.md", "docs/questions.md"})
PACKAGES = ("explorer", "graph_schema", "loaders")
CYPHER = re.compile(r"^\s*(?:MATCH|MERGE|OPTIONAL MATCH|UNWIND|CREATE|CALL|DETACH DELETE)\s*[({]\w*[:)]", re.MULTILINE)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def sources(*folders: str) -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def test_no_written_file_is_longer_than_300_lines() -> None:
    long = {}
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in WRITTEN and name not in MADE and "/data/" not in name and path.name != "LICENSE":
            lines = path.read_bytes().count(b"\n")
            if lines > LONGEST:
                long[name] = lines
    assert long == {}


def test_no_statement_is_written_in_python() -> None:
    found = []
    for path in sources(*PACKAGES):
        texts = [
            node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
        ]
        written = [node for node in texts if isinstance(node.value, str) and CYPHER.search(node.value)]
        found += [f"{path.relative_to(ROOT)}:{node.lineno}" for node in written]
    assert found == []


def test_only_graph_schema_imports_the_driver() -> None:
    found = []
    for path in sources("explorer", "loaders", "tests", "benchmarks", "docs"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [f"{path.relative_to(ROOT)}: {name}" for name in names if name.split(".")[0] == "neo4j"]
    assert [line for line in found if not line.startswith("tests/")] == []


def test_nothing_that_people_typed_is_marked_as_safe_html() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path.relative_to(ROOT).parts[0] == "explorer"
        and path.suffix in {".py", ".html"}
        and re.search(r"\|\s*safe\b|\bMarkup\(|unsafe_allow_html", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_lock_of_jars_names_no_host() -> None:
    assert "://" not in (ROOT / "graph_schema" / "embedded" / "jars.lock").read_text(encoding="utf-8")
