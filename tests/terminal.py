"""Commands run in the process of the tests, on the run's own graph."""

import json
from typing import Any

from typer.testing import CliRunner, Result

from loaders.cli import app


def run(*arguments: str) -> Result:
    """What a command prints, and how it leaves."""
    return CliRunner().invoke(app, arguments)


def run_json(*arguments: str) -> Any:
    """The object that a command prints with `--json`; it must leave with 0."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
