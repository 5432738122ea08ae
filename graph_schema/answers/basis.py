"""Which assessment numbers are of: in force, against the first promise, or without rulings (questions.md 1 and 8)."""

from typing import Literal

from graph_schema.answers.tables import Status
from graph_schema.errors import UsageError

Basis = Literal["in force", "first promise", "without rulings"]
"""`first promise`: no revision and no ruling; `without rulings`: the plan in force, before any ruling."""

FIRST_PROMISE: Basis = "first promise"
WITHOUT_RULINGS: Basis = "without rulings"

Charged = Literal["CHARGED", "CHARGED_FIRST", "CHARGED_UNRULED"]
"""What holds the points of each: the relationship from where they began to the agreement that lost them."""


def basis_of(*, first_promise: bool, without_rulings: bool) -> Basis:
    """The basis that two options ask for. Raises UsageError for both at once."""
    if first_promise and without_rulings:
        raise UsageError("The first promise is without rulings already.", "Name one of the two.")
    return "first promise" if first_promise else "without rulings" if without_rulings else "in force"


def charged(basis: Basis, known_by: Status) -> Charged:
    """What holds the points of a basis; those in force where it is no other assessment."""
    if basis == "first promise" and known_by.revised:
        return "CHARGED_FIRST"
    if basis == "without rulings" and known_by.ruled:
        return "CHARGED_UNRULED"
    return "CHARGED"


def differs(basis: Basis, known_by: Status) -> bool:
    """Tell whether the graph holds an assessment of its own for a basis."""
    return basis != "in force" and charged(basis, known_by) != "CHARGED"
