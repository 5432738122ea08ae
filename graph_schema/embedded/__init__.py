"""A real Neo4j without Docker: its jars, its data, one server for all of this user's processes."""

from graph_schema.embedded.jars import NEO4J_VERSION
from graph_schema.embedded.server import Seat, Status, has_data, start, status, stop, use
from graph_schema.embedded.users import User

__all__ = ["NEO4J_VERSION", "Seat", "Status", "User", "has_data", "start", "status", "stop", "use"]
