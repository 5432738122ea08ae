"""`python -m explorer.papers`: what `accountability briefing` runs."""

import argparse
import sys
from pathlib import Path

from explorer.palette import looks_of
from explorer.papers.briefing import of_agency, of_scorecard, of_target
from graph_schema.answers.agencies import agencies
from graph_schema.answers.search import named
from graph_schema.connect import open_loaded
from graph_schema.errors import AccountabilityError, UsageError


def main() -> int:
    """Write the paper that is asked for; the exit code tells the kind of an error, as with every command."""
    options = argparse.ArgumentParser(prog="python -m explorer.papers", description="Briefings of one page.")
    options.add_argument("asked", nargs="?", help="a target, release or milestone, or an agency")
    options.add_argument("--tier", type=int, help="the scorecard of this tier")
    options.add_argument("--plan-year", help="the latest when left out")
    options.add_argument("--output", type=Path, required=True)
    given = options.parse_args()
    try:
        _write(given.output, _paper(given.asked, given.tier, given.plan_year))
    except AccountabilityError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command's own words
        return error.exit_code
    return 0


def _paper(asked: str | None, tier: int | None, plan_year: str | None) -> bytes:
    with open_loaded() as graph:
        look = looks_of(graph)
        if asked is None:
            return of_scorecard(graph, plan_year, tier or 1, look)
        known = {party.id for party in agencies(graph)}
        if asked in known and not named(graph, [asked]):
            return of_agency(graph, asked, plan_year, look)
        return of_target(graph, asked, look)


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Name another file: -o FILE.pdf") from None


if __name__ == "__main__":
    raise SystemExit(main())
