"""`changes`, `compare`: what moved from one assessment to another."""

from typing import Annotated

import typer

from graph_schema.answers.changes import changes
from graph_schema.answers.compare import CURRENT, compare
from graph_schema.answers.moved import Moves
from graph_schema.connect import open_loaded
from loaders.cli.asked import Json, print_json
from loaders.cli.show_moves import show_moves


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("changes", short_help="Say what moved since the assessment before.")(changes_command)
    app.command("compare", short_help="Put two assessments side by side.")(compare_command)


def changes_command(*, as_json: Json = False) -> None:
    """Say what is newly late, what recovered and what points moved since the assessment before, published or not."""
    with open_loaded() as graph:
        found = changes(graph)
    _tell(found, as_json=as_json)


def compare_command(
    before: Annotated[str, typer.Argument(metavar="A", help="Number of a published assessment, or current.")],
    after: Annotated[str, typer.Argument(metavar="[B]", help="Another. Default: current.")] = CURRENT,
    *,
    as_json: Json = False,
) -> None:
    """Put two assessments side by side: what differs of targets, agencies and tiers, in days, points and causes."""
    with open_loaded() as graph:
        found = compare(graph, before, after)
    _tell(found, as_json=as_json)


def _tell(found: Moves, *, as_json: bool) -> None:
    if as_json:
        print_json(found)
    else:
        show_moves(found)
