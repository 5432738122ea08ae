"""What the commands share: options that many take, and answers as JSON."""

import json
from typing import Annotated

import typer

from graph_schema.answers.frames import to_json

Json = Annotated[bool, typer.Option("--json", help="Print JSON, exact numbers.")]
PlanYear = Annotated[str | None, typer.Option("--plan-year", help="Default: the latest.")]
Tier = Annotated[int, typer.Option("--tier", min=1, help="Depth in the tree of agencies: a root is tier 1.")]


def print_json(answer: object) -> None:
    """Print an answer, or a record made of one, on standard output."""
    typer.echo(json.dumps(to_json(answer), indent=1, ensure_ascii=False))
