"""One agency: what it promised, how it stands, what it needs from others and they from it."""
