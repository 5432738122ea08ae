"""`who-delayed`, `scorecard`, `matrix`: the answers in a terminal."""

from typing import Annotated

import typer

from graph_schema.answers.affects import Cell
from graph_schema.answers.agency.agency import agency
from graph_schema.answers.basis import basis_of
from graph_schema.answers.cell import cell
from graph_schema.answers.finance import finance
from graph_schema.answers.matrix import matrix
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import plan_years
from graph_schema.answers.verdict import who_delayed
from graph_schema.connect import open_loaded
from graph_schema.graph import Graph
from loaders.cli.asked import Json, PlanYear, Tier, print_json
from loaders.cli.show_agency import show_agency
from loaders.cli.show_finance import show_finance
from loaders.cli.show_scores import show_card, show_cell, show_matrix
from loaders.cli.show_verdict import show_verdict


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("who-delayed", short_help="Say who delayed one deliverable, and why.")(who_delayed_command)
    app.command("scorecard", short_help="Say how the government is doing.")(scorecard_command)
    app.command("matrix", short_help="Say who affects whom.")(matrix_command)
    app.command("agency", short_help="Say how one agency stands, and why.")(agency_command)
    app.command("finance", short_help="Say what late money cost, and what it cost those who release it.")(
        finance_command
    )


def who_delayed_command(
    deliverable: Annotated[str, typer.Argument(metavar="ID", help="A target, release or milestone.")],
    *,
    as_json: Json = False,
) -> None:
    """Say who delayed a target, release or milestone: where its days, units or points began, and why."""
    with open_loaded() as graph:
        found = who_delayed(graph, deliverable)
    if as_json:
        print_json(found)
    else:
        show_verdict(found)


def scorecard_command(plan_year: PlanYear = None, tier: Tier = 1, *, as_json: Json = False) -> None:
    """Say how the government is doing: official beside adjusted scores, and what cost most."""
    with open_loaded() as graph:
        found = scorecard(graph, plan_year, tier)
    if as_json:
        print_json(found)
    else:
        show_card(found)


def matrix_command(
    plan_year: PlanYear = None,
    tier: Tier = 1,
    by_tier: Annotated[int | None, typer.Option("--by-tier", min=1, help="Tier of where it began.")] = None,
    opened: Annotated[
        tuple[str, str] | None,
        typer.Option("--cell", metavar="BEARER CAUSER", help="Open one cell: its targets, and where it began."),
    ] = None,
    *,
    first_promise: Annotated[bool, typer.Option("--first-promise", help="Without revisions and rulings.")] = False,
    without_rulings: Annotated[bool, typer.Option("--without-rulings", help="Before any ruling.")] = False,
    as_json: Json = False,
) -> None:
    """Say who affects whom: what each agency lost, by the agency where it began."""
    basis = basis_of(first_promise=first_promise, without_rulings=without_rulings)
    with open_loaded() as graph:
        if opened:
            found = cell(graph, plan_year, tier, *opened, by_tier=by_tier, basis=basis)
        else:
            found = matrix(graph, plan_year, tier, by_tier, basis)
    if as_json:
        print_json(found)
    elif isinstance(found, Cell):
        show_cell(found)
    else:
        show_matrix(found)


def agency_command(
    asked: Annotated[str, typer.Argument(metavar="ID", help="An agency.")],
    plan_year: PlanYear = None,
    *,
    as_json: Json = False,
) -> None:
    """Say how one agency stands: its targets, from official to adjusted, what it needs from others and they from it."""
    with open_loaded() as graph:
        found = agency(graph, asked, plan_year)
    if as_json:
        print_json(found)
    else:
        show_agency(found)


def finance_command(plan_year: PlanYear = None, tier: Tier = 1, *, as_json: Json = False) -> None:
    """Say what late and short money cost, and how those who release it were affected when others were late."""
    with open_loaded() as graph:
        found = finance(graph, plan_year, tier)
    if as_json:
        print_json(found)
    else:
        show_finance(found)


def show_scorecard(graph: Graph) -> None:
    """Print the scorecard of the latest plan year that lost anything, at its first tier."""
    years = [year for year in plan_years(graph) if year.tiers]
    cards = [scorecard(graph, year.id, year.tiers[0]) for year in years]
    if cards:
        show_card(next((card for card in reversed(cards) if card.lost > 0), cards[-1]))


def show_one(graph: Graph, deliverable: str) -> None:
    """Print the verdict of one deliverable. Raises UnknownDeliverableError."""
    show_verdict(who_delayed(graph, deliverable))


def show_costliest(graph: Graph) -> None:
    """Print the verdict of the deliverable where most points of that scorecard began; nothing where none were lost."""
    for year in reversed([year for year in plan_years(graph) if year.tiers]):
        card = scorecard(graph, year.id, year.tiers[0])
        if card.costly:
            show_verdict(who_delayed(graph, card.costly[0].thing))
            return
