"""`publish`, `published`: assessments as documents."""

import json
from pathlib import Path
from typing import Annotated

import typer

from graph_schema.answers.frames import to_json
from graph_schema.answers.report import first_promise, report
from graph_schema.answers.status import assessed, plan_years
from graph_schema.connect import open_loaded
from graph_schema.errors import UsageError
from graph_schema.graph import Graph
from graph_schema.published import Verified, document_of, frozen, publication, publications, publish, verify
from loaders.cli.asked import Json, print_json
from loaders.cli.show_published import show_list, show_publication, show_published, show_verified
from loaders.user import login_name

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so. Default: your login name.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("publish", short_help="Freeze the current assessment.")(publish_command)
    app.command("published", short_help="List, show, export and verify published assessments.")(published_command)


def publish_command(
    plan_year: Annotated[
        str | None, typer.Option("--plan-year", help="The year it is for. Default: the latest that has begun.")
    ] = None,
    by: By = None,
    note: Annotated[str, typer.Option("--note", help="A word about it.")] = "",
    *,
    final: Annotated[bool, typer.Option("--final", help="For good; the plan year must be over.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Publish nothing; list what was published.")] = False,
    as_json: Json = False,
) -> None:
    """Freeze the current assessment as a document: scores, flows, evidence, who, when and what it rests on."""
    if listed:
        published_command(as_json=as_json)
        return
    with open_loaded() as graph:
        found = publish(graph, typed(by or login_name()), plan_year, final=final, note=typed(note))
    if as_json:
        print_json(found)
    else:
        show_published(found)


def published_command(
    number: Annotated[int | None, typer.Argument(metavar="[NUMBER]", help="One of them. Default: list all.")] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE.json", help="Write it, with its reports, to a file.")
    ] = None,
    *,
    verified: Annotated[bool, typer.Option("--verify", help="Compute its digests anew.")] = False,
    as_json: Json = False,
) -> None:
    """List what was published; show, verify or export one of it."""
    if number is None and (export or verified):
        raise UsageError("Which published assessment?", "Name its number: accountability published 1 --verify")
    with open_loaded() as graph:
        if number is None:
            every = publications(graph)
            if as_json:
                print_json(every)
            else:
                show_list(every)
        elif verified:
            _show_verified(verify(graph, number), as_json=as_json)
        else:
            found = publication(graph, number)
            if export:
                _write(export, exported(graph, number))
                typer.echo(f"Wrote {export}.", err=as_json)
            if as_json:
                print_json(found)
            elif not export:
                show_publication(found, frozen(graph, number))


def _show_verified(checked: Verified, *, as_json: bool) -> None:
    if as_json:
        print_json(checked)
    else:
        show_verified(checked)
    if not checked.sound:
        raise typer.Exit(1)


def exported(graph: Graph, number: int) -> bytes:
    """A published assessment as a file of JSON: `publication`, `reports` by plan year, and the `document` as it is.

    The SHA-256 of the bytes of `document`, which stand last, is `digest` of `publication`.
    Raises UnknownPublicationError, DamagedDocumentError.
    """
    then = frozen(graph, number)
    known_by = assessed(then)
    reports = {
        year.id: {"report": report(then, year.id), "first_promise": first_promise(then, year, known_by)}
        for year in plan_years(then)
    }
    head = json.dumps({"publication": to_json(publication(graph, number)), "reports": reports}, indent=1)
    return head.removesuffix("\n}").encode() + b',\n "document":\n' + document_of(graph, number) + b"\n}\n"


def typed(text: str) -> str:
    """A text of the command line as the graph can hold it: bytes that are no text are shown as such."""
    return text.encode("utf-8", "backslashreplace").decode()


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as fault:
        raise UsageError(f"{file} cannot be written ({fault.strerror}).", "Name another file.") from None
