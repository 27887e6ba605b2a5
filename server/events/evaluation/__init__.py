"""Evaluation: hits become judged events, which are judged again after a report, a correction or new rules."""
