"""The answers to the questions of a plan year, in the form of the answer files (section 10 of the questions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .fixes import on_time
from .holders import charged_by_holder
from .influence import held_up, matrix
from .opinions import second_opinions
from .posts import official_scores, post_scores
from .reference import FIRST_PROMISE, UNRULED, assess, floats, tier_answers, tiers

if TYPE_CHECKING:
    from .plan import PlanYear, Years
    from .posts import Pair
    from .reference import Assessment


def questions(years: Years, as_of: str, plan_year: str) -> dict[str, Any]:
    """Return what `report --questions --json` prints, numbers as floats."""
    year, found = years.year(plan_year), assess(years, as_of)
    unruled = assess(years, as_of, UNRULED)
    return {
        **matrix(years, as_of, plan_year),
        "held_up": {
            cause: {each: {name: float(days) for name, days in amounts.items()} for each, amounts in below.items()}
            for cause, below in held_up(year, found).items()
        },
        "posts": {
            post: {"mode": score.mode, **pair(score.scores), "vacant_days": score.vacant_days}
            for post, score in post_scores(year, found).items()
        },
        "officials": {
            official: {**pair(score.scores), "days": score.days}
            for official, score in official_scores(year, found).items()
        },
        "charged_by_holder": {str(tier): floats(charged_by_holder(year, tier, found)) for tier in tiers(year, found)},
        "first_promise": first_promise(year, assess(years, as_of, FIRST_PROMISE)),
        "on_time": on_time(year, unruled),
        "second_opinions": second_opinions(year, unruled),
    }


def pair(scores: Pair | None) -> dict[str, float | None]:
    """Return an official and an adjusted score; none where there is none."""
    official, adjusted = (None, None) if scores is None else (float(scores[0]), float(scores[1]))
    return {"official": official, "adjusted": adjusted}


def first_promise(year: PlanYear, found: Assessment) -> dict[str, Any]:
    """Return the scores of the assessment without any revision and ruling."""
    answers = {str(tier): tier_answers(year, tier, found) for tier in tiers(year, found)}
    return {
        "raw": {
            target.id: float(found.scores[target.id].raw) for target in found.years.targets() if target.year is year
        },
        **{
            column: {tier: answer[column] for tier, answer in answers.items()}
            for column in ("official", "adjusted", "government")
        },
    }
