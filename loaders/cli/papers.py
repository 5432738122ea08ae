"""`briefing`: leadership's papers. The explorer draws them, as a program of its own."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from graph_schema.errors import UsageError
from loaders.cli.asked import PlanYear


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("briefing", short_help="Write a one-page PDF.")(briefing_command)


def briefing_command(
    asked: Annotated[
        str | None, typer.Argument(metavar="ID", help="A target, release or milestone, or an agency.")
    ] = None,
    tier: Annotated[int | None, typer.Option("--tier", min=1, help="Instead: the scorecard of this tier.")] = None,
    plan_year: PlanYear = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = Path(
        "briefing.pdf"
    ),
) -> None:
    """Write a one-page PDF: who delayed something, how an agency stands, or a scorecard."""
    if (asked is None) == (tier is None):
        raise UsageError("A briefing is about one thing.", "Name a target or an agency, or a scorecard: --tier 1")
    command = [sys.executable, "-m", "explorer.papers", f"--output={output}"]
    command += [f"--plan-year={plan_year}"] if plan_year is not None else []
    command += [f"--tier={tier}"] if tier is not None else ["--", asked or ""]
    code = subprocess.run(command, check=False).returncode  # noqa: S603 - our own program
    if code:
        raise typer.Exit(code)
    typer.echo(f"Wrote {output}.")
