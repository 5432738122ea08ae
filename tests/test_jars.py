"""The jars come once, whole and verified, or not at all."""

import hashlib
import json
import re
import socket
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from repository import Repository, serving

from graph_schema.embedded import download
from graph_schema.embedded.jars import NEO4J_VERSION, Jar, bring_jars, locked_jars
from graph_schema.errors import DamagedJarError, DiskFullError, ReadOnlyDiskError, RepositoryError


@pytest.fixture
def repository() -> Generator[Repository]:
    """Three artifacts, the last with a classifier."""
    with serving() as repository:
        for jar in JARS:
            repository.files[jar.path] = CONTENT[jar.coordinates]
        yield repository


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter waits between tries."""
    monkeypatch.setattr(download, "FIRST_WAIT_SECONDS", 0.01)


CONTENT = {"org.a:one:1": b"1" * 300_000, "org.b:one:1": b"2" * 10, "org.b:two:2.5:linux": b"3" * 200_000}
JARS = [Jar(name, hashlib.sha256(content).hexdigest(), len(content)) for name, content in CONTENT.items()]


def test_the_lock_names_all_of_neo4j_and_no_host() -> None:
    jars = locked_jars()
    assert len(jars) == 237
    assert jars[0].coordinates == f"org.neo4j:neo4j:{NEO4J_VERSION}"
    assert len({jar.name for jar in jars}) == len(jars)
    assert all(re.fullmatch(r"[\w.-]+(:[\w.-]+){2,3}", jar.coordinates) for jar in jars)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in jars)


def test_they_come_once_in_class_path_order(tmp_path: Path, repository: Repository) -> None:
    paths = bring_jars(tmp_path, repository.address, JARS)
    assert [path.read_bytes() for path in paths] == list(CONTENT.values())
    assert sorted(repository.asked) == [
        "/org/a/one/1/one-1.jar",
        "/org/b/one/1/one-1.jar",
        "/org/b/two/2.5/two-2.5-linux.jar",
    ]
    assert bring_jars(tmp_path, repository.address, JARS) == paths
    assert len(repository.asked) == 3
    assert not list(tmp_path.glob("*.part"))


def test_only_what_is_missing_or_damaged_is_fetched(tmp_path: Path, repository: Repository) -> None:
    one, _, three = bring_jars(tmp_path, repository.address, JARS)
    repository.asked.clear()
    one.write_bytes(b"9" * 300_000)  # of the right size
    three.unlink()
    assert [path.read_bytes() for path in bring_jars(tmp_path, repository.address, JARS)] == list(CONTENT.values())
    assert sorted(repository.asked) == ["/org/a/one/1/one-1.jar", "/org/b/two/2.5/two-2.5-linux.jar"]


def test_what_came_stays_when_another_fails(tmp_path: Path, repository: Repository) -> None:
    lost = repository.files.pop(JARS[1].path)
    with pytest.raises(RepositoryError, match="404"):
        bring_jars(tmp_path, repository.address, JARS)
    repository.files[JARS[1].path] = lost
    came = [jar.path for jar in JARS if (tmp_path / jar.name).exists()]
    repository.asked.clear()
    bring_jars(tmp_path, repository.address, JARS)
    assert came
    assert not {f"/{path}" for path in came} & set(repository.asked)


def test_a_passing_fault_is_tried_again(tmp_path: Path, repository: Repository) -> None:
    repository.refusals = 2
    bring_jars(tmp_path, repository.address, JARS)
    assert len(repository.asked) == 5


def test_a_damaged_file_of_the_repository_is_refused(tmp_path: Path, repository: Repository) -> None:
    repository.files[JARS[1].path] = b"x" * 10
    with pytest.raises(DamagedJarError, match=r"org\.b\.one-1\.jar is damaged.*ACCOUNTABILITY_MAVEN"):
        bring_jars(tmp_path, repository.address, JARS)
    assert not (tmp_path / JARS[1].name).exists()


def test_what_comes_is_named_for_what_it_is(
    tmp_path: Path, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    def told() -> str:
        bring_jars(tmp_path, repository.address, JARS)
        return (capsys.readouterr().err.splitlines() or [""])[0]

    assert told() == "Downloading Neo4j, once (0.5 MB)"
    assert told() == ""
    (tmp_path / JARS[2].name).write_bytes(b"")
    assert told() == "Downloading 1 damaged part of Neo4j again (0.2 MB)"
    (tmp_path / JARS[0].name).unlink()
    assert told() == "Downloading the rest of Neo4j, once (0.3 MB)"


def test_of_several_processes_one_downloads_and_the_others_wait(tmp_path: Path, repository: Repository) -> None:
    program = (
        "import json, sys; from pathlib import Path; from graph_schema.embedded.jars import Jar, bring_jars; "
        "print(len(bring_jars(Path(sys.argv[1]), sys.argv[2], [Jar(*each) for each in json.loads(sys.argv[3])])))"
    )
    jars = json.dumps([[jar.coordinates, jar.sha256, jar.size] for jar in JARS])
    command = [sys.executable, "-c", program, str(tmp_path / "jars"), repository.address, jars]
    several = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert [process.communicate()[0] for process in several] == [b"3\n"] * 4
    assert sorted(repository.asked) == sorted(f"/{jar.path}" for jar in JARS)
    assert not list(tmp_path.rglob("*.part"))


def test_sound_jars_need_no_right_to_write(small_disk: Path, repository: Repository) -> None:
    jars = [JARS[1]]
    paths = bring_jars(small_disk / "jars", repository.address, jars)
    (small_disk / "jars" / "verified.json").unlink()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert bring_jars(small_disk / "jars", repository.address, jars) == paths
    with pytest.raises(ReadOnlyDiskError, match=r"mounted read-only.*set ACCOUNTABILITY_JARS to a folder on a disk"):
        bring_jars(small_disk / "jars", repository.address, JARS)


def test_without_network_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError, match=r"downloaded once.*no connection.*ACCOUNTABILITY_MAVEN.*NEO4J_URI"):
        bring_jars(tmp_path, closed_address(), JARS)


def test_a_damaged_jar_without_network_is_named(tmp_path: Path, repository: Repository) -> None:
    damaged = bring_jars(tmp_path, repository.address, JARS)[2]
    damaged.write_bytes(b"")
    with pytest.raises(DamagedJarError, match=re.escape(str(damaged))):
        bring_jars(tmp_path, closed_address(), JARS)


def test_a_full_disk_leaves_no_half_jar(small_disk: Path, repository: Repository) -> None:
    with pytest.raises(DiskFullError, match=re.escape(str(small_disk))):
        bring_jars(small_disk / "jars", repository.address, JARS)
    for jar in JARS:
        path = small_disk / "jars" / jar.name
        assert not path.exists() or path.stat().st_size == jar.size
    assert not list(small_disk.rglob("*.part"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    """A file system of 256 kB; mounting one takes root."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True, check=False
    ).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def closed_address() -> str:
    """An address at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"
