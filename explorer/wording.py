"""Words for people: days, numbers, states and kinds. The one place that changes the product's own words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from graph_schema.answers import rounding, sentences
from graph_schema.answers.agency.rows import AgreedTarget, Bound
from graph_schema.answers.people.recognition import Group
from graph_schema.answers.people.rows import PostCard, PostRow, TenureOf
from graph_schema.answers.revisions.rows import FirstScore
from graph_schema.answers.tables import Hit, Party
from graph_schema.answers.things import Thing

upper_first = sentences.upper_first

_LONGEST = 120
"""Characters of a title in a line of text; whole titles stand where they are the subject."""

PAGES = {
    "start": ("Start", "Where to begin: the search, what stands out, whom to call."),
    "scorecard": ("Scorecard", "How is the government doing, and who moved whom?"),
    "who-delayed": ("Who delayed this?", "Any target, release or milestone: who delayed it, and what did it cost?"),
    "held-up": ("What did it hold up?", "Everything that a thing or an agency made later, shorter or poorer."),
    "coming": ("What is coming", "What is due, what is at stake if it slips, and whom to call."),
    "map": ("Map", "Who depends on whom, as a graph to walk."),
    "agency": ("Agency", "What one agency promised, and how it got from its official to its adjusted score."),
    "official": ("Official", "Who held a post when, and how they stand."),
    "agreements": ("Agreements", "Who signed for what, and how sound the plan is."),
    "money": ("Money", "What money came when, and what its lateness cost."),
    "five-year": ("Five-year plan", "Is the five-year plan within reach?"),
    "data": ("Data", "What was loaded, what it changed, and what was refused."),
    "ask": ("Ask in Cypher", "Questions of your own, read only."),
}
"""What each page is called, and what it answers."""

KINDS = {
    "target": "a target",
    "release": "a release of money",
    "milestone": "a milestone",
    "outside": "a cause outside the plan",
}
MONEY_BY = {
    "line": "Line",
    "source": "Source",
    "agency": "Receives it",
    "sector": "Sector",
    "released-by": "Releases it",
    "month": "Month",
}
MEASURES = {
    "cascade": ", measured by the targets below it",
    "releases": ", measured by the money that is paid on time",
}
_BY = {"cascade": "by the targets below it", "releases": "by the money paid on time"}
STANDINGS = {
    "agency": "",
    "no agreement": "no agreement",
    "above the tier": "above this tier",
    "external": "outside the government",
    "not in the tree": "not in this year’s tree",
}
ROLES = {"in time": "came in time", "does not count": "does not count"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date | None, *, year: bool = True, long: bool = False) -> str:
    """A day as people write it: 18 Mar 2027, 18 March 2027, 18 Mar; '' for none."""
    if value is None:
        return ""
    month = _MONTHS[value.month - 1]
    text = f"{value.day} {month if long else month[:3]}"
    return f"{text} {value.year}" if year else text


def month(value: date) -> str:
    """A month: Mar 2027."""
    return f"{_MONTHS[value.month - 1][:3]} {value.year}"


def moment(value: datetime | None) -> str:
    """A day and time: 18 March 2027, 14:05; '' for none."""
    return f"{day(value.date(), long=True)}, {value:%H:%M}" if value else ""


def one(value: float | None) -> str:
    """A number with one decimal and a real minus sign; a dash for none."""
    if value is None:
        return "–"
    text = f"{rounding.one(abs(value)):,.1f}"
    return f"−{text}" if value < 0 and text.strip("0.,") else text


def short_one(value: float) -> str:
    """As `one`, whole numbers without their decimal: 40, 17.6."""
    return one(value).removesuffix(".0")


def signed(value: float | None) -> str:
    """A change: + 6.0, − 3.7, 0.0; a dash for none."""
    if value is None or not one(value).strip("−0.,"):
        return one(value if value is None else 0.0)
    return f"{'+' if value > 0 else '−'} {one(abs(value))}"


def percent(value: float | None) -> str:
    """A whole percent; nearly all is not all, and nearly none is not none; a dash for none."""
    if value is None:
        return one(None)
    whole = round(value)
    whole = min(whole, 99) if value < 100 - 1e-9 else whole
    return f"{max(whole, 1) if value > 0 else 0} %"


def amount(value: float, unit: str) -> str:
    """A number with its unit: 40 days, 1 day, 17.6 days, 1 point, 2 km."""
    text = short_one(value)
    return (
        f"{text} {unit.removesuffix('s')}" if text == "1" and unit in ("days", "points", "units") else f"{text} {unit}"
    )


def count(value: int, one_: str, many: str) -> str:
    """How many of what: one target, 12 targets."""
    return f"one {one_}" if value == 1 else f"{value:,} {many}"


def short(text: str, longest: int = _LONGEST) -> str:
    """A text that fits a line: cut with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def the(party: Party) -> str:
    """An agency within a sentence: "the Budget department", "Agricultural marketing"."""
    return sentences.named(short(party.name))


def units(name: str, currencies: Iterable[str]) -> str:
    """In what amounts are written: "million ORD", "million ORD or USD", "units of money"."""
    return " ".join(filter(None, [name, " or ".join(sorted({*currencies} - {""}))])) or "units of money"


def scaled(value: float | None, scale: float) -> str:
    """An amount in units of `scale` (1e6: in millions), with one decimal; a dash for none."""
    return one(value if value is None else value / scale)


