"""What the Ministry of Energy of Oruvia promised: power lines, and power for those beyond them.

Here, and in `rivers.py`, plans change: dates, amounts, weights and owners are revised, some in time and some not, and
disputes are ruled.
"""

from loaders.sample.draft import Draft

FUND = "Northern Development Fund"


def first_year(y: Draft) -> None:
    """2026-27: the lines wait for poles that were, by their owner's new date, in time."""
    y.agreement("ENERGY", "Ministry of Energy", "ENERGY-MIN", "PM")
    y.cascade("ENERGY-LIGHT-27", "Power in the villages", 50)
    y.cascade("ENERGY-RIVERS-27", "More power from the rivers", 35)
    y.date("ENERGY-TARIFF-27", "New power tariffs in force", 15, "2027-01-01", "2027-01-01")

    y.agreement("POWER", "Department of Rural Power", "POWER-DG", "ENERGY-MIN")
    y.cascade("POWER-LINES-27", "Lines of the plan switched on", 45, supports="ENERGY-LIGHT-27", supports_share="2")
    y.quantity(
        "POWER-COOK-27",
        "Households that cook with power",
        25,
        20,
        "percent",
        (13, 16, 18, 20),
        baseline="12",
        supports="ENERGY-LIGHT-27",
    )
    y.date("SUBST-VELT", "Substation at Velt switched on", 20, "2027-04-10", "2027-05-04", supports="ENERGY-LIGHT-27")
    y.because("access", "The heavy load stood below the pass.")
    y.date("POWER-SCHOOL-27", "School for line workers open", 10, "2027-01-31", "2027-02-20")
    y.because("staff", "No teacher was found before February.")

    y.agreement("LINES", "Power Lines Division", "LINES-CHIEF", "POWER-DG")
    y.date(
        "LINE-TARN",
        "Power line to Tarn switched on",
        40,
        "2027-03-10",
        "2027-04-16",
        start="2026-12-10",
        began="2027-01-14",
        post="LINES-ENG",
        supports="POWER-LINES-27",
        supports_share="2",
    )
    y.needs("POLES-TARN", "2026-12-05", otherwise="There is nothing to hang the wires on")
    y.needs("ROUTE-TARN", "2026-10-20", otherwise="The holes cannot be dug")
    y.needs("REL-LINES-1", "2026-11-01", lag=7, otherwise="The wire is not ordered")
    y.because("other agency", "The crews stood idle until the poles came.")
    y.date(
        "LINE-ORSO",
        "Power line to Orso switched on",
        25,
        "2027-02-28",
        "2027-03-25",
        start="2026-11-15",
        post="LINES-CHIEF",
        supports="POWER-LINES-27",
    )
    y.needs("REL-ORSO-1", "2026-11-10", otherwise="No material")
    y.needs("POLES-DRY-27", "2027-01-05", otherwise="The last km has no poles")
    y.because("money short", "The last two transformers could not be paid.")
    y.quantity(
        "LINES-KM-27",
        "Power lines built",
        35,
        300,
        "km",
        (30, 95, 190, 276),
        supports="POWER-LINES-27",
        contributes_to="PT-LINES",
        planned_start="2026-08-15",
    )
    y.needs("REL-LINES-1", "2026-11-01", otherwise="The wire is not ordered")
    y.needs("REL-LINES-2", "2026-12-05", otherwise="The second half is not ordered")
    y.needs("POLES-DRY-27", "2027-01-10", otherwise="The last lines have no poles")
    y.milestone("ROUTE-TARN", "LINES", "clearance", "Route of the Tarn line pegged out", "2026-09-30", "2026-10-09")

    y.speak_of("MAINT")
    y.milestone("MAINT-VELT", "MAINT", "event", "Velt road clear for heavy loads", "2027-03-05", "2027-03-24")
    y.because("weather", "Two slides in one week.")

    y.line("L-LINES", "LINES", "Rural power lines", 56_000_000, "Alder Bank loan", "Energy")
    y.release("REL-LINES-1", "L-LINES", "2026-10-15", 30_000_000, "First part of the loan", "2026-10-15", by="ENERGY")
    y.needs("REQ-LINES-1", "2026-10-01", otherwise="The bank pays on request alone")
    second = (("2026-12-01", 12_000_000), ("2026-12-10", 8_000_000), ("2027-02-15", 6_000_000))
    y.release("REL-LINES-2", "L-LINES", "2026-12-01", 20_000_000, "Second part of the loan", *second, by="ENERGY")
    y.milestone("REQ-LINES-1", "LINES", "request", "Request for the first part of the loan", "2026-09-10", "2026-09-12")
    y.line("L-ORSO", "LINES", "Power line to Orso", 10_000_000, FUND, "Energy")
    y.release("REL-ORSO-1", "L-ORSO", "2026-11-01", 10_000_000, "Grant for Orso", ("2026-11-01", 9_500_000), by="NDF")
    y.needs("REQ-ORSO-1", "2026-10-10", otherwise="The Fund pays on request alone")
    y.milestone("REQ-ORSO-1", "LINES", "request", "Request for the grant for Orso", "2026-09-25", "2026-09-25")
    y.line("L-CONTROL", "POWER", "Control room of the grid", 0, "domestic", "Energy")
    _first_revisions(y)
    _first_disputes(y)


