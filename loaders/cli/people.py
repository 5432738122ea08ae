"""`posts`, `officials`, `recognition`, `walk`, `coverage`: people and tiers in a terminal."""

from typing import Annotated

import typer

from graph_schema.answers.coverage import coverage
from graph_schema.answers.people.officials import officials
from graph_schema.answers.people.post import post
from graph_schema.answers.people.posts import posts
from graph_schema.answers.people.recognition import recognition
from graph_schema.answers.people.rows import PostCard
from graph_schema.answers.walk import walk
from graph_schema.connect import open_loaded
from loaders.cli.asked import Json, PlanYear, print_json
from loaders.cli.show_people import show_coverage, show_officials, show_post, show_posts, show_recognition, show_walk


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("posts", short_help="Say how each post stands.")(posts_command)
    app.command("officials", short_help="Say how those who held posts stand.")(officials_command)
    app.command("recognition", short_help="Compare posts of one tier and kind.")(recognition_command)
    app.command("walk", short_help="Walk down the cascade from a target or agency.")(walk_command)
    app.command("coverage", short_help="Say how far agreements reach.")(coverage_command)


Persons = Annotated[bool, typer.Option("--persons", help="Name officials; else posts alone.")]


def posts_command(
    plan_year: PlanYear = None,
    asked: Annotated[str | None, typer.Option("--post", metavar="ID", help="One post: who held it when.")] = None,
    *,
    persons: Persons = False,
    as_json: Json = False,
) -> None:
    """Say how each post stands: its agency's score, or that of its own targets; official beside adjusted."""
    with open_loaded() as graph:
        found = post(graph, asked, plan_year, persons=persons) if asked else posts(graph, plan_year)
    if as_json:
        print_json(found)
    elif isinstance(found, PostCard):
        show_post(found)
    else:
        show_posts(found)


def officials_command(
    plan_year: PlanYear = None,
    *,
    persons: Persons = False,
    tier: Annotated[
        int | None, typer.Option("--tier", min=1, help="Whose points are shown. Default: the highest tier.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say how those who held posts stand, by days in each, and what their time caused and bore."""
    with open_loaded() as graph:
        found = officials(graph, plan_year, persons=persons)
    if as_json:
        print_json(found)
    else:
        show_officials(found, tier or next(iter(found.tiers), 1))


def recognition_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Compare posts of one tier and kind: order, ratings within their quotas, who stands where others put him."""
    with open_loaded() as graph:
        found = recognition(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_recognition(found)


def walk_command(
    start: Annotated[str, typer.Argument(metavar="ID", help="A target, or an agency.")],
    plan_year: PlanYear = None,
    *,
    as_json: Json = False,
) -> None:
    """Walk from a target, or an agency's agreement, down the cascade to releases and days."""
    with open_loaded() as graph:
        found = walk(graph, start, plan_year)
    if as_json:
        print_json(found)
    else:
        show_walk(found)


def coverage_command(plan_year: PlanYear = None, *, as_json: Json = False) -> None:
    """Say how far agreements reach: agencies without one, targets that support nothing, by tier."""
    with open_loaded() as graph:
        found = coverage(graph, plan_year)
    if as_json:
        print_json(found)
    else:
        show_coverage(found)
