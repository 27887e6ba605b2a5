"""Fixtures: a running sandbox, for the tests in this folder."""

from tests.google.conftest import google, google_process

__all__ = ["google", "google_process"]
