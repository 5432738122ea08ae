"""Leadership's papers: briefings of one page, drawn from the same answers as the pages."""
