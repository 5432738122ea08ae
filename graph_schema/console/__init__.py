"""Ask in Cypher: the one place where a statement comes from outside; see docs/decisions/ask-in-cypher.md."""

from graph_schema.console.asking import ROWS, SECONDS, Answer, Cell, ask
from graph_schema.console.reading import Refusal, Spot, refusal, spot

__all__ = ["ROWS", "SECONDS", "Answer", "Cell", "Refusal", "Spot", "ask", "refusal", "spot"]
