"""The explorer as a process: it answers, says where, and ends."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest

from explorer.launch import listening, serve
from graph_schema.errors import ExplorerFailedError, ExplorerPortError

NOWHERE = {"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "none"}


def get(url: str, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urlsplit(url).hostname or "", urlsplit(url).port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace")


def answers(url: str) -> bool:
    try:
        return get(url, "/_stcore/health") == (200, "ok")
    except OSError:
        return False


def upgrade(url: str, host: str) -> int:
    """The status a browser gets that asks for the page's socket under the name `host`."""
    headers = {
        "Host": f"{host}:{urlsplit(url).port}",
        "Origin": f"http://{host}:{urlsplit(url).port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    connection = http.client.HTTPConnection(urlsplit(url).hostname or "", urlsplit(url).port, timeout=10)
    connection.request("GET", "/_stcore/stream", headers=headers)
    return connection.getresponse().status


def test_it_answers_serves_its_font_refuses_strange_names_and_ends() -> None:
    """One start for all: a start takes seconds."""
    with serve(environment=NOWHERE) as explorer:
        assert urlsplit(explorer.url).hostname == "127.0.0.1"
        assert urlsplit(explorer.url).port in range(8501, 8600)
        assert explorer.note == ""
        assert get(explorer.url, "/_stcore/health") == (200, "ok")
        assert get(explorer.url, "/app/static/inter.woff2")[0] == 200
        assert upgrade(explorer.url, "127.0.0.1") == 101
        assert upgrade(explorer.url, "localhost") == 101
        assert upgrade(explorer.url, "evil.example") == 403
        with pytest.raises(ExplorerPortError, match=r"port \d+ is taken"):
            serve(port=urlsplit(explorer.url).port)
    assert explorer.process.poll() is not None
    with pytest.raises(OSError, match="refused"):
        get(explorer.url, "/_stcore/health")


def test_a_taken_port_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ExplorerPortError, match="is taken"):
            serve(port=other.getsockname()[1])


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(ExplorerPortError, match=r"192\.0\.2\.1"):
        serve("192.0.2.1")


def test_a_start_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ExplorerFailedError, match="no answer within 0 seconds"):
        serve(environment=NOWHERE, patience=0.0)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_the_command_says_where_it_is_and_takes_streamlit_along_when_it_ends(told: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer"], stdout=subprocess.PIPE, text=True, env={**os.environ, **NOWHERE}
    )
    assert process.stdout
    url = process.stdout.readline().strip()
    assert get(url, "/_stcore/health") == (200, "ok")
    process.send_signal(told)
    assert process.wait(20) == 0
    with pytest.raises(OSError, match="refused"):
        get(url, "/_stcore/health")


@pytest.mark.parametrize("command", [["-m", "explorer"], ["-c", "from loaders.cli import main; main()", "explore"]])
def test_streamlit_ends_when_the_command_is_killed_outright(command: list[str], environment: dict[str, str]) -> None:
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, env=environment | NOWHERE)
    assert process.stdout
    url = process.stdout.readline().strip()
    assert get(url, "/_stcore/health") == (200, "ok")
    process.kill()
    process.wait()
    end = time.monotonic() + 20
    while answers(url):
        assert time.monotonic() < end, "still there"
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1", ""),
        ("localhost", ""),
        ("::1", ""),
        ("0.0.0.0", "every address of this machine"),  # noqa: S104 - what the sentence is about
        ("10.1.2.3", "10.1.2.3"),
    ],
)
def test_listening_beyond_this_machine_is_explained(address: str, said: str) -> None:
    sentence = listening(address)
    assert said in sentence
    assert ("without a password" in sentence) == bool(said)
