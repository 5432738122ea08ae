"""Many files from one Maven repository: in parallel, verified, each whole or not there."""

import hashlib
import os
import random
import threading
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import requests
from requests.adapters import HTTPAdapter
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from graph_schema.errors import DamagedJarError, RepositoryError

CONNECTIONS = 8
ATTEMPTS = 5
FIRST_WAIT_SECONDS = 0.25
_CHUNK = 1 << 17
_WHOLE_MB = 10_000_000
_TIMEOUT = (10.0, 30.0)  # seconds: to connect, between two pieces

File = tuple[str, Path, str, int]
"""Path below the repository's address, where it goes, SHA-256 in hex, size in bytes."""


def default_repository() -> str:
    """The address of the Maven repository that jgo uses by itself."""
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 -- a third of a second, needed only at a first start

    return MAVEN_CENTRAL_URL


def download(wanted: Sequence[File], repository: str | None, title: str) -> None:
    """Bring `wanted` from `repository` (None: jgo's default), at most 8 at a time, and show how far it is.

    What is whole stays when something else fails, so that the next call fetches the rest.
    Raises RepositoryError, DamagedJarError, and OSError of the disk.
    """
    address = (repository or default_repository()).rstrip("/")
    given_up = threading.Event()
    with requests.Session() as session, _progress(title, sum(size for *_, size in wanted)) as advance:
        adapter = HTTPAdapter(pool_connections=1, pool_maxsize=CONNECTIONS)
        session.mount("https://", adapter)
        session.mount("http://", adapter)

        def bring(file: File) -> None:
            try:
                _with_retries(session, address, file, advance, given_up)
            except BaseException:
                given_up.set()
                raise

        with ThreadPoolExecutor(CONNECTIONS) as pool:
            futures = [pool.submit(bring, file) for file in sorted(wanted, key=lambda file: -file[3])]
        for error in [future.exception() for future in futures]:
            if error is not None:
                raise error


def _with_retries(
    session: requests.Session, address: str, file: File, advance: Callable[[int], None], given_up: threading.Event
) -> None:
    path, target, sha256, _ = file
    damaged = False
    finding = ""
    for attempt in range(ATTEMPTS):
        if given_up.is_set():
            return
        if attempt:
            time.sleep(FIRST_WAIT_SECONDS * random.uniform(0.5, 1.0) * 2**attempt)  # noqa: S311 -- spreads retries, hides nothing
        part = target.with_name(f"{target.name}.{os.getpid()}.{threading.get_ident()}.part")
        got = 0
        try:
            digest = hashlib.sha256()
            with session.get(f"{address}/{path}", stream=True, timeout=_TIMEOUT) as answer, part.open("wb") as out:
                answer.raise_for_status()
                for piece in answer.iter_content(_CHUNK):
                    digest.update(piece)
                    out.write(piece)
                    got += len(piece)
                    advance(len(piece))
            damaged = digest.hexdigest() != sha256
            if not damaged:
                part.replace(target)
                return
        except requests.RequestException as error:
            finding = _in_words(error)
        finally:
            part.unlink(missing_ok=True)
        advance(-got)
    if damaged:
        raise DamagedJarError(target)
    raise RepositoryError(address, finding)


def _in_words(error: requests.RequestException) -> str:
    if error.response is not None:
        return f"it answers {error.response.status_code} {error.response.reason}"
    if isinstance(error, requests.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted here"
    return "no connection"


@contextmanager
def _progress(title: str, total: int) -> Generator[Callable[[int], None]]:
    """Yield what counts bytes; a bar on a terminal, a line per quarter elsewhere, both on standard error."""
    console = Console(stderr=True)
    title = f"{title} ({f'{total / 1e6:.0f}' if total >= _WHOLE_MB else f'{total / 1e6:.1f}'} MB)"
    lock = threading.Lock()
    if console.is_terminal:
        columns = (TextColumn(title), BarColumn(), DownloadColumn(), TransferSpeedColumn())
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task(title, total=total)
            yield lambda count: bar.advance(task, count)
        return
    done = 0

    def count_up(count: int) -> None:
        nonlocal done
        with lock:
            quarter, done = 4 * done // max(total, 1), done + count
            if 4 * done // max(total, 1) > quarter:
                console.print(f"{title}: {100 * done // total} %")

    console.print(title)
    yield count_up
