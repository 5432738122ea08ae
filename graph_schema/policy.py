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

RECOGNITION_MARGIN = 2.0
"""Points between adjusted and official score from which a post looks bad for, or good by, what others did."""

HEAD_RATINGS = (("Exceeding expectation", 90.0, 15.0),)
"""Ratings for posts that head an agency: name, least score, percent of the comparable posts that may have it.

After Bhutan's managing-for-excellence scheme, where ratings are rationed: of 408 executives and managers 14 % were
rated as exceeding expectation in 2022-23 (Kuensel, "RCSC rates about 17 executives and P1M for need improvement").
"""

STAFF_RATINGS = (("Outstanding", 90.0, 7.5), ("Very good", 80.0, 15.0))
"""Ratings for other posts; in 2022-23 7 % of the general pool there were outstanding, 14.5 % very good (the same)."""

LEAST_PERCENT = {True: 5.0, False: 3.0}
"""Percent of comparable posts that head an agency (True), and of others, that the scheme puts at the end of the list:
"partially meeting expectations" (Kuensel, "Civil servants worried about performance moderation exercise").
Shown as a number of places, never as names.
"""

SIGNED_WITHIN = 0
"""Days after the first day of a plan year within which an agreement is signed in time."""

OUTSIDE_PERCENT = 50.0
"""Percent of an agreement's lost points that began elsewhere above which a consequence for them is doubtful."""

REPORT_MONTHS = 1
"""Months of a period of which a report is due."""

REPORT_WITHIN = 10
"""Days after the end of a period within which its report is in time."""

MAP_NODES = 500
"""Nodes that a map draws at most."""

MAP_NEXT = 8
"""Nodes of one kind of relation that opening a node of the map shows; the rest is a number until it is opened again."""

MAP_FLOWS = 24
"""The heaviest flows between agencies that a map begins with."""
