"""Other formats, each converted to a plan folder that loads like any other."""
