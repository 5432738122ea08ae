"""The check of a whole plan: every problem that takes more than one cell to see, and every warning."""

from datetime import date

from loaders.check.agreements import check_agreements, check_heads
from loaders.check.dates import check_dates, check_reports
from loaders.check.disputes import check_disputes
from loaders.check.grids import check_grids
from loaders.check.money import check_money
from loaders.check.references import check_references, check_shared_ids
from loaders.check.reported import warn_of_reports
from loaders.check.revision_warnings import warn_of_revisions
from loaders.check.revisions import check_revisions
from loaders.check.trees import check_requirements, check_supports, check_trees
from loaders.check.warnings import (
    warn_of_agreements,
    warn_of_money,
    warn_of_people,
    warn_of_plans,
    warn_of_requirements,
    warn_of_targets,
)
from loaders.check.whole import Place, RowName, Whole
from loaders.plan import State
from loaders.problems import Problem, in_order

__all__ = ["Place", "RowName", "check"]

_CHECKS = (
    check_references,
    check_shared_ids,
    check_agreements,
    check_heads,
    check_grids,
    check_dates,
    check_reports,
    check_money,
    check_trees,
    check_supports,
    check_requirements,
    check_revisions,
    check_disputes,
    warn_of_plans,
    warn_of_agreements,
    warn_of_targets,
    warn_of_requirements,
    warn_of_people,
    warn_of_money,
    warn_of_reports,
    warn_of_revisions,
)


def check(
    state: State,
    *,
    touched: frozenset[RowName] | None = None,
    unread: frozenset[Place] = frozenset(),
    broken: frozenset[str] = frozenset(),
    today: date | None = None,
) -> list[Problem]:
    """Problems and warnings of a whole state, in order; a state without problems is what the graph may hold.

    `touched` names the rows that the folders of this load hold (None: all rows): warnings are about them alone, and
    problems are placed at them where they can be. `unread` are cells in which something is written that could not be
    read, `broken` sheets that could not be read as a whole: nothing is concluded from what they lack. `today` is
    the day of the load, for acceptances that come to light long after they were given.
    """
    whole = Whole(state, touched, unread, broken, today)
    for each in _CHECKS:
        each(whole)
    return in_order(whole.found)
