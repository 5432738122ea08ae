"""What the Ministry of Health of Oruvia promised, and rural water, which left it for Works after the first year."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: health posts lack plots, the hospital wing waits for a scanner, a grant comes late."""
    y.agreement("HEALTH", "Ministry of Health", "HEALTH-MIN", "PM")
    y.cascade("HEALTH-CARE-27", "Health care closer to people", 45)
    y.cascade("HEALTH-WATER-27", "Safe water in the villages", 25)
    y.quantity("HEALTH-NURSES-27", "Nurses recruited", 20, 260, "nurses", (60, 130, 190, 252))
    y.date("HEALTH-EPIDEMIC-27", "Epidemic plan renewed", 10, "2027-01-31", "2027-01-30")

    y.agreement("CARE", "Department of Health Care", "CARE-DIR", "HEALTH-MIN", signed_on="2026-09-18")
    y.cascade("CARE-POSTS-27", "Health posts in every valley", 35, supports="HEALTH-CARE-27", supports_share="2")
    y.cascade("CARE-VACC-27", "Every child protected", 30, supports="HEALTH-CARE-27")
    y.date(
        "CARE-WING",
        "New wing of Lunna hospital open",
        35,
        "2027-04-30",
        "2027-05-20",
        start="2027-03-20",
        supports="HEALTH-CARE-27",
    )
    y.needs("BUILD-WING", "2027-03-01", otherwise="There is no building to furnish")
    y.needs("NDF-SCANNER", "2027-03-30", lag=14, otherwise="No licence for the ward")
    y.because("donor", "The scanner of the Fund came four weeks late. Night work won a week back.")
    y.milestone("NDF-SCANNER", "NDF", "event", "Scanner for Lunna hospital delivered", "2027-03-15", "2027-04-12")
    y.because("supplier", "The ship was held in port.")

    y.agreement("POSTS", "Health Posts Division", "POSTS-CHIEF", "CARE-DIR")
    y.quantity(
        "POSTS-OPEN-27",
        "40 health posts built and staffed",
        60,
        40,
        "posts",
        (4, 12, 21, 30),
        supports="CARE-POSTS-27",
        contributes_to="PT-POSTS",
        planned_start="2026-09-01",
    )
    y.needs("LAND-POSTS", "2027-01-31", otherwise="A post cannot be built")
    y.needs("REL-POSTS-1", "2026-09-10", otherwise="No building material")
    y.needs("REL-POSTS-2", "2027-01-31", otherwise="No furniture and drugs")
    y.because("land", "Seven posts had no plot, three got theirs too late to build on. Two had no nurse.")
    y.quantity(
        "POSTS-DRUGS-27",
        "Posts without a shortage of drugs",
        40,
        90,
        "percent",
        (78, 84, 86, 88),
        post="POSTS-PHARM",
        supports="CARE-POSTS-27",
    )

    y.agreement("VACC", "Immunisation Division", "VACC-CHIEF", "CARE-DIR")
    y.quantity(
        "VACC-CHILDREN-27",
        "Children fully vaccinated",
        60,
        95,
        "percent",
        (90, 91, 93, 94),
        supports="CARE-VACC-27",
        supports_share="2",
    )
    y.said(
        "2027-06-30",
        "Household survey of the National Statistics Office.",
        source="verified",
        reported_on="2027-07-20",
        achieved="93",
    )
    y.date(
        "VACC-COLD-KESSA",
        "Cold rooms at work in Kessa",
        40,
        "2027-04-15",
        "2027-05-01",
        start="2027-02-01",
        began="2027-04-19",
        supports="CARE-VACC-27",
    )
    y.needs("REL-COLD-1", "2027-02-01", otherwise="The cold rooms are not ordered")
    y.needs("ROAD-KESSA", "2027-04-01", otherwise="Lorries cannot bring the cold rooms")
    y.because("other agency", "Ready in Sarn since March; the lorries waited for the road.")

    y.agreement("RWATER", "Department of Rural Water", "RWATER-DIR", "HEALTH-MIN")
    y.quantity(
        "RWATER-TAPS-27",
        "Households with a new tap",
        50,
        6000,
        "households",
        (900, 2400, 4100, 5760),
        supports="HEALTH-WATER-27",
        supports_share="2",
        contributes_to="PT-TAPS",
        planned_start="2026-09-05",
    )
    y.needs("REL-TAPS-1", "2026-09-05", otherwise="No pipes")
    y.needs("REL-TAPS-2", "2027-02-01", otherwise="No pipes for the second half")
    y.because("contractor", "One contractor was replaced in May.")
    y.date(
        "RWATER-KESSA",
        "Kessa water scheme running",
        30,
        "2027-05-15",
        "2027-06-03",
        start="2027-03-01",
        began="2027-04-20",
        supports="HEALTH-WATER-27",
    )
    y.needs("ROAD-KESSA", "2027-04-01", otherwise="The tanks cannot be brought up")
    y.because("other agency", "The tanks came up with the first lorry after the road was open.")
    y.quantity("RWATER-TESTS-27", "Springs tested", 20, 400, "springs", (90, 200, 310, 400))


