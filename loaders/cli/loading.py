"""`load`, `assess`, `report`, `template`: plans in, an assessment out."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graph_schema.answers.loads import loads
from graph_schema.answers.questions import report_questions
from graph_schema.answers.report import report
from graph_schema.answers.status import status
from graph_schema.assess import assess
from graph_schema.connect import open_graph, open_loaded
from graph_schema.errors import AccountabilityError, UsageError
from graph_schema.graph import Graph
from graph_schema.refusals import keep
from graph_schema.settings import load_settings
from loaders.cli import failure
from loaders.cli.asked import Json, print_json
from loaders.cli.outcome import as_record, show
from loaders.cli.show_loads import show_loads
from loaders.load import Outcome, load
from loaders.problems import records
from loaders.template import write_example, write_template

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Assess as of the end of this day (ISO).")]
For = Annotated[
    str | None,
    typer.Option(
        "--for", metavar="AGENCY", help="The folder is the whole truth for this agency and those under it alone."
    ),
]
AllowRemovals = Annotated[
    bool, typer.Option("--allow-removals", help="More than a tenth of a sheet's rows may be removed.")
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("load", short_help="Load plans: all of it or nothing.")(load_command)
    app.command("assess", short_help="Compute delays, causes and scores anew.")(assess_command)
    app.command("loads", short_help="Say what each load changed.")(loads_command)
    app.command("report", short_help="The whole assessment, for programs.")(report_command)
    app.command("template", short_help="Write a workbook to fill.")(template_command)


def load_command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Plan folders, workbooks or parents of them.")],
    owner: For = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; list what would change.")] = False,
    allow_removals: AllowRemovals = False,
    no_assess: Annotated[bool, typer.Option("--no-assess", help="Do not assess afterwards.")] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Load plan years, workbooks or update folders: all of it, or nothing and every problem at once."""
    day = day_of(as_of)
    with open_graph() as graph:
        outcome = load(graph, paths, owner=owner, allow_removals=allow_removals, dry_run=dry_run)
        assessed, failed = None, None
        if not (outcome.refused or dry_run or no_assess) and (day or _unassessed(graph)):
            try:
                assess(graph, when := day or outcome.assessed_on(date.today()))  # noqa: DTZ011 - the user's own day
                assessed = when
            except AccountabilityError as error:  # what was loaded is told all the same
                failed = error
    if as_json:
        record = as_record(outcome, assessed, dry_run=dry_run) | (failure.as_record(failed) if failed else {})
        print_json(record)
    else:
        show(outcome, assessed, dry_run=dry_run)
    if outcome.refused:
        if not dry_run:
            _keep_refusal(paths, outcome)
        raise typer.Exit(1)
    if failed and as_json:
        raise typer.Exit(failed.exit_code)
    if failed:
        raise failed


def _unassessed(graph: Graph) -> bool:
    """Whether there is a load that the assessment does not know: this one, or one that ended before it was assessed."""
    found = status(graph)
    return found.latest_load > found.assessed_load


def assess_command(as_of: AsOf = None) -> None:
    """Compute delays, causes and scores anew, as of today or another day."""
    day = day_of(as_of) or date.today()  # noqa: DTZ011 - the user's own day
    with open_loaded() as graph:
        assess(graph, day)
    typer.echo(f"Assessed as of the end of {day.isoformat()}.")


def report_command(
    plan_year: Annotated[str | None, typer.Option("--plan-year", help="Default: the latest.")] = None,
    *,
    questions: Annotated[
        bool, typer.Option("--questions", help="What is asked further: who affects whom, people, what if, opinions.")
    ] = False,
    as_json: Json = False,
) -> None:
    """The whole assessment of a plan year: every deliverable, every tier."""
    with open_loaded() as graph:
        found = report_questions(graph, plan_year) if questions else report(graph, plan_year)
    if not as_json:
        typer.echo("The report is made for programs: add --json. For people: accountability scorecard.", err=True)
    typer.echo(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False))


def template_command(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx")],
    *,
    example: Annotated[bool, typer.Option("--example", help="Filled with a small example that loads.")] = False,
) -> None:
    """Write a workbook with every sheet, whose headers explain themselves."""
    (write_example if example else write_template)(file)
    if example:
        typer.echo(f"Wrote {file}, a small fictional plan. Look at it, or load it as it is: accountability load {file}")
    else:
        typer.echo(f"Wrote {file}. Fill it, then: accountability load {file}")


def day_of(text: str | None) -> date | None:
    """An ISO day given on the command line. Raises UsageError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of takes a day as 2027-06-30, found {text!r}.") from None


def _keep_refusal(paths: list[Path], outcome: Outcome) -> None:
    """Keep the problems of a refused load beside the data, so that others than its operator can see them."""
    home = load_settings().home
    try:
        keep(home, [str(path) for path in paths], records(outcome.problems))
    except OSError as fault:  # the problems were told; that is what matters
        typer.echo(f"These problems could not be kept in {home / 'refused'} ({fault.strerror}).", err=True)


def loads_command(*, as_json: Json = False) -> None:
    """Say what was loaded, when, and what each load changed; and what was wrong with the one that was refused last."""
    with open_graph() as graph:
        found = loads(graph, load_settings().home)
    if as_json:
        print_json(found)
    else:
        show_loads(found)
