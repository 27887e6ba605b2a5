"""People read what went wrong, without the numbers that only programs need."""

from __future__ import annotations

import pytest

from server.lib.error_words import error_words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file or directory", "/srv/ca.pem"), "No such file or directory"),
        (
            ConnectionError("[Errno 111] Connect call failed ('127.0.0.1', 1)"),
            "Connect call failed ('127.0.0.1', 1)",
        ),
        (OSError("[Errno -2] Name or service not known"), "Name or service not known"),
        (ValueError("it says [Errno 5] in the middle"), "it says in the middle"),
        (TimeoutError(), "no answer in time"),
        (ValueError(), "ValueError"),
    ],
)
def test_an_error_is_told_in_words(error: Exception, words: str) -> None:
    assert error_words(error) == words
