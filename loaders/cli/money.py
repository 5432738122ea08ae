"""`money`: what was promised, came and cost, in a terminal."""

from typing import Annotated

import typer

from graph_schema.answers.money.figures import money
from graph_schema.answers.money.rows import GROUPINGS
from graph_schema.connect import open_loaded
from loaders.cli.asked import Json, PlanYear, print_json
from loaders.cli.show_money import show_money

_Tier = Annotated[
    int | None, typer.Option("--tier", min=1, help="Whose points are shown. Default: the highest tier with agreements.")
]


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("money", short_help="Say what money came when, and what late money cost.")(money_command)


def money_command(
    plan_year: PlanYear = None,
    by: Annotated[str, typer.Option("--by", help=f"{', '.join(GROUPINGS[:-1])} or {GROUPINGS[-1]}.")] = "line",
    tier: _Tier = None,
    *,
    as_json: Json = False,
) -> None:
    """Say what money was promised, came in time, late or not at all, what was spent, and what late money cost."""
    with open_loaded() as graph:
        found = money(graph, plan_year, by, tier)
    if as_json:
        print_json(found)
    else:
        show_money(found)
