"""A small sound plan that has every sheet and every relation, as texts to change."""

from pathlib import Path

from plan_folders import write_folder

FULL = {
    "plan": "id,title,starts,ends,five_year_plan,currency\n2026-27,Year,2026-07-01,2027-06-30,FYP,BTN\n",
    "five_year_plans": (
        "id,title,starts,ends\nFYP,Thirteenth,2024-07-01,2029-06-30\nOLD,Twelfth,2019-07-01,2024-06-30\n"
    ),
    "agencies": (
        "id,name,kind,part_of,sector\nWORKS,Works,ministry,,transport\nROADS,Roads,department,WORKS,\n"
        "FIN,Finance,ministry,,\nBUDGET,Budget,department,FIN,\nRAIN,Rain,external,,\nCOUNCIL,Council,council,,\n"
    ),
    "posts": (
        "id,title,agency,heads,reports_to\nMIN,Minister,WORKS,yes,\nDIR,Director,ROADS,yes,MIN\nDNB,Chief,BUDGET,yes,\n"
        "CHAIR,Chair,COUNCIL,yes,\n"
    ),
    "officials": "id,name\nANN,Ann\nBOB,Bob\n",
    "tenures": "post,official,since,until\nDIR,ANN,2025-01-01,\nMIN,,2024-01-01,\nDNB,BOB,,2026-12-31\n",
    "agreements": (
        "id,kind,agency,title,weight,signed_on,signed_by,signed_for,published_at\n"
        "G-WORKS,APA,WORKS,Works,2,2026-06-20,MIN,DNB,\nG-ROADS,APA,ROADS,Roads,,2026-06-21,DIR,MIN,https://example.org\n"
        "G-BUDGET,APA,BUDGET,Budget,,,,,\n"
    ),
    "plan_targets": (
        "id,five_year_plan,agency,title,unit,baseline,target,due,sector\n"
        "P-KM,FYP,ROADS,Roads built,km,10,500,2029-06-30,\nP-PAID,FYP,BUDGET,Paid on time,percent,,95,,money\n"
    ),
    "targets": (
        "id,agency,agreement,title,measure,post,objective,unit,weight,planned_start,planned_finish,target,better,"
        "baseline,excellent,very_good,good,fair,poor,supports,supports_share,contributes_to,contribution\n"
        "TOP,WORKS,G-WORKS,Country connected,cascade,MIN,,,,,,,,,,,,,,,,,\n"
        "ALSO,WORKS,G-WORKS,Country content,cascade,MIN,,,,,,,,,,,,,,,,,\n"
        "ROAD,ROADS,G-ROADS,Road open,date,DIR,Access,,,2026-09-01,2027-03-31,,,,,,,,,TOP,3,P-KM,12\n"
        "KM,ROADS,G-ROADS,Kilometres,quantity,DIR,,km,,2026-07-15,2027-05-31,40,higher,10,,,,,,TOP;ALSO,,P-KM,\n"
        "PAID,BUDGET,G-BUDGET,Paid on time,releases,DNB,,,100,,,,,,,,,,,,,P-PAID,\n"
    ),
    "budget_lines": (
        "id,agency,title,source,sector,amount\n"
        "L1,ROADS,Road works,domestic,,1000.5\nL2,ROADS,Bridges,donor,transport,\n"
    ),
    "releases": (
        "id,budget_line,released_by,planned_on,amount,title\n"
        "R1,L1,BUDGET,2026-08-01,600.25,First\nR2,L1,BUDGET,2026-12-01,400.25,Second\nR3,L2,FIN,2026-10-01,50,\n"
    ),
    "milestones": (
        "id,agency,kind,title,planned_start,planned_finish\n"
        "CLEAR,FIN,clearance,Clearance,2026-07-10,2026-08-15\nFLOOD,RAIN,event,Flood,,2026-09-15\n"
    ),
    "requirements": (
        "deliverable,requires,needed_by,lag_days,agreed_on,if_not_met\n"
        "ROAD,R1,2026-08-15,5,2026-06-20,Work stops\nKM,R2,,,2026-06-20,\nROAD,CLEAR,,10,2026-06-20,\n"
        "KM,ROAD,2027-04-15,,2026-06-20,\nROAD,FLOOD,,,,\n"
    ),
    "payments": (
        "budget_line,paid_on,amount,reference,release\nL1,2026-09-10,500,V1,\nL1,2026-10-01,200.5,V2,R1\n"
        "L1,2027-01-15,300,V3,\nL2,2026-10-01,50,V4,R3\n"
    ),
    "progress": (
        "deliverable,as_of,source,reported_on,achieved,started_on,finished_on,forecast_finish,status,cause,note,evidence\n"
        "CLEAR,2026-09-20,,,,2026-07-20,2026-09-18,,done,,Late,minutes.pdf\n"
        "ROAD,2026-12-31,self,2027-01-05,,2026-10-05,,2027-05-15,delayed,,We wait for money,\n"
        "ROAD,2027-05-20,verified,,,,2027-05-18,,,,,\nKM,2026-12-31,,,20,2026-08-01,,,at risk,,,\n"
        "KM,2027-05-31,,,33.5,,,,,,,\n"
    ),
    "results": (
        "agreement,kind,decided_on,score,official,decided_by,published_at,note\n"
        "G-ROADS,result,2027-08-01,88.5,,MIN,https://example.org/r,Declared\n"
        "G-ROADS,warning,2027-08-10,,ANN,MIN,,Money came late\nG-ROADS,warning,2027-08-10,,BOB,DNB,,\n"
    ),
    "trajectory": "deliverable,by,planned\nKM,2026-12-31,22.5\nKM,2027-03-31,31\nALSO,2026-12-31,50\n",
    "spending": "budget_line,as_of,amount\nL1,2026-12-31,450.25\nL1,2027-03-31,900\nL2,2026-12-31,10\n",
    "revisions": (
        "sheet,id,requires,column,value,revised_on,approved_by,reason\n"
        "targets,KM,,planned_finish,2027-06-15,2027-01-10,MIN,Rain\ntargets,KM,,planned_start,,2026-07-10,DIR,\n"
        "releases,R2,,amount,380.5,2026-11-01,DNB,\nmilestones,CLEAR,,agency,BUDGET,2026-08-01,MIN,\n"
        "requirements,ROAD,R1,lag_days,7,2026-07-20,,\nmilestones,CLEAR,,planned_finish,2026-09-25,2026-09-01,MIN,\n"
    ),
    "disputes": (
        "id,deliverable,raised_on,raised_by,claim,state,answered_on,answer,from,to,days,units,ruled_on,ruled_by,reason\n"
        "D1,ROAD,2027-05-25,BUDGET,Not ours,ruled,2027-05-28,It was,R1,own,2.5,,2027-06-10,CHAIR,Both heard\n"
        "D2,KM,2027-06-01,ROADS,,raised,,,own,R2,,1,,,\n"
    ),
}
"""CSV texts by sheet. ROAD and KM need money, a clearance and (unsigned) no flood; PAID counts R1 and R2."""


def write_full(folder: Path, **sheets: str) -> Path:
    """The full plan, in which the sheets given replace its own."""
    return write_folder(folder, **(FULL | sheets))


def changed(sheet: str, old: str, new: str) -> dict[str, str]:
    """One sheet of the full plan with one passage changed."""
    assert FULL[sheet].count(old) == 1, (sheet, old, FULL[sheet].count(old))
    return {sheet: FULL[sheet].replace(old, new)}
