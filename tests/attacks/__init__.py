"""Attacks on a running server: what a stranger could do, how often it was tried, and with what result."""
