"""A real Neo4j without Docker: its jars, its data, one server for all of this user's processes."""

from graph_schema.embedded.jars import NEO4J_VERSION
from graph_schema.embedded.server import Seat, Status, has_data, start, status, stop, use

__all__ = ["NEO4J_VERSION", "Seat", "Status", "has_data", "start", "status", "stop", "use"]
