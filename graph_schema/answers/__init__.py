"""Answers: one typed row and one function for each question asked of an assessment."""
