"""Published assessments in a terminal."""

from collections.abc import Sequence

from graph_schema.answers import sentences
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import plan_years
from graph_schema.published import Frozen, Publication, Published, Verified
from loaders.cli.show import console, day, draw, one, row, say, table

_SAID = {
    "published": "Published",
    "made final": "Made final",
    "unchanged": "Nothing changed; this is there already:",
}


def show_published(found: Published) -> None:
    """Print what publishing did."""
    out = console()
    say(out, f"{_SAID[found.what]} {_named(found.publication)}.", "bold")
    say(out, _rests_on(found.publication))


def show_list(found: Sequence[Publication]) -> None:
    """Print every published assessment, the latest first."""
    out = console()
    if not found:
        say(out, "Nothing was published yet. Publish the current assessment: accountability publish")
        return
    made = table(">number", "as of", "plan year", "state", "published", "by", "note")
    for each in reversed(found):
        when = day(each.published_at.date())
        row(made, [str(each.number), day(each.as_of), each.plan_year, each.state, when, each.published_by, each.note])
    draw(out, "Published assessments", made)
    out.print()
    say(out, "Show one: accountability published NUMBER", "dim")


def show_publication(found: Publication, then: Frozen) -> None:
    """Print one published assessment, with the scores of each tier."""
    out = console()
    say(out, f"{_named(found)[0].upper()}{_named(found)[1:]}.", "bold")
    say(out, _rests_on(found))
    say(out, found.note)
    made = table("plan year", ">tier", ">government", ">points lost")
    for year in plan_years(then):
        for tier in year.tiers:
            card = scorecard(then, year.id, tier)
            row(made, [year.id, str(tier), one(card.government_shown), one(card.shown)])
    draw(out, "Scores", made)
    out.print()
    say(out, f"Attributed by rule {found.rule}: an allocation, not proof of fault.", "dim")


def show_verified(found: Verified) -> None:
    """Print whether a document is what was published, and whether the plan still is what it rests on."""
    out = console()
    if found.sound:
        say(out, f"Publication {found.publication.number} is what was published: its document has the same digest.")
    else:
        say(out, f"Publication {found.publication.number} is damaged: its document has another digest.", "bold")
    plan = "the one it rests on" if found.same_inputs else "another than the one it rests on: rows changed since"
    say(out, f"The plan in the graph is {plan}.")
    say(out, f"Document {found.publication.digest}", "dim")
    say(out, f"Inputs   {found.publication.inputs}", "dim")


def _named(each: Publication) -> str:
    return f"publication {each.number}: plan year {each.plan_year}, as of {sentences.on(each.as_of)}, {each.state}"


def _rests_on(each: Publication) -> str:
    when = sentences.on(each.published_at.date())
    text = f"By {each.published_by} on {when}; loads up to {each.load}, rule {each.rule}, inputs {each.inputs[:12]}."
    if each.final_by and each.final_at:
        text += f" Final since {sentences.on(each.final_at.date())}, by {each.final_by}."
    return text
