"""Shares fan-out and rates between nodes over Redis."""
