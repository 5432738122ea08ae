"""`agreements`: who signed, what followed; in a terminal."""

import json
from typing import Annotated

import typer

from graph_schema.answers.agreements.agreements import agreements
from graph_schema.answers.frames import to_json
from graph_schema.connect import open_loaded
from loaders.cli.answers import Json, PlanYear
from loaders.cli.show_agreements import show_agreements

Persons = Annotated[bool, typer.Option("--persons", help="Name officials; else posts alone.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("agreements", short_help="Say who signed, how they stand, what followed.")(agreements_command)


def agreements_command(plan_year: PlanYear = None, *, persons: Persons = False, as_json: Json = False) -> None:
    """Say who signed which agreement, when and for whom, how those who signed stand, and what followed."""
    with open_loaded() as graph:
        found = agreements(graph, plan_year, persons=persons)
    if as_json:
        _print(found)
    else:
        show_agreements(found)


def _print(answer: object) -> None:
    typer.echo(json.dumps(to_json(answer), indent=1, ensure_ascii=False))
