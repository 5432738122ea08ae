"""What the statements and the Python that uses them say, read from their texts."""

import ast
import dataclasses
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_schema.catalog import Statement

ROOT = Path(__file__).parents[1]
FOLDERS = ("assess", "ledger", "prepare", "read", "report", "revise", "rulings", "server", "write")
NAME = re.compile(rf"(?:{'|'.join(FOLDERS)})/\w+")

_STRING = re.compile(r"'[^']*'")
_SUFFIXED = re.compile(r":\s*((?:[A-Z]\w*)(?:\s*[|&:]\s*[A-Z]\w*)*)")
_DOTTED = re.compile(r"(?<![\w$.])([A-Za-z_]\w*)\.([a-z]\w*)\b(?!\()")
_PROJECTED = re.compile(r"\.(\w+)(?=\s*[,}])")
_MADE = re.compile(r"(?:AS\s+|[{,]\s*)(\w+)\b(?=\s*:|\s|,|$|\))")


def code_of(statement: Statement) -> str:
    """The text without comments and quoted texts."""
    lines = (line.split("//")[0] for line in statement.text.splitlines())
    return _STRING.sub("''", "\n".join(lines))


def parameters_of(statement: Statement) -> set[str]:
    """The names after a $."""
    return set(re.findall(r"\$(\w+)", code_of(statement)))


def kinds_of(statement: Statement) -> set[str]:
    """Labels and relationship types, which alone begin with a capital after a colon."""
    found = {name for names in _SUFFIXED.findall(code_of(statement)) for name in re.split(r"[|&:\s]+", names)}
    return found - {"CASE"}  # the value of a map's key


def properties_of(statement: Statement) -> set[str]:
    """Names after a dot that the statement did not make itself (a column, or a key of a map)."""
    code = code_of(statement)
    made = set(_MADE.findall(code))
    dotted = {name for variable, name in _DOTTED.findall(code) if variable not in ("row", "db", "duration")}
    projected = set(_PROJECTED.findall(code)) if "{." in code else set[str]()
    return {name for name in dotted | projected if name not in made}


@dataclass(frozen=True)
class Use:
    """A place where Python runs a statement: by its name, and into rows of a type."""

    file: Path
    line: int
    name: str
    row_type: type | None


def uses() -> list[Use]:
    """Every name of a statement in the packages, with the row type where it is read into one.

    A name made of a folder and a variable stands for each text of its file that makes the name of a statement.
    """
    paths = sorted(path for package in ("graph_schema", "loaders") for path in (ROOT / package).rglob("*.py"))
    return [use for path in paths for use in _uses_in(path)]


def _uses_in(path: Path) -> Iterator[Use]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    typed: dict[ast.expr, type] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "read":
            match node.args:
                case [ast.Constant() | ast.JoinedStr() as name, ast.Name(id=row_type), *_]:
                    typed[name] = getattr(importlib.import_module(_module(path)), row_type)
                case _:
                    pass
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            for name in _names(node, texts):
                yield Use(path, node.lineno, name, typed.get(node))


def _names(node: ast.Constant | ast.JoinedStr, texts: set[str]) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and NAME.fullmatch(node.value) else []
    first = node.values[0]
    if len(node.values) != 2 or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return []
    return sorted(f"{first.value}{text}" for text in texts if NAME.fullmatch(f"{first.value}{text}"))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def columns_of(row_type: Any) -> tuple[set[str], set[str]]:
    """The columns that a row of the type takes, and those among them that it needs."""
    fields = dataclasses.fields(row_type)
    needed = {f.name for f in fields if f.default is f.default_factory is dataclasses.MISSING}
    return {f.name for f in fields}, needed
