"""Who delayed this: the verdict, how it travelled, where it began, what it cost, what it rests on."""

from functools import partial

import streamlit as st

from explorer import charts, headline, network, session, tables, wording
from explorer.papers import briefing
from explorer.ui import look
from explorer.ui.bar import bar
from explorer.ui.chain import chain
from explorer.ui.download import button, heading, paper
from explorer.ui.why import why
from graph_schema.answers.rows import Verdict
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.search import named, search
from graph_schema.answers.verdict import who_delayed

_MOST_THINGS = 120
_MOST_ROWS = 100
_MOST_FOUND = 50
_MOST_NEXT = 8
_MOST_WORDS = 3

here = session.here()
asked = st.query_params.to_dict()
draw = partial(look.block, look=here.look)


def choose() -> None:
    """Nothing chosen yet: what was searched for, else the deliverables that cost most."""
    if words := asked.get("q", "").strip()[:300]:
        hits = search(here.graph, words, plan_year=here.plan_year.id, limit=_MOST_FOUND)
        said = wording.short(words, 60)
        draw(
            "found",
            crumb="Who delayed this?",
            headline=wording.upper_first(
                f"{wording.count(len(hits), 'deliverable fits', 'deliverables fit')} “{said}”."
            )
            if hits
            else f"Nothing fits “{said}”.",
            lead="Choose one to see who delayed it."
            if hits
            else "Try the beginning of an id, a word of its title, or an agency’s name.",
        )
        more = f"The first {_MOST_FOUND}; a longer search narrows them." if len(hits) == _MOST_FOUND else ""
        draw("hits", hits=headline.listed(hits, here.plan_year.id), note=more, page="who-delayed")
        return
    costly = scorecard(here.graph, here.plan_year.id, here.tier).costly if here.tier else ()

    draw(
        "found",
        crumb="Who delayed this?",
        headline="What do you want to know about?",
        lead="Search above by id, words or agency"
        + (", or start with what cost most." if costly else ". Nothing has cost anything yet."),
    )
    draw("hits", hits=headline.began(costly), note="", page="who-delayed")


def verdict_page(verdict: Verdict) -> None:
    """Draw the whole page of one deliverable."""
    account = verdict.account
    draw(
        "verdict",
        v=verdict,
        account=account,
        kind=headline.kind(verdict.focus),
        measured=headline.measured(verdict.focus),
        total=wording.amount(account.shown, account.unit_name) if account else "",
        parts=headline.parts(account) if account else (),
        **headline.title(verdict),
    )
    paper(verdict.focus.id, lambda: briefing.of_target(here.graph, verdict.focus.id, here.look, here.final))
    if account is None:
        draw("facts", facts=headline.facts(verdict))
    for number, each in enumerate(verdict.accounts):
        if number and each.unit == "points":
            continue  # what it cost stands in a section of its own
        label = f"From plan to actual, in {each.unit_name}, by agency: {each.text}"
        draw(
            "waterfall",
            account=each,
            groups=charts.waterfall(each),
            title=wording.short(verdict.focus.title, 60),
            label=wording.short(label, 400),
            heading=f"It is also {wording.amount(each.shown, each.unit_name)} late" if number else "",
            **headline.ends(verdict, each),
        )
    if len(verdict.chain.things) > 1:
        travel(verdict)
    if account:
        roots(verdict)
    costs(verdict)
    if verdict.unsigned and verdict.unsigned.rows:
        unsigned = verdict.unsigned
        heading("Unsigned requirements", "", "unsigned", lambda: tables.sheet(unsigned.rows))
        draw("unsigned", u=unsigned)
    if verdict.evidence:
        heading(
            "What this rests on",
            "Each line is a row of the plan or of a report.",
            "evidence",
            lambda: tables.sheet(verdict.evidence),
        )
        draw("evidence", rows=verdict.evidence, left_out=verdict.evidence_left_out)


def chose() -> None:
    """A band was chosen: it goes into the link."""
    edge = st.session_state["chain"].edge
    if edge and edge.get("id"):
        st.query_params["edge"] = edge["id"]


def opened() -> None:
    """The folded causes were opened."""
    if st.session_state["chain"].opened:
        st.query_params["all"] = "1"


