"""`agreements`, `revisions`, `reporting`, `trajectory`, `soundness`: what was signed, changed, reported, and holds."""

from typing import Annotated

import typer

from graph_schema import policy
from graph_schema.answers.agreements.agreements import agreements
from graph_schema.answers.reporting.reporting import reporting
from graph_schema.answers.reporting.trajectory import trajectory
from graph_schema.answers.revisions.revisions import revisions
from graph_schema.answers.soundness.soundness import soundness
from graph_schema.connect import open_loaded
from loaders.cli.asked import Json, PlanYear, print_json
from loaders.cli.show_agreements import show_agreements
from loaders.cli.show_reporting import show_reporting, show_trajectory
from loaders.cli.show_revisions import show_revisions
from loaders.cli.show_soundness import show_soundness

Persons = Annotated[bool, typer.Option("--persons", help="Name officials; else posts alone.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("agreements", short_help="Say who signed, how they stand, what followed.")(agreements_command)
    app.command("revisions", short_help="Say what changes of plan moved.")(revisions_command)
    app.command("reporting", short_help="Say who reports in time, and whether what is said fits.")(reporting_command)
    app.command("trajectory", short_help="Say what is on track.")(trajectory_command)
    app.command("soundness", short_help="Say what the numbers rest on and may not hold.")(soundness_command)


def agreements_command(plan_year: PlanYear = None, *, persons: Persons = False, as_json: Json = False) -> None:
    """Say who signed which agreement, when and for whom, how those who signed stand, and what followed."""
    with open_loaded() as graph:
        found = agreements(graph, plan_year, persons=persons)
    if as_json:
        print_json(found)
    else:
        show_agreements(found)


def revisions_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Say what was revised, who approved it, what it moved, and what was changed after signing without a revision."""
    with open_loaded() as graph:
        found = revisions(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_revisions(found)


def reporting_command(
    plan_year: PlanYear = None,
    *,
    months: Annotated[
        int, typer.Option("--months", min=1, help="A report is due for every so many months.")
    ] = policy.REPORT_MONTHS,
    within: Annotated[
        int, typer.Option("--within", min=0, help="So many days after their end.")
    ] = policy.REPORT_WITHIN,
    as_json: Json = False,
) -> None:
    """Say who reports late or not at all, which statuses do not fit, and how forecasts moved."""
    with open_loaded() as graph:
        found = reporting(graph, plan_year, months, within)
    if as_json:
        print_json(found)
    else:
        show_reporting(found)


def trajectory_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Say which targets are on track by their interim targets, and which are behind or unreported."""
    with open_loaded() as graph:
        found = trajectory(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_trajectory(found)


def soundness_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Say what the numbers rest on that may not hold: each finding with its row, why it matters, and what to do."""
    with open_loaded() as graph:
        found = soundness(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_soundness(found)
