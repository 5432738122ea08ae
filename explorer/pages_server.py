"""Streamlit, as `launch.serve` starts it: ends with the process that started it, and opens the graph meanwhile."""

import threading
from importlib import import_module

from streamlit.web.cli import main

from explorer.leash import end_with_parent

_FIRST = ("explorer.network", "explorer.charts", "explorer.headline", "explorer.tables", "explorer.ui.bar")


def _warm() -> None:
    """Read the modules that pages need, and open the graph, while nobody waits for a page."""
    session = import_module("explorer.session")
    opening = threading.Thread(target=session.warm, name="opening", daemon=True)
    opening.start()
    for name in _FIRST:
        import_module(name)
    opening.join()


if __name__ == "__main__":
    end_with_parent()
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    main(prog_name="streamlit")
