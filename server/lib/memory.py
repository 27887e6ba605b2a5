"""Memory that was freed goes back to the system: the C library keeps what a large batch once needed."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


def trim() -> None:
    """Give it back, where the C library can (glibc). Takes some milliseconds: call it in a thread, seldom."""
    malloc_trim = _malloc_trim()
    if malloc_trim:
        malloc_trim(0)


@cache
def _malloc_trim() -> Any:
    try:
        return getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):  # no C library to be had that way
        return None
