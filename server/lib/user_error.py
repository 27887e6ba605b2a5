"""A person asked for something that cannot be done. The text says why, and what to do instead."""

from __future__ import annotations


class UserError(Exception):
    """Shown to the person as it stands, by a page or by the command line."""
