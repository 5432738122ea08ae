"""What the Ministry of Works of Oruvia promised: roads, bridges, public buildings."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: the Kessa road waits for its first tranche, the Holm bridge for a court."""
    y.agreement("WORKS", "Ministry of Works", "WORKS-MIN", "PM")
    y.cascade("WORKS-NET-27", "Roads and bridges of the plan delivered", 50)
    y.cascade("WORKS-BUILD-27", "Public buildings handed over", 25)
    y.quantity("WORKS-SAFETY-27", "Road safety audits done", 15, 24, "audits", (5, 11, 18, 24))
    y.date("WORKS-DESIGN-27", "Design standards for rural roads issued", 10, "2026-11-30", "2026-12-03")
    y.because("decision", "One chapter went through a second round of comments.")

    y.agreement("ROADS", "Department of Roads", "ROADS-DIR", "WORKS-MIN")
    y.objective("Every valley on the road network")
    y.date(
        "ROAD-KESSA",
        "Road to the Kessa valley open",
        30,
        "2027-03-20",
        "2027-04-18",
        start="2026-09-01",
        began="2026-09-26",
        post="ROADS-ENG",
        supports="WORKS-NET-27",
        supports_share="3",
        contributes_to="PT-ROADS",
        contribution="38",
    )
    y.needs("CLR-KESSA", "2026-09-01", lag=3, otherwise="No work on site")
    y.needs("REL-KESSA-1", "2026-09-01", otherwise="The contractor is not mobilised")
    y.needs("REL-KESSA-2", "2026-12-15", otherwise="Surface works stop")
    y.because(
        "money late",
        "The contractor came on site only when the first tranche had been paid. Six days were lost to our own survey.",
    )
    y.said("2026-12-31", "Earthworks done on 21 of 38 km.", status="delayed", cause="money late")
    y.cascade("ROADS-BRIDGES-27", "Bridges of the plan open", 30, supports="WORKS-NET-27", supports_share="2")
    y.quantity(
        "ROADS-SEAL-27",
        "Rural roads resurfaced",
        25,
        120,
        "km",
        (14, 46, 71, 90),
        supports="WORKS-NET-27",
        supports_share="2",
        contributes_to="PT-ROADS",
        planned_start="2026-08-20",
    )
    y.needs("REL-SEAL-1", "2026-09-01", otherwise="No bitumen")
    y.needs("REL-SEAL-2", "2026-12-15", otherwise="The second section waits")
    y.needs("REL-SEAL-3", "2027-03-25", otherwise="The third section is not started")
    y.because("money short", "Only a third of the third tranche came. The crews were sent home in May.")
    y.date("ROADS-SIGNS-27", "New road signs on the Sarn ring road", 15, "2026-10-31", "2026-10-30")
    y.milestone(
        "REQ-KESSA-1", "ROADS", "request", "Request for the first tranche, Kessa road", "2026-07-25", "2026-07-31"
    )
    y.because("staff", "The request went back once for a missing signature.")

    y.agreement("BRIDGES", "Bridges Division", "BRIDGES-CHIEF", "ROADS-DIR")
    y.date(
        "BRIDGE-HOLM",
        "Bridge over the Brenn at Holm open",
        40,
        "2027-04-30",
        "2027-06-18",
        start="2026-10-15",
        began="2026-11-28",
        post="BRIDGES-CHIEF",
        supports="ROADS-BRIDGES-27",
        supports_share="2",
        contributes_to="PT-BRIDGES",
        contribution="1",
    )
    y.needs("TENDER-HOLM", "2026-10-12", otherwise="No contract")
    y.needs("LAND-HOLM", "2026-10-10", otherwise="No access to the west bank")
    y.because("court", "The award was before the High Court until 20 November. High water cost five more days.")
    y.date(
        "BRIDGE-ORSO",
        "Footbridge at Orso replaced",
        30,
        "2027-03-15",
        "2027-03-19",
        start="2026-11-01",
        supports="ROADS-BRIDGES-27",
        contributes_to="PT-BRIDGES",
        contribution="1",
    )
    y.because("weather", "Four days of rain in March.")
    y.quantity("BRIDGES-CHECK-27", "Bridges inspected", 30, 85, "bridges", (20, 41, 66, 85))
    y.milestone(
        "COURT-HOLM", "COURT", "event", "Ruling on the appeal about the Holm bridge", "2026-09-30", "2026-11-20"
    )
    y.because("court", "The hearing was put off twice.")

    y.speak_of("MAINT", "Roads open through the rains")
    y.quantity(
        "MAINT-CULVERTS-27",
        "Culverts cleared before the rains",
        0,
        640,
        "culverts",
        (0, 80, 310, 615),
        due="2027-05-31",
    )

    y.agreement("BUILD", "Department of Public Buildings", "BUILD-DIR", "WORKS-MIN")
    y.date(
        "BUILD-WING",
        "Hospital wing at Lunna handed over",
        35,
        "2027-02-28",
        "2027-03-18",
        start="2026-08-20",
        supports="WORKS-BUILD-27; HEALTH-CARE-27",
    )
    y.needs("REL-WING-1", "2026-08-20", otherwise="No foundations")
    y.needs("REL-WING-2", "2026-11-25", otherwise="The roof is not ordered")
    y.because("money late", "The second half of the tranche came eleven days after the roof had to be ordered.")
    y.date(
        "BUILD-BORDER",
        "Border post at Velt pass handed over",
        30,
        "2026-12-15",
        "2026-12-12",
        start="2026-07-15",
        supports="WORKS-BUILD-27",
    )
    y.quantity("BUILD-QUAKE-27", "Public buildings checked for earthquakes", 35, 40, "buildings", (8, 19, 31, 40))