def _first_revisions(y: Draft) -> None:
    reason = "The teacher comes in February."
    y.revised("targets POWER-SCHOOL-27 planned_finish", "2027-02-28", "2027-02-03", "ENERGY-MIN", reason)
    reason = "Lines come first this year."
    y.revised("targets POWER-LINES-27 weight", "50", "2026-09-15", "ENERGY-MIN", reason)
    y.revised("targets POWER-COOK-27 weight", "20", "2026-09-15", "ENERGY-MIN", reason)
    y.revised("releases REL-ORSO-1 amount", "9500000", "2026-10-20", "ENERGY-MIN", "The Fund cut its grants by 5 %.")
    y.revised("releases REL-LINES-2 amount", "26000000", "2026-11-20", "ENERGY-MIN", "The bank added a reserve.")
    y.revised("targets LINES-KM-27 target", "280", "2027-06-30", "POWER-DG", "Twenty km are left to the Tura dam.")
    reason = "The harvest on the fields below comes first."
    y.revised("targets LINE-ORSO planned_start", "2026-12-01", "2026-11-01", "POWER-DG", reason)
    y.revised("targets LINE-ORSO post", "LINES-ENG", "2026-11-20", "POWER-DG", "One engineer for both lines.")
    y.revised("milestones ROUTE-TARN agency", "SURVEY", "2026-08-20", "PLANCOM-CHAIR", "Routes are the surveyors'.")


def _first_disputes(y: Draft) -> None:
    y.dispute(
        "D-2027-01",
        "SUBST-VELT",
        raised="2027-05-20 POWER",
        claim="The transformer stood below the pass until the road was clear.",
        answered="2027-06-08",
        answer="The slides were weather.",
        moves="own MAINT-VELT",
        days="15",
        ruled="2027-07-26 PLANCOM-CHAIR",
        reason="The division knew of the load since January; for fifteen days the road was its to clear.",
    )
    y.dispute(
        "D-2027-04",
        "LINE-TARN",
        raised="2027-06-02 FOREST",
        claim="The poles came before the day in force.",
        answered="2027-06-30",
        answer="The line was promised on the first day; who moves his own date still owes the old one.",
        moves="POLES-TARN own",
        days="20",
        withdrawn="yes",
    )


