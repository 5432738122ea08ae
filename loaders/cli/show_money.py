"""Money in a terminal: the sentence first, then what came, what was spent, what it cost, and how credible it was."""

from graph_schema.answers import sentences
from graph_schema.answers.money.rows import Money, MoneyRow, Month, ReleaseCost
from graph_schema.answers.money.shown import ShownMoney, ShownRow, shown
from loaders.cli.show import console, day, draw, foot, one, row, say, table

_ROWS = 60
"""Rows of one table; all of them with --json."""

_RELEASES = 15


def show_money(found: Money) -> None:
    """Print the money of a plan year, for people."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    say(out, found.lead_times.text)
    if found.rows:
        rounded = shown(found)
        say(out, f"Amounts in {rounded.unit or 'units of money'}.")
        _came(found, rounded)
        _spent(found, rounded)
        if found.by == "month":
            _months(rounded)
        _releases(found, rounded.scale)
        _lead_times(found)
        _outturns(found, rounded.scale)
    out.print()
    foot(out, found.status)


def _came(found: Money, rounded: ShownMoney) -> None:
    rows = [each for each in rounded.rows if each.row.releases]
    if not rows:
        return
    made = table(found.by, ">promised", ">in force", ">in time", ">late", ">short", ">not due", ">% in time")
    for each in rows[:_ROWS]:
        row(made, [_name(each.row), *_parts(each)])
    row(made, ["all", *_parts(rounded.total)], "bold")
    draw(console(), "What was promised for the year, and what came", made)
    _more(len(rows) - _ROWS)


def _parts(each: ShownRow) -> tuple[str, ...]:
    parts = map(_amount, (each.revised, each.on_time, each.late, each.short, each.outstanding))
    return one(each.promised), *parts, one(each.row.timeliness)


def _spent(found: Money, rounded: ShownMoney) -> None:
    rows = [each for each in rounded.rows if each.spends or each.row.points]
    if not rows:
        return
    made = table(found.by, ">budget", ">spent", ">% spent", ">beyond", ">days late", ">points", "")
    for each in rows[:_ROWS]:
        withheld = f"{each.row.withheld} of {each.row.lines} withheld" if each.row.withheld else ""
        row(made, [_name(each.row), *_costs(each), withheld])
    row(made, ["all", *_costs(rounded.total), ""], "bold")
    draw(console(), f"What was spent, and what late money cost (points of tier {found.tier})", made)
    _more(len(rows) - _ROWS)
    say(
        console(), "Days late: of one unit of money that came late or is short. Beyond: paid above the releases.", "dim"
    )


def _costs(each: ShownRow) -> tuple[str, ...]:
    amounts = (one(each.budget), one(each.spent), one(each.row.spent_share), _amount(each.beyond))
    return *amounts, one(each.row.days_late), _amount(each.points)


def _months(rounded: ShownMoney) -> None:
    made = table("month", ">promised", ">in force", ">released", ">beyond", ">spent")
    for each in rounded.months[:_ROWS]:
        row(made, [each.month, *_flows(each)])
    row(made, ["all", *_flows(rounded.month_total)], "bold")
    draw(console(), "What flowed in each month", made)


def _flows(each: Month) -> tuple[str, ...]:
    return tuple(map(_amount, (each.promised, each.revised, each.released, each.beyond, each.spent)))


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
    rows = found.lead_times.longest
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


def _amount(value: float) -> str:
    """Write an amount; nothing for none of it."""
    return one(value) if abs(value) >= 0.05 else ""  # noqa: PLR2004 - shown as 0.0


def _more(count: int) -> None:
    if count > 0:
        say(console(), f"and {count:,} more with --json.", "dim")