def second_year(y: Draft) -> None:
    """2027-28: the late bridge reaches into the new year, rural water joins, a shelter has only a forecast."""
    y.caught_up("ROADS-SEAL-27", "2027-09-14", 120, "The third section was done after the rest of the money had come.")
    y.caught_up("MAINT-CULVERTS-27", "2027-07-09", 640)
    y.agreement("WORKS", "Ministry of Works", "WORKS-MIN", "PM")
    y.cascade("WORKS-NET-28", "Roads and bridges of the plan delivered", 50)
    y.cascade("WORKS-WATER-28", "Safe water in the villages", 25)
    y.cascade("WORKS-BUILD-28", "Public buildings handed over", 15)
    y.date("WORKS-TOLL-28", "Toll rules for heavy lorries in force", 10, "2028-01-01", "2028-01-01")
    y.needs("PMO-TOLL", "2027-12-15", otherwise="No rules without the Cabinet")

    y.agreement("ROADS", "Department of Roads", "ROADS-DIR", "WORKS-MIN")
    y.objective("Every valley on the road network")
    y.date(
        "BYPASS-HOLM",
        "Holm bypass open",
        35,
        "2028-02-10",
        "2028-03-08",
        start="2027-09-01",
        began="2027-09-20",
        supports="WORKS-NET-28",
        supports_share="2",
        contributes_to="PT-ROADS",
        contribution="12",
    )
    y.needs(
        "BRIDGE-HOLM", "2027-05-31", lag=1, agreed="2026-06-22", otherwise="The machines cannot cross before the rains"
    )
    y.needs("REL-BYPASS-1", "2027-08-25", otherwise="The contractor is not mobilised")
    y.needs("LAND-BYPASS", "2027-08-31", otherwise="Two fields lie across the line")
    y.because("land", "The machines could not cross before the rains, and two fields were handed over late.")
    y.date(
        "TUNNEL-VELT",
        "Snow shelter at Velt pass open",
        30,
        "2028-02-29",
        start="2027-09-15",
        began="2027-10-25",
        post="ROADS-TUNNEL",
        supports="WORKS-NET-28",
    )
    y.needs("TENDER-TUNNEL", "2027-09-01", lag=10, otherwise="No contract")
    y.needs("REL-TUNNEL-1", "2027-09-10", otherwise="No steel")
    y.needs("CLR-BLAST", "2027-10-05", otherwise="No blasting")
    y.said("2027-12-31", "Half of the arches stand.", status="at risk", cause="clearance")
    y.said(
        "2028-03-15",
        "Snow closed the site for three weeks in February.",
        forecast_finish="2028-04-15",
        status="delayed",
        cause="weather",
    )
    y.quantity(
        "ROADS-SEAL-28",
        "Rural roads resurfaced",
        20,
        110,
        "km",
        (18, 49, 82),
        supports="WORKS-NET-28",
        contributes_to="PT-ROADS",
        planned_start="2027-08-20",
    )
    y.cascade("ROADS-BRIDGES-28", "Bridges of the plan open", 15, supports="WORKS-NET-28")
    y.milestone(
        "REQ-BYPASS-1", "ROADS", "request", "Request for the first tranche, Holm bypass", "2027-07-25", "2027-07-22"
    )

    y.agreement("BRIDGES", "Bridges Division", "BRIDGES-CHIEF", "ROADS-DIR")
    y.date(
        "BRIDGE-TARN",
        "Bridge at Tarn Ford open",
        60,
        "2028-03-15",
        "2028-03-24",
        start="2027-10-01",
        supports="ROADS-BRIDGES-28",
        contributes_to="PT-BRIDGES",
        contribution="1",
    )
    y.needs("LAND-TARN", "2027-09-25", otherwise="No access to the north bank")
    y.because("contractor", "The crane was needed nine days longer than booked.")
    y.quantity("BRIDGES-CHECK-28", "Bridges inspected", 40, 90, "bridges", (21, 47, 70))

    y.speak_of("MAINT", "Roads open through the rains")
    y.quantity(
        "MAINT-CULVERTS-28", "Culverts cleared before the rains", 0, 660, "culverts", (0, 110, 390), due="2028-05-31"
    )

    y.agreement("BUILD", "Department of Public Buildings", "BUILD-DIR", "WORKS-MIN")
    y.date(
        "BUILD-COURT",
        "Courthouse at Port Amery handed over",
        40,
        "2028-03-20",
        "2028-03-20",
        start="2027-08-01",
        supports="WORKS-BUILD-28",
    )
    y.needs("COURT-PLANS", "2027-09-15", otherwise="The cells cannot be built")
    y.date(
        "BUILD-POWER",
        "Power line to the Lunna hostel ready",
        30,
        "2027-12-10",
        "2028-01-05",
        start="2027-09-01",
        supports="WORKS-BUILD-28",
    )
    y.needs("SURVEY-LINE", "2027-09-01", agreed="", otherwise="The line cannot be staked out")
    y.because("other agency", "The line was staked out three weeks late, and the transformer came late as well.")
    y.milestone("COURT-PLANS", "COURT", "approval", "Plans of the courthouse accepted", "2027-09-10", "2027-09-09")
    y.quantity("BUILD-QUAKE-28", "Public buildings checked for earthquakes", 30, 40, "buildings", (9, 20, 30))
