"""Measurements of the product against what it could at best be: `python -m benchmarks.run`."""