@st.fragment
def travel(verdict: Verdict) -> None:
    """Draw the chain and its explanation: choosing a band reruns only this."""
    now = st.query_params.to_dict()
    steps = {network.key(step): step for step in verdict.chain.steps}
    unit = verdict.main or "days"
    biggest = max(
        steps,
        key=lambda k: (steps[k].affected == verdict.focus.id, c.amount if (c := steps[k].of(unit)) else 0.0),
        default="",
    )
    picked = now.get("edge", "") if now.get("edge", "") in steps else biggest
    every = now.get("all") == "1"
    data = network.drawn(
        verdict, here.look, lambda thing: look.url("who-delayed", id=thing), chosen=picked, opened=every
    )
    carried = verdict.account is not None
    with st.container(key="chain-part", gap="medium"):
        draw(
            "chain_head",
            heading="How it travelled" if carried else "What it waited for",
            sub="In the order of time. A band is as thick as the "
            f"{verdict.account.unit_name} it carried; its colour and pattern say where those began. "
            "Choose a band to see why."
            if verdict.account
            else "In the order of time. Choose a line to see the two dates behind it.",
            folded=data["folded"] or every,
            opened=every,
            unfold=look.url("who-delayed", **{**now, "all": "1"}),
            fold=look.url("who-delayed", **{**now, "all": ""}),
            hidden=verdict.chain.hidden,
        )
        chain(data, on_edge=chose, on_opened=opened)
        if picked:
            why(verdict.chain, steps[picked], here.look)
        button("steps", lambda: tables.sheet(network.table(verdict.chain.steps)), "All steps as CSV")


def roots(verdict: Verdict) -> None:
    """Draw where it began, by deliverable, agency or post."""
    account = verdict.account
    if account is None:
        return
    by = asked.get("by", "deliverable")
    by = by if by in ("deliverable", "agency", "post") else "deliverable"
    heading(
        f"Where the {wording.amount(account.shown, account.unit_name)} began",
        "The same as a table. Every name opens its own page.",
        "roots",
        lambda: tables.sheet(account.roots),
    )
    draw(
        "roots",
        account=account,
        by=by,
        roots=account.roots[:_MOST_ROWS],
        more=max(0, len(account.roots) - _MOST_ROWS),
        points=account.unit != "points" and any(root.points is not None for root in account.roots),
        cost=verdict.cost,
        tabs=[
            {
                "label": f"By {name}",
                "here": name == by,
                "href": look.url("who-delayed", **{**asked, "by": "" if name == "deliverable" else name}),
            }
            for name in ("deliverable", "agency", "post")
        ],
    )


def costs(verdict: Verdict) -> None:
    """Draw what it cost, what it held up next, and what the owners say."""
    found = verdict.chain
    nexts = [(found.thing(s.affected), s) for s in found.steps if s.role == "next" and s.cause == verdict.focus.id]
    said = [(t, t.said) for t in found.things if t.said and (t.said.cause or t.said.note or t.said.evidence)]
    said.sort(key=lambda pair: (pair[0].role != "focus", -pair[0].began))
    draw(
        "cost",
        v=verdict,
        cost=verdict.cost,
        without="No points stand on this itself; it costs through what it held up."
        if nexts
        else "No points stand on this.",
        nexts=nexts[:_MOST_NEXT],
        more=max(0, len(nexts) - _MOST_NEXT),
        words=said[:_MOST_WORDS],
    )


words = asked.get("q", "").strip()[:300]
if "id" not in asked and words and (exact := named(here.graph, [words])):
    st.query_params.from_dict({**{name: text for name, text in asked.items() if name != "q"}, "id": exact[0].id})
    st.rerun()  # an id in full is no search
if "id" in asked:
    found = who_delayed(here.graph, asked["id"], _MOST_THINGS)
    session.move(found.focus.plan_year)
    bar("who-delayed", years=False, tiers=False)
    here = session.here()
    verdict_page(found)
elif "agency" in asked:  # links of before there was a page of agencies
    st.switch_page("views/agency.py", query_params={"id": asked["agency"]})
else:
    bar("who-delayed", tiers=not asked.get("q", "").strip())
    choose()
