"""Five years and sectors in a terminal: the sentence first, then the tables."""

from graph_schema.answers import sentences
from graph_schema.answers.five_year.rows import Contribution, FiveYear, PlanTargetRow
from graph_schema.answers.money.shown import scale_of
from graph_schema.answers.sectors import Sectors, SectorYear
from loaders.cli.show import console, day, draw, foot, one, row, say, table

_ROWS = 60
"""Rows of one table; all of them with --json."""

_CROSSINGS = 10


def show_five_year(found: FiveYear) -> None:
    """Print how far a five-year plan is."""
    out = console()
    say(out, f"{found.title}, {sentences.on(found.starts)} to {sentences.on(found.ends)}", "dim")
    say(out, found.text, "bold")
    if found.targets:
        made = table("promise", ">target", ">reached", ">%", ">left a year", ">pace", ">% spent", "")
        for each in found.targets[:_ROWS]:
            known = each.as_at is not None
            numbers = (_plain(each.target), _plain(each.reached if known else None), one(each.share if known else None))
            ahead = (_plain(_size(each.left_a_year)), _plain(_size(each.pace)), one(each.spent_share))
            row(made, [_named(each.title, each.id), *numbers, *ahead, each.standing])
        draw(out, f"Its promises, after {one(found.time_share)} % of the time", made)
        _more(len(found.targets) - _ROWS)
        text = "% spent: of the budget of the lines that finance it. Annual targets of one promise: --target ID."
        say(out, text, "dim")
    _years(found)
    out.print()
    foot(out, found.status)


def _years(found: FiveYear) -> None:
    if not found.years:
        return
    out = console()
    scale, unit = scale_of([amount or 0.0 for y in found.years for amount in (y.budget, y.spent, y.promised)])
    currencies = sorted({y.currency for y in found.years if y.currency})
    made = table("plan year", ">budget", ">released", ">spent", ">% spent", ">lost", ">began in it", ">began elsewhere")
    for each in found.years:
        amounts = (_scaled(each.budget, scale), one(each.released / scale), _scaled(each.spent, scale))
        points = map(one, (each.lost_shown, each.began_in_it_shown, each.began_elsewhere_shown))
        name = each.plan_year if each.begun else f"{each.plan_year} (not begun)"
        row(made, [name, *amounts, one(each.spent_share), *points])
    money = " ".join(filter(None, ["amounts in", unit, " or ".join(currencies)])) if unit or currencies else ""
    words = ", ".join(filter(None, [money, f"points of tier {found.tier}"]))
    draw(out, f"Its plan years: {words}", made)
    for each in found.crossings[:_CROSSINGS]:
        where = f"in {each.began_in}" if each.began_in else "outside the plan"
        points, days = sentences.amount(round(each.points, 1), "points"), sentences.amount(round(each.days, 1), "days")
        who = "" if each.agency.id == each.thing else f", {each.agency.name}"
        say(out, f"{each.plan_year}: {points} and {days} began {where}, with {_named(each.title, each.thing)}{who}.")
    _more(len(found.crossings) - _CROSSINGS)
    say(out, "A delay that crosses years keeps its cause; points of one year never mix with another's.", "dim")


def show_plan_target(found: FiveYear, each: PlanTargetRow) -> None:
    """Print one promise of five years: its years and the annual targets that contribute."""
    out = console()
    say(out, f"{found.title}: {each.agency.name}", "dim")
    say(out, each.text, "bold")
    if each.counts == "level":
        say(out, "Annual values are levels: the latest year stands for all.")
    elif each.baseline:
        say(out, f"What the years bring is added to {one(each.baseline)} {each.unit}".rstrip() + ".")
    made = table("plan year", ">promised", ">came", ">planned in all", ">reached in all", ">even way")
    for year in each.years:
        numbers = (year.promised, year.counted, year.planned_total, year.reached_total, year.even)
        row(made, [year.plan_year, *map(_plain, numbers)])
    if each.years:
        draw(out, "Year by year", made)
    made = table("annual target", "year", ">promised", ">counts", ">late", ">interim", ">by then", "")
    for part in each.contributions[:_ROWS]:
        row(made, _contribution(part))
    if each.contributions:
        draw(out, "What contributes", made)
        _more(len(each.contributions) - _ROWS)
    out.print()
    foot(out, found.status)


def _contribution(part: Contribution) -> list[str]:
    late = one(part.delay_days) if part.delay_days else ""
    interim = (_plain(part.interim_planned), _plain(part.interim_reached)) if part.interim_by else ("", "")
    why = part.why or (f"interim of {day(part.interim_by)}" if part.interim_by else "")
    numbers = (_plain(part.promised), _plain(part.counted), late, *interim)
    return [_named(part.title, part.target), part.plan_year, *numbers, why]


def show_sectors(found: Sectors) -> None:
    """Print sectors year by year: results, then money."""
    out = console()
    say(out, found.text, "bold")
    if found.rows:
        made = table("sector", "year", ">targets", ">due", ">kept", ">late", ">short", ">score")
        for each in found.rows[:_ROWS]:
            counts = (each.targets, each.due, each.kept, each.late, each.short)
            row(made, [_sector(each), each.plan_year, *(str(n) if n else "" for n in counts), one(each.score)])
        draw(out, "What came of targets", made)
        _more(len(found.rows) - _ROWS)
        say(out, "Without cascades, which repeat what supports them. Kept: due, and as good as promised.", "dim")
    rows = [each for each in found.rows if each.lines]
    if rows:
        scale, unit = scale_of([amount or 0.0 for each in rows for amount in (each.budget, each.spent, each.promised)])
        currencies = sorted({each.currency for each in rows if each.currency})
        made = table("sector", "year", ">budget", ">promised", ">released", ">% in time", ">spent", ">% spent")
        for each in rows[:_ROWS]:
            money = (_scaled(each.budget, scale), one(each.promised / scale), one(each.released / scale))
            spent = (_scaled(each.spent, scale), one(each.spent_share))
            row(made, [_sector(each), each.plan_year, *money, one(each.timeliness), *spent])
        draw(out, " ".join(filter(None, ["Money, in", unit, " or ".join(currencies) or "units"])), made)
        _more(len(rows) - _ROWS)
    out.print()
    foot(out, found.status)


def _sector(each: SectorYear) -> str:
    return each.sector or "no sector"


def _scaled(value: float | None, scale: float) -> str:
    return "" if value is None else one(value / scale)


def _plain(value: float | None) -> str:
    """Write a value of any unit, without decimals that say nothing."""
    return one(value).removesuffix(".0")


def _size(value: float | None) -> float | None:
    return None if value is None else abs(value)


def _named(title: str, known_as: str) -> str:
    return known_as if title in ("", known_as) else f"{title} ({known_as})"


def _more(count: int) -> None:
    if count > 0:
        say(console(), f"and {count:,} more with --json.", "dim")
