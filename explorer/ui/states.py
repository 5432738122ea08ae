"""What is drawn where an answer cannot be: why, what helps, and the nearest that there is."""

from contextlib import suppress

import streamlit as st

from explorer import session, wording
from explorer.ui import look
from graph_schema.answers.search import named
from graph_schema.errors import AccountabilityError, GraphUnavailableError, UsageError
from graph_schema.question_errors import NotKeptError, UnknownDeliverableError


def opening() -> None:
    """Draw what stands while the graph is being opened, which takes seconds where it is started with us."""
    place = st.empty()
    with place:
        look.block("opening")
    with suppress(AccountabilityError):
        session.graph()  # what fails is said by the page that asks next
    place.empty()


def trouble(error: AccountabilityError, page: str, title: str) -> None:
    """Draw an error in words, with a way on. `page` is the page's name, `title` what people call it."""
    sentence, hits, colours = str(error), (), {}
    if isinstance(error, UnknownDeliverableError):
        here = session.here()
        hits, colours = named(here.graph, [thing for thing, _ in error.nearest]), here.look
        sentence = "Nothing in the graph has this id." + (" These come nearest:" if hits else "")
    look.block(
        "trouble",
        crumb=title,
        headline=_headline(error),
        sentence=sentence,
        hits=[{"hit": hit, "says": wording.found(hit)} for hit in hits],
        look=colours,
        reads=not isinstance(error, UsageError),
        here=look.url(page, **st.query_params.to_dict()),
        current=look.url(page, **{**st.query_params.to_dict(), "published": "", "as_of": ""})
        if isinstance(error, NotKeptError)
        else "",
    )


def _headline(error: AccountabilityError) -> str:
    if isinstance(error, UnknownDeliverableError):
        return f"There is no “{error.asked[:80]}”."
    if isinstance(error, GraphUnavailableError):
        return "The database does not answer."
    if isinstance(error, NotKeptError):
        return "This publication does not keep that."
    return "That is not in this plan." if isinstance(error, UsageError) else "This cannot be shown now."
