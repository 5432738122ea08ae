"""One plan year being written: its sheets fill up sentence by sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from loaders.sample.columns import COLUMNS


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

    def row(self, sheet: str, /, **cells: str) -> None:
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

    def milestone(  # noqa: PLR0917 (as above)
        self, identity: str, agency: str, kind: str, title: str, due: str, came: str = "", start: str = ""
    ) -> None:
        """A dated thing that is no promise of an agreement: a request, a clearance, an approval, an event."""
        self._deliverable = identity
        self.row(
            "milestones", id=identity, agency=agency, kind=kind, title=title, planned_start=start, planned_finish=due
        )
        self._finish(came, start, agency)

    def line(  # noqa: PLR0917 (as above)
        self, identity: str, agency: str, title: str, amount: float, source: str = "domestic", sector: str = ""
    ) -> None:
        """A budget line; an amount of 0 is withheld."""
        written = plain(amount) if amount else ""
        self.row("budget_lines", id=identity, agency=agency, title=title, source=source, sector=sector, amount=written)

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

    def revised(self, what: str, value: str, on: str, by: str, reason: str) -> None:
        """An approved change of plan: `what` is sheet, id and column; a requirement's id is `deliverable<required`."""
        sheet, name, column = what.split()
        identity, _, requires = name.partition("<")
        cells = {"requires": requires, "column": column, "value": value, "revised_on": on}
        self.row("revisions", sheet=sheet, id=identity, approved_by=by, reason=reason, **cells)

    def dispute(self, identity: str, about: str, *, raised: str, claim: str, moves: str = " ", **cells: str) -> None:
        """An objection; `raised` is day and agency, `ruled` day and post, `moves` from and to.

        Its state is what the cells say: ruled, withdrawn (`withdrawn` is not empty), answered or raised.
        """
        day, agency = raised.split()
        origin, to = moves.split(" ")
        ruled_on, _, judge = cells.pop("ruled", "").partition(" ")
        gone = "withdrawn" if cells.pop("withdrawn", "") else "answered" if "answered" in cells else "raised"
        self.row(
            "disputes",
            id=identity,
            deliverable=about,
            raised_on=day,
            raised_by=agency,
            claim=claim,
            **{"state": "ruled" if judge else gone, "answered_on": cells.pop("answered", ""), "from": origin, "to": to},
            ruled_on=ruled_on,
            ruled_by=judge,
            **cells,
        )

    def result(self, agreement: str, kind: str, on: str, by: str, **cells: str) -> None:
        """What was declared about an agreement of this year, or what followed from it."""
        identity = f"APA-{agreement}-{self.plan_year[-2:]}"
        self.row("results", agreement=identity, kind=kind, decided_on=on, decided_by=by, **cells)

    def expected(self, deliverable: str, *totals: float) -> None:
        """The total planned by the end of each quarter."""
        for day, total in zip(closing_days(self.starts), totals, strict=False):
            self.row("trajectory", deliverable=deliverable, by=day, planned=plain(total))

    def spent(self, line: str, *totals: float, closed: str = "") -> None:
        """Money spent of a line by the end of each quarter, in millions; `closed`: the last total stands there."""
        for day, total in zip(closing_days(self.starts), totals, strict=False):
            self.row("spending", budget_line=line, as_of=day, amount=plain(total * 1_000_000))
        if closed:
            self.row("spending", budget_line=line, as_of=closed, amount=plain(totals[-1] * 1_000_000))

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
