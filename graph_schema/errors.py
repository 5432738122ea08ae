"""What can go wrong in the world around the product: one tree, each class writes its own sentence.

Problems of the input are values (`loaders.problems.Problem`), never exceptions.
"""


class AccountabilityError(Exception):
    """A broken world, in a sentence for people, with the remedy; front ends print it and leave with `exit_code`."""

    exit_code = 3


class UsageError(AccountabilityError):
    """The question itself cannot be answered: an unknown id, a plan year that is not there."""

    exit_code = 2
