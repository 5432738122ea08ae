"""Money in a terminal: the sentence first, then what came, what was spent, what it cost, and how credible it was."""

from collections.abc import Sequence

from graph_schema.answers import sentences
from graph_schema.answers.money.rows import Money, MoneyRow, Month, ReleaseCost
from graph_schema.answers.rounding import rounded, rounded_table
from loaders.cli.show import console, day, draw, foot, one, row, say, table

_ROWS = 60
"""Rows of one table; all of them with --json."""

_RELEASES = 15

_SCALES = ((1e11, 1e9, "billion"), (1e8, 1e6, "million"), (1e5, 1e3, "thousand"), (0.0, 1.0, ""))
"""From what total on amounts are written in which unit, so that a column holds them."""


_FLOWS = ("promised", "revised", "released", "beyond", "spent")


def show_money(found: Money) -> None:
    """Print the money of a plan year, for people."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    say(out, found.lead_times.text)
    if found.rows:
        total = found.total
        scale, unit = scale_of(
            [x or 0.0 for x in (total.promised, total.revised, total.budget, total.spent, total.beyond)]
        )
        say(out, " ".join(["Amounts in", unit, found.plan_year.currency or "units of money"]).replace("  ", " ") + ".")
        _came(found, scale)
        _spent(found, scale)
        if found.by == "month":
            _months(found.months, scale)
        _releases(found, scale)
        _lead_times(found)
        _outturns(found, scale)
    out.print()
    foot(out, found.status)


def scale_of(amounts: Sequence[float]) -> tuple[float, str]:
    """Find the unit in which amounts are written, and its name."""
    most = max(amounts, default=0.0)
    return next((scale, unit) for least, scale, unit in _SCALES if max(most, 0.0) >= least)


def _came(found: Money, scale: float) -> None:
    rows = [r for r in found.rows if r.releases]
    if not rows:
        return
    promised = rounded([r.promised / scale for r in rows])
    parts = rounded_table([[x / scale for x in (r.on_time, r.late, r.short, r.outstanding)] for r in rows])
    made = table(found.by, ">promised", ">in force", ">in time", ">late", ">short", ">not due", ">% in time")
    for each, first, came in list(zip(rows, promised, parts, strict=True))[:_ROWS]:
        row(made, [_name(each), one(first), *map(_amount, (sum(came), *came)), one(each.timeliness)])
    sums = [sum(column) for column in zip(*parts, strict=True)]
    numbers = (one(sum(promised)), *map(_amount, (sum(sums), *sums)), one(found.total.timeliness))
    row(made, ["all", *numbers], "bold")
    draw(console(), "What was promised for the year, and what came", made)
    _more(len(rows) - _ROWS)


def _spent(found: Money, scale: float) -> None:
    rows = [r for r in found.rows if r.budget is not None or r.spent is not None or r.beyond or r.withheld or r.points]
    if not rows:
        return
    budget, spent, beyond = (
        _rounded([(amount or 0.0) / scale for amount in column])
        for column in ([r.budget for r in rows], [r.spent for r in rows], [r.beyond for r in rows])
    )
    points = rounded([r.points for r in rows])
    made = table(found.by, ">budget", ">spent", ">% spent", ">beyond", ">days late", ">points", "")
    for k, each in list(enumerate(rows))[:_ROWS]:
        withheld = f"{each.withheld} of {each.lines} withheld" if each.withheld else ""
        numbers = (
            "" if each.budget is None else one(budget[k]),
            "" if each.spent is None else one(spent[k]),
            one(each.spent_share),
            _amount(beyond[k]),
            one(each.days_late),
            _amount(points[k]),
        )
        row(made, [_name(each), *numbers, withheld])
    total = found.total
    sums = (one(sum(budget)), "" if total.spent is None else one(sum(spent)), one(total.spent_share))
    row(made, ["all", *sums, _amount(sum(beyond)), one(total.days_late), _amount(sum(points)), ""], "bold")
    draw(console(), f"What was spent, and what late money cost (points of tier {found.tier})", made)
    _more(len(rows) - _ROWS)
    say(
        console(), "Days late: of one unit of money that came late or is short. Beyond: paid above the releases.", "dim"
    )


def _months(months: Sequence[Month], scale: float) -> None:
    made = table("month", ">promised", ">in force", ">released", ">beyond", ">spent")
    columns = [[getattr(m, name) / scale for m in months] for name in _FLOWS]
    shown = [_rounded(column) for column in columns]
    for k, each in list(enumerate(months))[:_ROWS]:
        row(made, [each.month, *(_amount(column[k]) for column in shown)])
    row(made, ["all", *(_amount(sum(column)) for column in shown)], "bold")
    draw(console(), "What flowed in each month", made)


def _releases(found: Money, scale: float) -> None:
    late = [r for r in found.releases if r.points or r.days or r.late or r.short]
    if not late:
        return
    made = table("release", "from", "planned", "paid", ">late", ">late or short", ">points", ">days")
    for each in late[:_RELEASES]:
        numbers = (one(each.late_days), one((each.late + each.short) / scale), _amount(each.points_shown))
        row(made, [_titled(each), each.released_by.id, day(each.planned), _paid(each), *numbers, _amount(each.days)])
    draw(console(), "Releases that cost most", made)
    _more(max(len(late), found.of if len(late) == len(found.releases) else 0) - _RELEASES)
    promised = sum(r.as_promise for r in found.releases)
    if promised >= 0.05:  # noqa: PLR2004 - shown as 0.1
        text = f"{sentences.amount(promised, 'points')} of these were lost by targets that promise timely releases;"
        say(console(), f"{text} the rest by what needed the money.", "dim")
    for each in late:
        for cost in each.other_years:
            text = f"{each.title} ({each.release}) also cost {sentences.amount(cost.points, 'points')}"
            say(console(), f"{text} in {cost.plan_year}: a delay that crosses years keeps its cause.", "dim")


def _lead_times(found: Money) -> None:
    rows = sorted(found.lead_times.rows, key=lambda r: -(r.actual_days or r.open_days or 0))
    if not rows:
        return
    made = table("request", "by", "sent", "release", "paid", ">planned days", ">took")
    for each in rows[:_RELEASES]:
        took = str(each.actual_days) if each.actual_days is not None else ""
        if each.open_days is not None:
            took = f"{each.open_days}+"
        planned = str(each.planned_days) if each.planned_days is not None else ""
        days = (day(each.requested_on), each.release, day(each.paid_on))
        row(made, [each.request, each.asked_by.id, *days, planned, took])
    draw(console(), "From request to money", made)
    _more(len(rows) - _RELEASES)


def _outturns(found: Money, scale: float) -> None:
    rows = [y for y in found.outturns if y.aggregate is not None]
    if not rows:
        return
    made = table("plan year", ">promised", ">released", ">PI-1.1 %", ">PI-2.1 % agencies", ">PI-2.1 % sectors", "")
    for each in rows:
        numbers = (one(each.promised / scale), one(each.released / scale), one(each.aggregate))
        variances = (one(each.by_agency), one(each.by_sector))
        row(made, [each.plan_year, *numbers, *variances, "" if each.complete else "to date"])
    draw(console(), "How credible the budget was, after PEFA", made)
    text = "PI-1.1: released of what was first promised. PI-2.1: how far the mix changed, beside that."
    say(console(), f"{text} A grade takes three completed years.", "dim")


def _name(each: MoneyRow) -> str:
    return each.title if each.key in ("", each.title) else f"{each.title} ({each.key})"


def _titled(each: ReleaseCost) -> str:
    return each.release if each.title == each.release else f"{each.title} ({each.release})"


def _paid(each: ReleaseCost) -> str:
    """Say when it was paid, and whether it was promised otherwise first."""
    words = [day(each.paid_on) or ("in part" if each.on_time + each.late else "not yet")]
    words += ["moved"] if each.planned != each.first_planned else []
    words += ["lowered"] if each.revised < each.promised else []
    return ", ".join(words)


def _rounded(values: Sequence[float]) -> list[float]:
    """Round a column so that it adds up; one with a correction below nothing as it is."""
    return rounded(values) if min(values, default=0.0) >= 0 else [round(value, 1) for value in values]


def _amount(value: float) -> str:
    """Write an amount; nothing for none of it."""
    return one(value) if abs(value) >= 0.05 else ""  # noqa: PLR2004 - shown as 0.0


def _more(count: int) -> None:
    if count > 0:
        say(console(), f"and {count:,} more with --json.", "dim")
