"""A small Maven repository on this machine, for tests of the download."""

import http.server
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Repository:
    """What it serves (path → bytes), what it was asked for, and how often it answers 503 first."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    asked: list[str] = field(default_factory=list[str])
    refusals: int = 0


@contextmanager
def serving() -> Generator[Repository]:
    """Serve on a free port of 127.0.0.1 until the block ends."""

    class Handler(http.server.BaseHTTPRequestHandler):
        """Answers from `repository`."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            repository.asked.append(self.path)
            found = repository.files.get(self.path.lstrip("/"))
            status = 200 if found is not None else 404
            if repository.refusals:
                repository.refusals -= 1
                status = 503
            body = found if found is not None and status == 200 else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the base class's
            """Stay silent."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    repository = Repository(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield repository
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
