"""What the Ministry of Finance of Oruvia promised: budget, cash, procurement, revenue."""

from loaders.sample.draft import Draft

ORDINALS = ("First", "Second", "Third", "Fourth")


def first_year(y: Draft) -> None:
    """2026-27: a good year by its own agreement, and a slow one for those who waited for its money."""
    y.agreement("FIN", "Ministry of Finance", "FIN-MIN", "PM")
    y.cascade("FIN-MONEY-27", "Money reaches agencies in time", 20)
    y.cascade("FIN-REVENUE-27", "Domestic revenue collected", 25)
    y.cascade("FIN-TENDERS-27", "Public tenders made faster", 15)
    y.date("FIN-ACCOUNTS-27", "Annual accounts handed to the auditors", 20, "2026-10-31", "2026-10-29")
    y.date("FIN-DEBT-27", "Debt strategy approved", 20, "2027-02-28", "2027-03-02")
    y.because("decision", "Approved at the first Cabinet meeting of March; the February meeting was full.")

    y.agreement("BUDGET", "Department of Budget", "BUDGET-DIR", "FIN-MIN")
    y.objective("Money on the day it was promised")
    y.timeliness("BUDGET-TIMELY-27", "Releases paid by their planned day", 25, supports="FIN-MONEY-27")
    y.objective("A budget on time")
    y.date("BUDGET-CALL-27", "Budget call circular issued", 25, "2026-12-15", "2026-12-14", supports="FIN-MONEY-27")
    y.date("BUDGET-BILL-27", "Budget bill laid before Parliament", 30, "2027-04-30", "2027-05-03")
    y.needs("REV-FORECAST-27", "2027-03-15", otherwise="Spending ceilings cannot be set")
    y.because("decision", "Two ceilings were settled only by the Prime Minister.")
    y.quantity("BUDGET-TRAIN-27", "Budget officers trained", 20, 60, "officers", (10, 31, 48, 60))

    y.agreement("CASH", "Cash Division", "CASH-CHIEF", "BUDGET-DIR", published=False)
    y.date("CASH-DESK-27", "Release requests tracked online", 40, "2026-11-30", "2026-12-10", start="2026-08-01")
    y.because("supplier", "The supplier delivered the second module ten days late.")
    y.quantity(
        "CASH-DAYS-27",
        "Days to answer a release request",
        40,
        10,
        "days",
        (19, 16, 14, 13),
        better="lower",
        grid="10 12 14 17 20",
    )
    y.date("CASH-BANK-27", "Ministry bank accounts reconciled", 20, "2027-05-31", "2027-05-28")
    y.milestone("CASH-PLAN-Q1", "CASH", "approval", "Cash plan for the first quarter", "2026-07-31", "2026-08-18")
    y.because("staff", "The plan waited for a signature while the post of Director of Budget was vacant.")

    y.agreement("PROC", "Department of Procurement", "PROC-DIR", "FIN-MIN")
    y.quantity(
        "PROC-FORMS-27",
        "Standard tender documents published",
        40,
        12,
        "documents",
        (3, 6, 9, 12),
        supports="FIN-TENDERS-27",
    )
    y.quantity(
        "PROC-DAYS-27",
        "Days from opening of bids to award",
        35,
        45,
        "days",
        (61, 57, 52, 49),
        better="lower",
        grid="45 48 52 58 65",
        supports="FIN-TENDERS-27",
    )
    y.date("PROC-PORTAL-27", "Tender portal open to bidders", 25, "2027-01-31", "2027-02-08", start="2026-09-01")
    y.needs("STAT-CODES-27", "2026-12-01", otherwise="Goods cannot be classified")
    y.milestone("TENDER-HOLM", "PROC", "approval", "Contract award for the Holm bridge", "2026-10-08", "2026-11-25")
    y.needs("COURT-HOLM", "2026-10-01", otherwise="The award is suspended while the appeal is open")
    y.because("court", "A losing bidder appealed; the award could not be signed before the ruling.")
    y.milestone("TENDER-ORSO", "PROC", "approval", "Contract award for the Orso canal", "2026-09-15", "2026-10-10")
    y.because("procurement", "The evaluation committee had no quorum in September.")
    y.milestone("TENDER-BOOKS", "PROC", "approval", "Contract award for textbooks", "2026-11-15", "2026-11-27")
    y.because("procurement", "One bid had to be clarified twice.")

    y.agreement("REV", "Department of Revenue", "REV-DIR", "FIN-MIN")
    y.quantity(
        "REV-TAX-27",
        "Domestic revenue collected",
        50,
        41200,
        "million",
        (8900, 19400, 30100, 40800),
        post="REV-LARGE",
        supports="FIN-REVENUE-27",
        supports_share="3",
        contributes_to="PT-REVENUE",
    )
    y.quantity(
        "REV-EFILE-27",
        "Firms that file their taxes online",
        25,
        8000,
        "firms",
        (3900, 5200, 7000, 8150),
        supports="FIN-REVENUE-27",
    )
    y.needs("STAT-CODES-27", "2026-12-15", otherwise="Firms cannot be classified")
    y.date("REV-CUSTOMS-27", "Customs desk at Velt pass open", 25, "2027-01-31", "2027-01-29")
    y.needs("BUILD-BORDER", "2026-12-31", lag=7, otherwise="No room for the officers")
    y.milestone("REV-FORECAST-27", "REV", "clearance", "Revenue forecast for the budget", "2027-03-10", "2027-03-10")

    y.line("L-KESSA", "ROADS", "Road to the Kessa valley", 100_000_000)
    y.release("REL-KESSA-1", "L-KESSA", "2026-08-15", 40_000_000, "First tranche, Kessa road", "2026-09-24")
    y.needs("REQ-KESSA-1", "2026-08-01", lag=14, otherwise="Nothing can be released without a request")
    y.release("REL-KESSA-2", "L-KESSA", "2026-12-01", 60_000_000, "Second tranche, Kessa road", "2026-12-01")
    y.line("L-SEAL", "ROADS", "Resurfacing of rural roads", 60_000_000)
    y.release("REL-SEAL-1", "L-SEAL", "2026-08-20", 24_000_000, "First tranche, resurfacing", "2026-08-20")
    y.release("REL-SEAL-2", "L-SEAL", "2026-12-10", 18_000_000, "Second tranche, resurfacing", "2026-12-10")
    y.release("REL-SEAL-3", "L-SEAL", "2027-03-10", 18_000_000, "Third tranche, resurfacing", ("2027-03-10", 5_400_000))
    y.line("L-WING", "BUILD", "New wing of Lunna hospital", 52_000_000)
    y.release("REL-WING-1", "L-WING", "2026-08-10", 22_000_000, "First tranche, hospital wing", "2026-08-10")
    y.release(
        "REL-WING-2",
        "L-WING",
        "2026-11-15",
        30_000_000,
        "Second tranche, hospital wing",
        ("2026-11-15", 12_000_000),
        ("2026-12-06", 18_000_000),
    )
    y.line("L-POSTS", "POSTS", "Health posts", 36_000_000)
    y.release("REL-POSTS-1", "L-POSTS", "2026-08-31", 16_000_000, "First tranche, health posts", "2026-08-31")
    y.release("REL-POSTS-2", "L-POSTS", "2027-01-15", 20_000_000, "Second tranche, health posts", "2027-01-14")
    y.line("L-TAPS", "RWATER", "Village water schemes", 28_000_000)
    y.release("REL-TAPS-1", "L-TAPS", "2026-09-01", 14_000_000, "First tranche, village water", "2026-09-01")
    y.release("REL-TAPS-2", "L-TAPS", "2027-01-20", 14_000_000, "Second tranche, village water", "2027-01-20")
    y.line("L-CANALS", "CANALS", "Canals", 44_000_000)
    y.release("REL-CANAL-1", "L-CANALS", "2026-09-15", 20_000_000, "First tranche, canals", "2026-10-15")
    y.needs("CASH-PLAN-Q1", "2026-08-05", lag=30, otherwise="No cash is set aside")
    y.needs("REQ-CANAL-1", "2026-08-20", otherwise="Nothing can be released without a request")
    y.release("REL-CANAL-2", "L-CANALS", "2027-01-10", 24_000_000, "Second tranche, canals", "2027-01-10")
    y.line("L-SCHOOLS", "SCHBUILD", "School buildings", 48_000_000)
    y.release("REL-SCHOOL-1", "L-SCHOOLS", "2026-08-31", 28_000_000, "First tranche, school buildings", "2026-09-18")
    y.needs("REQ-SCHOOL-1", "2026-08-10", lag=14, otherwise="Nothing can be released without a request")
    y.release("REL-SCHOOL-2", "L-SCHOOLS", "2027-01-31", 20_000_000, "Second tranche, school buildings", "2027-01-31")
    y.line("L-COLD", "VACC", "Cold rooms for vaccines", 9_000_000, "Northern Development Fund")
    y.release("REL-COLD-1", "L-COLD", "2026-11-30", 9_000_000, "Grant for cold rooms", "2027-01-12", by="NDF")
    _block_grants(y, ("2026-08-01", "2026-11-02", "2027-02-01", "2027-05-03"), paid=4)


