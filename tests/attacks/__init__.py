"""Attacks on a running server: each does what a stranger could do, and records how often, and the result."""
