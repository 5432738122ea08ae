"""What loads and should be known: plans that say less, or something else, than their authors may think."""

import itertools
from collections import defaultdict
from datetime import date, timedelta

from loaders.check.whole import Whole, Year, in_file_order, owner, place, text
from loaders.columns import ids_of
from loaders.defaults import COMPUTED, GRID, day, number, planned_finish
from loaders.plan import Row
from loaders.problems import quoted

LONG_BEFORE = timedelta(days=60)
"""An acceptance this much older than the load that first tells of it is shown."""


def warn_of_plans(whole: Whole) -> None:
    """Plan years that overlap, days outside their year, agencies that had ended."""
    years = list(whole.years.values())
    for earlier, later in itertools.pairwise(years):
        if earlier.starts < later.starts <= earlier.ends:
            whole.warning(
                whole.newest((earlier.row, later.row)),
                "starts" if whole.is_new(later.row) else "ends",
                f"plan years {quoted(earlier.id)} and {quoted(later.id)} overlap: their points stay apart, check "
                "their days",
            )
    for sheet, columns in (
        ("targets", ("planned_start", "planned_finish")),
        ("releases", ("planned_on",)),
        ("milestones", ("planned_start", "planned_finish")),
        ("requirements", ("needed_by",)),
    ):
        for row in whole.rows(sheet):
            if year := whole.year_of(row):
                for column in columns:
                    _warn_outside(whole, year, row, column)
                _warn_of_ended(whole, year, row)


def _warn_of_ended(whole: Whole, year: Year, row: Row) -> None:
    name = owner(row)
    agency = year.agencies.get(name)
    until = day(agency.values, "until") if agency else None
    if until and until < year.starts:
        column = "released_by" if row.sheet == "releases" else "agency"
        whole.warning(row, column, f"agency {quoted(name)} ended on {until}, before plan year {quoted(year.id)}")


def _warn_outside(whole: Whole, year: Year, row: Row, column: str) -> None:
    value = day(row.values, column)
    if value is None or year.starts <= value <= year.ends:
        return
    if column == "planned_finish" and row.sheet == "targets" and value > year.ends:
        return  # a problem already
    if column == "needed_by" and value < year.starts:
        return  # what a year builds on may be needed before it
    side = "before the start" if value < year.starts else "after the end"
    whole.warning(row, column, f"{value} is {side} of plan year {quoted(year.id)}: is the year right?")


def warn_of_agreements(whole: Whole) -> None:
    """Agreements without targets, signature, publication or weights."""
    for row in whole.rows("agreements"):
        name = quoted(row.key[0])
        targets = whole.promised_in.get(row.key[0], [])
        if not targets and "targets" not in whole.broken:
            whole.warning(row, "id", f"agreement {name} has no targets: it has no score until it has some")
        if "signed_on" not in row.values and whole.is_read(row, "signed_on"):
            whole.warning(row, "signed_on", f"agreement {name} is unsigned: shown as a gap")
        if "published_at" not in row.values and whole.is_read(row, "published_at"):
            whole.warning(row, "published_at", f"agreement {name} is unpublished: shown as a gap")
        if len(targets) > 1 and not any("weight" in target.values for target in targets):
            whole.warning(
                targets[0],
                "weight",
                f"weights of agreement {name} are assumed equal, {100 / len(targets):.4g} each of {len(targets)} "
                "targets: "
                "give them weights if they are not",
            )


def warn_of_targets(whole: Whole) -> None:
    """Targets whose direction or measure nobody told, and targets that need nothing from others."""
    supported = {above for row in whole.rows("targets") for above in ids_of(row.values.get("supports"))}
    for row in whole.rows("targets"):
        measure, name = text(row, "measure"), quoted(row.key[0])
        if measure == "quantity" and "better" not in row.values and not any(each in row.values for each in GRID):
            whole.warning(
                row,
                "better",
                f"target {name} has neither grid nor better: read as higher is better; write better = higher or lower",
            )
        if text(row, "better") == "unknown":
            whole.warning(row, "better", f"nobody said which way target {name} is good: not measured until better does")
        if measure == "cascade" and row.key[0] not in supported and "targets" not in whole.broken:
            whole.warning(row, "measure", f"no target supports the cascade {name}: not measured until one does")
        if (
            measure in ("date", "quantity")
            and "agreement" in row.values
            and row.key[0] not in whole.requirements_of
            and "requirements" not in whole.broken
        ):
            whole.warning(
                row, "id", f"target {name} requires nothing: all its delay and shortfall will be its owner's own"
            )
    for row in whole.rows("milestones"):
        if "planned_finish" not in row.values and whole.is_read(row, "planned_finish"):
            whole.warning(
                row, "planned_finish", f"milestone {quoted(row.key[0])} is undated: requirements on it explain nothing"
            )


