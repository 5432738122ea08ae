"""What is drawn where an answer cannot be: why, what helps, and the nearest that there is."""

import streamlit as st

from explorer.ui import look
from graph_schema.errors import AccountabilityError, GraphUnavailableError, UnknownDeliverableError, UsageError


def trouble(error: AccountabilityError, page: str, title: str) -> None:
    """Draw an error in words, with a way on. `page` is the page's name, `title` what people call it."""
    sentence, hits = str(error), ()
    if isinstance(error, UnknownDeliverableError):
        hits = error.nearest
        sentence = "Nothing in the graph has this id." + (" These come nearest:" if hits else "")
    look.block(
        "trouble",
        crumb=title,
        headline=_headline(error),
        sentence=sentence,
        hits=[{"id": thing, "title": name, "href": look.url("who-delayed", id=thing)} for thing, name in hits],
        reads=not isinstance(error, UsageError),
        here=look.url(page, **st.query_params.to_dict()),
    )


def _headline(error: AccountabilityError) -> str:
    if isinstance(error, UnknownDeliverableError):
        return f"There is no “{error.asked[:80]}”."
    if isinstance(error, GraphUnavailableError):
        return "The database does not answer."
    return "That is not in this plan." if isinstance(error, UsageError) else "This cannot be shown now."
