"""`python -m explorer`: what `accountability explore` starts; ends with it."""

import argparse
import signal
import sys
from types import FrameType
from typing import NoReturn

from explorer.launch import serve
from explorer.leash import end_with_parent
from graph_schema.errors import AccountabilityError


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def main() -> int:
    """Serve until Ctrl-C or until it is told to end; Streamlit ends with it.

    Prints the address as its first line. Exit code 0, or 3 when it could not start.
    """
    options = argparse.ArgumentParser(prog="python -m explorer", description="The pages, in a browser.")
    options.add_argument(
        "--listen", default="127.0.0.1", metavar="ADDRESS", help="where to listen (this machine alone)"
    )
    options.add_argument("--port", type=int, default=None, help="the first free one from 8501 when left out")
    options.add_argument("--leashed", action="store_true", help="end when standard input closes")
    given = options.parse_args()
    if given.leashed:
        end_with_parent()
    signal.signal(signal.SIGTERM, _stop)  # leaves by the ways below, which stop what was started
    try:
        explorer = serve(given.listen, given.port)
    except AccountabilityError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command's own words
        return error.exit_code
    with explorer:
        print(explorer.url, flush=True)  # noqa: T201
        print("Press Ctrl-C to stop.", file=sys.stderr)  # noqa: T201
        if explorer.note:
            print(explorer.note, file=sys.stderr)  # noqa: T201
        try:
            explorer.wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
