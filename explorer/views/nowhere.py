"""What stands where no page is: the pages there are."""

from urllib.parse import unquote, urlsplit

import streamlit as st

from explorer.ui import look

look.block(
    "nowhere",
    path=unquote(urlsplit(st.context.url or "").path),
    pages=[
        {
            "title": "Scorecard",
            "href": look.url("scorecard"),
            "says": "How is the government doing, and who moved whom?",
        },
        {
            "title": "Who delayed this?",
            "href": look.url("who-delayed"),
            "says": "Any target, release or milestone: who delayed it, and what did it cost?",
        },
    ],
)
