"""The statements: every .cypher file under queries/, found by name and held to its header.

A file is one statement. Its header says what it answers, its parameters and its columns:

    // Each agency's official and adjusted score at one tier.
    //
    // params:  plan_year, tier
    // returns: agency, name, official
    CYPHER 25
    MATCH …

`CYPHER 25` stands in each file, so that a server's default language changes nothing.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_FIELD = re.compile(r"^// (params|returns): +(.*)$")
_ITEM = re.compile(r"\s*\(.*?\)")


@dataclass(frozen=True)
class Statement:
    """One .cypher file: its name ("read/scorecard"), its text, and what its header promises."""

    name: str
    text: str
    says: str
    params: tuple[str, ...]
    returns: tuple[str, ...]


def statement(name: str) -> Statement:
    """The statement of that name; KeyError for a name that no file has."""
    return statements()[name]


@cache
def statements() -> dict[str, Statement]:
    """Every statement, by name."""
    found = (_parsed(name, file) for name, file in _walk(files("graph_schema") / "queries", ""))
    return {statement.name: statement for statement in found}


def _walk(folder: Traversable, above: str) -> list[tuple[str, Traversable]]:
    out: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            out += _walk(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".cypher"):
            out.append((above + entry.name.removesuffix(".cypher"), entry))
    return out


def _parsed(name: str, file: Traversable) -> Statement:
    text = file.read_text(encoding="utf-8")
    lists: dict[str, tuple[str, ...]] = {"params": (), "returns": ()}
    says: list[str] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        if field := _FIELD.match(line):
            names = _ITEM.sub("", field[2]).split(",")
            lists[field[1]] = tuple(n.strip() for n in names if n.strip() not in ("", "none"))
        elif not lists["params"]:
            says.append(line.removeprefix("//").strip())
    return Statement(name, text, " ".join(s for s in says if s), lists["params"], lists["returns"])