def _block_grants(y: Draft, days: tuple[str, ...], paid: int) -> None:
    """Four equal tranches for each district; the first `paid` of them came on their day."""
    year = y.plan_year[-2:]
    for district, name, amount in (("KESSA", "Kessa", 44_000_000), ("LUNNA", "Lunna", 40_000_000)):
        line = f"L-GRANT-{district}-{year}"
        y.line(line, district, f"Block grant to {name} District", 4 * amount)
        for number, day in enumerate(days, start=1):
            title = f"{ORDINALS[number - 1]} quarter, block grant to {name}"
            y.release(f"REL-GRANT-{district}-{year}-{number}", line, day, amount, title, *[day][: number <= paid])


def second_year(y: Draft) -> None:
    """2027-28, nine months in: most money comes in time now."""
    y.agreement("FIN", "Ministry of Finance", "FIN-MIN", "PM")
    y.cascade("FIN-MONEY-28", "Money reaches agencies in time", 25)
    y.cascade("FIN-REVENUE-28", "Domestic revenue collected", 25)
    y.cascade("FIN-TENDERS-28", "Public tenders made faster", 20)
    y.date("FIN-ACCOUNTS-28", "Annual accounts handed to the auditors", 15, "2027-10-31", "2027-11-04")
    y.because("staff", "Two ministries closed their books in the last week.")
    y.date("FIN-PENSION-28", "Pension fund rules in force", 15, "2028-05-31")

    y.agreement("BUDGET", "Department of Budget", "BUDGET-DIR", "FIN-MIN")
    y.objective("Money on the day it was promised")
    y.timeliness("BUDGET-TIMELY-28", "Releases paid by their planned day", 35, supports="FIN-MONEY-28")
    y.objective("A budget on time")
    y.date("BUDGET-CALL-28", "Budget call circular issued", 25, "2027-12-15", "2027-12-15", supports="FIN-MONEY-28")
    y.date("BUDGET-BILL-28", "Budget bill laid before Parliament", 40, "2028-04-30")
    y.needs("REV-FORECAST-28", "2028-03-15", otherwise="Spending ceilings cannot be set")

    y.agreement("CASH", "Cash Division", "CASH-CHIEF", "BUDGET-DIR")
    y.quantity(
        "CASH-DAYS-28",
        "Days to answer a release request",
        60,
        8,
        "days",
        (13, 11, 9),
        better="lower",
        grid="8 10 12 14 17",
    )
    y.date("CASH-LINK-28", "Ministries see their releases online", 40, "2027-12-31", "2028-01-07", start="2027-08-01")
    y.needs("CASH-DESK-27", "2027-08-01", otherwise="There is nothing to link to")
    y.because("supplier", "The security test found one fault, mended in a week.")

    y.agreement("PROC", "Department of Procurement", "PROC-DIR", "FIN-MIN")
    y.quantity(
        "PROC-DAYS-28",
        "Days from opening of bids to award",
        60,
        40,
        "days",
        (48, 46, 43),
        better="lower",
        grid="40 43 47 52 60",
        supports="FIN-TENDERS-28",
    )
    y.date(
        "PROC-APPEALS-28",
        "Appeals board for tenders at work",
        40,
        "2028-01-31",
        "2028-02-10",
        supports="FIN-TENDERS-28",
    )
    y.needs("PMO-BOARD", "2028-01-28", otherwise="Two members make no quorum")
    y.because("decision", "The third member was appointed in February.")
    y.milestone("TENDER-DESKS", "PROC", "approval", "Contract award for school desks", "2027-09-10", "2027-10-06")
    y.because("procurement", "The only valid bid was above the estimate; the tender was repeated.")
    y.milestone("TENDER-PUMPS", "PROC", "approval", "Contract award for village pumps", "2027-09-20", "2027-09-17")
    y.milestone(
        "TENDER-TUNNEL", "PROC", "approval", "Contract award for the Velt snow shelter", "2027-08-20", "2027-08-30"
    )

    y.agreement("REV", "Department of Revenue", "REV-DIR", "FIN-MIN")
    y.quantity(
        "REV-TAX-28",
        "Domestic revenue collected",
        60,
        43900,
        "million",
        (9600, 20900, 32400),
        supports="FIN-REVENUE-28",
        supports_share="3",
        contributes_to="PT-REVENUE",
    )
    y.date(
        "REV-LAND-28",
        "Land tax bills sent from the new register",
        40,
        "2028-02-15",
        "2028-02-24",
        supports="FIN-REVENUE-28",
    )
    y.needs("LANDS-REGISTER", "2027-07-15", otherwise="Bills go out from the old books")
    y.milestone("REV-FORECAST-28", "REV", "clearance", "Revenue forecast for the budget", "2028-03-10", "2028-03-09")

    y.pay("L-SEAL", "2027-08-20", 12_600_000)
    y.line("L-BYPASS", "ROADS", "Holm bypass", 70_000_000)
    y.release("REL-BYPASS-1", "L-BYPASS", "2027-08-15", 30_000_000, "First tranche, Holm bypass", "2027-08-15")
    y.needs("REQ-BYPASS-1", "2027-08-01", lag=14, otherwise="Nothing can be released without a request")
    y.release("REL-BYPASS-2", "L-BYPASS", "2027-12-01", 40_000_000, "Second tranche, Holm bypass", "2027-12-01")
    y.line("L-TUNNEL", "ROADS", "Velt snow shelter", 38_000_000)
    y.release("REL-TUNNEL-1", "L-TUNNEL", "2027-09-01", 38_000_000, "Whole amount, Velt snow shelter", "2027-09-01")
    y.line("L-POSTS-28", "POSTS", "Health posts", 30_000_000)
    y.release("REL-POSTS-28-1", "L-POSTS-28", "2027-08-31", 30_000_000, "Whole amount, health posts", "2027-08-31")
    y.line("L-PUMPS", "RWATER", "Village pumps", 22_000_000)
    y.release("REL-PUMPS-1", "L-PUMPS", "2027-09-30", 22_000_000, "Whole amount, village pumps", "2027-10-21")
    y.needs("REQ-PUMPS-1", "2027-09-01", lag=14, otherwise="Nothing can be released without a request")
    y.line("L-HOSTEL", "SCHBUILD", "Girls' hostel at Lunna", 26_000_000, "Northern Development Fund")
    y.release(
        "REL-HOSTEL-1", "L-HOSTEL", "2027-08-31", 14_000_000, "First instalment of the Fund", "2027-10-08", by="NDF"
    )
    y.release(
        "REL-HOSTEL-2", "L-HOSTEL", "2028-02-15", 12_000_000, "Second instalment of the Fund", "2028-02-15", by="NDF"
    )
    y.line("L-STORE", "MARKETS", "Cold stores for fruit", 18_000_000)
    y.release("REL-STORE-1", "L-STORE", "2027-09-15", 18_000_000, "Whole amount, cold stores", "2027-09-15")
    y.line("L-CENSUS", "STAT", "Farm census", 12_000_000)
    y.release("REL-CENSUS-1", "L-CENSUS", "2027-10-01", 7_000_000, "First tranche, farm census", "2027-10-01")
    y.release("REL-CENSUS-2", "L-CENSUS", "2028-04-15", 5_000_000, "Second tranche, farm census")
    _block_grants(y, ("2027-08-02", "2027-11-01", "2028-02-01", "2028-05-02"), paid=3)
