"""`convert` and `reported`: plans of other formats in, and who answers for what was reported."""

import typer


def register(app: typer.Typer) -> None:
    """Add these commands."""
    convert = typer.Typer(no_args_is_help=True, help="Write a plan folder from a published source of another format.")
    app.add_typer(convert, name="convert")
