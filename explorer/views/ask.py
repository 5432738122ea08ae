"""Ask in Cypher: a statement of one's own that only reads, as a table; examples, and what the graph holds."""

from functools import partial

import streamlit as st

from explorer import session, tables, wording
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.download import heading
from graph_schema.answers.search import named
from graph_schema.console import ROWS, SECONDS, Answer, ask, spot
from graph_schema.console.examples import examples
from graph_schema.schema import LABELS, RELATIONSHIPS

_LONGEST_LINK = 2_000
_MOST_ROWS = 200
_MOST_LINKS = 500
_BOX, _LINKED, _ANSWERED = "ask-box", "ask-linked", "ask-answered"

here = session.here()
asked = st.query_params.to_dict().get("cypher", "")[:_LONGEST_LINK]
if st.session_state.get(_LINKED) != asked:  # a link fills the box; it runs when somebody says so
    st.session_state[_LINKED] = asked
    if asked:
        st.session_state[_BOX] = asked
    st.session_state.pop(_ANSWERED, None)
bar("ask", years=False, tiers=False)
draw = partial(look.block, look=here.look)
draw("ask_head", seconds=wording.fine(SECONDS), rows=ROWS)


def run() -> None:
    """Ask what stands in the box, and make it a link where it is short enough for one."""
    text = str(st.session_state.get(_BOX, ""))
    with st.spinner("Asking the graph"):
        st.session_state[_ANSWERED] = (text, ask(text))
    st.session_state[_LINKED] = text if len(text) <= _LONGEST_LINK else ""
    if st.session_state[_LINKED]:
        st.query_params["cypher"] = text
    elif "cypher" in st.query_params:
        del st.query_params["cypher"]


def show(text: str, answer: Answer) -> None:
    """Draw the rows of an answer, or why there are none."""
    if answer.refused:
        draw("ask_refused", refused=answer.refused, line=spot(text, answer.refused))
        return
    heading(
        wording.upper_first(wording.count(len(answer.rows), "row", "rows"))
        + (", and there are more" if answer.cut else ""),
        f"{wording.one(answer.seconds)} seconds."
        + (f" Only the first {ROWS:,} are taken: add LIMIT or narrow the statement." if answer.cut else ""),
        "answer",
        lambda: tables.sheet([dict(zip(answer.columns, row, strict=True)) for row in answer.values], *answer.columns),
    )
    ids = list(dict.fromkeys(cell.id for row in answer.rows[:_MOST_ROWS] for cell in row if cell.id))[:_MOST_LINKS]
    things = {hit.id for hit in named(here.graph, ids)} if ids else set[str]()
    draw(
        "ask_rows",
        columns=answer.columns,
        rows=answer.rows[:_MOST_ROWS],
        things=things,
        more=max(0, len(answer.rows) - _MOST_ROWS),
    )


with st.form("ask-form", border=False):
    st.text_area("Statement", key=_BOX, height=190, max_chars=20_000)
    st.form_submit_button("Run", on_click=run, type="primary")
if _ANSWERED in st.session_state:
    show(*st.session_state[_ANSWERED])
draw(
    "ask_help",
    examples=[
        {"title": e.title, "statement": e.statement, "href": look.url("ask", cypher=e.statement)} for e in examples()
    ],
    labels=LABELS,
    relationships=RELATIONSHIPS,
)
