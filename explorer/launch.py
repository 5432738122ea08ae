"""The explorer as a process of its own: Streamlit, started with the right settings wherever it is installed."""

import http.client
import ipaddress
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from graph_schema.errors import ExplorerFailedError, ExplorerPortError

_APP = Path(__file__).with_name("app.py")
_FIRST_PORT, _LAST_PORT = 8501, 8599
_LOOPBACK = "127.0.0.1"


@dataclass
class Explorer:
    """A running explorer. `note` says what listening at its address means ('' on this machine alone)."""

    url: str
    note: str
    process: subprocess.Popen[bytes]

    def wait(self) -> int:
        """Block until it ends; its exit code."""
        return self.process.wait()

    def stop(self, patience: float = 5.0) -> None:
        """End it, gently first; `patience` in seconds."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def serve(
    address: str = _LOOPBACK,
    port: int | None = None,
    *,
    hosts: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    patience: float = 60.0,
) -> Explorer:
    """Start the explorer and return once it answers.

    `address`: where to listen; `port`: None takes the first free one from 8501. `hosts`: further names under
    which browsers may reach it. `environment`: settings added for it (how to reach the graph). `patience` in
    seconds. Raises ExplorerPortError, ExplorerFailedError.
    """
    chosen = _port(address, port)
    settings = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")} | dict(environment or {})
    options = {
        "server.address": address,
        "server.port": str(chosen),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": _shown(address),
        "client.showErrorDetails": "type",
        "logger.level": "error",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    allowed = [f"--server.allowedHosts={host}" for host in _allowed(address, hosts)]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # noqa: S603 - our own program, our own arguments
            [sys.executable, "-m", "explorer.pages_server", "run", str(_APP), *flags, *allowed],
            env=settings,
            stdin=subprocess.PIPE,  # its leash: closes with this process
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        explorer = Explorer(f"http://{_bracketed(_shown(address))}:{chosen}", listening(address), process)
        try:
            _until_it_answers(process, _reached(address), chosen, patience, log)
        except BaseException:
            explorer.stop()
            raise
    return explorer


def listening(address: str) -> str:
    """What listening at an address means for others, in a sentence; '' where only this machine reaches it."""
    if _is_loopback(address):
        return ""
    where = "every address of this machine" if _is_any(address) else address
    return (
        f"Listening on {where}: whoever can reach this machine over the network can read the whole plan, "
        "without a password and without encryption. Put a proxy with a login in front of it where that is not wanted."
    )


def _until_it_answers(process: subprocess.Popen[bytes], host: str, port: int, patience: float, log: IO[bytes]) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if process.poll() is not None:
            log.seek(0)
            raise ExplorerFailedError(" ".join(log.read().decode(errors="replace").strip().splitlines()[-5:]))
        connection = http.client.HTTPConnection(host, port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.client.OK:
                return
        except (OSError, http.client.HTTPException):
            pass  # not listening yet
        finally:
            connection.close()
        time.sleep(0.1)
    raise ExplorerFailedError(f"no answer within {patience:.0f} seconds. Try again when the machine is less busy.")


def _port(address: str, wanted: int | None) -> int:
    for port in (wanted,) if wanted else range(_FIRST_PORT, _LAST_PORT + 1):
        if _free(address, port):
            return port
    taken = f"port {wanted} is taken" if wanted else f"no port from {_FIRST_PORT} to {_LAST_PORT} is free"
    raise ExplorerPortError(address, taken)


def _free(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _allowed(address: str, hosts: Sequence[str]) -> Iterator[str]:
    """The names a browser may use: an empty list would let any web site speak to the explorer (DNS rebinding)."""
    names = [_LOOPBACK, "localhost", *hosts]
    if not _is_loopback(address):
        names += [socket.gethostname(), socket.getfqdn()]
        names += [_outward()] if _is_any(address) else [address]
    else:
        names.append(address)
    yield from dict.fromkeys(name for name in names if name)


def _outward() -> str:
    """This machine's address towards others; '' without a network. Nothing is sent: UDP connects in thought."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _is_loopback(address: str) -> bool:
    return address == "localhost" or (_is_ip(address) and ipaddress.ip_address(address).is_loopback)


def _is_any(address: str) -> bool:
    return _is_ip(address) and ipaddress.ip_address(address).is_unspecified


def _is_ip(address: str) -> bool:
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return False
    return True


def _reached(address: str) -> str:
    return _LOOPBACK if _is_any(address) and ":" not in address else "::1" if _is_any(address) else address


def _shown(address: str) -> str:
    return (_outward() or _LOOPBACK) if _is_any(address) else address


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
