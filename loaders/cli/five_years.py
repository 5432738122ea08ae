"""`five-year`, `sectors`: promises of five years, and sectors year by year, in a terminal."""

from typing import Annotated

import typer

from graph_schema.answers.five_year.five_year import five_year
from graph_schema.answers.sectors import sectors
from graph_schema.connect import open_loaded
from graph_schema.question_errors import UnknownPlanTargetError
from loaders.cli.asked import Json, PlanYear, print_json
from loaders.cli.show_five_years import show_five_year, show_plan_target, show_sectors


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("five-year", short_help="Say whether the five-year plan is within reach.")(five_year_command)
    app.command("sectors", short_help="Say how each sector does, year by year.")(sectors_command)


def five_year_command(
    plan: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A five-year plan. Default: the latest begun.")
    ] = None,
    target: Annotated[str | None, typer.Option("--target", help="One promise: its years and annual targets.")] = None,
    tier: Annotated[
        int | None, typer.Option("--tier", min=1, help="Whose points are shown. Default: the highest with agreements.")
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """Say whether the five-year plan is within reach: what is reached, the pace, what is left a year, and money."""
    with open_loaded() as graph:
        found = five_year(graph, plan, tier)
    one = next((row for row in found.targets if row.id == target), None)
    if target is not None and one is None:
        raise UnknownPlanTargetError(target, tuple(row.id for row in found.targets))
    if as_json:
        print_json(found if one is None else one)
    elif one is not None:
        show_plan_target(found, one)
    else:
        show_five_year(found)


def sectors_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Say how each sector does: targets and what came of them, budget and money, in every plan year."""
    with open_loaded() as graph:
        found = sectors(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_sectors(found)
