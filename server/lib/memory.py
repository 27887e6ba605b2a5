"""Memory that was freed, given back to the system: the C library keeps what a large batch once needed."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


def give_back() -> None:
    """Do it, where the C library knows how (glibc). Takes some milliseconds: call it in a thread, seldom."""
    trim = _trim()
    if trim:
        trim(0)


@cache
def _trim() -> Any:
    try:
        return getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):  # no C library to be had that way
        return None
