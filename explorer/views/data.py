"""Data: what was loaded and what each load changed, what was wrong with the last one, assessments, how to load."""

from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.loads import loads
from graph_schema.published import publications
from graph_schema.settings import load_settings

_MOST_PROBLEMS = 200
_MOST_CORRECTIONS = 40

graph = session.graph()
found = loads(graph, load_settings().home)
known = session.known()
draw = partial(look.block, look=session.here().look if known else {})
if known:
    bar("data", years=False, tiers=False)
again = look.url("data", **st.query_params.to_dict())
draw("data_head", f=found, again=again, refused=found.refused and not found.after)


def refused() -> None:
    """Draw the problems of the load that was refused last."""
    if not found.refused:
        return
    last = found.refused
    problems = [each for each in last.problems if each.severity == "problem"]
    warnings = [each for each in last.problems if each.severity != "problem"]
    heading(
        "Problems of the load that was refused last" if found.after else "What to correct",
        f"Refused on {wording.moment(last.at)} UTC. All of it or nothing: the graph is as it was before.",
        "problems",
        lambda: tables.sheet(last.problems),
    )
    draw(
        "data_problems",
        paths=last.paths,
        after=found.after,
        problems=problems[:_MOST_PROBLEMS],
        more=max(0, len(problems) - _MOST_PROBLEMS),
        warnings=warnings[:_MOST_PROBLEMS],
        more_warnings=max(0, len(warnings) - _MOST_PROBLEMS),
    )


if not found.after:
    refused()
if found.rows:
    heading("Loads", "The latest first. Each was taken as a whole.", "loads", lambda: tables.sheet(found.rows))
    draw("data_loads", f=found, most=_MOST_CORRECTIONS, more=found.of - len(found.rows))
if found.after:
    refused()
if found.status.as_of or found.rows:
    published = tuple(reversed(publications(graph)))
    heading(
        "Assessments",
        "One is current; published ones stay as they were.",
        "assessments",
        lambda: tables.sheet(published),
    )
    draw("data_assessments", status=found.status, published=published)
draw("data_how", again=again)
