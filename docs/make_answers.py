"""Writes docs/answers.md from the commands, the functions that answer them, and their rows: run it with `make docs`."""

import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from loaders.cli import app

PAGE = Path(__file__).with_name("answers.md")

_TOP = """# The answers

Each question is one function of a graph that returns typed rows: frozen dataclasses with exact numbers. The terminal prints them, `--json`
writes them, a notebook reads them ([tutorial](tutorial.md)).

```python
from graph_schema.answers.frames import to_frame, to_json
from graph_schema.connect import open_loaded

with open_loaded() as graph:
    ...
```

`to_frame(rows)` makes a pandas frame, `to_json(answer)` what `json.dumps` takes. Every function raises NotAssessedError where nothing is
assessed yet, and GraphUnavailableError where the graph does not answer. Columns named `…_shown` are rounded to one decimal so that they add
up in front of a reader; all others are exact. *None* means that there is no such number; the words beside it say why.
"""


def page() -> str:
    """The page as it should be."""
    seen: set[type] = set()
    return "\n".join([_TOP, *(part for name, ask in answers() for part in _section(name, ask, seen))])


def answers() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Each command with a function that answers it, in the order of `accountability --help`."""
    groups = (
        (group, group.typer_instance and group.typer_instance.registered_callback) for group in app.registered_groups
    )
    commands = [(each.name, each.callback) for each in app.registered_commands]
    for command, callback in (*commands, *((group.name, found.callback) for group, found in groups if found)):
        assert callback is not None  # noqa: S101 - typer's own type is wider
        for name in callback.__code__.co_names:
            found = callback.__globals__.get(name)
            if inspect.isfunction(found) and found.__module__.startswith("graph_schema.answers.") and _asks(found):
                yield command or callback.__name__, found


def _asks(function: Callable[..., Any]) -> bool:
    return next(iter(inspect.signature(function).parameters), "") == "graph"


def _section(command: str, ask: Callable[..., Any], seen: set[type]) -> Iterator[str]:
    yield f"## {ask.__name__}\n"
    yield f"`accountability {command}`\n"
    yield "```python"
    yield f"from {ask.__module__} import {ask.__name__}\n"
    yield f"{ask.__name__}{_plain(str(inspect.signature(ask)))}"
    yield "```\n"
    yield f"{_text(ask)}\n"
    for row in _rows(inspect.signature(ask, eval_str=True).return_annotation):
        if row not in seen:
            seen.add(row)
            yield f"### {row.__name__}\n"
            yield f"{_text(row)}\n"
            yield "| field | type |\n|---|---|"
            yield from (f"| {field.name} | {_type(field.type)} |" for field in dataclasses.fields(row))
            yield ""


def _rows(kind: Any) -> Iterator[Any]:
    """The row types within a type, itself first, each with those of its own fields after it."""
    if inspect.isclass(kind) and dataclasses.is_dataclass(kind):
        yield kind
        module = sys.modules[kind.__module__]
        for field in dataclasses.fields(kind):
            written = eval(field.type, vars(module)) if isinstance(field.type, str) else field.type  # noqa: S307
            yield from _rows(written)
    for part in get_args(kind):
        yield from _rows(part)


def _text(thing: object) -> str:
    """A docstring, each of its paragraphs on a line."""
    return "\n\n".join(" ".join(part.split()) for part in (inspect.getdoc(thing) or "").split("\n\n"))


def _type(kind: Any) -> str:
    return f"`{_plain(inspect.formatannotation(kind))}`".replace("|", "\\|")


def _plain(text: str) -> str:
    """Types by their own names, without the modules where they live."""
    short = re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Za-z])", "", text)
    return re.sub(r"Optional\[(Literal\[[^]]*\])\]", r"\1 | None", short)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
