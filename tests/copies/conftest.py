"""Fixtures: individual copies with a real sandbox Google; see tests/google/conftest.py."""

from tests.google.conftest import alice, google, google_process, world

__all__ = ["alice", "google", "google_process", "world"]
