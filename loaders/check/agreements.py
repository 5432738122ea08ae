"""Agreements and the promises in them: weights, owners, one agreement a year, heads of agencies."""

from collections import defaultdict

from loaders.check.whole import Whole, in_file_order, place, text
from loaders.columns import text_of
from loaders.defaults import number
from loaders.plan import Row
from loaders.problems import quoted

WHOLE_WEIGHT = 100.0
ROUNDING = 0.05
"""How far the weights of an agreement may be from 100: 33.33 × 3 is meant as 100."""

_FLOAT_ERROR = 1e-9


def check_agreements(whole: Whole) -> None:
    """Weights that do not say how an agreement is divided; promises of others; a second agreement in one year."""
    for agreement, targets in whole.promised_in.items():
        check_weights(whole, agreement, targets)
    for row in whole.rows("targets"):
        _check_lone_columns(whole, row)
        check_promised_by(whole, row)
    _check_one_a_year(whole)


def check_weights(whole: Whole, agreement: str, targets: list[Row]) -> None:
    """Weights of one agreement that are missing, not above 0, or not 100 in all."""
    if "targets" in whole.broken or not all(whole.is_read(row, "weight", "agreement") for row in targets):
        return
    weights = [(row, number(row.values, "weight")) for row in targets]
    below = [(row, weight) for row, weight in weights if weight is not None and weight <= 0]
    for row, weight in below:
        whole.problem(
            row, "weight", f"expected a weight above 0, found {quoted(text_of(weight))}: raise it, or remove the target"
        )
    empty = [row for row, weight in weights if weight is None]
    if empty and len(empty) < len(weights):
        for row in empty:
            whole.problem(
                row,
                "weight",
                f"expected a weight, found an empty cell, while {len(weights) - len(empty)} of the {len(weights)} "
                f"targets of agreement {quoted(agreement)} have one: give all of them a weight, or none",
            )
    elif weights and not empty and not below:
        total = sum(weight or 0.0 for _, weight in weights)
        if abs(total - WHOLE_WEIGHT) > ROUNDING + _FLOAT_ERROR:
            over = total > WHOLE_WEIGHT
            gap = text_of(round(abs(total - WHOLE_WEIGHT), 6))
            whole.problem(
                whole.newest(targets),
                "weight",
                f"expected weights of agreement {quoted(agreement)} that sum to 100, found "
                f"{text_of(round(total, 6))} over {_counted(len(targets), 'target')}: "
                f"{'lower' if over else 'raise'} them by {gap} in all",
            )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _check_lone_columns(whole: Whole, row: Row) -> None:
    for column, needs, remedy in (
        ("weight", "agreement", "name the agreement, or leave the weight empty"),
        ("supports_share", "supports", "name the target that it supports, or leave the share empty"),
        ("contribution", "contributes_to", "name the plan target, or leave the contribution empty"),
    ):
        if column in row.values and needs not in row.values and whole.is_read(row, needs):
            whole.problem(
                row, column, f"expected {needs} beside {column} {quoted(text(row, column))}, found it empty: {remedy}"
            )
    share = number(row.values, "supports_share")
    if share is not None and share <= 0:
        whole.problem(
            row,
            "supports_share",
            f"expected a share above 0, found {quoted(text_of(share))}: raise it, or leave it empty",
        )


def check_promised_by(whole: Whole, row: Row) -> None:
    """A target in the agreement of another year, or of an agency that its owner is not under."""
    agreement = whole.state.get("agreements", {}).get((text(row, "agreement"),))
    if agreement is None:
        return
    name = quoted(agreement.key[0])
    if agreement.plan_year != row.plan_year:
        whole.problem(
            row,
            "agreement",
            f"expected an agreement of plan year {quoted(row.plan_year)}, found {name} of "
            f"{quoted(agreement.plan_year)}:"
            " name the agreement of this year",
        )
        return
    year, agency, bound = whole.year_of(row), text(row, "agency"), text(agreement, "agency")
    if year and agency in year.agencies and bound in year.agencies and not year.is_under(agency, bound):
        whole.problem(
            row,
            "agency",
            f"expected {quoted(bound)}, which agreement {name} binds, or an agency under it, found {quoted(agency)}: "
            "correct the agency or the agreement, or let the target support one of that agreement",
        )


def _check_one_a_year(whole: Whole) -> None:
    of_agency: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in whole.rows("agreements"):
        if agency := text(row, "agency"):
            of_agency[row.plan_year, agency].append(row)
        weight = number(row.values, "weight")
        if weight is not None and weight <= 0:
            whole.problem(
                row,
                "weight",
                f"expected a weight above 0, found {quoted(text_of(weight))}: raise it, or leave it empty",
            )
    for (year, agency), rows in of_agency.items():
        if len(rows) > 1:
            first, *others = in_file_order(rows)
            for row in others:
                whole.problem(
                    row,
                    "agency",
                    f"expected one agreement of {quoted(agency)} in plan year {quoted(year)}, found "
                    f"{quoted(first.key[0])}"
                    f" as well ({place(first)}): move its targets to one of them, and remove the other",
                )


def check_heads(whole: Whole) -> None:
    """Two posts that head one agency in one year."""
    said: set[tuple[str, ...]] = set()
    for year in whole.years.values():
        heads: dict[str, list[Row]] = defaultdict(list)
        for row in year.posts.values():
            if row.values.get("heads") is True and (agency := text(row, "agency")):
                heads[agency].append(row)
        for agency, rows in heads.items():
            posts = tuple(sorted(row.key[-1] for row in rows))
            if len(rows) > 1 and posts not in said:
                said.add(posts)
                last = whole.newest(rows)
                others = ", ".join(
                    f"{quoted(row.key[-1])} ({place(row)})" for row in in_file_order(rows) if row is not last
                )
                whole.problem(
                    last,
                    "heads",
                    f"expected one post that heads agency {quoted(agency)}, found {others} as well: write no for all "
                    "but "
                    "one; a post of an earlier year heads it until its row says no",
                )
