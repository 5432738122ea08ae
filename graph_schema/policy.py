"""The few numbers that judgement rests on; everything else is the plan's own."""

RULE = "1.0"
"""Version of the rule of attribution; stands on every assessment."""

SCHEMA = 1
"""Version of what the graph holds."""

CENT = 1e-6
"""Less money than this is none: sums of decimals are not exact."""

BATCH = 20_000
"""Rows sent with one statement."""
