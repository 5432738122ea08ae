"""A plan corrected at random: a correction that the check refuses is tried otherwise, so that what comes out loads.

Facts are added, corrected and taken back, never just left out: a load would not forget them.
"""

from pathlib import Path
from random import Random

from changes.facts import FACTS
from changes.promises import PROMISES
from changes.rows import Change, Row, read, write
from loaders.check import check
from loaders.merge import merge
from loaders.problems import refuses
from loaders.read import read_plan

_CHANGES = (*FACTS, *PROMISES)


def corrected(source: Path, folder: Path, seed: str, count: int) -> tuple[Path, Path, list[str]]:
    """`count` corrections of the plan in `source`.

    Returns the folder to load over it (payments taken back are rows with the amount 0), the folder that says the
    same from the start (without them), and the names of the corrections.
    """
    rng = Random(f"corrections {seed}")
    sheets = read(source)
    columns = {path: list(rows[0]) if rows else ["id"] for path, rows in sheets.items()}
    scratch, names, taken_back = folder / "scratch", list[str](), dict[Path, list[Row]]()
    waiting: list[Change] = []
    for _ in range(6 * count):
        if len(names) == count:
            break
        waiting = waiting or rng.sample(_CHANGES, len(_CHANGES))
        change = waiting.pop()
        for _ in range(3):
            tried = {path: [dict(row) for row in rows] for path, rows in sheets.items()}
            gone = change(rng, tried)
            if gone is not None and _sound(write(scratch, tried, columns)):
                break
        else:
            continue
        for path, rows in gone.items():
            taken_back.setdefault(path, []).extend(rows)
        sheets = tried
        names.append(change.__name__)
    over = {path: rows + taken_back.get(path, []) for path, rows in sheets.items()}
    return write(folder / "over", over, columns), write(folder / "anew", sheets, columns), names


def _sound(folder: Path) -> bool:
    reading = read_plan([folder])
    merged = merge({}, reading)
    return not refuses([*reading.problems, *merged.problems, *check(merged.state)])
