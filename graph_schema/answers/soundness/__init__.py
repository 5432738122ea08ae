"""Answers about how far the numbers can be trusted."""