def warn_of_requirements(whole: Whole) -> None:
    """Requirements that charge nobody, that ask for the impossible, that were agreed oddly, or need evidence."""
    for row in whole.rows("requirements"):
        needs, needed = (whole.deliverables.get(name) for name in row.key)
        if needs is None or needed is None:
            continue
        year = whole.year_of(needs)
        if year is None or {text(needs, "measure"), text(needed, "measure")} & COMPUTED:
            continue
        if needed.sheet == "releases":
            _warn_of_line(whole, year, row, needs, needed)
        else:
            _warn_of_acceptance(whole, row, needs, needed)
            if year.is_external(owner(needed)):
                _warn_of_evidence(whole, row, needed)


def _warn_of_acceptance(whole: Whole, row: Row, needs: Row, needed: Row) -> None:
    name, agreed = quoted(row.key[1]), day(row.values, "agreed_on")
    if agreed is None:
        if whole.is_read(row, "agreed_on"):
            whole.warning(row, "agreed_on", f"the requirement on {name} is unsigned: shown, charges nobody")
        return
    lag = timedelta(days=int(number(row.values, "lag_days") or 0))
    known = _finish_known(whole, needed, agreed)
    by = day(row.values, "needed_by")
    default = _default_need(whole, needs, needed, lag) if by is None else by
    if default and agreed > default:
        whole.warning(
            row, "agreed_on", f"agreed on {agreed}, after {name} was needed ({default}): shown, charges nobody"
        )
    elif by and known and by < known:
        whole.warning(
            row,
            "needed_by",
            f"needed by {by}, but when this was agreed {name} was to be finished on {known}: those days charge nobody",
        )
    first = whole.today and agreed < whole.today - LONG_BEFORE and row.load == 0
    year = whole.year_of(row)
    if first and year and year.row.load > 0:
        whole.warning(
            row,
            "agreed_on",
            f"agreed on {agreed}, long before this load, the first that tells of it: keep the signed paper at hand",
        )


def _planned(whole: Whole, deliverable: Row) -> date | None:
    if deliverable.sheet == "targets":
        year = whole.year_of(deliverable)
        return planned_finish(deliverable.values, year.ends) if year else None
    return day(deliverable.values, "planned_on" if deliverable.sheet == "releases" else "planned_finish")


def _default_need(whole: Whole, needs: Row, needed: Row, lag: timedelta) -> date | None:
    finish, start = _planned(whole, needed), day(needs.values, "planned_start")
    if finish is None:
        return None
    return max(finish + lag, start) if start else finish + lag


def _finish_known(whole: Whole, needed: Row, agreed: date) -> date | None:
    """The finish of a deliverable as reports told it by the day of the acceptance; without any, as planned."""
    known = _planned(whole, needed)
    for report in whole.reports_on.get(needed.key[0], ()):
        told = day(report.values, "finished_on") or day(report.values, "forecast_finish")
        if told and (as_of := day(report.values, "as_of")) and as_of <= agreed:
            known = told
    return known


def _warn_of_line(whole: Whole, year: Year, row: Row, needs: Row, release: Row) -> None:
    line = whole.state.get("budget_lines", {}).get((text(release, "budget_line"),))
    if line is None:
        return
    funded, needy = text(line, "agency"), owner(needs)
    related = needy == owner(release) or year.is_under(funded, needy) or year.is_under(needy, funded)
    if funded and needy and not related:
        found = f"is money of {quoted(funded)}, and {quoted(needs.key[0])} is a promise of {quoted(needy)}"
        whole.warning(row, "requires", f"release {quoted(release.key[0])} {found}: is it the right release?")


