"""Posts and officials: who held what, how they stand, and what their time caused and bore (questions.md 7)."""
