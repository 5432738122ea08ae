"""The archive for quicker starts: made once beside the jars, taken up by later starts, no danger when it is damaged."""

import json
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_schema import embedded
from graph_schema.embedded import training
from graph_schema.embedded.jars import NEO4J_VERSION, bring_jars
from graph_schema.errors import ServerFailedError
from graph_schema.settings import Settings


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Generator[Settings]:
    """A home and a folder of jars of the test's own."""
    jars = tmp_path / "jars"
    (jars / NEO4J_VERSION).mkdir(parents=True)
    for jar in bring_jars(settings.jars / NEO4J_VERSION, settings.maven):
        (jars / NEO4J_VERSION / jar.name).symlink_to(jar)
    own = replace(settings, home=tmp_path / "home", jars=jars)
    yield own
    embedded.stop(own)


@pytest.mark.long
def test_the_archive_is_made_once_and_a_damaged_one_does_no_harm(own: Settings) -> None:
    with embedded.use(own):
        order = own.home / "neo4j/run/order.json"
        assert json.loads(order.read_text())["training"]
        assert training.train(order)
        assert not training.train(order)  # there is one already
    embedded.stop(own)
    (archive,) = (own.jars / NEO4J_VERSION).glob("start-*.aot")
    assert archive.stat().st_size > 50_000_000
    assert not (own.home / "neo4j/run/training").exists()
    with embedded.use(own) as seat:
        assert json.loads(order.read_text())["training"] is None
        if sys.platform == "linux":
            assert str(archive) in Path(f"/proc/{seat.pid}/maps").read_text()
    embedded.stop(own)
    with embedded.use(replace(own, heap=100 << 20)) as seat:
        assert seat.started
    embedded.stop(own)
    part = archive.read_bytes()[:1_000_000]
    with pytest.raises(ServerFailedError, match="heap"):  # Java refuses the archive, and then so small a heap
        embedded.use(replace(own, heap=2 << 20))
    assert not archive.exists()
    archive.write_bytes(part)
    with embedded.use(own) as seat:
        assert seat.started
