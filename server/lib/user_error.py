"""Defines the error for a person's request that cannot be fulfilled."""

from __future__ import annotations


class UserError(Exception):
    """A person asked for something that cannot be done.

    The text says what to do instead, and is shown as it is.
    """
