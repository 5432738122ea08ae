"""Reading of plans: paths to typed rows by plan year and sheet, with every problem of the input."""

from loaders.read.gather import read_plan
from loaders.read.reading import Reading, SourceFile, Tables

__all__ = ["Reading", "SourceFile", "Tables", "read_plan"]
