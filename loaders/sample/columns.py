"""The sheets of the sample, and their columns."""

COLUMNS = {
    "plan": "id title starts ends five_year_plan currency",
    "five_year_plans": "id title starts ends",
    "plan_targets": "id five_year_plan agency title unit baseline target due sector",
    "agencies": "id name kind part_of sector since until",
    "posts": "id title agency heads reports_to",
    "officials": "id name",
    "tenures": "post official since until",
    "agreements": "id kind agency title weight signed_on signed_by signed_for published_at",
    "targets": "id agency title measure agreement post objective sector unit weight planned_start planned_finish target"
    " better baseline excellent very_good good fair poor supports supports_share contributes_to contribution",
    "budget_lines": "id agency title source sector amount",
    "releases": "id budget_line released_by planned_on amount title",
    "payments": "budget_line paid_on amount reference release",
    "milestones": "id agency kind title planned_start planned_finish",
    "requirements": "deliverable requires needed_by lag_days agreed_on if_not_met",
    "progress": "deliverable as_of source reported_on achieved started_on finished_on forecast_finish status cause"
    " note evidence",
    "results": "agreement kind decided_on score official decided_by published_at note",
    "trajectory": "deliverable by planned",
    "spending": "budget_line as_of amount",
    "revisions": "sheet id requires column value revised_on approved_by reason",
    "disputes": "id deliverable raised_on raised_by claim state answered_on answer from to days units ruled_on ruled_by"
    " reason",
}
"""The sheets that a sample folder has, each with its columns in the order of the file."""
