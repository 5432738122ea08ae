"""Runs the examples of docs/questions.md and docs/tutorial.md and writes below each what it printed: `make docs`.

In a block `console`, each line that begins with `$ accountability` is run, and what follows it up to the next such
line is what it printed, to 80 columns; `| head -20` keeps 20 lines, `| grep -A 5 WORDS` those with the words and the 5
after each. Blocks `python` run one after the other in one namespace; a block `text` right below one is what it printed.
"""

import contextlib
import io
import os
import re
import shlex
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from graph_schema import embedded
from graph_schema.assess import assess
from graph_schema.connect import open_graph
from graph_schema.settings import load_settings
from loaders.cli import app
from loaders.load import load
from loaders.sample import AS_OF, PLANS

PAGES = tuple(Path(__file__).resolve().with_name(name) for name in ("questions.md", "tutorial.md"))
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)


def refreshed(text: str) -> str:
    """The page with what its examples print today; the plans that it speaks of are loaded and assessed."""
    names: dict[str, Any] = {}
    return _BLOCK.sub(lambda found: _console(found[2]) if found[1] == "console" else _python(found[2], names), text)


def _console(block: str) -> str:
    asked = [line for line in block.splitlines() if line.startswith("$ accountability")]
    return "```console\n" + "\n".join(line for each in asked for line in (each, *_printed(each))) + "\n```\n"


def _printed(line: str) -> list[str]:
    command, *filters = line.split(" | ")
    result = CliRunner().invoke(app, shlex.split(command)[2:], env={"COLUMNS": "80"}, catch_exceptions=False)
    if result.exit_code:
        raise ValueError(line, result.output)
    lines = [each.rstrip() for each in result.stdout.rstrip().splitlines()]
    for each in filters:
        match shlex.split(each):
            case ["head", most]:
                lines = lines[: -int(most)]
            case ["grep", "-A", after, words]:
                found = {n + k for n, text in enumerate(lines) if words in text for k in range(int(after) + 1)}
                lines = [text for n, text in enumerate(lines) if n in found]
            case _:
                raise ValueError(line)
    return lines


def _python(block: str, names: dict[str, Any]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(block, "docs/tutorial.md", "exec"), names)  # noqa: S102 - our own page
    printed = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    return f"```python\n{block}```\n" + (f"\n```text\n{printed}\n```\n" if printed else "")


def main() -> None:
    """Write the pages anew, on the sample country in an embedded Neo4j of their own."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(ACCOUNTABILITY_HOME=home, ACCOUNTABILITY_CONFIG=f"{home}/none.toml")
        os.environ.pop("NEO4J_URI", None)
        (Path(home) / "none.toml").touch()
        os.chdir(home)
        with open_graph() as graph:
            load(graph, [PLANS])
            assess(graph, date.fromisoformat(AS_OF))
            for page in PAGES:
                page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
        embedded.stop(load_settings())


if __name__ == "__main__":
    main()