def second_year(y: Draft) -> None:
    """2027-28: the missing posts catch up; rural water answers to the Ministry of Works."""
    y.said("2027-09-30", "", about="POSTS-OPEN-27", achieved="34", status="delayed", cause="land")
    y.caught_up("HEALTH-NURSES-27", "2027-08-06", 260)
    y.caught_up("RWATER-TAPS-27", "2027-08-20", 6000)
    y.caught_up("LAND-POSTS", "2027-09-20", 40, "The last seven plots are fenced.")
    y.caught_up("POSTS-OPEN-27", "2027-12-04", 40, "The fortieth post opened in Tarn.")
    y.agreement("HEALTH", "Ministry of Health", "HEALTH-MIN", "PM")
    y.cascade("HEALTH-CARE-28", "Health care closer to people", 60)
    y.quantity("HEALTH-NURSES-28", "Nurses recruited", 20, 280, "nurses", (70, 150, 215))
    y.date("HEALTH-INSURE-28", "Health insurance for farmers open", 20, "2028-01-15", "2028-01-20")
    y.needs("PMO-PREMIUM", "2028-01-05", otherwise="No contract can be signed")
    y.because("decision", "The premium was settled a week late.")

    y.agreement("CARE", "Department of Health Care", "CARE-DIR", "HEALTH-MIN")
    y.cascade("CARE-POSTS-28", "Health posts in every valley", 40, supports="HEALTH-CARE-28", supports_share="2")
    y.cascade("CARE-VACC-28", "Every child protected", 30, supports="HEALTH-CARE-28")
    y.date(
        "CARE-AMBULANCE-28",
        "Ambulances on call in Lunna",
        30,
        "2028-03-15",
        "2028-03-15",
        start="2028-01-10",
        supports="HEALTH-CARE-28",
    )
    y.needs("BYPASS-HOLM", "2028-03-20", otherwise="The west bank is out of reach")

    y.agreement("POSTS", "Health Posts Division", "POSTS-CHIEF", "CARE-DIR")
    y.quantity(
        "POSTS-OPEN-28",
        "35 health posts built and staffed",
        60,
        35,
        "posts",
        (6, 14, 24),
        supports="CARE-POSTS-28",
        contributes_to="PT-POSTS",
        planned_start="2027-09-01",
    )
    y.needs("REL-POSTS-28-1", "2027-09-10", otherwise="No building material")
    y.date(
        "POSTS-RADIO-28",
        "Radio link to all posts",
        40,
        "2027-12-20",
        "2027-12-17",
        start="2027-09-01",
        supports="CARE-POSTS-28",
    )

    y.agreement("VACC", "Immunisation Division", "VACC-CHIEF", "CARE-DIR", signed_on="")
    y.quantity(
        "VACC-CHILDREN-28", "Children fully vaccinated", 60, 95, "percent", (93, 94, 95), supports="CARE-VACC-28"
    )
    y.milestone("NDF-VACCINE", "NDF", "event", "Measles vaccine delivered by the Fund", "2027-09-30", "2027-09-27")
    y.date(
        "VACC-CAMPAIGN-28",
        "Measles campaign finished",
        40,
        "2027-11-30",
        "2027-11-28",
        start="2027-10-15",
        supports="CARE-VACC-28",
    )
    y.needs("NDF-VACCINE", "2027-10-10", otherwise="Nothing to inject")

    y.agreement("RWATER", "Department of Rural Water", "RWATER-DIR", "WORKS-MIN")
    y.quantity(
        "RWATER-TAPS-28",
        "Households with a new tap",
        40,
        6500,
        "households",
        (1200, 2900, 4700),
        supports="WORKS-WATER-28",
        contributes_to="PT-TAPS",
    )
    y.date(
        "RWATER-PUMPS",
        "Pumps at work in twelve villages",
        40,
        "2028-02-15",
        "2028-03-04",
        start="2027-10-15",
        began="2027-10-25",
        supports="WORKS-WATER-28",
    )
    y.needs("TENDER-PUMPS", "2027-10-01", otherwise="No contract")
    y.needs("REL-PUMPS-1", "2027-10-10", otherwise="The pumps are not ordered")
    y.because("money late", "The order went out when the money came; frost held up the last two villages.")
    y.date("RWATER-HANDOVER-28", "Rural water moved to the Ministry of Works", 20, "2027-07-31", "2027-08-05")
    y.needs("PMO-WATER", "2027-07-20", otherwise="Staff and vehicles cannot move")
    y.milestone("REQ-PUMPS-1", "RWATER", "request", "Request for the money for pumps", "2027-08-31", "2027-09-09")
    y.because("staff", "The accounts had just moved to the other ministry.")
