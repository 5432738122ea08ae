"""Ratios measured in one run: load, assess and who-delayed beside what each could at best be.

    python -m benchmarks.run [--deliverables 20000] [--repeat 5] [--questions 200] [--seed 7] [--json FILE]

An embedded Neo4j of its own is started in a temporary folder, with the settings that everybody gets. The two sides of
a comparison take turns, so that what else happens on the machine meets both. Minimum, median and maximum are printed;
a ratio is that of the medians.
"""

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks import bare, in_memory, statements
from benchmarks.plans import AS_OF, YEAR, write_plan
from graph_schema import embedded
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.connect import ensure_schema, open_graph
from graph_schema.graph import Graph
from graph_schema.settings import load_settings
from loaders.load import load
from loaders.read import read_plan


@dataclass(frozen=True)
class Times:
    """Seconds that each repetition of one thing took, and the statements that one repetition sent."""

    name: str
    seconds: tuple[float, ...]
    round_trips: int

    def line(self) -> str:
        """One row of the table: minimum, median and maximum; milliseconds where they are small."""
        unit, factor = ("ms", 1000) if self.median < 0.5 else ("s", 1)
        times = (f"{each * factor:.2f} {unit}" for each in (min(self.seconds), self.median, max(self.seconds)))
        return f"| {' | '.join((self.name, *times, str(self.round_trips)))} |"

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.seconds)

    def percentile(self, percent: int) -> float:
        """The second below which so many percent are."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, len(self.seconds) * percent // 100)]


class Stopwatch:
    """Takes the time and the round trips of what is done on one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._seconds: dict[str, list[float]] = {}
        self._trips: dict[str, int] = {}

    def time(self, name: str, work: Callable[[], object]) -> None:
        """Do it once."""
        self.graph.round_trips = 0
        started = time.perf_counter()
        work()
        self._seconds.setdefault(name, []).append(time.perf_counter() - started)
        self._trips[name] = max(self._trips.get(name, 0), self.graph.round_trips)

    def of(self, name: str) -> Times:
        """What was taken under that name."""
        return Times(name, tuple(self._seconds[name]), self._trips[name])


def measure_load(watch: Stopwatch, folder: Path, repeat: int) -> tuple[Times, Times, Times]:
    """The whole load, a bare write of the same graph, and of the same rows as nodes; the graph is empty before each."""
    graph, rows = watch.graph, dict[str, list[dict[str, object]]]()
    for year in read_plan([folder]).years:
        for sheet, table in year.rows.items():
            rows[sheet] = [dict(row.values) for row in table]

    def product() -> None:
        outcome = load(graph, [folder])
        if outcome.refused:
            raise SystemExit("\n".join(str(problem) for problem in outcome.problems if problem.severity == "problem"))

    ways: dict[str, Callable[[], None]] = {
        "bare UNWIND … CREATE: the rows as nodes": lambda: bare.nodes(graph, rows),
        "bare UNWIND … CREATE: nodes, ids and relations": lambda: bare.whole_graph(graph, rows, YEAR),
        "load: read, check, write, prepare": product,
    }
    for _ in range(repeat):
        for name, way in ways.items():
            graph.write_alone(statements.EMPTY)
            watch.time(name, way)
    alone, related, whole = (watch.of(name) for name in ways)
    return whole, related, alone


def measure_assess(watch: Stopwatch, repeat: int) -> tuple[Times, Times]:
    """The assessment, and the same by way of memory, each of a day that nothing was assessed for before.

    Stops where the two disagree.
    """
    for number in range(repeat):
        day = AS_OF - timedelta(days=repeat - 1 - number)
        one = _assessed(watch, "export, plain Python, write back", in_memory.assess, day)
        two = _assessed(watch, "assess in Cypher", assess, day)
        if any(abs(one[name] - two[name]) > 1e-6 * max(1.0, abs(one[name])) for name in one):
            raise SystemExit(f"The two ways disagree:\n{one}\n{two}")
    return watch.of("assess in Cypher"), watch.of("export, plain Python, write back")


