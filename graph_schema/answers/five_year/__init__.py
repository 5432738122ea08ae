"""Five years: how far the promises of a five-year plan are, and whether they are within reach."""
