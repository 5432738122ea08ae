"""What to write instead: the plain number or the ISO day that a cell most likely means."""

import re
from datetime import date
from math import isfinite

from loaders.columns import text_of

_DIGIT_OR_POINT = frozenset("0123456789.")
_NOTHING = frozenset(
    {
        "-",
        "--",
        "–",
        "—",
        ".",
        "?",
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "nan",
        "tbc",
        "tbd",
        "#n/a",
        "inf",
        "-inf",
    }
)
_CURRENCY = re.compile(r"^(?:[A-Za-z]{1,3}\.?|[^\W\d]{1,3})?\s*[$£€¥₹৳]?\s*|\s*[$£€¥₹৳]?\s*(?:[A-Za-z]{3})?$")
_BEFORE_DIGITS = re.compile(r"\D*")
_THOUSANDS = re.compile(r"([0-9]{1,3})((?:[,'’ \u00a0\u202f][0-9]{2,3})*[,'’ \u00a0\u202f][0-9]{3})(\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"([0-9]+),([0-9]{1,2}|[0-9]{4,})")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_FLOAT = re.compile(r"[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,3})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?:[T ].*)?")
_LEAVE_EMPTY = ": leave the cell empty where there is none"
_ISO = ": write it as year-month-day"


def number_remedy(text: str) -> str:
    """The end of a message about a cell that is no plain number: what to write, '' where that is anybody's guess."""
    if text.casefold() in _NOTHING:
        return _LEAVE_EMPTY
    if plain := _plain_number(text.removesuffix("%").strip()):
        return f": write {plain}" + (" (the unit is percent)" if text.endswith("%") else "")
    return ": write the number alone" if any(each.isdigit() for each in text) else ""


def _plain_number(text: str) -> str:
    """The number that `text` means, '' where it is none: `£1,139` is 1139, `(500)` is -500, `1e5` is 100000."""
    inner = text[1:-1] if (bracketed := text.startswith("(") and text.endswith(")")) else text
    before = _BEFORE_DIGITS.match(inner)
    head = before.group().replace("\N{MINUS SIGN}", "-") if before else ""
    sign = "-" if bracketed or "-" in head else ""
    bare = _CURRENCY.sub("", head.replace("-", "").replace("+", "") + inner[len(head) :]).strip()
    if not bare.isascii() and bare.isdecimal():
        bare = str(int(bare))
    if match := _THOUSANDS.fullmatch(bare):
        return sign + match[1] + re.sub(r"[^0-9]", "", match[2]) + (match[3] or "")
    if match := _DECIMAL_COMMA.fullmatch(bare):
        return f"{sign}{match[1]}.{match[2]}"
    if _DOTTED.fullmatch(bare):
        return sign + bare.replace(".", "").replace(",", ".")
    if bare[:1] in _DIGIT_OR_POINT and bare.strip(".") and _FLOAT.fullmatch(bare) and isfinite(float(bare)):
        return sign + text_of(float(bare))
    return ""


def date_remedy(text: str) -> str:
    """The end of a message about a cell that is no ISO day: the day it means, or both where it may mean two."""
    if text.casefold() in _NOTHING:
        return _LEAVE_EMPTY
    if match := _YEAR_FIRST.fullmatch(text):
        orders = [(match[1], match[2], match[3])]
    elif match := _YEAR_LAST.fullmatch(text):
        orders = [(match[3], match[2], match[1]), (match[3], match[1], match[2])]
    else:
        return _ISO
    days = sorted({day for order in orders if (day := _day(*order))})
    return f": write {' or '.join(days)}" + (", whichever is meant" if len(days) > 1 else "") if days else _ISO


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
