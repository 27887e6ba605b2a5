"""Runs part of the work in a second process on the same machine, and exchanges news with it."""
