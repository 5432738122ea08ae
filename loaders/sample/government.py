"""The government of Oruvia, a country that does not exist: its agencies, its posts, and who held them when."""

from loaders.sample.draft import Draft

AGENCIES = """
PMO      | Office of the Prime Minister         | office            |        | Government
FIN      | Ministry of Finance                  | ministry          |        | Public finance
BUDGET   | Department of Budget                 | department        | FIN    |
CASH     | Cash Division                        | division          | BUDGET |
PROC     | Department of Procurement            | department        | FIN    |
REV      | Department of Revenue                | department        | FIN    |
WORKS    | Ministry of Works                    | ministry          |        | Transport
ROADS    | Department of Roads                  | department        | WORKS  |
BRIDGES  | Bridges Division                     | division          | ROADS  |
MAINT    | Road Maintenance Division            | division          | ROADS  |
BUILD    | Department of Public Buildings       | department        | WORKS  | Public buildings
HEALTH   | Ministry of Health                   | ministry          |        | Health
CARE     | Department of Health Care            | department        | HEALTH |
POSTS    | Health Posts Division                | division          | CARE   |
VACC     | Immunisation Division                | division          | CARE   |
RWATER   | Department of Rural Water            | department        | HEALTH | Water
AGRI     | Ministry of Agriculture              | ministry          |        | Agriculture
MARKETS  | Department of Agricultural Markets   | department        | AGRI   |
IRRIG    | Department of Irrigation             | department        | AGRI   |
CANALS   | Canals Division                      | division          | IRRIG  |
EDU      | Ministry of Education                | ministry          |        | Education
SCHOOLS  | Department of Schools                | department        | EDU    |
SCHBUILD | School Building Division             | division          | SCHOOLS|
LANDS    | Ministry of Lands                    | ministry          |        | Lands
LANDDEPT | Department of Land                   | department        | LANDS  |
LANDACQ  | Land Acquisition Division            | division          | LANDDEPT|
SURVEY   | Department of Survey                 | department        | LANDS  |
ENV      | Environment Authority                | autonomous agency |        | Environment
STAT     | National Statistics Office           | autonomous agency |        | Statistics
KESSA    | Kessa District                       | district          |        | Local government
LUNNA    | Lunna District                       | district          |        | Local government
NDF      | Northern Development Fund            | external          |        | Donors
COURT    | High Court                           | external          |        | Justice
PLANCOM  | Planning Commission                  | office            |        | Government   | 1998-04-01
ENERGY   | Ministry of Energy                   | ministry          |        | Energy
POWER    | Department of Rural Power            | department        | ENERGY |
LINES    | Power Lines Division                 | division          | POWER  |
SOLAR    | Solar Division                       | division          | POWER  |              | 2027-07-01
HYDRO    | Department of Hydropower             | department        | ENERGY |
LAMPOIL  | Lamp Oil Supply Division             | division          | ENERGY |              |            | 2027-06-30
FOREST   | Forest Enterprise                    | autonomous agency |        | Forestry
"""
"""Id, name, kind, part of, sector, since, until; as of the first plan year. Each year lists those that exist in it."""

