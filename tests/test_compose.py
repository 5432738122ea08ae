"""docker-compose.yml is what the compose schema allows, agrees with the embedded server, and is closed to others."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from graph_schema.embedded.config import Memory, configuration
from graph_schema.embedded.jars import NEO4J_VERSION

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture
def services() -> dict[str, Any]:
    """The services, by name."""
    return YAML(typ="safe").load(COMPOSE)["services"]


def schema_check(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_compose_schema_accepts_it(tmp_path: Path) -> None:
    checked = schema_check(COMPOSE)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(COMPOSE.read_text().replace("restart:", "restarts:"))
    assert schema_check(wrong).returncode == 1


def test_it_runs_the_version_of_the_embedded_server(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == f"neo4j:{NEO4J_VERSION}"


def test_nothing_is_published_beyond_this_machine(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert sorted(published) == ["127.0.0.1:7687:7687", "127.0.0.1:8501:8501"]
    assert not any("network_mode" in service for service in services.values())


def test_the_password_comes_from_outside_or_nothing_starts(services: dict[str, Any]) -> None:
    passwords = [
        value
        for service in services.values()
        for name, value in service["environment"].items()
        if name in {"NEO4J_AUTH", "NEO4J_PASSWORD"}
    ]
    assert len(passwords) == 2
    assert all(re.fullmatch(r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]+\}", value) for value in passwords)


def test_everything_has_a_health_check_and_the_data_a_named_volume(services: dict[str, Any]) -> None:
    assert all(service["healthcheck"]["test"][0] == "CMD" for service in services.values())
    assert services["explorer"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["neo4j"]["volumes"] == ["neo4j-data:/data"]
    assert "neo4j-data" in YAML(typ="safe").load(COMPOSE)["volumes"]


def test_its_neo4j_is_told_what_the_embedded_one_is_told(services: dict[str, Any]) -> None:
    told = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in services["neo4j"]["environment"].items()
        if name != "NEO4J_AUTH"
    }
    assert told.pop("server.memory.heap.max_size") == "${NEO4J_HEAP:-4g}"
    text = configuration(7687, Memory(4 << 30, 64 << 20))
    embedded = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    assert told
    assert told.items() <= embedded.items()


def test_the_image_is_made_of_what_is_there() -> None:
    dockerfile = (ROOT / "docker/Dockerfile").read_text()
    copied = [words.split()[:-1] for words in re.findall(r"^COPY (?!--from)(.+)$", dockerfile, re.MULTILINE)]
    names = [name for names in copied for name in names]
    assert {"pyproject.toml", "uv.lock", "explorer", "graph_schema", "loaders"} <= set(names)
    assert all((ROOT / name).exists() for name in names)
    ignored = (ROOT / "docker/Dockerfile.dockerignore").read_text().splitlines()
    assert {f"!{name}" for name in names} <= set(ignored)


def test_its_libraries_are_those_of_the_lock(tmp_path: Path) -> None:
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    if not Path(uv).exists():
        pytest.skip("uv is not installed")
    dockerfile = (ROOT / "docker/Dockerfile").read_text()
    (words,) = re.findall(r"^RUN uv (export .*) \\$", dockerfile, re.MULTILINE)
    subprocess.run([uv, *words.replace("requirements.txt", str(tmp_path / "r.txt")).split()], cwd=ROOT, check=True)
    exported = (tmp_path / "r.txt").read_text()
    assert re.search(r"^neo4j==", exported, re.MULTILINE)
    assert not re.search(r"^(pytest|accountability)", exported, re.MULTILINE)
