"""Why a step carried what it did, drawn: its two dates, the sharing, the sections of the rule."""

from explorer import charts
from explorer.palette import Looks
from explorer.ui import look
from graph_schema.answers.things import Chain, Step


def why(chain: Chain, step: Step, looks: Looks) -> None:
    """Draw the explanation of one step of a chain."""
    look.block(
        "explain",
        look=looks,
        step=step,
        cause=chain.thing(step.cause),
        affected=chain.thing(step.affected),
        time=charts.timeline(step),
        needed=bool(step.lanes) and step.lanes[0].late_from == step.lanes[0].needed_by,
        rules=list(dict.fromkeys(line.rule for line in step.lines if line.rule)),
    )
