"""Owners in force: which agency answers for a deliverable on a day."""

from collections import defaultdict
from datetime import date

from loaders.columns import text_of
from loaders.plan import Key, Row, State
from loaders.revised.history import history


class Owners:
    """The owners of deliverables, by the first promise and the timely revisions of it."""

    def __init__(self, state: State) -> None:
        self._changes: dict[tuple[str, Key], list[tuple[date, str]]] = defaultdict(list)
        for step in history(state) if state.get("revisions") else ():
            for each in step.judgements:
                if each.timely and each.revision.column in ("agency", "released_by"):
                    self._changes[each.revision.name].append((step.day, text_of(each.revision.to)))

    def on(self, deliverable: Row, day: date | None) -> str:
        """The owner in force on a day; as first promised where no day is given."""
        owner = text_of(deliverable.values.get("released_by" if deliverable.sheet == "releases" else "agency"))
        for since, changed in self._changes.get((deliverable.sheet, deliverable.key), ()) if day else ():
            if day and since <= day:
                owner = changed
        return owner
