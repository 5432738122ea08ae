"""Writes the plan folders of the sample country: the same files, byte for byte, each time.

Run `python -m loaders.sample.make` after a change of the modules beside this one.
"""

import csv
import sys
from pathlib import Path

from loaders.sample import (
    AS_OF,
    PLANS,
    agriculture,
    education,
    energy,
    finance,
    followups,
    government,
    health,
    lands,
    others,
    rivers,
    works,
)
from loaders.sample.draft import COLUMNS, Draft

MINISTRIES = (finance, works, health, agriculture, education, lands, others, energy, rivers, followups)
"""The modules that say what was promised and what came of it."""


def drafts() -> tuple[Draft, Draft]:
    """Both plan years of the sample, oldest first."""
    first = Draft("2026-27", starts="2026-07-01", signed_on="2026-06-22", known_to=AS_OF)
    second = Draft("2027-28", starts="2027-07-01", signed_on="2027-06-24", known_to=AS_OF)
    government.begin_year(first, ends="2027-06-30")
    government.begin_year(second, ends="2028-06-30", moved={"RWATER": "WORKS"})
    for ministry in MINISTRIES:
        ministry.first_year(first)
        ministry.second_year(second)
    return first, second


def write(draft: Draft, folder: Path) -> None:
    """Write one plan year as a plan folder: a CSV for each sheet, facts in the order of their days."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = {
        "payments": "paid_on",
        "progress": "as_of",
        "results": "decided_on",
        "spending": "as_of",
        "revisions": "revised_on",
        "disputes": "raised_on",
    }
    for sheet, columns in COLUMNS.items():
        rows = draft.sheets[sheet]
        if sheet in facts:
            rows = sorted(rows, key=lambda row: row[facts[sheet]])
        with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns.split(), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def main(parent: Path = PLANS) -> None:
    """Write both plan years into a parent folder."""
    for draft in drafts():
        write(draft, parent / draft.plan_year)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PLANS)
