"""Answers about agreements: who signed, how the leaders who signed stand, what followed."""
