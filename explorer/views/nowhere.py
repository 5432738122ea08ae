"""What stands where no page is: the pages there are."""

from urllib.parse import unquote, urlsplit

import streamlit as st

from explorer import wording
from explorer.ui import look

look.block(
    "nowhere",
    path=unquote(urlsplit(st.context.url or "").path),
    pages=[
        {"title": title, "href": look.url(name), "says": says}
        for name, (title, says) in wording.PAGES.items()
        if name in look.PAGES
    ],
)