POSTS = """
PM           | Prime Minister                      | PMO      | yes |
FIN-MIN      | Minister of Finance                 | FIN      | yes | PM
BUDGET-DIR   | Director of Budget                  | BUDGET   | yes | FIN-MIN
CASH-CHIEF   | Chief of Cash Management            | CASH     | yes | BUDGET-DIR
PROC-DIR     | Director of Procurement             | PROC     | yes | FIN-MIN
REV-DIR      | Director of Revenue                 | REV      | yes | FIN-MIN
REV-LARGE    | Head of the Large Taxpayers Office  | REV      | no  | REV-DIR
WORKS-MIN    | Minister of Works                   | WORKS    | yes | PM
ROADS-DIR    | Director of Roads                   | ROADS    | yes | WORKS-MIN
ROADS-ENG    | Chief Engineer, Kessa road          | ROADS    | no  | ROADS-DIR
ROADS-TUNNEL | Resident Engineer, Velt pass        | ROADS    | no  | ROADS-DIR
BRIDGES-CHIEF| Chief of Bridges                    | BRIDGES  | yes | ROADS-DIR
MAINT-CHIEF  | Chief of Road Maintenance           | MAINT    | yes | ROADS-DIR
BUILD-DIR    | Director of Public Buildings        | BUILD    | yes | WORKS-MIN
HEALTH-MIN   | Minister of Health                  | HEALTH   | yes | PM
CARE-DIR     | Director of Health Care             | CARE     | yes | HEALTH-MIN
POSTS-CHIEF  | Chief of Health Posts               | POSTS    | yes | CARE-DIR
POSTS-PHARM  | Chief Pharmacist of the posts       | POSTS    | no  | POSTS-CHIEF
VACC-CHIEF   | Chief of Immunisation               | VACC     | yes | CARE-DIR
RWATER-DIR   | Director of Rural Water             | RWATER   | yes | HEALTH-MIN
AGRI-MIN     | Minister of Agriculture             | AGRI     | yes | PM
MARKETS-DIR  | Director of Agricultural Markets    | MARKETS  | yes | AGRI-MIN
IRRIG-DIR    | Director of Irrigation              | IRRIG    | yes | AGRI-MIN
CANALS-CHIEF | Chief of Canals                     | CANALS   | yes | IRRIG-DIR
EDU-MIN      | Minister of Education               | EDU      | yes | PM
SCHOOLS-DIR  | Director of Schools                 | SCHOOLS  | yes | EDU-MIN
SCHBUILD-CHIEF| Chief of School Building           | SCHBUILD | yes | SCHOOLS-DIR
LANDS-MIN    | Minister of Lands                   | LANDS    | yes | PM
LANDDEPT-DIR | Director of Land                    | LANDDEPT | yes | LANDS-MIN
LANDACQ-CHIEF| Chief of Land Acquisition           | LANDACQ  | yes | LANDDEPT-DIR
SURVEY-DIR   | Surveyor General                    | SURVEY   | yes | LANDS-MIN
ENV-CHAIR    | Chair of the Environment Authority  | ENV      | yes | PM
STAT-CHIEF   | Chief Statistician                  | STAT     | yes | PM
KESSA-GOV    | Governor of Kessa                   | KESSA    | yes | PM
LUNNA-GOV    | Governor of Lunna                   | LUNNA    | yes | PM
PLANCOM-CHAIR| Chair of the Planning Commission    | PLANCOM  | yes | PM
ENERGY-MIN   | Minister of Energy                  | ENERGY   | yes | PM
POWER-DG     | Director General of Rural Power     | POWER    | yes | ENERGY-MIN
LINES-CHIEF  | Chief of Power Lines                | LINES    | yes | POWER-DG
LINES-ENG    | Chief Engineer, Tarn line           | LINES    | no  | LINES-CHIEF
SOLAR-CHIEF  | Chief of Solar Power                | SOLAR    | yes | POWER-DG
HYDRO-DG     | Director General of Hydropower      | HYDRO    | yes | ENERGY-MIN
FOREST-CHAIR | Chair of the Forest Enterprise      | FOREST   | yes | PM
"""
"""Id, title, agency, whether it heads the agency, the post it reports to."""

TENURES = """
PM            | Orla Tamsin     |            |
FIN-MIN       | Arlen Mosk      |            |
BUDGET-DIR    | Ysa Varnell     |            | 2026-07-31
BUDGET-DIR    | Dalan Oreth     | 2026-10-12 |
CASH-CHIEF    | Lise Andrevo    | 2025-03-01 |
PROC-DIR      | Corin Besk      |            | 2027-08-31
PROC-DIR      | Petra Lundry    | 2027-09-01 |
REV-DIR       | Hanno Ferrel    | 2024-01-15 |
REV-LARGE     | Odile Farrant   | 2026-03-01 |
WORKS-MIN     | Teva Orlin      |            |
ROADS-DIR     | Sorin Kadel     |            | 2026-12-31
ROADS-DIR     | Mira Hestan     | 2027-01-01 |
ROADS-ENG     | Joss Perivane   | 2026-04-01 |
ROADS-TUNNEL  | Tomas Elkwood   | 2027-08-01 |
BRIDGES-CHIEF | Benno Talwick   |            |
MAINT-CHIEF   | Nadia Quorren   | 2025-09-01 |
BUILD-DIR     | Emeric Dunslow  |            |
HEALTH-MIN    | Salla Brandeth  |            |
CARE-DIR      | Rowan Istelle   | 2025-07-01 |
POSTS-CHIEF   | Ludo Marchetar  |            |
POSTS-PHARM   | Vilja Sandoval  | 2025-11-15 |
VACC-CHIEF    | Anselm Gray-Pol | 2026-02-01 |
RWATER-DIR    | Tirza Holmeck   |            |
AGRI-MIN      | Matis Corvane   |            |
MARKETS-DIR   | Ilse Rovander   | 2024-05-01 |
IRRIG-DIR     | Farid Olmsted-Var |          | 2027-02-28
IRRIG-DIR     | Wenna Sarrow    | 2027-03-01 |
CANALS-CHIEF  | Kester Almory   |            |
EDU-MIN       | Noor Valdessin  |            |
SCHOOLS-DIR   | Pavel Strand-Ory | 2025-01-01 |
SCHBUILD-CHIEF| Greta Immerly   |            | 2027-10-15
LANDS-MIN     | Cato Brennick   |            |
LANDDEPT-DIR  | Selma Thorvane  |            |
LANDACQ-CHIEF | Idris Pellamy   |            | 2027-06-30
LANDACQ-CHIEF | Runa Castelow   | 2027-07-01 |
SURVEY-DIR    |                 |            |
ENV-CHAIR     | Marek Solveny   |            |
STAT-CHIEF    | Dorte Anvelle   |            |
KESSA-GOV     | Ivo Hallaster   |            |
LUNNA-GOV     | Britta Norvane  |            |
PLANCOM-CHAIR | Hesper Lanrow   |            |
ENERGY-MIN    | Ottoline Carvick |           |
POWER-DG      | Bram Estovar    | 2025-02-01 | 2027-01-15
POWER-DG      | Castor Wynhold  | 2027-01-16 | 2027-03-14
POWER-DG      | Lioba Kestrin   | 2027-03-15 |
LINES-CHIEF   | Jorun Maddeck   |            |
LINES-ENG     | Renske Alvodar  | 2026-08-01 | 2027-11-30
SOLAR-CHIEF   |                 | 2027-07-01 |
HYDRO-DG      | Castor Wynhold  |            | 2027-09-30
HYDRO-DG      | Edda Morisk     | 2027-09-16 |
FOREST-CHAIR  | Marit Halsevoy  | 2026-01-01 |
"""
"""Post, holder (none: not disclosed), since (none: before the first plan), until (none: still)."""

