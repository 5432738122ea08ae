"""A small plan without any warning, and one change of it for each warning."""

PLAN = "id,title,starts,ends\n2026-27,Year,2026-07-01,2027-06-30\n"
AGENCIES = (
    "id,name,kind,part_of\nWORKS,Works,ministry,\nROADS,Roads,department,WORKS\n"
    "LAND,Land,department,\nDONOR,Donor,external,\n"
)
AGREEMENTS = (
    "id,kind,agency,title,signed_on,published_at\n"
    "APA-R,APA,ROADS,Agreement,2026-06-20,https://example.org/r\nAPA-W,APA,WORKS,Agreement,2026-06-20,https://example.org/w\n"
)
TARGETS = (
    "id,agency,agreement,title,measure,weight,better,target,supports,planned_start,planned_finish\n"
    "ALL,WORKS,APA-W,All,cascade,100,,,,,\n"
    "KM,ROADS,APA-R,Kilometres,quantity,100,higher,10,ALL,2026-09-01,2027-05-01\n"
)
MILESTONES = (
    "id,agency,kind,title,planned_finish\nPLOT,LAND,clearance,Plot,2026-10-01\nGRANT,DONOR,approval,Grant,2026-08-01\n"
)
LINES = "id,agency,title,amount\nL,ROADS,Road,100\n"
RELEASES = "id,budget_line,released_by,planned_on,amount\nL-1,L,WORKS,2026-09-01,100\n"
REQUIREMENTS = "deliverable,requires,needed_by,agreed_on\nKM,PLOT,2026-10-05,2026-06-20\nKM,L-1,,\n"
PROGRESS = "deliverable,as_of,achieved,started_on,finished_on,evidence\nKM,2026-12-31,4,2026-09-02,,\n"
SHEETS = {
    "plan": PLAN,
    "agencies": AGENCIES,
    "agreements": AGREEMENTS,
    "targets": TARGETS,
    "milestones": MILESTONES,
    "budget_lines": LINES,
    "releases": RELEASES,
    "requirements": REQUIREMENTS,
    "progress": PROGRESS + "PLOT,2026-09-30,,,2026-09-30,\nGRANT,2026-08-01,,,2026-08-01,letter 7\n",
}


def changed(sheet: str, old: str, new: str) -> dict[str, str]:
    """A sheet of the plan with one text replaced, which must be there."""
    assert old in SHEETS[sheet]
    return {sheet: SHEETS[sheet].replace(old, new)}


def added(sheet: str, *rows: str) -> dict[str, str]:
    """A sheet of the plan with rows added."""
    return {sheet: SHEETS[sheet] + "".join(f"{row}\n" for row in rows)}


