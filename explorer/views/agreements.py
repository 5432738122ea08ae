"""Agreements: who is bound and who signed, what followed; revisions, reporting, and what the numbers rest on."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.agreements.agreements import agreements
from graph_schema.answers.reporting.reporting import reporting
from graph_schema.answers.revisions.revisions import revisions
from graph_schema.answers.soundness.soundness import soundness

_MOST = 60
_TABS = {
    "": "Agreements",
    "leaders": "Who signed",
    "revisions": "Revisions",
    "reporting": "Reporting",
    "soundness": "Soundness",
}

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)
show = asked.get("show", "") if asked.get("show", "") in _TABS else ""
year = here.plan_year.id


def opening(headline: str, text: str) -> None:
    """Draw the headline, its sentence and what else the page can show."""
    draw(
        "agreements_head",
        headline=headline,
        text=text,
        tabs=[
            {"label": label, "here": name == show, "href": look.url("agreements", show=name)}
            for name, label in _TABS.items()
        ],
    )


def section(title: str, sub: str, name: str, template: str, rows: tuple[object, ...], *columns: str) -> None:
    """Draw one table with its heading and file (of these `columns`, or all); nothing where there is nothing."""
    if rows:
        heading(title, sub, name, partial(tables.sheet, rows, *columns))
        draw(template, rows=rows[:_MOST], more=max(0, len(rows) - _MOST), title=title)


def signed() -> None:
    """Draw how far agreements reach, who signed when, and what was declared and followed."""
    found = agreements(here.graph, year)
    opening("Is everybody bound, and what followed?", found.text)
    section("Coverage by tier", "In use: with at least one target.", "coverage", "coverage", found.tiers)
    section("What no agreement reaches", "", "uncovered", "uncovered", found.uncovered)
    doubt = f"Was it just? is asked where more than {wording.short_one(found.share)} % of the points began elsewhere."
    section("Results and consequences", doubt, "consequences", "consequences", found.consequences)
    if found.over and not found.consequences:
        draw("nothing", text="The year is over, and no result or consequence is in the sheets.")
    elif not found.consequences:
        draw("nothing", text="No result or consequence is known yet: the year is not over.")
    section(
        "The agreements",
        "Who signed when, whether it can be read, how it stands.",
        "agreements",
        "agreements",
        found.rows,
    )


def leaders() -> None:
    """Draw how those who signed stand, over all plan years."""
    found = agreements(here.graph, year)
    opening("How do those who signed stand?", "Each post that signed for its agency: the mean of all its years.")
    sub, columns = "Those whose score moved most first.", ("label", "posts", "official", "adjusted", "change", "text")
    section("Who signed", sub, "leaders", "leaders", found.leaders, *columns)


def revised() -> None:
    """Draw the scores against the first promise, each revision, and what it moved."""
    found = revisions(here.graph, year)
    opening("What did changes of plan move?", found.text)
    section(
        "Against the first promise",
        "Scores without any revision and ruling, beside those in force.",
        "first-scores",
        "first_scores",
        tuple(score for score in found.scores if wording.differs(score)),
    )
    section("Revisions", "In the order of approval.", "revisions", "revisions", found.rows)
    section("What they moved", "All revisions of a thing together.", "moved-things", "moved_things", found.things)
    sub = "What a later load changed after the agreement was signed."
    section("Changes without a revision", sub, "corrections", "corrections", found.corrections)


def reported() -> None:
    """Draw who reports late or not at all, statuses that do not fit, and promises as they moved."""
    found = reporting(here.graph, year)
    opening("Who reports, and does it hold?", found.text)
    due = f"A report is due for every {wording.amount(found.months, 'months')}, {found.within} days after its end."
    section("By agency", due, "reporting", "reporting", found.agencies)
    section("Late or missing", "Most missing first.", "missing", "missing", found.things)
    unfit = tuple(row for row in found.statuses if not row.fits)
    section("Statuses that do not fit", "Reported, beside what dates and totals say.", "statuses", "statuses", unfit)
    section("Promises as they moved", "Each forecast that was another.", "promises", "promises", found.promises)


def sound() -> None:
    """Draw what the numbers rest on and may not hold, kind by kind."""
    found = soundness(here.graph, year)
    opening("What do the numbers rest on?", found.text)
    for count in found.counts:
        rows = tuple(finding for finding in found.findings if finding.kind == count.kind)
        title = f"{wording.upper_first(count.kind)}: {count.findings:,}"
        name = f"findings-{count.kind.replace(' ', '-')}"
        section(title, f"{count.why} {count.remedy}", name, "findings", rows)


DRAWN: dict[str, Callable[[], None]] = {
    "": signed,
    "leaders": leaders,
    "revisions": revised,
    "reporting": reported,
    "soundness": sound,
}
bar("agreements", tiers=False)
DRAWN[show]()
