"""Day numbers: days in the graph that are reckoned with are integers since a day of old."""

from datetime import date

EPOCH = date(1970, 1, 1)
"""Day numbers count from here."""
