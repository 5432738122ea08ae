"""The embedded Neo4j on a disk that is full, or fills up: a small file system of the test's own."""

import shutil
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from graph_schema import embedded
from graph_schema.connect import open_graph
from graph_schema.embedded.home import Home
from graph_schema.errors import DiskFullError, GraphStoppedError, ReadOnlyDiskError
from graph_schema.settings import Settings

MB = 1 << 20


@contextmanager
def small_disk(folder: Path, size: str) -> Generator[Path]:
    """A file system of its own in `folder`; mounting one takes root."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_at_the_start_is_named_at_once(settings: Settings, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "400k") as disk:
        with pytest.raises(DiskFullError, match=r"is full\. Make room.*ACCOUNTABILITY_HOME"):
            embedded.use(replace(settings, home=disk / "home"))
        assert not list((disk / "home/neo4j/data").iterdir())


def test_a_disk_that_is_mounted_read_only_is_told_apart_from_missing_rights(settings: Settings, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "400k") as disk:
        own = replace(settings, home=disk / "home")
        Home(own.home / "neo4j").prepare()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(ReadOnlyDiskError, match=r"mounted read-only.*set ACCOUNTABILITY_HOME") as caught:
            embedded.use(own)
        assert "right to write" not in str(caught.value)
        assert not embedded.status(own).running
        assert not embedded.stop(own)


def test_a_password_is_never_half_written_on_a_full_disk(settings: Settings, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        own = replace(settings, home=disk / "home")
        Home(own.home / "neo4j").prepare()
        with pytest.raises(OSError, match="No space"), (disk / "fill").open("wb", buffering=0) as fill:  # noqa: PT012
            while True:
                fill.write(b"0" * 4096)
        with pytest.raises(DiskFullError):
            embedded.use(own)
        assert not Home(own.home / "neo4j").password_file.exists()


def test_a_disk_that_fills_up_loses_nothing_that_was_committed(settings: Settings, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "250m") as disk:
        own = replace(settings, home=disk / "home")
        kept = 0
        with open_graph(own) as graph:
            (disk / "fill").write_bytes(b"0" * (shutil.disk_usage(disk).free - 12 * MB))
            with pytest.raises(GraphStoppedError, match=r"committed is safe\. Make room"):  # noqa: PT012 -- until full
                while kept < 100_000:
                    with graph.writing() as tx:
                        note = "x" * 999
                        tx.run("UNWIND range(1, 1000) AS i CREATE (:Agency {id: toString(i), note: $note})", note=note)
                    kept += 1000
            with pytest.raises(GraphStoppedError):
                graph.rows("RETURN 1 AS one")
        asked = time.monotonic()
        embedded.stop(own)
        assert time.monotonic() - asked < 30
        (disk / "fill").unlink()
        with open_graph(own) as graph:
            assert graph.rows("MATCH (a:Agency) RETURN count(a) AS n") == [{"n": kept}]
        embedded.stop(own)
