"""Map: start anywhere, open what stands around it, follow the shortest way, ask any arrow why."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from explorer import session, tables, wording
from explorer.atlas import drawn, words
from explorer.atlas.view import View
from explorer.ui import atlas, look
from explorer.ui.bar import bar
from explorer.ui.download import button
from explorer.ui.why import why
from graph_schema.answers.agencies import agencies
from graph_schema.answers.around.around import surroundings
from graph_schema.answers.around.rows import RELATIONS, STATES, Asked, Edge, Key, Node, Surroundings, Way
from graph_schema.answers.around.way import shortest_way
from graph_schema.answers.cell import cell
from graph_schema.answers.owned import owned
from graph_schema.answers.search import named
from graph_schema.answers.verdict import who_delayed

_MOST_STEPS = 300
_MOST_ROWS = 4
_CELLS = "map-cells"
_COLUMNS = ("title", "type", "agency", "planned", "came", "finished", "state", "delay_days", "shortfall", "raw", "loss")

here = session.here()
view = View.of(st.query_params.to_dict())


def to(after: View) -> str:
    """The link of a view."""
    return look.url("map", **after.query())


def act(name: str) -> None:
    """Something was done on the picture, in the filters or in the tables: it goes into the link."""
    done = st.session_state[name].act
    if isinstance(done, Mapping):
        kept = {name: str(value) for name, value in st.session_state[look.KEPT].items() if value}
        st.query_params.from_dict({**kept, **View.of(st.query_params.to_dict()).after(done).query()})


def head(found: Surroundings, way: Way | None, nodes: int) -> str:
    """Draw the sentence; its text."""
    start = next((node for node in found.nodes if node.key == view.start), None)
    before = title = after = ""
    if way:
        title = way.text
        lead = "From the cause on the left to the effect on the right. Choose an arrow to see why."
    elif start:
        before, title, after = "What stands around ", start.title, "."
        lead = "What it needs stands to the left, what needs it to the right, what it belongs to above."
    else:
        title = "Who affects whom."
        arrows = "Arrows lead from where points or days began to the agency that lost them." if found.edges else ""
        lead = f"{found.text} {arrows}"
    notes = [
        *(["Choose the other end of the way: on the map, or in the table."] if len(view.way) == 1 else []),
        *([f"{found.left_out:,} lighter effects are on the scorecard."] if found.left_out else []),
        *([f"{len(view.hidden)} hidden."] if view.hidden else []),
        *([f"{len(found.nodes) - nodes} do not pass the filter, or are hidden."] if nodes < len(found.nodes) else []),
    ]
    restart = View.begin(view.start, view.way)
    look.block(
        "map_head",
        look=here.look,
        crumb=f"{wording.count(nodes, 'thing', 'things')} of {here.plan_year.title}",
        before=before,
        title=title,
        after=after,
        lead=lead,
        notes=notes,
        ways=[
            *([("Start again from here", to(restart))] if view != restart else []),
            *([("All agencies", look.url("map"))] if view.base else []),
        ],
    )
    return f"{before}{title}{after}"


def filters(found: Surroundings) -> dict[str, Any]:
    """What can be filtered by, of what is on the map."""
    days = sorted(day for node in found.nodes for day in (node.planned, node.came) if day)
    there = {edge.relation for edge in found.edges} | {group.relation for group in found.groups}
    stated = {node.state for node in found.nodes}
    owners = {node.agency.id: node.agency.name for node in found.nodes}
    above = {agency for node in found.nodes for agency in node.path} - owners.keys()
    owners |= {party.id: party.name for party in agencies(here.graph) if party.id in above}
    tiers = sorted({node.tier for node in found.nodes if node.tier})
    return {
        "relations": [
            {"value": r, "label": words.RELATIONS[r], "on": r not in view.by.without} for r in RELATIONS if r in there
        ],
        "states": [
            {"value": s, "label": s, "on": not view.by.states or s in view.by.states} for s in STATES if s in stated
        ],
        "agencies": [
            {"value": "", "label": "all", "on": not view.by.agency},
            *(
                {"value": agency, "label": wording.short(name, 60), "on": agency == view.by.agency}
                for agency, name in sorted(owners.items(), key=lambda each: each[1].casefold())
            ),
        ],
        "tiers": [
            {"value": "", "label": "all", "on": not view.by.tiers},
            *({"value": str(tier), "label": str(tier), "on": view.by.tiers == (tier,)} for tier in tiers),
        ],
        "first": days[0].isoformat() if days else "",
        "last": days[-1].isoformat() if days else "",
        "from": view.by.since.isoformat() if view.by.since else "",
        "to": view.by.until.isoformat() if view.by.until else "",
    }


def explain(edge: Edge, nodes: Mapping[Key, Node]) -> None:
    """Draw why a relation is there, and what travelled by it."""
    cause, affected = nodes[edge.cause], nodes[edge.affected]
    if edge.relation == "flow":
        behind = cell(here.graph, here.plan_year.id, here.tier, edge.affected.id, edge.cause.id)
        ends = [Key("thing", stop.thing) for stop in (behind.way[0], behind.way[-1])] if len(behind.way) > 1 else []
        look.block(
            "map_edge",
            look=here.look,
            headline=behind.text,
            notes=[],
            stops=behind.way,
            ways=[
                *([("This way on the map", to(View.begin(way=tuple(ends))))] if ends else []),
                ("Everything behind it", look.url("scorecard", cell=f"{edge.affected.id}~{edge.cause.id}")),
            ],
        )
        return
    if edge.affected.kind == "thing" and edge.cause.kind in ("thing", "outside"):
        verdict = who_delayed(here.graph, edge.affected.id, _MOST_STEPS)
        if step := verdict.chain.step(edge.cause.id, edge.affected.id):
            why(verdict.chain, step, here.look)
            return
    look.block(
        "map_edge",
        look=here.look,
        headline=f"{quoted(cause)} {words.JOINS[edge.relation]} {quoted(affected)}.",
        notes=["Nothing was delayed or lost by this."],
        stops=(),
        ways=[],
    )


def quoted(node: Node) -> str:
    """A title within a sentence."""
    return f"“{wording.short(node.title, 90)}”"


def describe(node: Node, picture: drawn.Picture) -> None:
    """Draw what is known of a node, where it is shown in full, and what can be done with it here."""
    key, headline, text, rows, more, pages = node.key, "", "", (), 0, list[tuple[str, str]]()
    if key.kind == "thing":
        verdict = who_delayed(here.graph, key.id, 1)
        headline, text = verdict.headline, verdict.text
        mine = [row for row in verdict.evidence if key.id in row.things and row.kind != "agreed"]
        rows, more = mine[-_MOST_ROWS:], max(0, len(mine) - _MOST_ROWS)
        pages = [
            (t, look.url(p, id=key.id)) for t, p in (("Who delayed it", "who-delayed"), ("What it held up", "held-up"))
        ]
    elif key.kind == "agency":
        mine_of = owned(here.graph, key.id, here.plan_year.id, 1)
        headline = f"{wording.count(mine_of.of, 'deliverable', 'deliverables')}, {mine_of.late} late.".capitalize()
        pages = [
            ("Its own page", look.url("agency", id=key.id)),
            ("What it held up", look.url("held-up", agency=key.id)),
        ]
    pinned = None if key in view.pins else drawn.place(picture.cells[f"{key.kind}:{key.id}"])
    acts = [
        ("close" if key in view.opened else "open", to(view.closed(key) if key in view.opened else view.chose(key))),
        ("hide", to(view.hid(key))),
        ("unpin" if key in view.pins else "pin", to(view.pinned(key, pinned))),
    ]
    if key.kind in ("thing", "agency"):
        acts += [
            ("start here", to(View.begin(key))),
            ("find the shortest way to another", to(view.seeking(key))),
        ]
    look.block(
        "map_node",
        look=here.look,
        node=node,
        type=words.TYPES[node.type],
        headline=headline,
        text=text,
        rows=rows,
        more=more,
        pages=pages,
        acts=acts,
    )


first = view.start or next(iter(view.way), None)
if first and first.kind == "thing" and (hits := named(here.graph, [first.id])):
    session.move(hits[0].plan_year)  # a deliverable belongs to its plan year
    here = session.here()
way = shortest_way(here.graph, view.way[0], view.way[1], here.plan_year.id) if view.found_way else None
start = (way.stops or (way.start, way.to)) if way else (view.start,) if view.start else ()
found = surroundings(here.graph, Asked(here.plan_year.id, here.tier, start, view.opened, tuple(view.pins)))
bar("map", years=first is None or first.kind != "thing", tiers=not view.base)

base = f"{here.plan_year.id} {here.tier if not start else ''} {view.base}"
before = kept[1] if (kept := st.session_state.get(_CELLS)) and kept[0] == base else {}
picture = drawn.drawn(found, view, here.look, before, way.stops if way else ())
st.session_state[_CELLS] = (base, picture.cells)
said = head(found, way, len(picture.nodes))
day = wording.day(here.status.as_of, long=True)
caption = f"{said} {here.plan_year.title}, as of the end of {day}. Attributed by rule, not proof of fault."
atlas.tools(filters(found), lambda: act("map-tools"))
atlas.canvas({**picture.data, "base": base, "caption": wording.short(caption, 300)}, lambda: act("map"))
nodes = {node.key: node for node in picture.nodes}
edge = next((e for e in picture.edges if (e.cause, e.affected) == view.edge), None)
if edge:
    explain(edge, nodes)
elif view.node in nodes:
    describe(nodes[view.node], picture)
atlas.lists(drawn.tables(picture, view), lambda: act("map-list"))
with st.container(horizontal=True, gap="small"):
    button("map-things", lambda: tables.sheet(picture.nodes, *_COLUMNS), "Things as CSV")
    button("map-relations", lambda: tables.sheet(drawn.sheet(picture)), "Relations as CSV")
