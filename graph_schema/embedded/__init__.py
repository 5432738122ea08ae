"""A real Neo4j without Docker: its jars, its data, one server for all of this user's processes."""

from graph_schema.embedded.server import Seat, Status, start, status, stop, use

__all__ = ["Seat", "Status", "start", "status", "stop", "use"]
