"""Corrections of promises: targets, milestones, agreements, requirements, agencies."""

from random import Random

from changes.rows import Change, Sheets, Taken, forget_requirements, one, rows_of, set_cell, some_agency, some_day

_GRID = ("excellent", "very_good", "good", "fair", "poor")
_QUANTITY = ("unit", "target", "better", "baseline", *_GRID)


def another_owner(rng: Random, sheets: Sheets) -> Taken | None:
    sheet, column = rng.choice((("targets", "agency"), ("milestones", "agency"), ("releases", "released_by")))
    return set_cell(rng, sheets, sheet, column, lambda _: some_agency(rng, sheets))


def another_day(rng: Random, sheets: Sheets) -> Taken | None:
    sheet, column = rng.choice(
        (("targets", "planned_finish"), ("milestones", "planned_finish"), ("releases", "planned_on"))
    )
    return set_cell(rng, sheets, sheet, column, lambda _: some_day(rng, sheets))


def another_start(rng: Random, sheets: Sheets) -> Taken | None:
    sheet = rng.choice(("targets", "milestones"))
    return set_cell(rng, sheets, sheet, "planned_start", lambda _: rng.choice(("", some_day(rng, sheets))))


def undated(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "milestones")
    if not found:
        return None
    found[1].update(planned_start="", planned_finish="")
    return {}


def another_measure(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "targets")
    if not found:
        return None
    row = found[1]
    row.update(dict.fromkeys(_QUANTITY, ""))
    measure = rng.choice(("date", "quantity", "cascade", "releases"))
    row.update(measure=measure, planned_finish="" if measure in ("cascade", "releases") else row["planned_finish"])
    if measure == "quantity":
        row.update(unit="km", target=str(rng.randint(5, 90)))
    if measure in ("cascade", "releases"):
        forget_requirements(sheets, row["id"])
    return {}


def another_way(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "targets", measure="quantity")
    if not found:
        return None
    found[1].update(dict.fromkeys(_GRID, ""), baseline="", better=rng.choice(("higher", "lower", "unknown")))
    found[1]["target"] = found[1]["target"] or "7"
    return {}


def another_agreement(rng: Random, sheets: Sheets) -> Taken | None:
    """A target leaves its agreement or joins another; the weights of those touched become equal."""
    found = one(rng, sheets, "targets")
    known = ["", *(row["id"] for _, row in rows_of(sheets, "agreements"))]
    if not found:
        return None
    old, new = found[1]["agreement"], rng.choice(known)
    found[1]["agreement"] = new
    for _, row in rows_of(sheets, "targets"):
        if row["agreement"] in (old, new):
            row["weight"] = ""
    return {}


def weights_swapped(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "targets")
    if not found:
        return None
    same = [row for _, row in rows_of(sheets, "targets") if row["agreement"] == found[1]["agreement"] != ""]
    if len(same) < 2:
        return None
    this, that = rng.sample(same, 2)
    this["weight"], that["weight"] = that["weight"], this["weight"]
    return {}


def weight_of_an_agreement(rng: Random, sheets: Sheets) -> Taken | None:
    return set_cell(rng, sheets, "agreements", "weight", lambda _: rng.choice(("", "0.25", "4")))


def other_supports(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "targets")
    cascades = [row["id"] for _, row in rows_of(sheets, "targets") if row["measure"] == "cascade"]
    if not found or not cascades:
        return None
    chosen = rng.sample(cascades, rng.randint(0, min(2, len(cascades))))
    found[1].update(supports=";".join(chosen), supports_share=rng.choice(("", "2")) if chosen else "")
    return {}


def requirement_gone(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "requirements")
    if not found:
        return None
    sheets[found[0]].remove(found[1])
    return {}


def requirement_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "requirements")
    if not found:
        return None
    names = [row["id"] for sheet in ("targets", "releases", "milestones") for _, row in rows_of(sheets, sheet)]
    sheets[found[0]].append(found[1] | {"requires": rng.choice(names), "needed_by": ""})
    return {}


