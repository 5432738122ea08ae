"""What the graph holds, every statement, and the only way to speak to Neo4j."""
