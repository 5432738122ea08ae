"""What every page is drawn with: escaped templates, links that rerun, the bar."""
