"""`convert` and `reported`: plans of other formats in, and who answers for what was reported."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph_schema.answers.frames import to_json
from graph_schema.answers.reported import STATUSES, Reported, ReportedRow, reported
from graph_schema.connect import open_loaded
from loaders.cli.asked import Json, print_json
from loaders.cli.show import console, draw, row, say, table
from loaders.sources.conversion import Conversion, Note, write_plan
from loaders.sources.performance_gov import convert

_PLACES = 3
"""How many places of one note are named in a terminal; all of them with --json."""


def register(app: typer.Typer) -> None:
    """Add these commands."""
    sources = typer.Typer(no_args_is_help=True)
    sources.callback()(_sources)
    sources.command("performance-gov", short_help="Goals published on performance.gov.")(performance_gov_command)
    app.add_typer(sources, name="convert", short_help="Write a plan from another format.")
    app.command("reported", short_help="Say who answers for what is reported late.")(reported_command)


def _sources() -> None:
    """Write a plan folder from a published source of another format."""


def performance_gov_command(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder with goals.json and target.json.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder for the plan.")],
    *,
    as_json: Json = False,
) -> None:
    """Agency Priority Goals of the US federal government, as published on performance.gov."""
    conversion = convert(source)
    written = write_plan(conversion, folder)
    if as_json:
        record = {
            "plan_year": conversion.plan_year,
            "files": [str(path) for path in written],
            "rows": {name: len(rows) for name, rows in conversion.sheets.items()},
            "read": to_json(conversion.read),
            "left_out": to_json(conversion.left_out),
            "to_know": to_json(conversion.to_know),
        }
        print_json(record)
    else:
        _show_conversion(conversion, folder)


def reported_command(
    statuses: Annotated[
        str, typer.Option("--status", metavar="A,B", help=f"{', '.join(STATUSES)}; several with commas.")
    ] = "delayed,blocked",
    plan_year: Annotated[str | None, typer.Option("--plan-year", help="Default: all of them.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Who answers for what was last reported as delayed or blocked, or with another status."""
    asked = [each.strip() for each in statuses.split(",") if each.strip()]
    with open_loaded() as graph:
        found = reported(graph, asked, plan_year)
    if as_json:
        print_json(found)
    else:
        _show_reported(found)


def _show_conversion(conversion: Conversion, folder: Path) -> None:
    out = console()
    made = table("read", ">count", "of which")
    for each in conversion.read:
        row(made, [each.what, f"{each.count:,}", each.detail])
    out.print(made, soft_wrap=False)
    _show_notes(out, "Left out", conversion.left_out)
    _show_notes(out, "To know", conversion.to_know)
    made = table("sheet", ">rows")
    for name, rows in conversion.sheets.items():
        row(made, [name, f"{len(rows):,}"])
    draw(out, f"Plan year {conversion.plan_year}, written to {folder}", made)
    out.print()
    say(out, f"Next: accountability load {folder}")


def _show_notes(out: Console, title: str, notes: tuple[Note, ...]) -> None:
    if not notes:
        return
    made = table(">count", "what", "where")
    for note in notes:
        more = len(note.where) - _PLACES
        places = "; ".join(note.where[:_PLACES]) + (f"; and {more:,} more" if more > 0 else "")
        row(made, [f"{note.count:,}", f"{note.what} {note.why}", places])
    draw(out, title, made)


def _show_reported(found: Reported) -> None:
    out = console()
    say(out, found.sentence, "bold")
    if not found.rows:
        return
    years = len({each.plan_year for each in found.rows}) > 1
    made = table("status", "as of", *(("plan year",) if years else ()), "id", "agency", "title", "answers for it")
    for each in found.rows:
        year = (each.plan_year,) if years else ()
        cells = (each.status, each.as_of.isoformat(), *year, each.id, each.agency.id, each.title, _answering(each))
        row(made, cells)
    out.print()
    out.print(made, soft_wrap=False)


def _answering(each: ReportedRow) -> str:
    post = f"{each.post_title}, heads the agency" if each.by_head else each.post_title
    match each.answering:
        case "named":
            return f"{', '.join(each.names)} ({post})"
        case "undisclosed":
            return f"not disclosed ({post})"
        case "vacant":
            return f"nobody: vacant ({post})"
        case "no post":
            return "nobody is named"
