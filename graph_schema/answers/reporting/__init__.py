"""Answers about reports: who reported in time, whether what was said fits, how far things are."""
