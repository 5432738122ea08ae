"""What the Ministry of Agriculture of Oruvia promised: markets, canals, seed."""

from loaders.sample.draft import Draft


def first_year(y: Draft) -> None:
    """2026-27: a market waits for a road, one canal for two papers at once, another wins days back."""
    y.agreement("AGRI", "Ministry of Agriculture", "AGRI-MIN", "PM")
    y.cascade("AGRI-MARKETS-27", "Farmers reach their markets", 40)
    y.cascade("AGRI-WATER-27", "Water on the fields", 35)
    y.quantity("AGRI-SEED-27", "Certified seed delivered", 15, 900, "tonnes", (120, 480, 810, 900))
    y.date("AGRI-BILL-27", "Seed bill laid before Parliament", 10, "2027-02-28", "2027-02-26")

    y.agreement("MARKETS", "Department of Agricultural Markets", "MARKETS-DIR", "AGRI-MIN")
    y.date(
        "MARKET-KESSA",
        "Farm market at Kessa open",
        45,
        "2027-04-20",
        "2027-05-16",
        start="2027-03-25",
        supports="AGRI-MARKETS-27",
        supports_share="2",
    )
    y.needs("ROAD-KESSA", "2027-03-25", otherwise="No lorry reaches the market")
    y.because("other agency", "The halls stood ready; building the stalls needed the road.")
    y.quantity(
        "MARKETS-PRICES-27",
        "Markets that publish daily prices",
        30,
        24,
        "markets",
        (9, 15, 20, 24),
        supports="AGRI-MARKETS-27",
    )
    y.date("MARKETS-EXPORT-27", "Export desk for fruit open", 25, "2026-11-30", "2026-11-27")

    y.agreement("IRRIG", "Department of Irrigation", "IRRIG-DIR", "AGRI-MIN")
    y.cascade("IRRIG-CANALS-27", "Canals of the plan in use", 55, supports="AGRI-WATER-27", supports_share="2")
    y.quantity(
        "IRRIG-LAND-27",
        "Farm land under new irrigation",
        45,
        1400,
        "hectares",
        (0, 150, 520, 1250),
        supports="AGRI-WATER-27",
        contributes_to="PT-CANALS",
    )
    y.needs("CANAL-ORSO", "2027-05-03", otherwise="The lower fields stay dry")
    y.because("other agency", "The lower Orso fields got water one week after the sowing.")

    y.agreement("CANALS", "Canals Division", "CANALS-CHIEF", "IRRIG-DIR")
    y.date(
        "CANAL-ORSO",
        "Orso canal carries water",
        40,
        "2027-04-10",
        "2027-05-08",
        start="2026-10-01",
        began="2026-10-20",
        supports="IRRIG-CANALS-27",
    )
    y.needs("CLR-ORSO", "2026-09-20", otherwise="No digging")
    y.needs("TENDER-ORSO", "2026-09-20", otherwise="No contract")
    y.needs("REL-CANAL-2", "2027-01-20", otherwise="The lining is not ordered")
    y.because(
        "clearance", "Clearance and contract came three weeks late, in the same days; frost took another six days."
    )
    y.date(
        "CANAL-LUNNA",
        "Lunna canal repaired",
        35,
        "2027-03-31",
        "2027-04-12",
        start="2026-09-20",
        began="2026-10-16",
        supports="IRRIG-CANALS-27",
    )
    y.needs("REL-CANAL-1", "2026-09-15", otherwise="No cement")
    y.because("money late", "A month lost to the first tranche; a second crew won eighteen days back.")
    y.quantity("CANALS-GATES-27", "Canal gates replaced", 25, 60, "gates", (8, 22, 41, 60))
    y.milestone("REQ-CANAL-1", "CANALS", "request", "Request for the first tranche, canals", "2026-08-15", "2026-08-14")


def second_year(y: Draft) -> None:
    """2027-28: cold stores in time, seed late by its own doing."""
    y.caught_up("IRRIG-LAND-27", "2027-09-03", 1400)
    y.agreement("AGRI", "Ministry of Agriculture", "AGRI-MIN", "PM")
    y.cascade("AGRI-MARKETS-28", "Farmers reach their markets", 40)
    y.cascade("AGRI-WATER-28", "Water on the fields", 35)
    y.milestone("TENDER-SEED", "PROC", "approval", "Contract award for spring seed", "2027-11-15", "2027-11-12")
    y.date("AGRI-SEED-28", "Seed for the spring sowing delivered", 25, "2028-03-01", "2028-03-14", start="2027-12-01")
    y.needs("TENDER-SEED", "2027-12-01", otherwise="No seed is ordered")
    y.because("staff", "The stores in two districts were opened late.")

    y.agreement("MARKETS", "Department of Agricultural Markets", "MARKETS-DIR", "AGRI-MIN")
    y.date(
        "STORE-ORSO",
        "Cold store at Orso at work",
        45,
        "2028-01-31",
        "2028-02-05",
        start="2027-10-05",
        supports="AGRI-MARKETS-28",
    )
    y.needs("CLR-STORE", "2027-10-05", otherwise="No building permit")
    y.needs("REL-STORE-1", "2027-09-25", otherwise="The machines are not ordered")
    y.because("supplier", "The compressors were tested twice.")
    y.date(
        "STORE-HOLM",
        "Cold store at Holm at work",
        30,
        "2028-03-10",
        "2028-03-29",
        start="2027-10-05",
        began="2027-10-11",
        supports="AGRI-MARKETS-28",
    )
    y.needs("CLR-STORE", "2027-10-05", otherwise="No building permit")
    y.needs("BYPASS-HOLM", "2028-02-20", otherwise="The machines cannot cross the old bridge")
    y.because("other agency", "The machines waited on the east bank for the bypass.")
    y.quantity("MARKETS-PRICES-28", "Markets that publish daily prices", 25, 30, "markets", (25, 27, 29))

    y.agreement("IRRIG", "Department of Irrigation", "IRRIG-DIR", "AGRI-MIN")
    y.cascade("IRRIG-CANALS-28", "Canals of the plan in use", 55, supports="AGRI-WATER-28")
    y.quantity(
        "IRRIG-LAND-28",
        "Farm land under new irrigation",
        45,
        1700,
        "hectares",
        (0, 210, 690),
        supports="AGRI-WATER-28",
        contributes_to="PT-CANALS",
    )
    y.needs("CANAL-UPPER", "2028-04-15", otherwise="The upper fields stay dry")

    y.agreement("CANALS", "Canals Division", "CANALS-CHIEF", "IRRIG-DIR")
    y.date(
        "CANAL-UPPER",
        "Upper Brenn canal carries water",
        60,
        "2028-03-31",
        start="2027-09-15",
        post="CANALS-CHIEF",
        supports="IRRIG-CANALS-28",
    )
    y.needs("CANAL-ORSO", "2027-09-01", agreed="2027-06-24", otherwise="The machines are still at Orso")
    y.said(
        "2028-03-20",
        "Lining is done on nine of eleven km.",
        forecast_finish="2028-04-09",
        status="at risk",
        cause="weather",
    )
    y.quantity("CANALS-GATES-28", "Canal gates replaced", 40, 60, "gates", (12, 30, 47))
