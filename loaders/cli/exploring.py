"""`held-up`, `what-if`, `best-fix`, `opinions`, `next`: answers that recompute along the graph, in a terminal."""

from datetime import date
from typing import Annotated

import typer

from graph_schema.answers.best_fix import best_fix_of_agency, best_fix_of_tier
from graph_schema.answers.coming import coming
from graph_schema.answers.held_up import held_up
from graph_schema.answers.opinions import opinions
from graph_schema.answers.what_if import Supposing, what_if
from graph_schema.connect import open_loaded
from graph_schema.errors import UsageError
from loaders.cli.asked import Json, PlanYear, print_json
from loaders.cli.show_exploring import show_coming, show_fix, show_held_up, show_opinions, show_what_if


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("held-up", short_help="Say what something held up.")(held_up_command)
    app.command("what-if", short_help="Say what would be otherwise.")(what_if_command)
    app.command("best-fix", short_help="Say what on time would have won most.")(best_fix_command)
    app.command("opinions", short_help="Say what other rules would answer.")(opinions_command)
    app.command("next", short_help="Say what is due next, and at stake.")(next_command)


def held_up_command(
    asked: Annotated[str, typer.Argument(metavar="ID", help="A target, release or milestone, or an agency.")],
    *,
    as_json: Json = False,
) -> None:
    """Say what something held up: everything that is later or shorter because of it, with days and points."""
    with open_loaded() as graph:
        found = held_up(graph, asked)
    if as_json:
        print_json(found)
    else:
        show_held_up(found)


def what_if_command(
    wishes: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID=on-time|DAY|in-full…", help="in-full: a release, budget line or target with money."),
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """Say what would be otherwise if something had been on time, on a day, or its money in full. Nothing is changed."""
    asked = dict(_wish(text) for text in wishes or [])
    with open_loaded() as graph:
        found = what_if(graph, asked)
    if as_json:
        print_json(found)
    else:
        show_what_if(found)


def best_fix_command(
    agency: Annotated[str | None, typer.Option("--agency", help="For the official score of this agency.")] = None,
    tier: Annotated[int | None, typer.Option("--tier", min=1, help="For the government score of this tier.")] = None,
    most: Annotated[int, typer.Option("-k", min=1, help="So many, chosen one after the other.")] = 1,
    plan_year: PlanYear = None,
    *,
    as_json: Json = False,
) -> None:
    """Say which single thing on time would have won most points, for an agency or a tier."""
    if (agency is None) == (tier is None):
        raise UsageError("The best fix is one for an agency or for a tier.", "Name one: --agency ID or --tier 1")
    with open_loaded() as graph:
        if agency is not None:
            found = best_fix_of_agency(graph, agency, plan_year, most)
        else:
            found = best_fix_of_tier(graph, tier or 1, plan_year, most)
    if as_json:
        print_json(found)
    else:
        show_fix(found)


def opinions_command(
    deliverable: Annotated[str, typer.Argument(metavar="ID", help="A target, release or milestone that is late.")],
    *,
    as_json: Json = False,
) -> None:
    """Say what other rules would answer to who delayed this, side by side."""
    with open_loaded() as graph:
        found = opinions(graph, deliverable)
    if as_json:
        print_json(found)
    else:
        show_opinions(found)


def next_command(
    days: Annotated[int, typer.Option("--days", min=0, help="So many days from the day of the assessment on.")] = 60,
    slip: Annotated[int, typer.Option("--slip", min=1, help="What is at stake if it slips by so many days.")] = 30,
    *,
    as_json: Json = False,
) -> None:
    """Say what is due next, what is at stake, whose forecasts passed or moved, and whom to call."""
    with open_loaded() as graph:
        found = coming(graph, days, slip)
    if as_json:
        print_json(found)
    else:
        show_coming(found)


def _wish(text: str) -> tuple[str, Supposing]:
    """An id and what is supposed of it. Raises UsageError."""
    thing, found, wish = text.rpartition("=")
    if found and thing and wish in ("on-time", "in-full"):
        return thing, "on-time" if wish == "on-time" else "in-full"
    try:
        return thing, date.fromisoformat(wish if found and thing else "")
    except ValueError:
        remedy = "Say ID=on-time, ID=in-full or ID=2027-06-30."
        raise UsageError(f"what-if does not understand {text!r}.", remedy) from None
