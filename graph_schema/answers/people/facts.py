"""What the answers about posts and officials read, once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph_schema.answers.agencies import Member, members
from graph_schema.answers.people.tenures import TenureRow, Tenures, number_of
from graph_schema.answers.report import Began
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Post:
    """A row of read/posts. `path`: agencies from the root down to its own; empty where that is not in that tree."""

    id: str
    title: str
    heads: bool
    agency: str
    name: str
    external: bool
    kind: str | None
    path: list[str]

    @property
    def party(self) -> Party:
        """Its agency."""
        return Party(self.agency, self.name, self.external)

    @property
    def called(self) -> str:
        """Its title and id, as sentences name it."""
        return self.id if self.title == self.id else f"{self.title} ({self.id})"


@dataclass(frozen=True, slots=True)
class Official:
    """A row of read/officials."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A row of read/assigned: a target that a post answers for; `weight` percent of its agreement, 0 without one."""

    post: str
    id: str
    title: str
    weight: float
    raw: float
    due: bool


@dataclass(frozen=True)
class Unit:
    """An agency with a measured agreement: its scores, its tier, the weight of its agreement in the tier."""

    agency: str
    tier: int
    official: float
    adjusted: float
    measured: float
    weight: float


@dataclass(frozen=True)
class People:
    """Posts of a plan year, who held them, and how the agencies stand. `first` … `last`: its days up to the assessment.

    `last` is the day before `first` where the assessment is of a day before the year. Day numbers.
    """

    plan_year: PlanYear
    status: Status
    today: int
    first: int
    last: int
    posts: Mapping[str, Post]
    heads: Mapping[str, str]
    tenures: Tenures
    officials: Mapping[str, Official]
    units: Mapping[str, Unit]
    agreements: tuple[Member, ...]

    def unit_of(self, post: Post) -> Unit | None:
        """Find the agency whose score is the post's in unit mode: its own, or the nearest above with a measured one."""
        return next((self.units[a] for a in reversed(post.path or [post.agency]) if a in self.units), None)


def read_people(graph: Readable, plan_year: str | None) -> People:
    """Read what all answers about people share; seven round trips. Raises NotAssessedError, UnknownPlanYearError."""
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    today = number_of(known_by.as_of or date.min)
    first = number_of(year.starts)
    posts = {post.id: post for post in graph.read("read/posts", Post, plan_year=year.id)}
    agreements = tuple(row for row in members(graph, year.id, year.tiers) if row.agreement)
    charged: dict[tuple[int, str], float] = {}
    for row in graph.read("report/charged", Began, plan_year=year.id, charged="CHARGED"):
        charged[row.tier, row.row] = charged.get((row.tier, row.row), 0.0) + row.points
    return People(
        plan_year=year,
        status=known_by,
        today=today,
        first=first,
        last=max(first - 1, min(today, number_of(year.ends))),
        posts=posts,
        heads={post.agency: post.id for post in posts.values() if post.heads},
        tenures=Tenures.of(graph.read("read/tenures", TenureRow)),
        officials={row.id: row for row in graph.read("read/officials", Official)},
        units={
            a.agency: Unit(
                a.agency,
                a.tier,
                100 - a.lost,
                100 - charged.get((a.tier, a.agency), 0.0) / (a.weight or 1.0),
                a.measured,
                a.weight or 1.0,
            )
            for a in agreements
            if a.measured > 0
        },
        agreements=agreements,
    )
