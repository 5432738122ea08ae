"""Statements to begin with, each in a file that opens with its title; a test runs them on the sample country."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Example:
    """A statement that works, and what it answers."""

    title: str
    statement: str


@cache
def examples() -> tuple[Example, ...]:
    """The examples in the order of their names."""
    found = sorted((f for f in files(__name__).iterdir() if f.name.endswith(".cypher")), key=lambda f: f.name)
    parts = [file.read_text(encoding="utf-8").partition("\n") for file in found]
    return tuple(Example(title.removeprefix("// ").strip(), statement.strip()) for title, _, statement in parts)
