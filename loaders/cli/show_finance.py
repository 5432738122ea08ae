"""What money cost, in a terminal: for each who releases it what began there, and what it lost itself."""

from rich.console import Console

from graph_schema.answers.finance import Finance, Releaser
from loaders.cli.show import clipped, console, draw, entry, foot, one, say, table


def show_finance(found: Finance) -> None:
    """Print it for people."""
    out = console()
    say(out, f"{found.plan_year.title}, tier {found.tier}", "dim")
    if not found.rows:
        say(out, found.text, "bold")
    for row in found.rows:
        _row(out, row)
    out.print()
    foot(out, found.status)


def _row(out: Console, row: Releaser) -> None:
    out.print()
    say(out, row.text, "bold")
    if row.caused:
        made = table("what began there", ">lost itself", ">lost by others", ">points")
        for each in (c for c in row.caused if c.points_shown):
            entry(made, each.kind, one(each.itself_shown), one(each.others_shown), one(each.points_shown))
        own = one(row.began_shown - row.cost_others_shown)
        entry(made, "together", own, one(row.cost_others_shown), one(row.began_shown), style="bold")
        draw(out, f"What began in {clipped(row.agency.name)}", made)
    if row.suffered:
        made = table("where it began", ">points", ">through its money")
        for each in (s for s in row.suffered if s.points_shown):
            itself = each.causer.id == row.agency.id
            where = "itself" if itself else clipped(each.causer.name)
            entry(made, where, one(each.points_shown), "" if itself else one(each.by_requests_shown))
        entry(made, "together", one(row.lost_shown), one(row.requests_shown), style="bold")
        draw(out, f"What {clipped(row.agency.name)} lost", made)
    if row.passed_shown:
        say(out, f"{row.passed_shown:,.1f} points of all passed through its money and began with others.", "dim")
