"""Fixtures: the pipeline of a hit, for the tests in this folder."""

from tests.pipeline import at_once, one_minute, pipeline

__all__ = ["at_once", "one_minute", "pipeline"]
