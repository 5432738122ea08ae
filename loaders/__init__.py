"""Plan folders, workbooks and other sources: checked rows, one transaction, the command line."""