def _assessed(watch: Stopwatch, name: str, way: Callable[[Graph, date], None], day: date) -> dict[str, float]:
    """Assess a day by one way, a week after the last one; the sums of what was found."""
    assess(watch.graph, day - timedelta(days=7))
    watch.time(name, lambda: way(watch.graph, day))
    return watch.graph.rows(statements.SUMS)[0]


def measure_again(watch: Stopwatch, repeat: int) -> Times:
    """The assessment of the same day once more: little or nothing is written."""
    for _ in range(repeat):
        watch.time("assess the same day again", lambda: assess(watch.graph, AS_OF))
    return watch.of("assess the same day again")


def measure_questions(watch: Stopwatch, questions: int, seed: int) -> tuple[Times, Times]:
    """Who delayed it, of a seeded sample of late targets, and RETURN 1 on the same connection between them."""
    graph = watch.graph
    late = [row["id"] for row in graph.rows(statements.LATE)]
    asked = random.Random(seed).sample(late, min(questions, len(late)))
    for target in asked[:30]:
        who_delayed(graph, target)
    for target in asked:
        watch.time("RETURN 1", lambda: graph.rows(statements.ONE))
        watch.time("who-delayed", lambda target=target: who_delayed(graph, target))
    return watch.of("who-delayed"), watch.of("RETURN 1")


def run(folder: Path, options: argparse.Namespace) -> dict[str, object]:
    """Measure everything on a server of its own below `folder`; prints as it goes, and returns the numbers."""
    rows = write_plan(folder / "plan", options.deliverables, options.seed)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    environment |= {"ACCOUNTABILITY_HOME": str(folder / "home"), "ACCOUNTABILITY_JARS": str(load_settings().jars)}
    settings = load_settings(environment, folder)
    print(f"{_machine()}; Neo4j {embedded.status(settings).neo4j}")
    print(f"{options.deliverables:,} deliverables: " + ", ".join(f"{n:,} {s}" for s, n in rows.items() if n))
    try:
        with open_graph(settings) as graph:
            return _measured(graph, folder / "plan", options)
    finally:
        embedded.stop(settings)


def _measured(graph: Graph, plan: Path, options: argparse.Namespace) -> dict[str, object]:
    ensure_schema(graph)
    watch = Stopwatch(graph)
    print("| | minimum | median | maximum | round trips |\n|---|---|---|---|---|")
    loads = _told(*measure_load(watch, plan, options.repeat))
    sweeps = _told(*measure_assess(watch, options.repeat))
    again = measure_again(watch, options.repeat)
    print(again.line())
    answers = _told(*measure_questions(watch, options.questions, options.seed))
    ratios = {
        "load / bare nodes, ids and relations": loads[0].median / loads[1].median,
        "load / bare nodes": loads[0].median / loads[2].median,
        "assess / in memory": sweeps[0].median / sweeps[1].median,
        "who-delayed p50 / RETURN 1 p50": answers[0].median / answers[1].median,
        "who-delayed p95 / RETURN 1 p95": answers[0].percentile(95) / answers[1].percentile(95),
    }
    print()
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.2f}")
    for each in answers:
        print(f"{each.name}: p50 {each.median * 1000:.2f} ms, p95 {each.percentile(95) * 1000:.2f} ms")
    held = graph.rows(statements.SUMS)[0]
    print(f"{held['late'] / held['dated']:.0%} of {held['dated']:,} dated things are late")
    times = {each.name: each.seconds for each in (*loads, *sweeps, again, *answers)}
    return {"machine": _machine(), "ratios": ratios, "seconds": times}


def _told(*found: Times) -> Sequence[Times]:
    for each in found:
        print(each.line(), flush=True)
    return found


def _machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / (1 << 30)
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB of memory, Python {platform.python_version()}"
    )


def main() -> None:
    """Measure, print, and write the numbers where --json says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--deliverables", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="accountability-bench-"))
    try:
        found = run(folder, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
