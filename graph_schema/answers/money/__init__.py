"""Money: promised, released, spent and late by any grouping, what late money cost, budget credibility, lead times."""
