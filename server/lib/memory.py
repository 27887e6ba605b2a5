"""Returns freed memory to the system; otherwise the C library keeps the memory that a large batch needed."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


def trim() -> None:
    """Return freed memory if the C library (glibc) can. Takes milliseconds: call it rarely, in a thread."""
    malloc_trim = _malloc_trim()
    if malloc_trim:
        malloc_trim(0)


@cache
def _malloc_trim() -> Any:
    try:
        return getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):  # the C library cannot be loaded this way
        return None