POSTS = "id,title,agency,heads\nHEAD,Head,ROADS,yes\nCHIEF,Chief,WORKS,yes\n"
WARNINGS = {
    "start before the year": (
        changed("targets", "2026-09-01,2027-05-01", "2025-09-01,2027-05-01"),
        ["targets.csv:3 (planned_start): 2025-09-01 is before the start of plan year '2026-27': is the year right?"],
    ),
    "agency that had ended": (
        {
            "agencies": "id,name,kind,part_of,until\nWORKS,Works,ministry,,\nROADS,Roads,department,WORKS,\n"
            "LAND,Land,department,,2026-06-30\nDONOR,Donor,external,,\n"
        },
        ["milestones.csv:2 (agency): agency 'LAND' ended on 2026-06-30, before plan year '2026-27'."],
    ),
    "release after the year": (
        changed("releases", "2026-09-01", "2027-09-01"),
        ["releases.csv:2 (planned_on): 2027-09-01 is after the end of plan year '2026-27': is the year right?"],
    ),
    "payments beyond the line": (
        {"payments": "budget_line,paid_on,amount\nL,2026-09-01,60\nL,2026-10-01,60\n"},
        [
            (
                "payments.csv:3 (amount): payments on line 'L' sum to 120.00, beyond the 100.00 of the line: what is "
                "over "
                "pays no release."
            )
        ],
    ),
    "one payment on two days": (
        {"payments": "budget_line,paid_on,amount,reference\nL,2026-09-01,50,V-1\nL,2026-09-04,50,V-1\n"},
        [
            (
                "payments.csv:3 (paid_on): line 'L' has the same amount with reference 'V-1' on 2026-09-01 "
                "(payments.csv:2) too, and both count: where the day was corrected, give the old row the amount 0."
            )
        ],
    ),
    "releases beyond the line": (
        changed("budget_lines", "100", "90"),
        ["budget_lines.csv:2 (amount): releases of line 'L' sum to 100.00, more than its amount 90.00."],
    ),
    "amount withheld": (
        changed("budget_lines", "100", ""),
        ["budget_lines.csv:2 (amount): the amount of line 'L' is undisclosed: shown as a gap."],
    ),
    "agreed after it was needed": (
        changed("requirements", "2026-06-20", "2026-10-06"),
        [
            (
                "requirements.csv:2 (agreed_on): agreed on 2026-10-06, after 'PLOT' was needed (2026-10-05): shown, "
                "charges "
                "nobody."
            )
        ],
    ),
    "agreed after its default": (
        changed("requirements", "2026-10-05,2026-06-20", ",2026-10-02"),
        [
            (
                "requirements.csv:2 (agreed_on): agreed on 2026-10-02, after 'PLOT' was needed (2026-10-01): shown, "
                "charges "
                "nobody."
            )
        ],
    ),
    "needed before the planned finish": (
        changed("requirements", "2026-10-05", "2026-09-15"),
        [
            (
                "requirements.csv:2 (needed_by): needed by 2026-09-15, but when this was agreed 'PLOT' was to be "
                "finished "
                "on "
                "2026-10-01: those days charge nobody."
            )
        ],
    ),
    "unsigned requirement": (
        changed("requirements", "2026-06-20", ""),
        ["requirements.csv:2 (agreed_on): the requirement on 'PLOT' is unsigned: shown, charges nobody."],
    ),
    "release of an unrelated line": (
        changed("budget_lines", "ROADS", "LAND"),
        [
            (
                "requirements.csv:3 (requires): release 'L-1' is money of 'LAND', and 'KM' is a promise of 'ROADS': "
                "is it "
                "the right release?"
            )
        ],
    ),
    "external without evidence": (
        added("requirements", "KM,GRANT,2026-08-01,2026-06-20")
        | {"progress": PROGRESS + "PLOT,2026-09-30,,,2026-09-30,\nGRANT,2026-08-01,,,2026-08-01,\n"},
        [
            (
                "requirements.csv:4 (requires): 'GRANT' is owned by an external agency, and no report on it names "
                "evidence: "
                "it takes points from everybody's account; add evidence."
            )
        ],
    ),
    "neither grid nor better": (
        changed("targets", "higher", ""),
        [
            (
                "targets.csv:3 (better): target 'KM' has neither grid nor better: read as higher is better; write "
                "better = "
                "higher or lower."
            )
        ],
    ),
    "cascade without supports": (
        changed("targets", "10,ALL", "10,"),
        ["targets.csv:2 (measure): no target supports the cascade 'ALL': not measured until one does."],
    ),
    "agreement without targets": (
        added("agreements", "APA-L,APA,LAND,Agreement,2026-06-20,https://example.org/l"),
        ["agreements.csv:4 (id): agreement 'APA-L' has no targets: it has no score until it has some."],
    ),
    "unsigned and unpublished agreement": (
        changed("agreements", "2026-06-20,https://example.org/r", ","),
        [
            "agreements.csv:2 (published_at): agreement 'APA-R' is unpublished: shown as a gap.",
            "agreements.csv:2 (signed_on): agreement 'APA-R' is unsigned: shown as a gap.",
        ],
    ),
    "weights assumed": (
        {
            "targets": TARGETS.replace("quantity,100", "quantity,")
            + "MAP,ROADS,APA-R,Map,date,,,,,,2027-05-01\nBED,ROADS,APA-R,Bed,date,,,,,,2027-05-01\n",
            "requirements": REQUIREMENTS + "MAP,PLOT,2026-10-05,2026-06-20\nBED,PLOT,2026-10-05,2026-06-20\n",
        },
        [
            (
                "targets.csv:3 (weight): weights of agreement 'APA-R' are assumed equal, 33.33 each of 3 targets: give "
                "them "
                "weights if they are not."
            )
        ],
    ),
    "finished, not reached": (
        added("progress", "KM,2027-01-31,9,,2027-01-31,"),
        [
            (
                "progress.csv:5 (finished_on): finished, but 9 is achieved of the target 10: closing short is not "
                "finishing; "
                "report achieved."
            )
        ],
    ),
    "total that falls": (
        added("progress", "KM,2027-01-31,3,,,"),
        ["progress.csv:5 (achieved): achieved falls from 4 to 3: amount of the quarter? write the total to date."],
    ),
    "report on a cascade": (
        added("progress", "ALL,2027-01-31,3,,,"),
        [
            (
                "progress.csv:5 (achieved): 'ALL' is measured by cascade: this report moves nothing; report the "
                "targets "
                "that "
                "support it."
            )
        ],
    ),
    "target without requirement": (
        changed("requirements", "KM,PLOT,2026-10-05,2026-06-20\nKM,L-1,,\n", ""),
        ["targets.csv:3 (id): target 'KM' requires nothing: all its delay and shortfall will be its owner's own."],
    ),
    "unreported": (
        {"progress": PROGRESS + "GRANT,2026-08-01,,,2026-08-01,letter 7\n"},
        [
            (
                "milestones.csv:2 (id): 'PLOT' was due on 2026-10-01 and is unreported, though others report up to "
                "2026-12-31."
            )
        ],
    ),
    "undated": (
        added("milestones", "RAIN,ROADS,event,Rain,"),
        ["milestones.csv:4 (planned_finish): milestone 'RAIN' is undated: requirements on it explain nothing."],
    ),
    "undisclosed holder": (
        {"posts": POSTS, "tenures": "post,official,since,until\nHEAD,,,\n"},
        ["tenures.csv:2 (official): the holder of 'HEAD' is undisclosed: shown as a gap."],
    ),
    "several posts at once": (
        {
            "posts": POSTS,
            "officials": "id,name\nANN,Ann\nBOB,Bob\n",
            "tenures": "post,official,since,until\nHEAD,ANN,2026-07-01,2026-12-31\nCHIEF,ANN,2026-12-31,\n"
            "CHIEF,BOB,,2026-12-30\nHEAD,BOB,2026-12-31,\n",
        },
        [
            (
                "tenures.csv:3 (official): 'ANN' holds 'HEAD' and 'CHIEF' at once: days with several posts are shared "
                "between "
                "them."
            )
        ],
    ),
}
