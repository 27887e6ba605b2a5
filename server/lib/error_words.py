"""Says what an error says, in words for people. Pure."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\[Errno -?\d+\] ")


def without_number(text: str) -> str:
    """Return an error's text without the numbers that the system has for errors."""
    return _NUMBER.sub("", text)


def error_words(error: BaseException) -> str:
    """Return an error's text without the system's number for it and without a file's name.

    An error without a text is named by its class, and one of time by what that means.
    """
    said = (isinstance(error, OSError) and error.strerror) or str(error)
    if not said and isinstance(error, TimeoutError):
        return "no answer in time"
    return without_number(said) or type(error).__name__
