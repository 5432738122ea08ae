"""Write `jars.lock` anew: `python -m graph_schema.embedded.relock`, after a change of `NEO4J_VERSION`.

jgo resolves org.neo4j:neo4j with all that it needs and keeps the jars in the user's own Maven repository; the lock
keeps their coordinates, SHA-256 and size, and no address.
"""

import hashlib
import sys
from pathlib import Path

import jgo

from graph_schema.embedded.jars import NEO4J_VERSION

_HEADER = f"""\
# Neo4j Community {NEO4J_VERSION}: every jar, in class path order. Made by graph_schema/embedded/relock.py.
# coordinates                                                            SHA-256, size in bytes
"""


def main() -> None:
    """Resolve, fetch, hash, write."""
    lines: list[str] = []
    for artifact in jgo.resolve(f"org.neo4j:neo4j:{NEO4J_VERSION}"):
        jar = artifact.resolve().read_bytes()
        parts = [artifact.groupId, artifact.artifactId, artifact.version]
        coordinates = ":".join([*parts, artifact.classifier] if artifact.classifier else parts)
        lines.append(f"{coordinates:<72} {hashlib.sha256(jar).hexdigest()} {len(jar)}")
    Path(__file__).with_name("jars.lock").write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines)} jars locked\n")


if __name__ == "__main__":
    main()