def requirement_otherwise(rng: Random, sheets: Sheets) -> Taken | None:
    column, cell = rng.choice(
        (("needed_by", ""), ("needed_by", some_day(rng, sheets)), ("lag_days", str(rng.randint(0, 40))),
         ("agreed_on", ""), ("agreed_on", "2020-01-01"))
    )  # fmt: skip
    return set_cell(rng, sheets, "requirements", column, lambda _: cell)


def agency_moved(rng: Random, sheets: Sheets) -> Taken | None:
    return set_cell(rng, sheets, "agencies", "part_of", lambda _: rng.choice(("", some_agency(rng, sheets))))


def milestone_gone(rng: Random, sheets: Sheets) -> Taken | None:
    """One that nobody reported on goes, with its requirements."""
    reported = {row["deliverable"] for _, row in rows_of(sheets, "progress")}
    free = [each for each in rows_of(sheets, "milestones") if each[1]["id"] not in reported]
    if not free:
        return None
    path, row = rng.choice(free)
    sheets[path].remove(row)
    forget_requirements(sheets, row["id"])
    return {}


def milestone_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "milestones")
    if not found:
        return None
    sheets[found[0]].append(found[1] | {"id": f"MORE-{rng.randint(0, 999_999)}"})
    return {}


def agreement_gone(rng: Random, sheets: Sheets) -> Taken | None:
    """The agreements after it get other numbers."""
    found = one(rng, sheets, "agreements")
    if not found:
        return None
    sheets[found[0]].remove(found[1])
    for _, row in rows_of(sheets, "targets"):
        if row["agreement"] == found[1]["id"]:
            row.update(agreement="", weight="")
    return {}


def agreement_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "agreements")
    if not found:
        return None
    agency = some_agency(rng, sheets)
    sheets[found[0]].append(found[1] | {"id": f"AGREED-{agency}", "agency": agency})
    return {}


def end_of_the_year(rng: Random, sheets: Sheets) -> Taken | None:
    return set_cell(rng, sheets, "plan", "ends", lambda row: row["ends"][:8] + str(rng.randint(20, 30)))


def target_gone(rng: Random, sheets: Sheets) -> Taken | None:
    """One that nobody reported on and nothing supports goes, with its requirements."""
    reported = {row["deliverable"] for _, row in rows_of(sheets, "progress")}
    free = [each for each in rows_of(sheets, "targets") if each[1]["id"] not in reported]
    if not free:
        return None
    path, gone = rng.choice(free)
    sheets[path].remove(gone)
    forget_requirements(sheets, gone["id"])
    for _, row in rows_of(sheets, "targets"):
        if row["agreement"] == gone["agreement"]:
            row["weight"] = ""
    return {}


def release_gone(rng: Random, sheets: Sheets) -> Taken | None:
    """A release goes; what was paid of it goes to the others of its line."""
    reported = {row["deliverable"] for _, row in rows_of(sheets, "progress")}
    free = [each for each in rows_of(sheets, "releases") if each[1]["id"] not in reported]
    if not free:
        return None
    path, gone = rng.choice(free)
    sheets[path].remove(gone)
    forget_requirements(sheets, gone["id"])
    for _, row in rows_of(sheets, "payments"):
        if row["release"] == gone["id"]:
            row["release"] = ""
    return {}


def release_more(rng: Random, sheets: Sheets) -> Taken | None:
    found = one(rng, sheets, "releases")
    if not found:
        return None
    more = {"id": f"MORE-{rng.randint(0, 999_999)}", "planned_on": some_day(rng, sheets)}
    sheets[found[0]].append(found[1] | more)
    return {}


PROMISES: tuple[Change, ...] = (
    another_owner,
    another_day,
    another_start,
    undated,
    another_measure,
    another_way,
    another_agreement,
    weights_swapped,
    weight_of_an_agreement,
    other_supports,
    requirement_gone,
    requirement_more,
    requirement_otherwise,
    agency_moved,
    milestone_gone,
    milestone_more,
    another_measure,
    agreement_gone,
    agreement_more,
    end_of_the_year,
    target_gone,
    release_gone,
    release_more,
)
