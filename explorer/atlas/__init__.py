"""The Map: what of the graph is looked at, where it stands, and how it is drawn."""
