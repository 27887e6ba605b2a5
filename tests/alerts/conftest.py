"""Fixtures: alerts through Gmail with a real sandbox Google; see tests/google/conftest.py."""

from tests.google.conftest import google, google_process

__all__ = ["google", "google_process"]
