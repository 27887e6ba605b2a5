"""The way of a hit, for the tests of this folder that look addresses up."""

from tests.pipeline import way

__all__ = ["way"]
