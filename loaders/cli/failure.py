"""Errors as JSON: what a command with `--json` prints in place of its answer."""

import typer

from graph_schema.errors import AccountabilityError


def as_record(error: AccountabilityError) -> dict[str, object]:
    """What is wrong, what helps ('' where the first says it), the error's kind, and the exit code."""
    kind = type(error).__name__.removesuffix("Error")
    return {"error": error.finding, "remedy": error.remedy, "kind": kind, "exit_code": error.exit_code}


def usage_record(error: typer.TyperException) -> dict[str, object]:
    """The same for a command line that is not understood."""
    remedy = "The options of a command: accountability COMMAND --help"
    return {"error": error.format_message(), "remedy": remedy, "kind": "Usage", "exit_code": error.exit_code}
