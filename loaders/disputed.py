"""Disputes that were written by command: a sheet that says less than the command takes nothing back."""

from loaders.plan import Row, State
from loaders.problems import Problem, quoted, warning

COMMAND = "accountability disputes"
"""How the place of a row begins that a command wrote."""

_FURTHER = {"raised": 0, "answered": 1, "ruled": 2, "withdrawn": 2}


def by_command(row: Row) -> bool:
    """Whether a command wrote the row."""
    return row.file.startswith(COMMAND)


def outdated(old: Row | None, row: Row) -> Problem | None:
    """The warning where a sheet's dispute stands where it stood before a command took it further: that stays."""
    if old is None or not by_command(old) or by_command(row) or row.values == old.values:
        return None
    said, found = (str(each.values.get("state", "")) for each in (old, row))
    if _FURTHER.get(found, 0) >= _FURTHER[said]:
        return None
    expected = f"expected {quoted(said)}, as {quoted(old.file)} said in load {old.load}, found {quoted(found)}"
    return warning(row.file, row.row, "state", f"{expected}: that stays; bring the sheet up to date")


def otherwise(old: Row | None, row: Row) -> Problem | None:
    """The warning where a sheet changes a ruling."""
    if old is None or old.values.get("state") != "ruled" or row.values == old.values:
        return None
    ruled = f"as ruled on {old.values.get('ruled_on', '')} ({old.file}, load {old.load})"
    return warning(row.file, row.row, "", f"expected {quoted(row.key[0])} {ruled}, found another: this row holds now")


def lost_rulings(present: State, state: State) -> list[Problem]:
    """A warning for each ruling that goes, since the deliverable that it is about does."""
    gone = present.get("disputes", {}).keys() - state.get("disputes", {}).keys()
    rows = (present["disputes"][key] for key in sorted(gone))
    return [
        warning(
            row.file, row.row, "deliverable", f"{_about(row)} is no longer in the plan, and the ruling goes with it"
        )
        for row in rows
        if row.values.get("state") == "ruled"
    ]


def _about(row: Row) -> str:
    return f"{quoted(row.values.get('deliverable', ''))}, about which {quoted(row.key[0])} was ruled,"
