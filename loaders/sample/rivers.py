"""What the Department of Hydropower and the Forest Enterprise of Oruvia promised: small dams, gauges, poles."""

from loaders.sample.draft import Draft

FUND = "Northern Development Fund"


def first_year(y: Draft) -> None:
    """2026-27: poles come late and by a new date in time, a turbine and its dam are moved together."""
    y.agreement("FOREST", "Forest Enterprise", "FOREST-CHAIR", "PM")
    y.date("POLES-TARN", "Poles for the Tarn line delivered", 40, "2026-11-30", "2027-01-12", start="2026-08-01")
    y.because("supplier", "The treatment plant waited seven weeks for a boiler.")
    y.quantity("POLES-DRY-27", "Poles dried", 20, 6000, "poles", (2500, 5700), due="2026-12-31")
    y.quantity(
        "FOREST-PLANT-27",
        "Forest planted",
        40,
        2400,
        "hectares",
        (300, 900, 1500, 2400),
        contributes_to="PT-FOREST",
        sector="Environment",
    )
    y.milestone(
        "FELL-MICRO",
        "FOREST",
        "clearance",
        "Trees felled along the Velt pipe",
        "2026-12-20",
        "2027-01-04",
        "2026-12-01",
    )
    y.because("weather", "Snow lay early.")

    y.agreement("HYDRO", "Department of Hydropower", "HYDRO-DG", "ENERGY-MIN", signed_on="2026-11-02")
    y.date(
        "DAM-TURA",
        "Small dam at Tura turns its turbine",
        40,
        "2027-03-31",
        "2027-05-24",
        start="2026-10-15",
        supports="ENERGY-RIVERS-27",
        supports_share="2",
    )
    y.needs("NDF-TURBINE", "2027-02-28", lag=10, otherwise="The power house stays empty")
    y.because("donor", "The Fund sent the turbine seven weeks after the first day that it had given.")
    y.milestone("NDF-TURBINE", "NDF", "event", "Turbine for the Tura dam delivered", "2027-02-15", "2027-04-05")
    y.because("supplier", "The maker had a fire.")
    y.date("MICRO-VELT", "Micro plant at Velt running", 30, "2027-05-15", "2027-06-10", supports="ENERGY-RIVERS-27")
    y.needs("FELL-MICRO", "2026-12-22", otherwise="The pipe cannot be laid")
    y.because("FLOOD", "The Brenn took the inlet away in April.")
    y.quantity("HYDRO-GAUGES-27", "River gauges set up", 30, 24, "gauges", (4, 9, 14, 17), supports="ENERGY-RIVERS-27")
    y.needs("REL-GAUGES-1", "2026-10-05", otherwise="The gauges are not bought")
    y.because("money short", "The Fund paid for twenty; two more went down with the slope at Tura.")

    y.line("L-GAUGES", "HYDRO", "River gauges", 6_000_000, FUND, "Environment")
    y.release("REL-GAUGES-1", "L-GAUGES", "2026-10-01", 6_000_000, "Grant for gauges", ("2026-10-01", 5e6), by="NDF")
    _first_revisions(y)
    _first_disputes(y)


def _first_revisions(y: Draft) -> None:
    reason = "The boiler of the treatment plant is repaired until January."
    y.revised("targets POLES-TARN planned_finish", "2027-01-15", "2026-11-10", "FOREST-CHAIR", reason)
    reason = "The maker of the turbine had a fire; the dam cannot turn without it."
    y.revised("milestones NDF-TURBINE planned_finish", "2027-04-05", "2027-02-08", "ENERGY-MIN", reason)
    y.revised("targets DAM-TURA planned_finish", "2027-05-20", "2027-02-08", "PLANCOM-CHAIR", reason)
    y.revised("releases REL-GAUGES-1 amount", "5000000", "2026-09-20", "ENERGY-MIN", "The Fund cut this grant.")
    y.revised("targets POLES-DRY-27 target", "5700", "2026-10-05", "FOREST-CHAIR", "A wet summer.")
    reason = "The pipes come in January."
    y.revised("requirements MICRO-VELT<FELL-MICRO needed_by", "2027-01-02", "2026-12-02", "HYDRO-DG", reason)
    reason = "The wood has to dry."
    y.revised("requirements MICRO-VELT<FELL-MICRO lag_days", "3", "2026-12-02", "HYDRO-DG", reason)
    reason = "Written when the turbine had come."
    y.revised("requirements DAM-TURA<NDF-TURBINE lag_days", "0", "2027-04-20", "HYDRO-DG", reason)


def _first_disputes(y: Draft) -> None:
    y.dispute(
        "D-2027-02",
        "MICRO-VELT",
        raised="2027-06-20 HYDRO",
        claim="The flood of 11 April took the inlet away.",
        answered="2027-07-01",
        answer="Not contested.",
        moves="own FLOOD",
        days="16",
        ruled="2027-07-26 PLANCOM-CHAIR",
        reason="Sixteen days for a new inlet; the rest was avoidable.",
    )
    y.dispute(
        "D-2027-03",
        "HYDRO-GAUGES-27",
        raised="2027-07-05 HYDRO",
        claim="Two gauges at Tura went down with the slope.",
        moves="own LANDSLIDE",
        units="2",
        ruled="2027-08-02 PLANCOM-CHAIR",
        reason="Two gauges were set up in time and lost.",
    )


def second_year(y: Draft) -> None:
    """2027-28: a dam whose weights were revised too late, a study that waits for the Fund."""
    y.caught_up("HYDRO-GAUGES-27", "2027-10-08", 24, "The last gauges were paid by the department itself.")
    y.agreement("FOREST", "Forest Enterprise", "FOREST-CHAIR", "PM", published=False)
    y.date("POLES-KESSA", "Poles for the Kessa line delivered", 40, "2028-04-10", start="2028-01-10")
    y.said("2028-03-25", "Half are treated.", forecast_finish="2028-04-28", status="at risk", cause="staff")
    y.quantity("POLES-DRY-28", "Poles dried", 20, 5000, "poles", (1500, 5100, 6050), due="2028-03-31")
    y.quantity("FOREST-PLANT-28", "Forest planted", 40, 2450, "hectares", (350, 1000, 1640), contributes_to="PT-FOREST")

    y.agreement("HYDRO", "Department of Hydropower", "HYDRO-DG", "ENERGY-MIN")
    y.date("DAM-LUNNA", "Small dam above Lunna holds water", 40, "2028-01-31", "2028-02-20", start="2027-09-01",
           supports="ENERGY-RIVERS-28")  # fmt: skip
    y.date("DAM-STUDY-28", "Study of the Brenn falls accepted", 30, "2028-05-10", supports="ENERGY-RIVERS-28")
    y.needs("NDF-DRILL", "2028-04-15", otherwise="The rock is not known")
    y.milestone("NDF-DRILL", "NDF", "event", "Drill cores of the Brenn falls", "2028-04-12")
    y.quantity("HYDRO-GAUGES-28", "River gauges read daily", 30, 60, "gauges", (40, 48, 55))

    y.revised("targets POLES-DRY-28 target", "6000", "2027-10-01", "FOREST-CHAIR", "A dry summer.")
    reason = "The dam counts less than it did."
    y.revised("targets DAM-LUNNA weight", "20", "2028-02-14", "ENERGY-MIN", reason)
    y.revised("targets HYDRO-GAUGES-28 weight", "50", "2028-02-14", "ENERGY-MIN", reason)