def second_year(y: Draft) -> None:
    """2027-28: more lines than crews, forecasts that move and one that passed."""
    y.said("2027-09-25", "Twenty km are left to the Tura dam.", about="LINES-KM-27", achieved="280", status="done")
    y.agreement("ENERGY", "Ministry of Energy", "ENERGY-MIN", "PM")
    y.cascade("ENERGY-LIGHT-28", "Power in the villages", 60)
    y.cascade("ENERGY-RIVERS-28", "More power from the rivers", 40)

    y.agreement("POWER", "Department of Rural Power", "POWER-DG", "ENERGY-MIN")
    y.cascade("POWER-LINES-28", "Lines of the plan switched on", 50, supports="ENERGY-LIGHT-28", supports_share="2")
    y.cascade("POWER-SOLAR-28", "Power for those beyond the lines", 20, supports="ENERGY-LIGHT-28")
    y.quantity(
        "POWER-LOSS-28",
        "Power lost on the way",
        30,
        12,
        "percent",
        (15, 14, 13.5),
        better="lower",
        grid="12 13 14 15 17",
        supports="ENERGY-LIGHT-28",
    )

    y.agreement("LINES", "Power Lines Division", "LINES-CHIEF", "POWER-DG")
    y.date("LINE-KESSA", "Power line to Kessa switched on", 40, "2028-05-20", start="2027-11-01", post="LINES-CHIEF",
           supports="POWER-LINES-28")  # fmt: skip
    y.needs("POLES-KESSA", "2028-04-20", otherwise="There is nothing to hang the wires on")
    y.needs("REL-LINES-28-2", "2028-04-20", otherwise="The transformers are not paid")
    y.said("2027-12-31", "", forecast_finish="2028-05-20", status="on track")
    y.said("2028-02-10", "One crew is at Dunmere.", forecast_finish="2028-06-02", status="at risk", cause="staff")
    y.said("2028-03-25", "The poles come later.", forecast_finish="2028-06-12", status="delayed", cause="other agency")
    y.date("LINE-DUNMERE", "Power line to Dunmere switched on", 25, "2028-03-01", start="2027-10-01",
           supports="POWER-LINES-28")  # fmt: skip
    y.needs("REL-LINES-28-1", "2027-10-10", otherwise="The wire is not ordered")
    y.said("2028-02-28", "Two spans are missing.", forecast_finish="2028-03-24", status="delayed")
    y.quantity(
        "LINES-KM-28",
        "Power lines built",
        35,
        270,
        "km",
        (45, 110, 196),
        supports="POWER-LINES-28",
        contributes_to="PT-LINES",
        planned_start="2027-08-15",
    )
    y.needs("REL-LINES-28-1", "2027-10-10", otherwise="The wire is not ordered")
    y.needs("REL-LINES-28-2", "2028-04-20", otherwise="The last part is not ordered")
    y.needs("POLES-DRY-28", "2028-04-05", otherwise="The last lines have no poles")

    y.agreement("SOLAR", "Solar Division", "SOLAR-CHIEF", "POWER-DG", signed_on="")
    y.quantity(
        "SOLAR-HOMES-28",
        "Homes with solar power",
        100,
        3500,
        "homes",
        (600, 1500, 2380),
        supports="POWER-SOLAR-28",
        contributes_to="PT-SOLAR",
        planned_start="2027-08-01",
    )
    y.needs("REL-SOLAR-28-1", "2027-11-15", otherwise="No panels")

    y.line("L-LINES-28", "LINES", "Rural power lines", 44_000_000, "domestic", "Energy")
    y.release("REL-LINES-28-1", "L-LINES-28", "2027-09-30", 26_000_000, "First tranche, power lines", "2027-09-30")
    y.needs("REQ-LINES-28-1", "2027-09-16", lag=14, otherwise="Nothing can be released without a request")
    y.release("REL-LINES-28-2", "L-LINES-28", "2028-04-15", 18_000_000, "Second tranche, power lines")
    y.needs("REQ-LINES-28-2", "2028-04-01", lag=14, otherwise="Nothing can be released without a request")
    y.milestone("REQ-LINES-28-1", "LINES", "request", "Request for the first tranche", "2027-09-15", "2027-09-10")
    y.milestone("REQ-LINES-28-2", "LINES", "request", "Request for the second tranche", "2028-04-01")
    y.line("L-SOLAR", "SOLAR", "Solar panels", 21_000_000, FUND, "Energy")
    y.release("REL-SOLAR-28-1", "L-SOLAR", "2027-11-01", 21_000_000, "Grant for panels", "2027-11-18", by="ENERGY")
    _second_revisions(y)


def _second_revisions(y: Draft) -> None:
    reason = "The Fund pays the maker of the panels itself."
    y.revised("releases REL-SOLAR-28-1 released_by", "NDF", "2027-09-20", "PLANCOM-CHAIR", reason)
    reason = "Measured anew: the old figure left the mills out."
    for step, value in (("good", "14.5"), ("fair", "16"), ("poor", "18")):
        y.revised(f"targets POWER-LOSS-28 {step}", value, "2027-11-30", "ENERGY-MIN", reason)
    reason = "The bids for transformers came in higher."
    y.revised("releases REL-LINES-28-2 planned_on", "2028-04-25", "2028-03-20", "FIN-MIN", reason)
