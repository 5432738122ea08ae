"""Answers about changes of plan: revisions beside the first promise, and corrections after the signature."""
