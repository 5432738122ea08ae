"""Runs a statement from outside in a process of its own, which is ended when it takes too long or too much."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph_schema.console.reading import Refusal, place, refusal, too_slow

SECONDS = 10.0
"""Time for a statement."""

ROWS = 1_000
"""Rows of an answer."""

_START = 15.0
"""Seconds that the process may take to start, to reach the graph, and to hand over."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as text; `id` names the node that it is (or the first of a path), '' for anything else."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a statement; `cut`: there are more than `ROWS`. Or none of them, and why (`refused`).

    `values` are the plain values behind `rows`, for a file.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    values: tuple[tuple[object, ...], ...] = ()
    cut: bool = False
    seconds: float = 0.0
    refused: Refusal | None = None


def ask(statement: str, *, seconds: float = SECONDS, environment: Mapping[str, str] | None = None) -> Answer:
    """Answer a statement that only reads, within `seconds` and `ROWS` rows, on the graph that settings mean.

    `environment`: of the process that asks; default: this one's. Whatever is wrong with the statement, or with the
    graph, is told in the answer.
    """
    if refused := refusal(statement):
        return Answer(refused=refused)
    request = json.dumps({"statement": statement, "seconds": seconds, "rows": ROWS})
    try:
        done = subprocess.run(  # our own program; the statement goes in as its input
            [sys.executable, "-m", "graph_schema.console.reader"],
            input=request.encode(),
            capture_output=True,
            timeout=seconds + _START,
            check=False,
            env=dict(environment) if environment is not None else None,
        )
    except subprocess.TimeoutExpired:
        return Answer(refused=Refusal(too_slow(seconds)))
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return Answer(refused=Refusal("The answer took more memory than one may take. Ask for less at once."))
    if why := found.get("refused"):
        at = found.get("at")
        return Answer(refused=Refusal(why, *(place(statement, at) if at is not None else ())))
    return Answer(
        tuple(found["columns"]),
        tuple(tuple(Cell(*cell) for cell in row) for row in found["rows"]),
        tuple(tuple(row) for row in found["values"]),
        found["cut"],
        found["seconds"],
    )
