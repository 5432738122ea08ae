"""`disputes`: objections listed, raised, answered, ruled on and withdrawn."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from graph_schema.answers.disputes import disputes
from graph_schema.answers.status import status
from graph_schema.assess import assess
from graph_schema.connect import open_loaded
from graph_schema.graph import Graph
from loaders import ruling
from loaders.cli.asked import Json, print_json
from loaders.cli.outcome import as_record, show
from loaders.cli.publishing import typed
from loaders.cli.show_disputes import show_disputes
from loaders.load import Outcome
from loaders.ruling import Cells

Dispute = Annotated[str, typer.Argument(metavar="DISPUTE", help="Id of the dispute.")]
From = Annotated[str | None, typer.Option("--from", metavar="ID", help="Answers for less: own, or a requirement.")]
To = Annotated[
    str | None, typer.Option("--to", metavar="ID", help="Answers for more: own, a deliverable, or a cause code.")
]
Days = Annotated[float | None, typer.Option("--days", help="Days moved.")]
Units = Annotated[float | None, typer.Option("--units", help="Units moved.")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day (ISO). Default: today.")]

group = typer.Typer(no_args_is_help=False)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group.callback(invoke_without_command=True)(list_command)
    group.command("add", short_help="Raise a dispute.")(add_command)
    group.command("answer", short_help="Answer a dispute.")(answer_command)
    group.command("rule", short_help="Rule on a dispute.")(rule_command)
    group.command("withdraw", short_help="Withdraw a dispute.")(withdraw_command)
    app.add_typer(group, name="disputes", short_help="List disputes; raise, answer, rule on, withdraw one.")


def list_command(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Option("--state", help="Only those raised, answered, ruled or withdrawn.")
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """List disputes with who and when, and both numbers of what rulings moved: without them and with them."""
    if context.invoked_subcommand is not None:
        return
    with open_loaded() as graph:
        found = disputes(graph, state)
    if as_json:
        print_json(found)
    else:
        show_disputes(found)


def add_command(
    dispute: Dispute,
    deliverable: Annotated[str, typer.Argument(metavar="ID", help="The target, release or milestone it is about.")],
    by: Annotated[str, typer.Option("--by", metavar="AGENCY", help="Id of the agency that objects.")],
    *,
    claim: Annotated[str | None, typer.Option("--claim", help="What is claimed.")] = None,
    moved_from: From = None,
    moved_to: To = None,
    days: Days = None,
    units: Units = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Raise a dispute about a deliverable."""
    moved: Cells = {"from": moved_from, "to": moved_to, "days": days, "units": units}
    said: Cells = {"deliverable": deliverable, "raised_by": by, "claim": claim, "raised_on": on or _today(), **moved}
    _change(lambda graph: ruling.add(graph, typed(dispute), _typed(said)), as_json=as_json)


def answer_command(
    dispute: Dispute,
    answer: Annotated[str, typer.Option("--answer", help="What is answered.")],
    on: On = None,
    *,
    as_json: Json = False,
) -> None:
    """Answer a dispute."""
    _further(dispute, "answered", {"answer": answer, "answered_on": on or _today()}, as_json=as_json)


def rule_command(
    dispute: Dispute,
    by: Annotated[str, typer.Option("--by", metavar="POST", help="Id of the post that rules; no party to it.")],
    *,
    moved_from: From = None,
    moved_to: To = None,
    days: Days = None,
    units: Units = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Rule on a dispute: days or units move, none are deleted. What is not said stays as it was claimed."""
    moved: Cells = {"from": moved_from, "to": moved_to, "days": days, "units": units}
    said: Cells = {"ruled_by": by, "ruled_on": on or _today(), "reason": reason, **moved}
    _further(dispute, "ruled", said, as_json=as_json)


def withdraw_command(
    dispute: Dispute,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Withdraw a dispute that was not ruled on."""
    _further(dispute, "withdrawn", {"reason": reason}, as_json=as_json)


def _further(dispute: str, state: str, said: Cells, *, as_json: bool) -> None:
    _change(lambda graph: ruling.take_further(graph, typed(dispute), state, _typed(said)), as_json=as_json)


def _change(make: Callable[[Graph], Outcome], *, as_json: bool) -> None:
    """Write one dispute, all or nothing, and assess again as of the day of the current assessment."""
    with open_loaded() as graph:
        outcome = make(graph)
        day = None
        if outcome.number:
            day = status(graph).as_of or outcome.assessed_on(date.today())  # noqa: DTZ011 - the user's own day
            assess(graph, day)
    if as_json:
        print_json(as_record(outcome, day, dry_run=False))
    else:
        show(outcome, day, dry_run=False)
    if outcome.refused:
        raise typer.Exit(1)


def _typed(said: Cells) -> Cells:
    return {name: typed(value) if isinstance(value, str) else value for name, value in said.items()}


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the user's own day
