"""Answers as pandas frames and as plain JSON: exact numbers, ISO days, text as it is."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from graph_schema.answers.tables import Party, Source

if TYPE_CHECKING:
    import pandas as pd


def to_json(answer: object) -> Any:
    """Turn an answer, or any part of one, into dicts, lists, texts and numbers that `json.dumps` takes."""
    if is_dataclass(answer) and not isinstance(answer, type):
        return {f.name: to_json(getattr(answer, f.name)) for f in fields(answer)}
    if isinstance(answer, datetime | date):
        return answer.isoformat()
    if isinstance(answer, tuple | list):
        return [to_json(item) for item in answer]
    return answer


def to_frame(rows: Iterable[object]) -> "pd.DataFrame":
    """Make a frame of rows of one answer: a column for each field, in order; empty for no rows.

    An agency is two columns (its id, and its name as `…_name`), a source one text; days are datetime.date, lists of
    plain values texts joined by `; `; lists of rows, and parts with rows of their own, are left out.
    """
    import pandas as pd  # noqa: PLC0415 -- a second of every command's start, and most make no frame

    return pd.DataFrame([_flat(row) for row in rows])


def _flat(row: object) -> dict[str, object]:
    if not is_dataclass(row):
        raise TypeError(row)
    out: dict[str, object] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Party):
            out |= {field.name: value.id, f"{field.name}_name": value.name}
        elif isinstance(value, Source):
            out[field.name] = str(value)
        elif isinstance(value, tuple):
            parts = [p.id if isinstance(p, Party) else p for p in value]
            if not any(is_dataclass(p) for p in parts):
                out[field.name] = "; ".join(map(str, parts))
        elif not is_dataclass(value):
            out[field.name] = value
    return out
