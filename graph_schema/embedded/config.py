"""What the embedded Neo4j is told: its neo4j.conf, and the command line of its Java."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_schema.embedded.home import Home

_MB = 1 << 20
_GB = 1 << 30
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_FLAGS = (
    *(word for package in _OPENED for word in ("--add-opens", f"java.base/{package}=ALL-UNNAMED")),
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+ExitOnOutOfMemoryError",
    "-Xlog:disable",  # Java's remarks on archives; Neo4j's own log is another
    "-Xlog:all=error:stdout",
    "-Djol.skipHotspotSAAttach=true",
)
_CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")


@dataclass(frozen=True, slots=True)
class Memory:
    """Upper limits in bytes; a heap grows only as far as it is needed."""

    heap: int
    page_cache: int


def choose_memory(data_bytes: int, machine_bytes: int, heap: int | None = None) -> Memory:
    """The heap: three eighths of the machine (4 to 16 GB) and eight times the data; or `heap` if given.

    At most half of the machine, at least 512 MB. A load is one transaction that Neo4j holds in its heap: 100,000
    deliverables at once were measured to need between 4 and 8 GB, an assessment of 200,000 needs 5 GB.
    The page cache: the data and a half, at most an eighth of the machine, at least 64 MB.
    """
    first = min(max(4 * _GB, machine_bytes * 3 // 8), 16 * _GB)
    chosen = heap or max(512 * _MB, min(first + 8 * data_bytes, machine_bytes // 2))
    return Memory(chosen, max(64 * _MB, min(data_bytes * 3 // 2, machine_bytes // 8)))


def machine_memory() -> int:
    """Bytes of memory that this process may use: the machine's, or its container's limit."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        return min(machine, int(_CGROUP_LIMIT.read_text(encoding="ascii")))
    except (OSError, ValueError):
        return machine


def stored_bytes(data: Path) -> int:
    """The size of all files below `data`, without the transaction logs."""
    return sum(path.stat().st_size for path in (data / "databases").rglob("*") if path.is_file())


def configuration(port: int, memory: Memory) -> str:
    """The text of neo4j.conf: loopback only, no HTTP, no telemetry, no import from files or web."""
    return "\n".join(
        [
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{port}",
            f"server.bolt.advertised_address=127.0.0.1:{port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            "dbms.security.auth_enabled=true",
            "dbms.usage_report.enabled=false",
            "dbms.fleet_manager.enabled=false",
            "server.fleet_discovery.enabled=false",
            "dbms.security.allow_csv_import_from_file_urls=false",
            "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
            "db.logs.query.enabled=OFF",
            f"server.memory.pagecache.size={memory.page_cache // _MB}m",
            "db.tx_log.rotation.retention_policy=false",
            "db.tx_log.preallocate=false",  # else 512 MB of an empty disk
            "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s",  # else a stop takes 10 s
            "db.transaction.timeout=120s",
            "db.query.default_language=CYPHER_25",
            "",
        ]
    )


def java_command(
    java: Path, home: Home, jars: Sequence[Path], memory: Memory, archive: Sequence[str] = ()
) -> list[str]:
    """The whole command line; `archive`: the options that take up or make the archive for quicker starts."""
    return [
        str(java),
        f"-Xms{min(memory.heap // _MB, 128)}m",
        f"-Xmx{memory.heap // _MB}m",
        *archive,
        *_FLAGS,
        "-cp",
        os.pathsep.join(map(str, jars)),
        "org.neo4j.server.Neo4jCommunity",
        f"--home-dir={home.folder}",
        f"--config-dir={home.conf}",
        "--console-mode",
    ]


def archive_path(jars: Sequence[Path], java: Sequence[str]) -> Path:
    """Where the archive for these jars, these options and this `java` (version, options) lies: beside the jars."""
    key = hashlib.sha256("\n".join([*java, *_FLAGS, *map(str, jars)]).encode()).hexdigest()
    return jars[0].with_name(f"start-{key[:16]}.aot")