PLAN_TARGETS = """
PT-ROADS   | WORKS  | Rural roads opened or resurfaced           | km         | 0     | 640   | Transport
PT-BRIDGES | WORKS  | Bridges opened                             | bridges    | 0     | 14    | Transport
PT-POSTS   | HEALTH | Health posts built and staffed             | posts      | 0     | 180   | Health
PT-TAPS    | HEALTH | Households with a water tap                | households | 41000 | 70000 | Water
PT-CANALS  | AGRI   | Farm land under new irrigation             | hectares   | 0     | 9500  | Agriculture
PT-ROOMS   | EDU    | New classrooms in use                      | classrooms | 0     | 900   | Education
PT-TITLES  | LANDS  | Land titles issued                         | titles     | 0     | 60000 | Lands
PT-REVENUE | FIN    | Domestic revenue of the last year          | million    | 38000 | 52000 | Public finance
PT-LINES   | ENERGY | Power lines built                          | km         | 0     | 1300  | Energy
PT-SOLAR   | ENERGY | Homes with solar power                     | homes      | 1500  | 12000 | Energy | 2029-06-30
PT-FOREST  | FOREST | Forest planted                             | hectares   | 0     | 11500 | Forestry
"""
"""Id, agency, title, unit, baseline, target, sector, due (none: the last day): promises of the five-year plan."""

FIVE_YEAR_PLAN = {"id": "FYP-4", "title": "Fourth five-year plan", "starts": "2026-07-01", "ends": "2031-06-30"}


def _table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def official_id(name: str) -> str:
    """The id of an official: the name in capitals, joined by hyphens."""
    return name.upper().replace(" ", "-")


def _write_five_years(draft: Draft) -> None:
    draft.row("five_year_plans", **FIVE_YEAR_PLAN)
    for identity, agency, title, unit, baseline, target, sector, *due in _table(PLAN_TARGETS):
        draft.row(
            "plan_targets",
            id=identity,
            five_year_plan=FIVE_YEAR_PLAN["id"],
            agency=agency,
            title=title,
            unit=unit,
            baseline=baseline,
            target=target,
            due=due[0] if due else FIVE_YEAR_PLAN["ends"],
            sector=sector,
        )


def _write_government(draft: Draft, ends: str, moved: dict[str, str]) -> None:
    """The agencies of a year, their posts and who held them; `moved` gives agencies a new place in the tree."""
    there: set[str] = set()
    for identity, name, kind, part_of, sector, *term in _table(AGENCIES):
        since, until = (*term, "", "")[:2]
        if since <= ends and (not until or until >= draft.starts):
            there.add(identity)
            place = moved.get(identity, part_of)
            cells = {"kind": kind, "part_of": place, "sector": sector, "since": since, "until": until}
            draft.row("agencies", id=identity, name=name, **cells)
    posts: set[str] = set()
    for identity, title, agency, heads, reports_to in _table(POSTS):
        if agency in there:
            posts.add(identity)
            place = f"{moved[agency]}-MIN" if agency in moved else reports_to
            draft.row("posts", id=identity, title=title, agency=agency, heads=heads, reports_to=place)
    named: set[str] = set()
    for post, name, since, until in _table(TENURES):
        if post not in posts:
            continue
        if name and name not in named:
            draft.row("officials", id=official_id(name), name=f"{name} (fictional)")
            named.add(name)
        draft.row("tenures", post=post, official=official_id(name) if name else "", since=since, until=until)


def begin_year(draft: Draft, ends: str, moved: dict[str, str] | None = None) -> None:
    """Open a plan year: its plan row, the five-year plan, and the government as it stands that year."""
    draft.row(
        "plan",
        id=draft.plan_year,
        title=f"Annual plan of Oruvia (a fictional country), {draft.plan_year}",
        starts=draft.starts,
        ends=ends,
        five_year_plan=FIVE_YEAR_PLAN["id"],
        currency="ORD",
    )
    _write_five_years(draft)
    _write_government(draft, ends, moved or {})
