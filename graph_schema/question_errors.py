"""Errors of questions that cannot be answered as asked; each says what is known and what helps."""

from datetime import date

from graph_schema.errors import UsageError


class NotAssessedError(UsageError):
    """There is nothing to answer from yet: no plan, or no assessment of it."""

    def __init__(self, loaded: bool) -> None:
        remedy = "Assess it: accountability assess" if loaded else "Load one: accountability load PATH"
        finding = "The plan in the graph was not assessed yet." if loaded else "There is no plan in the graph yet."
        super().__init__(finding, remedy)


class UnknownDeliverableError(UsageError):
    """No target, release or milestone has this id. `nearest` holds (id, title) of those that come nearest."""

    def __init__(self, asked: str, nearest: tuple[tuple[str, str], ...]) -> None:
        self.asked = asked
        self.nearest = nearest
        names = "; ".join(f"{found} ({title})" for found, title in nearest)
        super().__init__(
            f"No deliverable has the id {asked!r}.",
            f"Nearest are: {names}." if names else "Find it by words in the explorer: accountability explore",
        )


class UnknownPlanYearError(UsageError):
    """The graph holds no plan year of this id."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no plan year {asked!r}.", f"The graph holds: {', '.join(known)}.")


class UnknownAgencyError(UsageError):
    """No sheet lists an agency of this id; `nearest` is the id it was most likely meant to be, '' without any."""

    def __init__(self, asked: str, nearest: str) -> None:
        remedy = (
            f"Did you mean {nearest!r}?"
            if nearest
            else "The page Agency lists all of them, as the sheet agencies does."
        )
        super().__init__(f"No agency has the id {asked!r}.", remedy)


class UnknownPostError(UsageError):
    """There is no such post in the plan year that was asked for."""

    def __init__(self, asked: str, plan_year: str, nearest: str) -> None:
        super().__init__(
            f"No sheet up to {plan_year} lists a post '{asked}'.", f"Did you mean '{nearest}'?" if nearest else ""
        )


class UnknownTierError(UsageError):
    """No agency of this tier has an agreement in the plan year."""

    def __init__(self, asked: int, plan_year: str, known: tuple[int, ...]) -> None:
        tiers = ", ".join(str(tier) for tier in known) or "none"
        finding = f"No agency of tier {asked} has an agreement in {plan_year}."
        super().__init__(finding, f"Tiers with agreements: {tiers}.")


class NoSuchTierError(UsageError):
    """No agency stands at this tier in the plan year."""

    def __init__(self, asked: int, plan_year: str) -> None:
        super().__init__(f"No agency stands at tier {asked} in {plan_year}.", "A root of the tree is tier 1.")


class UnknownStatusError(UsageError):
    """No report can have this status."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no status {asked!r}.", f"Reports know: {', '.join(known)}.")


class UnknownRowError(UsageError):
    """The matrix of this tier has no such row (`side`: "row") or column."""

    def __init__(self, asked: str, tier: int, side: str, known: tuple[str, ...]) -> None:
        has = f"It has: {', '.join(known)}." if known else "It has none."
        super().__init__(f"The matrix has no {side} {asked!r} at tier {tier}.", has)


class NotATargetError(UsageError):
    """A walk down a cascade starts at a target or an agency, never at a release or milestone."""

    def __init__(self, asked: str, kind: str) -> None:
        super().__init__(
            f"{asked!r} is a {kind}: a walk down starts at a target or an agency.",
            f"Ask who delayed it: accountability who-delayed {asked}",
        )


class UnknownGroupingError(UsageError):
    """Money cannot be grouped by this."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Money cannot be grouped by {asked!r}.", f"It can by {', '.join(known)}.")


class UnknownFiveYearPlanError(UsageError):
    """No five-year plan has this id."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        plans = f"The graph holds: {', '.join(known)}." if known else "List it in five_year_plans.csv."
        finding = f"There is no five-year plan {asked!r}." if asked else "There is no five-year plan in the graph."
        super().__init__(finding, plans)


class UnknownPlanTargetError(UsageError):
    """The five-year plan promises nothing of this id."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        promises = f"It promises: {', '.join(known)}." if known else "List it in plan_targets.csv."
        super().__init__(f"The five-year plan has no target {asked!r}.", promises)


class NotKeptError(UsageError):
    """A published assessment does not hold what this question needs."""

    def __init__(self) -> None:
        super().__init__(
            "Published assessments do not keep what this question needs.", "Ask it of the current assessment."
        )


class UnknownPublicationError(UsageError):
    """No published assessment has this number."""

    def __init__(self, asked: str, known: tuple[int, ...]) -> None:
        have = f"Published: {', '.join(map(str, known))}." if known else "Publish one: accountability publish"
        super().__init__(f"There is no published assessment {asked!r}.", have)


class StaleAssessmentError(UsageError):
    """Rows were loaded after the assessment: what would be published is not what the plan says."""

    def __init__(self, load: int) -> None:
        super().__init__(f"Load {load} is newer than the assessment.", "Assess again first: accountability assess")


class NotOverError(UsageError):
    """The plan year goes on: its assessment cannot be final."""

    def __init__(self, plan_year: str, ends: date, as_of: date) -> None:
        super().__init__(
            f"The plan year {plan_year} ends on {ends}, and the assessment is as of {as_of}: it cannot be final.",
            "Publish it as provisional, without --final, or name a year that is over with --plan-year.",
        )


class FinalExistsError(UsageError):
    """The plan year has its final assessment; it stays."""

    def __init__(self, plan_year: str, number: int) -> None:
        super().__init__(
            f"The plan year {plan_year} has its final assessment, publication {number}; it stays.",
            "Publish this one without --final: both can be compared.",
        )


class DamagedDocumentError(UsageError):
    """What is stored is not what was published."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"The document of publication {number} is damaged: its digest is another than when it was published.",
            "Restore it from a backup, or from the file that was exported.",
        )


class UnknownStateError(UsageError):
    """No dispute can be in this state."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Disputes are never {asked!r}.", f"They are {', '.join(known)}.")