def fine(value: float) -> str:
    """A number without a unit, with up to three decimals: 0.25, 1,250,000."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def found(hit: Hit) -> str:
    """What a list of deliverables says of one: 40 days late, 2 short, 3.2 points lost, or nothing."""
    if hit.delay_days > 0:
        return f"{amount(hit.delay_days, 'days')} late"
    if hit.shortfall > 0:
        return f"{short_one(hit.shortfall)} short"
    return f"{amount(hit.loss, 'points')} lost" if one(hit.loss) != "0.0" else ""


def came(thing: Thing) -> str:
    """What stands before the day a deliverable came: Paid, Given, or Expected while it has not."""
    return thing.verb.capitalize() if thing.finished else "Expected"


def agreement(bound: Bound) -> str:
    """What there is to say of an agreement: its title, who signed it and when, where it can be read."""
    signed = f"signed on {day(bound.signed_on, long=True)}" if bound.signed_on else "unsigned"
    who = f" by the {short(bound.signer, 80)}" if bound.signed_on and bound.signer else ""
    where = f"published at {short(bound.published_at, 160)}" if bound.published_at else "not published"
    weight = f" It weighs {fine(bound.weight)} in its tier." if bound.weight != 1 else ""
    return f"{short(bound.title)}: {signed}{who}, {where}.{weight}"


def promise(target: AgreedTarget) -> str:
    """What a target promised: by 29 Feb 2028; 110 km by 30 Jun 2028; by the targets below it."""
    if target.measure in _BY:
        return _BY[target.measure]
    by = f"by {day(target.planned)}" if target.planned else ""
    return f"{amount(target.goal, short(target.unit, 40))} {by}".strip() if target.goal is not None else by


def grid(target: AgreedTarget) -> str:
    """What earns 100, 90, 80, 70 and 60 points."""
    steps = [day(step) if isinstance(step, date) else fine(step) for step in target.grid]
    pairs = ", ".join(f"{grade} at {step}" for grade, step in zip((100, 90, 80, 70, 60), steps, strict=False))
    return f"{pairs} {short(target.unit, 40)}".strip()


def stands(target: AgreedTarget) -> str:
    """How a target stands: 27 days late, reached 10 Mar 2028; 82 km reached; not due."""
    if target.state == "not measured":
        return "not measured"
    said = list[str]()
    if target.measure == "date":
        said += [f"{amount(target.delay_days, 'days')} late"] if target.delay_days else []
        said += [f"{'done' if target.finished else 'expected'} {day(target.came)}"] if target.came else []
    elif target.measure == "quantity":
        reached = "never reported" if target.achieved is None else f"{amount(target.achieved, short(target.unit, 40))}"
        said += [f"{reached} reached" if target.achieved is not None else reached]
        said += [f"{short_one(target.shortfall)} short"] if target.shortfall else []
    elif target.measure == "cascade" and target.state == "missed":
        said.append("some below it fell short")
    elif target.measure == "releases" and target.achieved is not None:
        said += [f"{one(target.achieved)} % of the money due was paid by its day"]
    return ", ".join([*said, "not due"] if target.state == "not due" else said) or "all reached"


def post_note(row: PostRow) -> str:
    """What stands beside a post: why it has no score, whose score it is, for how long it was vacant."""
    return upper_first("; ".join(row.remarks(short(row.scored_by, 60))))


def holders(card: PostCard) -> list[tuple[TenureOf, str]]:
    """Each tenure of a post with what stands for its holder: a name where names are shown, else a number."""
    out, number = list[tuple[TenureOf, str]](), 0
    for each in card.tenures:
        number += each.standing == "official"
        said = f"official {number}" if each.standing == "official" else "not disclosed"
        out.append((each, f"{each.name or each.official_id} ({each.official_id})" if each.official_id else said))
    return out


def periods(card: PostCard) -> list[dict[str, object]]:
    """Who held a post when, as rows of a file."""
    return [
        {
            "post": card.row.post,
            "held_by": who,
            "since": first,
            "until": last,
            "official": t.official,
            "adjusted": t.adjusted,
        }
        for t, said in holders(card)
        for who in ["vacant" if t.standing == "vacant" else said]
        for first, last in t.periods
    ]


def group(found: Group) -> str:
    """The heading of comparable posts: Tier 2, heads of departments."""
    kind = f" of kind {short(found.kind, 40)}" if found.kind else ""
    return (
        f"Tier {found.tier}: {f'heads of agencies{kind}' if found.heads else f'posts with targets of their own{kind}'}"
    )


def quotas(found: Group) -> str:
    """How many of comparable posts may have each rating."""
    said = "; ".join(f"{q.rating}: {q.places} of {len(found.rows)}, from {short_one(q.least)}" for q in found.quotas)
    return f"{said}. Posts with equal scores get a rating together or not at all."


def differs(score: FirstScore) -> bool:
    """Whether the first promise is shown as another score than the plan in force."""
    return (one(score.first_official), one(score.first_adjusted)) != (one(score.official), one(score.adjusted))


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "moment": moment,
    "one": one,
    "plain": short_one,
    "signed": signed,
    "percent": percent,
    "amount": amount,
    "short": short,
    "the": the,
    "scaled": scaled,
    "fine": fine,
    "upper_first": upper_first,
    "standing": STANDINGS.__getitem__,
    "promise": promise,
    "post_note": post_note,
    "grid": grid,
    "stands": stands,
}
