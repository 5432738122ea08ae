"""Posts and those who hold them: how each stands, who held it when, whom to recognise."""

from functools import partial
from itertools import groupby

import streamlit as st

from explorer import session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.people.post import post
from graph_schema.answers.people.posts import posts
from graph_schema.answers.people.recognition import recognition
from graph_schema.answers.people.rows import PostCard

_MOST_POSTS = 200
_MOST_DIFFERENCES = 20
_POST = ("post", "title", "agency", "tier", "mode", "official", "adjusted", "change", "scored_by", "why", "vacant_days")
_DIFFERENCE = ("post", "title", "agency", "official", "adjusted", "change", "from_others", "to_others", "text")
_SHOWS = {"": "Posts", "recognition": "Recognition"}

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)


def tabs(show: str) -> list[dict[str, object]]:
    """What the choosing page can show."""
    return [
        {"label": label, "here": name == show, "href": look.url("official", show=name)}
        for name, label in _SHOWS.items()
    ]


def choose() -> None:
    """Nothing chosen yet: the posts of the year, tier by tier."""
    found = posts(here.graph, here.plan_year.id)
    draw("official_head", headline="Which post do you want to know about?", text=found.text, tabs=tabs(""))
    for tier, each in groupby(found.rows, key=lambda row: row.tier):
        rows = list(each)
        title = f"Tier {tier}" if tier else "Not in the tree of this year"
        heading(title, "", f"posts-{tier}", partial(tables.sheet, rows, *_POST))
        draw("posts", rows=rows[:_MOST_POSTS], more=max(0, len(rows) - _MOST_POSTS), title=title)


def recognise() -> None:
    """Draw whom to recognise: who stands where others put him, then comparable posts in order."""
    found = recognition(here.graph, here.plan_year.id)
    draw("official_head", headline="Whom to recognise?", text=found.text, tabs=tabs("recognition"))
    sides = (
        ("Looks bad for what others did", "bad", found.looks_bad),
        ("Looks good by what others bore", "good", found.looks_good),
    )
    for title, name, rows in sides:
        if rows:
            margin = f"Posts that stand {wording.amount(found.margin, 'points')} or more from where their own part is."
            heading(title, margin, f"looks-{name}", partial(tables.sheet, rows, *_DIFFERENCE))
            shown = rows[:_MOST_DIFFERENCES]
            draw("differences", rows=shown, bad=name == "bad", title=title, more=len(rows) - len(shown))
    for number, group in enumerate(found.groups):
        title = wording.group(group)
        heading(title, wording.quotas(group), f"group-{number}", partial(tables.sheet, group.rows))
        draw(
            "ranked",
            group=group,
            rows=group.rows[:_MOST_POSTS],
            title=title,
            more=max(0, len(group.rows) - _MOST_POSTS),
        )


def page(found: PostCard) -> None:
    """Draw the whole page of one post."""
    row = found.row
    draw(
        "post",
        p=found,
        name=wording.short(row.title, 120),
        after=found.headline.removeprefix(row.title),
        names=look.url("official", post=row.post, persons="" if found.persons else "yes"),
    )
    if found.tenures:
        heading(
            "Who held it",
            "In the year up to the assessment. Scores of a holder are over all posts held in it, by days.",
            "tenures",
            lambda: tables.sheet(wording.periods(found)),
        )
        draw("tenures", p=found, holders=wording.holders(found))
    if found.targets:
        heading("Targets assigned to it", "", "assigned", lambda: tables.sheet(found.targets))
        draw("assigned", targets=found.targets)


if "post" in asked:
    card = post(here.graph, asked["post"], here.plan_year.id, persons=asked.get("persons") == "yes")
    bar("official", tiers=False)
    page(card)
elif asked.get("show") == "recognition":
    bar("official", tiers=False)
    recognise()
else:
    bar("official", tiers=False)
    choose()
