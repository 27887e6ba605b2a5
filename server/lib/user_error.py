"""Defines the error for a request by a person that cannot be fulfilled."""

from __future__ import annotations


class UserError(Exception):
    """A person asked for something that cannot be done. The text, shown as it is, says what to do instead."""
