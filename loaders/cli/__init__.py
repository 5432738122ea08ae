"""The command line: `accountability`."""

import logging
import os
import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from graph_schema.embedded import NEO4J_VERSION
from graph_schema.errors import AccountabilityError
from loaders.cli import (
    agreements,
    answers,
    conversion,
    disputing,
    exploring,
    five_years,
    loading,
    money,
    moving,
    papers,
    people,
    publishing,
    serving,
)
from loaders.cli.asked import print_json
from loaders.cli.failure import as_record, usage_record

app = typer.Typer(
    name="accountability",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
PARTS = (
    loading,
    answers,
    exploring,
    people,
    agreements,
    money,
    five_years,
    publishing,
    papers,
    moving,
    disputing,
    serving,
    conversion,
)
for part in PARTS:
    part.register(app)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"accountability {version('accountability-explorer')} (Neo4j Community {NEO4J_VERSION})")
        raise typer.Exit


@app.callback()
def whole(
    *,
    _asked: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Who delayed this, and what did it cost? Load plans, assess them, ask."""


def main() -> None:
    """Run the command; an error is told on standard error, with `--json` as an object on standard output.

    The exit code tells its kind: 0 done; 1 the input has problems; 2 wrong usage; 3 the graph cannot be reached or
    used. A reader that closed the pipe early, as `head` does, had what it wanted: 0.
    """
    try:
        _run()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise SystemExit(0) from None
        raise


def _run() -> None:
    level = os.environ.get("ACCOUNTABILITY_LOG", "warning").upper()
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)
    for noisy in ("neo4j", "urllib3"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    as_json = "--json" in sys.argv[1:]
    try:
        code = app(standalone_mode=not as_json)
    except AccountabilityError as error:
        if as_json:
            print_json(as_record(error))
        else:
            typer.echo(str(error), err=True)
        raise SystemExit(error.exit_code) from None
    except typer.TyperException as error:  # wrong usage, which typer itself tells where --json is not asked for
        print_json(usage_record(error))
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(128 + signal.SIGINT) from None
    raise SystemExit(code or 0)
