"""Oruvia, a country that does not exist: two plan years of one government, kept as plan folders."""

from pathlib import Path

AS_OF = "2028-03-31"
"""The day on which the sample is looked at: its first plan year is over, its second nine months old."""

PLAN_YEARS = ("2026-27", "2027-28")
"""The plan years, oldest first; each is a folder of `PLANS`."""

PLANS = Path(__file__).parent / "plans"
"""The parent folder of the two plan folders."""

STORIES = Path(__file__).parent / "stories.json"
"""What is told in the sample: the deliverable of each story, its sentence, its numbers on `AS_OF`."""

SHOWN = "ROAD-KESSA"
"""The deliverable whose story a demonstration tells first."""
