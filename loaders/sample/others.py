"""What the Prime Minister's office, the statisticians and the districts of Oruvia promised."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: the last ripples of the Kessa road; a target of which nobody reported anything."""
    y.agreement("STAT", "National Statistics Office", "STAT-CHIEF", "PM")
    y.date(
        "STAT-GROWTH",
        "Child growth survey in Kessa done",
        20,
        "2027-05-31",
        "2027-06-22",
        start="2027-05-06",
        began="2027-05-31",
        post="STAT-CHIEF",
    )
    y.needs("EDU-MEALS", "2027-05-06", otherwise="There is nothing to compare with")
    y.because("other agency", "The first weighing had to wait for the first meals.")
    y.date("STAT-CODES-27", "Common codes for goods and places published", 30, "2026-11-15", "2026-11-13")
    y.quantity("STAT-BULLETIN-27", "Monthly bulletins out on their day", 35, 12, "bulletins", (3, 6, 9, 12))
    y.quantity(
        "STAT-VISITS-27",
        "Visitors to the figures online",
        15,
        50000,
        "visitors",
        (9000, 21000, 30000, 44000),
        better="unknown",
    )

    y.agreement("KESSA", "Kessa District", "KESSA-GOV", "PM", weight="0.5")
    y.date(
        "KESSA-BUS",
        "Bus line to the Kessa valley runs",
        30,
        "2027-04-01",
        "2027-05-02",
        start="2027-03-22",
        began="2027-04-22",
    )
    y.needs("ROAD-KESSA", "2027-03-22", otherwise="The buses cannot pass")
    y.because("other agency", "The first bus ran two weeks after the road was open; the drivers had to be hired again.")
    y.quantity("KESSA-WASTE-27", "Villages with waste collection", 35, 46, "villages", (14, 26, 37, 45))
    y.needs("REL-GRANT-KESSA-27-1", "2026-08-15", otherwise="No lorries are hired")
    y.needs("REL-GRANT-KESSA-27-3", "2027-02-15", otherwise="The contract ends")
    y.quantity("KESSA-TREES-27", "Trees planted along the river", 35, 30000, "trees", (0, 12000, 12500, 30400))
    y.needs("REL-GRANT-KESSA-27-2", "2026-11-15", otherwise="No seedlings")

    y.agreement("LUNNA", "Lunna District", "LUNNA-GOV", "PM", weight="0.5")
    y.date("LUNNA-FAIR-27", "Harvest fair held", 30, "2026-10-10", "2026-10-10")
    y.needs("REL-GRANT-LUNNA-27-1", "2026-08-20", otherwise="No tents")
    y.quantity("LUNNA-ROADS-27", "Village roads kept open in winter", 8, 60, "km")
    y.quantity("LUNNA-PERMITS-27", "Building permits answered in 30 days", 32, 90, "percent", (80, 84, 88, 89))
    y.date("LUNNA-LIGHTS-27", "Street lights in Lunna town", 30, "2027-03-15", "2027-03-21", start="2026-12-01")
    y.needs("REL-GRANT-LUNNA-27-2", "2026-11-20", otherwise="The poles are not ordered")
    y.because("contractor", "The last poles were set a week late.")


def second_year(y: Draft) -> None:
    """2027-28: the districts live with the bridge; the farm census counts on."""
    y.speak_of("PMO")
    y.milestone("PMO-TOLL", "PMO", "approval", "Cabinet decision on tolls", "2027-12-10", "2027-12-09")
    y.milestone("PMO-WATER", "PMO", "approval", "Order that moves rural water to Works", "2027-07-15", "2027-07-23")
    y.because("decision", "The order was signed after the summer recess began.")

    y.milestone("PMO-BOARD", "PMO", "approval", "Third member of the appeals board named", "2028-01-20", "2028-02-05")
    y.because("decision", "The first candidate withdrew.")
    y.milestone("PMO-PREMIUM", "PMO", "approval", "Cabinet decision on the premium", "2027-12-31", "2028-01-08")

    y.agreement("STAT", "National Statistics Office", "STAT-CHIEF", "PM")
    y.date("STAT-CENSUS", "Farm census in the field finished", 45, "2028-03-15", "2028-03-24", start="2027-10-10")
    y.needs("REL-CENSUS-1", "2027-10-10", otherwise="No enumerators")
    y.because("weather", "Velt could be reached only after the snow.")
    y.quantity("STAT-BULLETIN-28", "Monthly bulletins out on their day", 40, 12, "bulletins", (3, 6, 9))
    y.date("STAT-TABLES-28", "Census tables published", 15, "2028-06-20")
    y.needs("STAT-CENSUS", "2028-04-10", lag=20, otherwise="Nothing to publish")
    y.needs("REL-CENSUS-2", "2028-04-20", otherwise="The coders cannot be paid")

    y.agreement("KESSA", "Kessa District", "KESSA-GOV", "PM", weight="0.5")
    y.date("KESSA-DEPOT", "Bus depot at Kessa open", 40, "2027-12-01", "2027-12-08", start="2027-08-01")
    y.needs("ROAD-KESSA", "2027-07-15", agreed="2027-06-24", otherwise="No lorry reaches the site")
    y.needs("REL-GRANT-KESSA-28-1", "2027-08-10", otherwise="The builder is not paid")
    y.because("contractor", "The roof was delivered a week late.")
    y.quantity("KESSA-WASTE-28", "Villages with waste collection", 60, 60, "villages", (46, 50, 55))
    y.needs("REL-GRANT-KESSA-28-2", "2027-11-15", otherwise="The contract ends")

    y.agreement("LUNNA", "Lunna District", "LUNNA-GOV", "PM", weight="0.5", signed_on="2027-08-30")
    y.date(
        "LUNNA-BUS",
        "Bus line over the Holm bypass runs",
        35,
        "2028-02-20",
        "2028-03-13",
        start="2028-02-12",
        began="2028-03-09",
    )
    y.needs("BYPASS-HOLM", "2028-02-14", otherwise="The buses cannot pass")
    y.because("other agency", "The bus line could open only after the bypass.")
    y.date("LUNNA-FAIR-28", "Autumn fair on the west bank held", 25, "2027-10-09", "2027-10-09")
    y.needs("BRIDGE-HOLM", "2027-09-15", agreed="2027-10-01", otherwise="Visitors cannot cross")
    y.quantity("LUNNA-PERMITS-28", "Building permits answered in 30 days", 40, 90, "percent", (88, 89, 91))
