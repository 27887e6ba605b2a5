"""Fixtures: the pipeline of a hit, for the tests in this folder."""

from tests.pipeline import pipeline

__all__ = ["pipeline"]
