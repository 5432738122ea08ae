"""Money that cannot be: amounts of nothing, payments for releases of other lines."""

from loaders.check.whole import Whole, text
from loaders.columns import text_of
from loaders.defaults import number
from loaders.problems import quoted


def check_money(whole: Whole) -> None:
    """Releases and lines with no amount above 0, spending below 0, and payments that name another line's release."""
    for sheet in ("releases", "budget_lines", "payments"):
        for row in whole.rows(sheet):
            amount = number(row.values, "amount")
            if amount is not None and amount <= 0:
                remedy = "leave it empty where it is withheld" if sheet == "budget_lines" else "correct the amount"
                whole.problem(row, "amount", f"expected an amount above 0, found {quoted(text_of(amount))}: {remedy}")
    for row in whole.rows("spending"):
        spent = number(row.values, "amount")
        if spent is not None and spent < 0:
            found = f"expected an amount of 0 or more, found {quoted(text_of(spent))}"
            whole.problem(row, "amount", f"{found}: it is what was spent to date; correct the amount")
    releases = whole.state.get("releases", {})
    for row in whole.rows("payments"):
        if "release" not in row.values:
            continue
        release = releases.get((text(row, "release"),))
        if release is None:
            continue
        own, line = text(release, "budget_line"), text(row, "budget_line")
        if own and line and own != line:
            whole.problem(
                row,
                "release",
                f"expected a release of budget line {quoted(line)}, found {quoted(release.key[0])} of line "
                f"{quoted(own)}: "
                "correct the line or the release, or leave release empty",
            )
