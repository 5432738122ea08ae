"""The built wheel, installed in an empty environment, does the main job: nothing it needs stayed in the repository."""

import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from graph_schema import embedded

ROOT = Path(__file__).parents[1]
UV = Path(sys.executable).with_name("uv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel, and what it depends on as locked, alone."""
    folder = tmp_path_factory.mktemp("empty")
    locked = folder / "locked.txt"
    export = ["export", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "-q", "-o", str(locked)]
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    python = folder / "env" / "bin" / "python"
    for command in (
        [*export],
        ["venv", "-q", "--python", sys.executable, str(folder / "env")],
        ["pip", "install", "-q", "--python", str(python), "-c", str(locked), str(wheel)],
    ):
        subprocess.run([str(UV), *command], cwd=ROOT, check=True, capture_output=True, env=environment)
    return python.parent


@pytest.fixture
def run(installed: Path, server: embedded.Seat, tmp_path: Path) -> "Runner":
    """Runs a command of that environment, in a folder of its own, on the run's Neo4j."""
    assert server.pid
    return Runner(installed, tmp_path)


class Runner:
    """Runs commands of one environment in one folder."""

    def __init__(self, commands: Path, folder: Path) -> None:
        self.commands, self.folder = commands, folder

    def __call__(self, command: str, *arguments: str) -> str:
        """What the command prints; it must end well."""
        done = subprocess.run(
            [str(self.commands / command), *arguments], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def test_it_holds_every_statement_template_and_sample(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    needed = {
        path.relative_to(ROOT).as_posix()
        for package in ("explorer", "graph_schema", "loaders")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert needed - inside == set()


def test_it_loads_assesses_and_answers(run: Runner, graph: object) -> None:
    assert graph
    plans = run("python", "-c", "import loaders.sample; print(loaders.sample.PLANS)").strip()
    assert "site-packages" in plans
    assert "Load 1:" in run("accountability", "load", plans, "--as-of", "2028-03-31")
    assert "29 days late" in run("accountability", "who-delayed", "ROAD-KESSA")


def test_its_explorer_serves_pages_and_files(run: Runner) -> None:
    explorer = subprocess.Popen(
        [str(run.commands / "accountability"), "explore"], cwd=run.folder, stdout=subprocess.PIPE, text=True
    )
    try:
        assert explorer.stdout
        address = explorer.stdout.readline().strip()
        for path in ("/_stcore/health", "/", "/app/static/inter.woff2"):
            with urllib.request.urlopen(address + path) as answer:  # noqa: S310 - an address of this machine
                assert answer.status == 200
                assert "html" not in answer.headers["content-type"] or path == "/"
    finally:
        explorer.terminate()
        explorer.wait()
