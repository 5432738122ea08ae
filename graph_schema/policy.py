"""The few numbers that judgement rests on; everything else is the plan's own."""

RULE = "1.0"
"""Version of the rule of attribution; stands on every assessment."""

SCHEMA = 1
"""Version of what the graph holds."""

CENT = 1e-6
"""Less money than this is none: sums of decimals are not exact."""

BANDS = ((90.0, "Excellent"), (80.0, "Very good"), (70.0, "Good"), (60.0, "Fair"))
"""Names of scores from so much upwards; less is the last name."""

LOWEST_BAND = "Poor"
"""The name of every score below the bands."""

BAND_MEASURED = 50.0
"""No band is given where less than this percent of an agreement is measured."""

MATRIX_ROWS = 40
"""Rows of the matrix who affects whom that stand alone; the rest is one."""

COSTLIEST = 10
"""Deliverables of a scorecard where most points began."""
