"""`server`, `explore`, `demo`: what stays running."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from graph_schema import embedded
from graph_schema.answers.status import status
from graph_schema.assess import assess
from graph_schema.connect import open_graph
from graph_schema.errors import UsageError
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownDeliverableError
from graph_schema.settings import Settings, load_settings
from loaders.cli import answers
from loaders.load import load
from loaders.sample import AS_OF, PLANS, SHOWN

Listen = Annotated[
    str, typer.Option("--listen", metavar="ADDRESS", help="Where to listen; the default is this machine alone.")
]
Port = Annotated[int | None, typer.Option("--port", help="The first free one from 8501 when left out.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    server = typer.Typer(help="The embedded Neo4j.", no_args_is_help=True)
    server.command("start", short_help="Start it, and let it stay.")(start_command)
    server.command("stop", short_help="Stop it cleanly.")(stop_command)
    server.command("status", short_help="Say whether it runs, where, and who uses it.")(status_command)
    app.add_typer(server, name="server")
    app.command("explore", short_help="Open the explorer; Ctrl-C ends it.")(explore_command)
    app.command("demo", short_help="Everything at once, with sample plans.")(demo_command)


def start_command() -> None:
    """Start it, and let it stay until `server stop`."""
    _show(embedded.start(_embedded_alone()))


def stop_command() -> None:
    """Stop it cleanly, also while others use it; what they had committed is safe."""
    settings = _embedded_alone()
    users = embedded.status(settings).users
    stopped = embedded.stop(settings)
    typer.echo("Stopped." if stopped else "It was not running.")
    if stopped and users:
        typer.echo(
            f"It was in use by {_named(users)}. What was committed is safe, what was not is undone. A command that was "
            "interrupted says so and can be run again; an explorer starts it anew at its next page."
        )


def status_command() -> None:
    """Whether it runs, where, and how large its data is."""
    _show(embedded.status(_embedded_alone()))


def explore_command(listen: Listen = "127.0.0.1", port: Port = None) -> None:
    """Open the explorer on the configured graph; Ctrl-C ends it."""
    raise typer.Exit(_explorer(listen, port, os.environ))


def demo_command(listen: Listen = "127.0.0.1", port: Port = None) -> None:
    """Everything at once on the embedded Neo4j: sample plans, assessment, answers, explorer; Ctrl-C ends it.

    A NEO4J_URI is left alone. A graph that already holds plans is shown as it is.
    """
    settings = replace(load_settings(), uri=None)
    with open_graph(settings) as graph:
        _fill(graph)
        answers.show_scorecard(graph)
        typer.echo()
        try:
            answers.show_one(graph, SHOWN)
        except UnknownDeliverableError:  # plans of the user's own
            answers.show_costliest(graph)
        typer.echo()
        typer.echo("Starting the explorer …", err=True)
        code = _explorer(listen, port, _environment(settings))
    typer.echo("Stopped.", err=True)
    raise typer.Exit(code)


def _fill(graph: Graph) -> None:
    """The sample plans where the graph is empty; an assessment where there is none, or one that knows not all loads.

    The sample is assessed on its own day, plans of the user's own today.
    """
    if empty := not status(graph).latest_load:
        typer.echo("Loading the sample plans …", err=True)
        outcome = load(graph, [PLANS])
        typer.echo(f"Loaded the sample plans of Oruvia, a fictional country: {outcome.change.added:,} rows.")
    found = status(graph)
    if found.as_of is None or found.stale:
        typer.echo("Assessing …", err=True)
        is_sample = empty or load(graph, [PLANS], dry_run=True).change.empty
        assess(graph, date.fromisoformat(AS_OF) if is_sample else date.today())  # noqa: DTZ011 - the user's own day


def _explorer(listen: str, port: int | None, environment: Mapping[str, str]) -> int:
    command = [sys.executable, "-m", "explorer", "--leashed", "--listen", listen]
    if port is not None:
        command += ["--port", str(port)]
    process = subprocess.Popen(command, env=dict(environment), stdin=subprocess.PIPE)  # noqa: S603 - our own program
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        process.terminate()
        process.wait()


def _environment(settings: Settings) -> dict[str, str]:
    """The environment under which another process finds the same embedded Neo4j, whatever else is configured."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return others | {
        "ACCOUNTABILITY_CONFIG": os.devnull,
        "ACCOUNTABILITY_HOME": str(settings.home),
        "ACCOUNTABILITY_JARS": str(settings.jars),
    }


def _embedded_alone() -> Settings:
    settings = load_settings()
    if settings.uri is not None:
        raise UsageError("NEO4J_URI names a server of your own; these commands are about the embedded Neo4j. Unset it.")
    return settings


def _show(found: embedded.Status) -> None:
    size = f"{found.data_bytes / 1e6:,.0f} MB of data in {found.home}"
    if found.running:
        stay = "stays until `accountability server stop`" if found.kept else "ends with its last user"
        typer.echo(
            f"Neo4j {found.neo4j} is running at bolt://127.0.0.1:{found.port}, process {found.pid}; it {stay}; {size}."
        )
        if found.users:
            typer.echo(f"In use by {_named(found.users)}.")
    else:
        typer.echo(f"Neo4j {found.neo4j} is not running; {size}.")


def _named(users: Sequence[embedded.User]) -> str:
    return ", ".join(f"{user.name} (process {user.pid})" for user in users)
