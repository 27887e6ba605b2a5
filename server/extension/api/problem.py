"""What the API answers when it cannot do what was asked."""

from __future__ import annotations

from collections.abc import Mapping


class Problem(Exception):
    """An error answer: `{"error": code, "message": message}`; the code for programs, the rest for people."""

    def __init__(
        self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


def invalid(message: str) -> Problem:
    """400: the request is not as it has to be; `message` begins with the place."""
    return Problem(400, "invalid", message)
