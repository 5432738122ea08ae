"""What the Ministry of Education of Oruvia promised: schools, teachers, meals."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: school meals wait for a market that waits for a road; a school for land nobody signed for."""
    y.agreement("EDU", "Ministry of Education", "EDU-MIN", "PM")
    y.cascade("EDU-SCHOOLS-27", "Every child in a good school", 40)
    y.date(
        "EDU-MEALS",
        "School meals begin in Kessa",
        20,
        "2027-05-03",
        "2027-05-28",
        start="2027-04-22",
        began="2027-05-17",
    )
    y.needs("MARKET-KESSA", "2027-04-22", otherwise="The kitchens have nothing to cook")
    y.because("other agency", "The cooks were hired and trained by April; the food came with the market.")
    y.quantity("EDU-TEACHERS-27", "Teachers trained", 25, 1200, "teachers", (280, 610, 900, 1176))
    y.date("EDU-MATHS-27", "New mathematics curriculum issued", 15, "2026-12-31", "2026-12-30")

    y.agreement("SCHOOLS", "Department of Schools", "SCHOOLS-DIR", "EDU-MIN")
    y.date(
        "SCHOOLS-BOOKS",
        "Textbooks in all schools",
        35,
        "2027-02-10",
        "2027-02-24",
        start="2026-11-20",
        began="2026-11-30",
        supports="EDU-SCHOOLS-27",
    )
    y.needs("TENDER-BOOKS", "2026-11-20", otherwise="Nothing can be printed")
    y.because("procurement", "The printer started a week late; snow closed two valleys.")
    y.cascade("SCHOOLS-ROOMS-27", "New classrooms in use", 35, supports="EDU-SCHOOLS-27")
    y.quantity(
        "SCHOOLS-ENROL-27",
        "Children of school age in school",
        30,
        97,
        "percent",
        (95, 95, 96, 96),
        post="SCHOOLS-DIR",
        supports="EDU-SCHOOLS-27",
    )
    y.said(
        "2027-03-31",
        "Counted in the spring school census.",
        source="verified",
        reported_on="2027-05-10",
        achieved="95.5",
    )

    y.agreement("SCHBUILD", "School Building Division", "SCHBUILD-CHIEF", "SCHOOLS-DIR")
    y.date(
        "SCHOOL-DUNMERE",
        "Primary school at Dunmere open",
        45,
        "2027-02-20",
        "2027-04-01",
        start="2026-10-01",
        began="2026-11-02",
        supports="SCHOOLS-ROOMS-27",
    )
    y.needs("LAND-DUNMERE", "2026-10-01", agreed="", otherwise="Work cannot start")
    y.needs("REL-SCHOOL-1", "2026-09-10", otherwise="The contractor is not mobilised")
    y.needs("REL-SCHOOL-2", "2027-02-05", otherwise="No furniture")
    y.because("land", "The land came four weeks late, but nobody had signed for it.")
    y.quantity(
        "SCHBUILD-ROOMS-27",
        "Classrooms built",
        55,
        150,
        "classrooms",
        (20, 61, 104, 147),
        supports="SCHOOLS-ROOMS-27",
        contributes_to="PT-ROOMS",
        planned_start="2026-09-10",
    )
    y.needs("REL-SCHOOL-1", "2026-09-10", otherwise="The contractors are not mobilised")
    y.needs("REL-SCHOOL-2", "2027-02-05", otherwise="The last lot is not ordered")
    y.milestone(
        "REQ-SCHOOL-1",
        "SCHBUILD",
        "request",
        "Request for the first tranche, school buildings",
        "2026-08-05",
        "2026-08-05",
    )


def second_year(y: Draft) -> None:
    """2027-28: looks bad today, and hardly anything of it began here."""
    y.caught_up("EDU-TEACHERS-27", "2027-07-23", 1200)
    y.caught_up("SCHBUILD-ROOMS-27", "2027-08-27", 150)
    y.agreement("EDU", "Ministry of Education", "EDU-MIN", "PM")
    y.cascade("EDU-SCHOOLS-28", "Every child in a good school", 80)
    y.quantity("EDU-TEACHERS-28", "Teachers trained", 10, 1300, "teachers", (320, 660, 990))
    y.date("EDU-MEALS-LUNNA", "School meals begin in Lunna", 10, "2028-02-01", "2028-02-01", start="2027-11-01")

    y.agreement("SCHOOLS", "Department of Schools", "SCHOOLS-DIR", "EDU-MIN")
    y.date(
        "SCHOOLS-DESKS",
        "Desks in forty schools",
        35,
        "2028-01-10",
        "2028-02-04",
        start="2027-09-20",
        began="2027-10-11",
        supports="EDU-SCHOOLS-28",
    )
    y.needs("TENDER-DESKS", "2027-09-12", otherwise="No desks are made")
    y.because("procurement", "The tender was repeated; the joiners caught up one day of it, the snow took two.")
    y.cascade("SCHOOLS-ROOMS-28", "New schools in use", 40, supports="EDU-SCHOOLS-28", supports_share="4")
    y.quantity(
        "SCHOOLS-ENROL-28",
        "Children of school age in school",
        25,
        97,
        "percent",
        (96, 96, 97),
        supports="EDU-SCHOOLS-28",
    )

    y.agreement("SCHBUILD", "School Building Division", "SCHBUILD-CHIEF", "SCHOOLS-DIR")
    y.date(
        "SCHOOL-TARN",
        "Primary school at Tarn open",
        35,
        "2028-02-10",
        "2028-03-30",
        start="2027-08-25",
        began="2027-10-14",
        supports="SCHOOLS-ROOMS-28",
        supports_share="2",
    )
    y.needs("LAND-SCHOOLS", "2027-08-20", otherwise="Work cannot start")
    y.because("land", "The land came eight weeks late; the builders won four days back.")
    y.date(
        "HOSTEL-LUNNA",
        "Girls' hostel at Lunna open",
        35,
        "2028-02-10",
        "2028-03-16",
        start="2027-09-05",
        began="2027-10-11",
        supports="SCHOOLS-ROOMS-28",
        supports_share="2",
    )
    y.needs("REL-HOSTEL-1", "2027-09-05", otherwise="The contractor is not mobilised")
    y.needs("BUILD-POWER", "2027-12-15", otherwise="No heating")
    y.needs("REL-HOSTEL-2", "2028-02-20", otherwise="No furniture")
    y.because("donor", "The first instalment of the Fund came five weeks late.")
    y.quantity(
        "SCHBUILD-ROOMS-28",
        "Classrooms built",
        30,
        140,
        "classrooms",
        (18, 55, 101),
        contributes_to="PT-ROOMS",
        supports="SCHOOLS-ROOMS-28",
        planned_start="2027-09-10",
    )
    y.needs("LAND-SCHOOLS", "2027-11-30", otherwise="Thirty of them have no ground")