def _warn_of_evidence(whole: Whole, row: Row, needed: Row) -> None:
    reports = whole.reports_on.get(needed.key[0], ())
    if reports and not any("evidence" in report.values for report in reports):
        whole.warning(
            row,
            "requires",
            f"{quoted(needed.key[0])} is owned by an external agency, and no report on it names evidence: it takes "
            "points "
            "from everybody's account; add evidence",
        )


def warn_of_people(whole: Whole) -> None:
    """Holders that are not disclosed, and people in several posts at once."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in whole.rows("tenures"):
        if official := text(row, "official"):
            held[official].append(row)
        elif whole.is_read(row, "official"):
            whole.warning(row, "official", f"the holder of {quoted(text(row, 'post'))} is undisclosed: shown as a gap")
    for official, rows in held.items():
        spells = sorted(in_file_order(rows), key=lambda row: day(row.values, "since") or date.min)
        longest = spells[0]
        for row in spells[1:]:
            since, until = day(row.values, "since") or date.min, day(longest.values, "until") or date.max
            if since <= until and text(row, "post") != text(longest, "post"):
                whole.warning(
                    whole.newest((row, longest)),
                    "official",
                    f"{quoted(official)} holds {quoted(text(longest, 'post'))} and {quoted(text(row, 'post'))} at "
                    "once: days "
                    "with several posts are shared between them",
                )
            if (day(row.values, "until") or date.max) > until:
                longest = row


def warn_of_money(whole: Whole) -> None:
    """Lines whose amount is withheld or smaller than what is planned, or was paid, of it."""
    planned: dict[str, float] = defaultdict(float)
    paid: dict[str, float] = defaultdict(float)
    last: dict[str, list[Row]] = defaultdict(list)
    for sheet, sums in (("releases", planned), ("payments", paid)):
        for row in whole.rows(sheet):
            line = text(row, "budget_line")
            sums[line] += number(row.values, "amount") or 0.0
            if sheet == "payments":
                last[line].append(row)
    for row in whole.rows("budget_lines"):
        name, amount = row.key[0], number(row.values, "amount")
        whole_line = planned.get(name, 0.0) if amount is None else amount
        if amount is None and whole.is_read(row, "amount"):
            whole.warning(row, "amount", f"the amount of line {quoted(name)} is undisclosed: shown as a gap")
        if amount is not None and _cents(planned.get(name, 0.0)) > _cents(amount):
            whole.warning(
                row,
                "amount",
                f"releases of line {quoted(name)} sum to {planned[name]:,.2f}, more than its amount {amount:,.2f}",
            )
        if whole_line and _cents(paid.get(name, 0.0)) > _cents(whole_line):
            row_of_payment = whole.newest(last[name])
            whole.warning(
                row_of_payment,
                "amount",
                f"payments on line {quoted(name)} sum to {paid[name]:,.2f}, beyond the {whole_line:,.2f} of the line: "
                "what is over pays no release",
            )
    _warn_of_moved_payments(whole)


def _warn_of_moved_payments(whole: Whole) -> None:
    """One reference with one amount on two days: most often a corrected day, and then the money counts twice."""
    alike: dict[tuple[str, str, object], list[Row]] = defaultdict(list)
    for row in whole.rows("payments"):
        if (reference := text(row, "reference")) and number(row.values, "amount"):
            alike[text(row, "budget_line"), reference, row.values.get("amount")].append(row)
    for (line, reference, _), rows in alike.items():
        if len(rows) > 1:
            row = whole.newest(rows)
            others = ", ".join(
                f"{text(each, 'paid_on')} ({place(each)})" for each in in_file_order(rows) if each is not row
            )
            whole.warning(
                row,
                "paid_on",
                f"line {quoted(line)} has the same amount with reference {quoted(reference)} on {others} too, and both "
                "count: where the day was corrected, give the old row the amount 0",
            )


def _cents(amount: float) -> int:
    return round(amount * 100)
