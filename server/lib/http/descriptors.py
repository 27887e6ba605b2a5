"""Raises the number of file descriptors that this process may have."""

from __future__ import annotations

import resource
from contextlib import suppress

_WANTED = 16_384  # enough for the most connections (limits.py) and everything else


def raised() -> int:
    """Raise the limit as far as the system lets us, up to what is useful, and return the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED if hard == resource.RLIM_INFINITY else min(hard, _WANTED)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return _WANTED if soft == resource.RLIM_INFINITY else soft
    with suppress(ValueError, OSError):  # some systems forbid it even below the hard limit
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
