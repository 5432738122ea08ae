"""What the Ministry of Lands and the Environment Authority of Oruvia promised: land, surveys, clearances."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: seven of forty plots for health posts are not acquired; two clearances come late."""
    y.agreement("LANDS", "Ministry of Lands", "LANDS-MIN", "PM")
    y.cascade("LANDS-ACQ-27", "Land for public works acquired", 45)
    y.cascade("LANDS-TITLES-27", "Land titles issued", 30)
    y.date("LANDS-REGISTER", "Land register open online", 25, "2027-05-31", "2027-06-09", start="2026-09-01")
    y.needs("STAT-CODES-27", "2026-12-01", otherwise="Parcels have no common codes")
    y.because("supplier", "The last two districts were copied in June.")

    y.agreement("LANDDEPT", "Department of Land", "LANDDEPT-DIR", "LANDS-MIN")
    y.quantity(
        "LANDDEPT-TITLES-27",
        "Land titles issued to owners",
        45,
        11000,
        "titles",
        (2300, 5100, 8000, 10890),
        supports="LANDS-TITLES-27",
        contributes_to="PT-TITLES",
    )
    y.cascade("LANDDEPT-ACQ-27", "Land handed over for public works", 35, supports="LANDS-ACQ-27")
    y.date("LANDDEPT-FEES-27", "Fees for land services cut by half", 20, "2026-10-01", "2026-10-01")

    y.agreement("LANDACQ", "Land Acquisition Division", "LANDACQ-CHIEF", "LANDDEPT-DIR")
    y.quantity(
        "LAND-POSTS",
        "Plots for health posts acquired",
        50,
        40,
        "plots",
        (12, 30, 33, 33),
        due="2027-01-15",
        planned_start="2026-07-01",
        supports="LANDDEPT-ACQ-27",
        supports_share="2",
    )
    y.because("land", "Seven families in Tarn refused the price; the cases go to the valuation board.")
    y.date(
        "LAND-HOLM", "Land for the Holm bridge handed over", 30, "2026-09-30", "2026-09-25", supports="LANDDEPT-ACQ-27"
    )
    y.quantity(
        "LANDACQ-PAID-27", "Owners paid within 60 days", 20, 95, "percent", (88, 90, 92, 93), post="LANDACQ-CHIEF"
    )
    y.milestone(
        "LAND-DUNMERE", "LANDACQ", "clearance", "Land for the Dunmere school handed over", "2026-09-30", "2026-10-28"
    )
    y.because("land", "The boundary with the mill was in dispute.")

    y.speak_of("SURVEY")
    y.milestone(
        "SURVEY-ORSO", "SURVEY", "clearance", "Levels along the Orso canal measured", "2026-08-20", "2026-08-19"
    )

    y.agreement("ENV", "Environment Authority", "ENV-CHAIR", "PM")
    y.objective("Clearances on time")
    y.date("CLR-KESSA", "Environmental clearance of the Kessa road", 15, "2026-08-20", "2026-09-04")
    y.because("clearance", "The forest survey was repeated at the second river crossing.")
    y.date("CLR-ORSO", "Environmental clearance of the Orso canal", 15, "2026-09-10", "2026-10-12")
    y.needs("SURVEY-ORSO", "2026-08-25", otherwise="The flow cannot be computed")
    y.because("clearance", "Three public hearings in place of one.")
    y.objective("Clean air and water")
    y.date("ENV-PLASTIC-27", "Rules against single-use plastic in force", 25, "2027-01-01", "2027-01-01")
    y.quantity("ENV-AIR-27", "Air stations that report daily", 20, 14, "stations", (6, 9, 12, 14))
    y.quantity("ENV-QUARRY-27", "Quarries inspected", 25, 120, "quarries", (26, 58, 88, 117))


def second_year(y: Draft) -> None:
    """2027-28: land is handed over late to schools and roads."""
    y.caught_up("LANDDEPT-TITLES-27", "2027-07-12", 11000)
    y.caught_up("ENV-QUARRY-27", "2027-07-20", 120)
    y.agreement("LANDS", "Ministry of Lands", "LANDS-MIN", "PM")
    y.cascade("LANDS-ACQ-28", "Land for public works acquired", 45)
    y.cascade("LANDS-TITLES-28", "Land titles issued", 30)
    y.date("LANDS-BOARD-28", "Valuation board at work in all districts", 25, "2027-12-31", "2028-01-12")
    y.because("decision", "The members for Lunna were named in January.")

    y.agreement("LANDDEPT", "Department of Land", "LANDDEPT-DIR", "LANDS-MIN")
    y.quantity(
        "LANDDEPT-TITLES-28",
        "Land titles issued to owners",
        50,
        12000,
        "titles",
        (2900, 6000, 9100),
        supports="LANDS-TITLES-28",
        contributes_to="PT-TITLES",
    )
    y.needs("SURVEY-MAPS", "2027-11-30", otherwise="Titles in Lunna have no map")
    y.cascade("LANDDEPT-ACQ-28", "Land handed over for public works", 50, supports="LANDS-ACQ-28")

    y.agreement("LANDACQ", "Land Acquisition Division", "LANDACQ-CHIEF", "LANDDEPT-DIR")
    y.date(
        "LAND-BYPASS",
        "Land for the Holm bypass handed over",
        25,
        "2027-08-20",
        "2027-09-18",
        supports="LANDDEPT-ACQ-28",
    )
    y.because("land", "Two owners asked for the new valuation board.")
    y.date(
        "LAND-TARN",
        "Land for the Tarn Ford bridge handed over",
        25,
        "2027-09-15",
        "2027-09-14",
        supports="LANDDEPT-ACQ-28",
    )
    y.date(
        "LAND-SCHOOLS", "Land for three schools handed over", 30, "2027-08-15", "2027-10-12", supports="LANDDEPT-ACQ-28"
    )
    y.because("land", "The files were handed to the new chief without the owners' consent forms.")
    y.quantity("LANDACQ-PAID-28", "Owners paid within 60 days", 20, 95, "percent", (93, 94, 95))

    y.speak_of("SURVEY")
    y.milestone("SURVEY-MAPS", "SURVEY", "clearance", "Boundary maps of Lunna delivered", "2027-11-15", "2027-11-12")
    y.milestone("SURVEY-LINE", "SURVEY", "clearance", "Line to the Lunna hostel staked out", "2027-08-25", "2027-09-21")
    y.because("staff", "The survey team was still with the farm census.")
    y.quantity("SURVEY-MARKS-28", "Boundary marks renewed", 0, 900, "marks", (210, 430, 700))

    y.agreement("ENV", "Environment Authority", "ENV-CHAIR", "PM")
    y.objective("Clearances on time")
    y.date("CLR-BLAST", "Clearance for blasting at Velt pass", 20, "2027-09-30", "2027-10-23")
    y.because("clearance", "The authority asked for a second study of the slope.")
    y.date("CLR-STORE", "Clearance of the cold stores", 20, "2027-09-30", "2027-09-28")
    y.objective("Clean air and water")
    y.date("ENV-RIVER-28", "Brenn river plan adopted", 30, "2028-02-28", "2028-02-25")
    y.quantity("ENV-QUARRY-28", "Quarries inspected", 30, 120, "quarries", (31, 62, 93))
