"""Posts, officials and charged points by holder, in the form of the answer files (questions.md 10)."""

from typing import Any

from graph_schema.answers.people.facts import read_people
from graph_schema.answers.people.holders import charged_by_holder, read_parts
from graph_schema.answers.people.officials import held_days, official_means
from graph_schema.answers.people.posts import read_scores
from graph_schema.answers.people.tenures import VACANT, Holder
from graph_schema.graph import Readable


def people_questions(graph: Readable, plan_year: str | None = None) -> dict[str, Any]:
    """Answer `posts`, `officials` and `charged_by_holder` of a plan year (none: the latest); none is None.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    people = read_people(graph, plan_year)
    scores = read_scores(graph, people)
    return {
        "posts": {
            post: {
                "mode": score.mode,
                "official": score.official,
                "adjusted": score.adjusted,
                "vacant_days": int(held_days(people, post).get(Holder(VACANT), 0.0)),
            }
            for post, score in scores.items()
        },
        "officials": {
            official: {"official": mean.official, "adjusted": mean.adjusted, "days": mean.days}
            for official, mean in official_means(people, scores).items()
        },
        "charged_by_holder": charged_by_holder(read_parts(graph, people), sorted({a.tier for a in people.agreements})),
    }
