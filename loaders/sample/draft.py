"""One plan year being written: its sheets fill up sentence by sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

COLUMNS = {
    "plan": "id title starts ends five_year_plan currency",
    "five_year_plans": "id title starts ends",
    "plan_targets": "id five_year_plan agency title unit baseline target due sector",
    "agencies": "id name kind part_of sector",
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
}
"""The sheets that a sample folder has, each with its columns in the order of the file."""


def plain(number: float) -> str:
    """A number as a sheet wants it: no thousands separator, no needless decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def closing_days(starts: str) -> list[str]:
    """The last days of the four quarters of a plan year that starts on the day given."""
    first = date.fromisoformat(starts)
    months = [first.year * 12 + first.month - 1 + 3 * quarter for quarter in (1, 2, 3, 4)]
    return [(date(month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat() for month in months]


@dataclass
class Draft:
    """The rows of one plan year, and what is being spoken of: an agency with its agreement, then a deliverable."""

    plan_year: str
    starts: str
    signed_on: str
    known_to: str
    sheets: dict[str, list[dict[str, str]]] = field(default_factory=lambda: {sheet: [] for sheet in COLUMNS})
    _agency: str = ""
    _agreement: str = ""
    _objective: str = ""
    _deliverable: str = ""
    _letters: dict[str, int] = field(default_factory=dict[str, int])

    def row(self, sheet: str, **cells: str) -> None:
        """Add a row; cells that are not given stay empty."""
        self.sheets[sheet].append(cells)

    def speak_of(self, agency: str, objective: str = "") -> None:
        """Turn to an agency that has no agreement: what follows is its own, and promised to nobody."""
        self._agency, self._agreement, self._objective = agency, "", objective

    def agreement(
        self,
        agency: str,
        name: str,
        heads: str,
        to: str,
        *,
        signed_on: str | None = None,
        weight: str = "",
        published: bool = True,
    ) -> None:
        """Open the agreement of an agency: `heads` signs for it, `to` for the government."""
        identity = f"APA-{agency}-{self.plan_year[-2:]}"
        address = f"https://agreements.oruvia.example/{self.plan_year}/{agency.lower()}" if published else ""
        day = self.signed_on if signed_on is None else signed_on
        self.row(
            "agreements",
            id=identity,
            kind="APA",
            agency=agency,
            title=f"Performance agreement of the {name}, {self.plan_year}",
            weight=weight,
            signed_on=day,
            signed_by=heads if day else "",
            signed_for=to if day else "",
            published_at=address,
        )
        self._agency, self._agreement, self._objective = agency, identity, ""

    def objective(self, text: str) -> None:
        """The objective under which the following targets are grouped."""
        self._objective = text

    def _target(self, identity: str, title: str, measure: str, weight: float, **cells: str) -> None:
        self._deliverable = identity
        promised = {"agreement": self._agreement, "weight": plain(weight)} if self._agreement else {}
        self.row(
            "targets",
            id=identity,
            agency=self._agency,
            title=title,
            measure=measure,
            objective=self._objective,
            **promised,
            **cells,
        )

    def cascade(self, identity: str, title: str, weight: float, **cells: str) -> None:
        """A target that is as good as the targets that support it."""
        self._target(identity, title, "cascade", weight, **cells)

    def timeliness(self, identity: str, title: str, weight: float, **cells: str) -> None:
        """A target measured by the money paid by its planned day."""
        self._target(identity, title, "releases", weight, unit="percent", **cells)

    def date(
        self, identity: str, title: str, weight: float, due: str, came: str = "", *, start: str = "", **cells: str
    ) -> None:
        """A target that is a day, perhaps the day it came; with a start, the work began then unless told."""
        began = cells.pop("began", start)
        self._target(identity, title, "date", weight, planned_start=start, planned_finish=due, **cells)
        self._begin(began)
        self._finish(came, began)

    def quantity(  # noqa: PLR0917 (a promise reads best in this order)
        self,
        identity: str,
        title: str,
        weight: float,
        target: float,
        unit: str,
        got: Iterable[float] = (),
        *,
        due: str = "",
        grid: str = "",
        **cells: str,
    ) -> None:
        """A target that is a number; `got` is the total (or level) at the end of each quarter that was reported."""
        falling = cells.setdefault("better", "higher") == "lower"
        steps = dict(zip(["excellent", "very_good", "good", "fair", "poor"], grid.split(), strict=True)) if grid else {}
        self._target(
            identity, title, "quantity", weight, unit=unit, target=plain(target), planned_finish=due, **steps, **cells
        )
        self._begin(cells.get("planned_start", ""))
        days = closing_days(self.starts)
        for day, value in zip(days, got, strict=False):
            reached = value <= target if falling else value >= target
            short = "delayed" if day == days[-1] else "on track"
            self.said(
                day,
                "",
                achieved=plain(value),
                status="done" if reached else short,
                evidence=f"Quarterly return of {self._agency}, {date.fromisoformat(day):%B %Y}",
            )

    def milestone(  # noqa: PLR0917
        self, identity: str, agency: str, kind: str, title: str, due: str, came: str = "", start: str = ""
    ) -> None:
        """A dated thing that is no promise of an agreement: a request, a clearance, an approval, an event."""
        self._deliverable = identity
        self.row(
            "milestones", id=identity, agency=agency, kind=kind, title=title, planned_start=start, planned_finish=due
        )
        self._finish(came, start, agency)

    def line(self, identity: str, agency: str, title: str, amount: float, source: str = "domestic") -> None:
        """A budget line."""
        self.row("budget_lines", id=identity, agency=agency, title=title, source=source, amount=plain(amount))

    def release(
        self,
        identity: str,
        line: str,
        planned_on: str,
        amount: float,
        title: str,
        *paid: tuple[str, float] | str,
        by: str = "BUDGET",
    ) -> None:
        """A tranche, and when it was paid: a day (all of it), or days with amounts."""
        self._deliverable = identity
        self.row(
            "releases",
            id=identity,
            budget_line=line,
            released_by=by,
            planned_on=planned_on,
            amount=plain(amount),
            title=title,
        )
        for part in paid:
            day, sum_paid = (part, amount) if isinstance(part, str) else part
            self.pay(line, day, sum_paid, release=identity if len(paid) > 1 else "")

    def pay(self, line: str, day: str, amount: float, release: str = "") -> None:
        """Money made available on a line; with `release`, the payment names its tranche."""
        self.row(
            "payments",
            budget_line=line,
            paid_on=day,
            amount=plain(amount),
            reference=f"PV/{day[:4]}/{self._number('PV' + day[:4]):04d}",
            release=release,
        )

    def needs(
        self, requires: str, by: str = "", *, lag: int = 0, agreed: str | None = None, otherwise: str = ""
    ) -> None:
        """What the deliverable being spoken of needs; agreed with the agreements unless told ('' = unsigned)."""
        self.row(
            "requirements",
            deliverable=self._deliverable,
            requires=requires,
            needed_by=by,
            lag_days=str(lag) if lag else "",
            agreed_on=self.signed_on if agreed is None else agreed,
            if_not_met=otherwise,
        )

    def said(self, as_of: str, note: str, *, about: str = "", cause: str = "", **cells: str) -> None:
        """A report about the deliverable being spoken of (or another)."""
        self.row("progress", deliverable=about or self._deliverable, as_of=as_of, cause=cause, note=note, **cells)

    def caught_up(self, identity: str, day: str, total: float, note: str = "") -> None:
        """The target of an earlier year is reached after all: too late for its score, not for those who waited."""
        self.said(day, note, about=identity, achieved=plain(total), finished_on=day, status="done")

    def because(self, cause: str, note: str) -> None:
        """The owner's word on how the deliverable being spoken of ended: goes on its last report."""
        rows = [row for row in self.sheets["progress"] if row["deliverable"] == self._deliverable]
        rows[-1].update(cause=cause, note=note)

    def _begin(self, began: str) -> None:
        if began and began <= self.known_to:
            self.said(began, "", started_on=began, status="on track")

    def _finish(self, came: str, began: str, agency: str = "") -> None:
        if not came:
            return
        owner = agency or self._agency
        number = self._number(owner + came[:4])
        cells = {"started_on": began} if began else {}
        self.said(
            came, "", finished_on=came, status="done", evidence=f"Letter {owner}/{came[:4]}/{number:02d}", **cells
        )

    def _number(self, series: str) -> int:
        self._letters[series] = self._letters.get(series, 0) + 1
        return self._letters[series]
