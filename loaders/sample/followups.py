"""What followed the plans of Oruvia: results and consequences, interim targets, money spent, objections.

Nothing here changes a number that the other modules tell; disputes that were ruled are with the ministry that they
are about.
"""

from loaders.sample.draft import Draft

EXPECTED_27 = """
ROADS-SEAL-27      | 20 50 80 120
POSTS-OPEN-27      | 5 14 26 40
RWATER-TAPS-27     | 900 2400 4200 6000
IRRIG-LAND-27      | 0 150 500 1400
SCHBUILD-ROOMS-27  | 20 60 105 150
LANDDEPT-TITLES-27 | 2500 5400 8200 11000
REV-TAX-27         | 9000 19500 30200 41200
LINES-KM-27        | 40 110 200 300
"""

EXPECTED_28 = """
ROADS-SEAL-28      | 20 50 80 110
POSTS-OPEN-28      | 6 16 26 35
RWATER-TAPS-28     | 1200 2900 4700 6500
IRRIG-LAND-28      | 0 200 650 1700
SCHBUILD-ROOMS-28  | 20 65 105 140
LANDDEPT-TITLES-28 | 2900 5900 9000 12000
REV-TAX-28         | 10000 21500 33000 43900
EDU-TEACHERS-28    | 325 650 975 1300
HEALTH-NURSES-28   | 70 140 210 280
LINES-KM-28        | 45 110 200 270
SOLAR-HOMES-28     | 700 1700 2700 3500
FOREST-PLANT-28    | 350 1000 1640 2450
"""
"""Target, and the totals planned by the ends of the quarters."""

SPENT_27 = """
L-KESSA          | 0 61 92 99.4
L-SEAL           | 19 36 46.5 47.4
L-WING           | 14 27 45 51.6
L-POSTS          | 5 14 24 27.5
L-TAPS           | 3 11 20 26.9
L-CANALS         | 0 13 30 43.8
L-SCHOOLS        | 6 21 36 47.2
L-COLD           | 0 0 3.1 8.8
L-GRANT-KESSA-27 | 38 80 121 170
L-GRANT-LUNNA-27 | 35 74 116 158
L-LINES          | 2 31 46 55.2
L-ORSO           | 0 6.1 9.4 9.5
L-GAUGES         | 1.1 2.7 4.2 5
"""

SPENT_28 = """
L-BYPASS         | 11 34 68.2
L-TUNNEL         | 2 14 23.5
L-POSTS-28       | 4 12.5 21
L-PUMPS          | 0 9.8 21.4
L-HOSTEL         | 0 9.1 22.6
L-STORE          | 0.4 11 17.7
L-CENSUS         | 0 3.2 6.9
L-GRANT-KESSA-28 | 39 84 127
L-GRANT-LUNNA-28 | 37 75 113
L-LINES-28       | 0 12.6 24.8
L-SOLAR          | 0 6.3 14.9
"""
"""Budget line, and millions spent by the ends of the quarters."""


def _table(text: str) -> list[tuple[str, list[float]]]:
    lines = (line.partition("|") for line in text.strip().splitlines())
    return [(name.strip(), [float(number) for number in numbers.split()]) for name, _, numbers in lines]


def first_year(y: Draft) -> None:
    """2026-27: what was declared after the year, and what followed for whom."""
    for deliverable, totals in _table(EXPECTED_27):
        y.expected(deliverable, *totals)
    for line, totals in _table(SPENT_27):
        y.spent(line, *totals, closed="2027-08-31" if line == "L-SEAL" else "")
    _results(y)


def _results(y: Draft) -> None:
    address = "https://agreements.oruvia.example/2026-27/results"
    for agency, day, score in (("POWER", "2027-09-10", 86.2),):
        y.result(agency, "result", day, "PLANCOM-CHAIR", score=f"{score}", published_at=address)
    note = "A month's salary withheld: the power line to Tarn came five weeks late."
    y.result("POWER", "sanction", "2027-10-01", "ENERGY-MIN", official="LIOBA-KESTRIN", note=note)


def second_year(y: Draft) -> None:
    """2027-28: nine months of interim targets and money; three objections that are open."""
    for deliverable, totals in _table(EXPECTED_28):
        y.expected(deliverable, *totals)
    for line, totals in _table(SPENT_28):
        y.spent(line, *totals)
    y.dispute(
        "D-2028-01",
        "SCHOOL-TARN",
        raised="2028-03-12 LANDACQ",
        claim="The school gave its list of plots only in September; part of the wait is its own.",
        moves="LAND-SCHOOLS own",
        days="14",
    )
    y.dispute(
        "D-2028-02",
        "BYPASS-HOLM",
        raised="2028-03-20 ROADS",
        claim="The fields were handed over later than the record says.",
        answered="2028-03-28",
        answer="The record of 18 September bears the owners' signatures.",
        moves="own LAND-BYPASS",
        days="5",
    )
