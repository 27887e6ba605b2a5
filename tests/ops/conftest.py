"""Fixtures: the pipeline of a hit, and a running sandbox, for the tests in this folder."""

from tests.google.conftest import google, google_process
from tests.pipeline import pipeline

__all__ = ["google", "google_process", "pipeline"]
