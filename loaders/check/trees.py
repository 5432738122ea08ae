"""Trees and chains: what is part of, supports, requires or reports to what; circles are printed."""

from loaders.check.cycles import cycles
from loaders.check.whole import Whole, Year, place, text
from loaders.columns import ids_of
from loaders.defaults import COMPUTED
from loaders.plan import Row
from loaders.problems import quoted

LONGEST_CHAIN = 600
"""How many characters of a printed circle are shown."""

Links = dict[str, dict[str, Row]]
"""From each id to the ids it names, and the row that names each."""


def check_trees(whole: Whole) -> None:
    """Circles of agencies and posts in any year, and external agencies inside a tree."""
    said: set[tuple[str, ...]] = set()
    for year in whole.years.values():
        parts: Links = {agency: _link(row, "part_of") for agency, row in year.agencies.items()}
        _say_circles(whole, parts, "part_of", "each is part of the next: let one of them be part of none", said)
        chain: Links = {post: _link(row, "reports_to") for post, row in year.posts.items()}
        _say_circles(whole, chain, "reports_to", "each reports to the next: let one of them report to none", said)
        _check_external(whole, year, said)


def _link(row: Row, column: str) -> dict[str, Row]:
    above = text(row, column)
    return {above: row} if above else {}


def _say_circles(whole: Whole, links: Links, column: str, remedy: str, said: set[tuple[str, ...]]) -> None:
    for circle in cycles(links):
        if (column, *circle) in said:
            continue
        said.add((column, *circle))
        rows = [links[a][b] for a, b in zip(circle, (*circle[1:], circle[0]), strict=True)]
        shown = " → ".join((*circle, circle[0]))
        row = whole.newest(rows)
        whole.problem(row, column, f"expected no circle, found {quoted_chain(shown)}, where {remedy}")


def quoted_chain(shown: str) -> str:
    """A circle for a message: in quotes; a long one keeps its beginning and its end."""
    half = LONGEST_CHAIN // 2
    return repr(shown if len(shown) <= LONGEST_CHAIN else f"{shown[:half]} … {shown[-half:]}")


def _check_external(whole: Whole, year: Year, said: set[tuple[str, ...]]) -> None:
    for agency, row in year.agencies.items():
        above = text(row, "part_of")
        if not above:
            continue
        if row.values.get("kind") == "external":
            message = (
                f"expected no part_of for an agency of kind external, found {quoted(above)}: leave part_of empty, or "
                "give "
                "the agency another kind"
            )
        elif year.is_external(above):
            message = (
                f"expected an agency of the government, found {quoted(above)}, whose kind is external "
                f"({place(year.agencies[above])}): an external agency has no parts; leave part_of empty, or change "
                "its kind"
            )
        else:
            continue
        if ("external", agency, above, *row.key) not in said:
            said.add(("external", agency, above, *row.key))
            whole.problem(row, "part_of", message)


def check_supports(whole: Whole) -> None:
    """Supports of other years, of targets that are no cascade, and circles of them."""
    targets = whole.state.get("targets", {})
    links: Links = {}
    for row in targets.values():
        for above in ids_of(row.values.get("supports")):
            supported = targets.get((above,))
            if supported is None:
                continue
            if supported.plan_year != row.plan_year:
                whole.problem(
                    row,
                    "supports",
                    f"expected a target of plan year {quoted(row.plan_year)}, found {quoted(above)} of "
                    f"{quoted(supported.plan_year)}: points never mix between years; support a target of the same year",
                )
            elif text(supported, "measure") not in ("cascade", "") and row.key != supported.key:
                whole.problem(
                    row,
                    "supports",
                    f"expected a target of measure cascade, found {quoted(above)} of measure "
                    f"{text(supported, 'measure')}, "
                    f"which has a value of its own ({place(supported)}): measure it by cascade, or leave supports "
                    "empty",
                )
            links.setdefault(row.key[0], {})[above] = row
    _say_circles(whole, links, "supports", "each supports the next: take one support away", set())


def check_requirements(whole: Whole) -> None:
    """Requirements of or on what is not dated, and circles of them."""
    deliverables = whole.deliverables
    links: Links = {}
    for row in whole.rows("requirements"):
        needs, needed = row.key
        computed = False
        for column, name in (("deliverable", needs), ("requires", needed)):
            of = deliverables.get(name)
            if of is not None and of.sheet == "targets" and (measure := text(of, "measure")) in COMPUTED:
                computed = True
                remedy = "the targets that support it" if measure == "cascade" else "the releases themselves"
                whole.problem(
                    row,
                    column,
                    f"expected a dated deliverable, found {quoted(name)}, a target of measure {measure}, which "
                    f"{'requires nothing' if column == 'deliverable' else 'nothing can require'}: name {remedy}",
                )
        if not computed:
            links.setdefault(needs, {})[needed] = row
    _say_circles(whole, links, "requires", "each requires the next: take one requirement away", set())
