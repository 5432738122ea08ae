"""The command line: `accountability`."""

import logging
import os
import signal
import sys

import typer

from graph_schema.errors import AccountabilityError
from loaders.cli import answers, conversion, loading, serving

app = typer.Typer(
    name="accountability",
    help="Who delayed this, and what did it cost? Load plans, assess them, ask.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for part in (loading, answers, serving, conversion):
    part.register(app)


def main() -> None:
    """Run the command; errors are one sentence on standard error, and the exit code tells their kind.

    0 done; 1 the input has problems; 2 wrong usage; 3 the graph cannot be reached or used.
    """
    level = os.environ.get("ACCOUNTABILITY_LOG", "warning").upper()
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)
    for noisy in ("neo4j", "urllib3"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        app()
    except AccountabilityError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(128 + signal.SIGINT) from None
