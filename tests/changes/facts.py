"""Corrections of money and reports."""

from random import Random

from changes.rows import Change, Sheets, Taken, one, rows_of, set_cell, some_day


def another_line(rng: Random, sheets: Sheets) -> Taken | None:
    found, line = one(rng, sheets, "releases"), one(rng, sheets, "budget_lines")
    if not found or not line:
        return None
    found[1]["budget_line"] = line[1]["id"]
    for _, row in rows_of(sheets, "payments"):
        if row["release"] == found[1]["id"]:
            row["release"] = ""
    return {}


def another_amount(rng: Random, sheets: Sheets) -> Taken | None:
    sheet = rng.choice(("releases", "payments", "payments"))
    return set_cell(rng, sheets, sheet, "amount", lambda _: f"{rng.randint(1, 90000)}.{rng.randint(10, 99)}")


def payment_back(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "payments")
    if not found:
        return None
    path, row = found
    sheets[path].remove(row)
    return {path: [row | {"amount": "0"}]}


def payment_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "payments")
    if not found:
        return None
    reference = f"more-{rng.random()}"
    sheets[found[0]].append(found[1] | {"reference": reference, "paid_on": some_day(rng, sheets), "release": ""})
    return {}


def report_otherwise(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "progress")
    if not found:
        return None
    row = found[1]
    row.update(note="corrected", started_on="", finished_on=rng.choice(("", row["as_of"])), forecast_finish="")
    if row["achieved"]:
        row["achieved"] = str(rng.randint(0, 90))
    return {}


def report_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "progress")
    if not found:
        return None
    day = some_day(rng, sheets)
    report = found[1] | {"as_of": day, "reported_on": "", "started_on": "", "finished_on": "", "note": "another"}
    sheets[found[0]].append(report | {"forecast_finish": rng.choice(("", some_day(rng, sheets)))})
    return {}


FACTS: tuple[Change, ...] = (another_line, another_amount, payment_back, payment_more, report_otherwise, report_more)
