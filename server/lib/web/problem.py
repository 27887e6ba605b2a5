"""Problem details: how an API says that it cannot do what was asked (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

import msgspec
from quart import Response
from werkzeug.exceptions import HTTPException

NAMESPACE: Final = "urn:sightline:problem:"
MEDIA_TYPE: Final = "application/problem+json"
_OURS: Final = "Something went wrong on our side. Try again."


class Problem(Exception):
    """An error of a request.

    `code` names the problem's type for programs; "" where the status alone says all there is. `detail` is a
    sentence for people. `errors` are objects that say what is wrong (`detail`) and where (`pointer`, a JSON
    pointer into the body, or `parameter`, a name in the query). `members` are what only this type has.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.errors = status, code, detail, errors
        self.headers, self.members = dict(headers or {}), dict(members or {})

    @property
    def title(self) -> str:
        """The problem's type in a few words: the same each time that it occurs."""
        return self.code.replace("_", " ").capitalize() if self.code else HTTPStatus(self.status).phrase

    def answer(self) -> Response:
        """The problem as JSON. No cache keeps it."""
        told = {
            "type": f"{NAMESPACE}{self.code}" if self.code else "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **({"errors": list(self.errors)} if self.errors else {}),
            **self.members,
        }
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(msgspec.json.encode(told), self.status, headers, content_type=MEDIA_TYPE)


def invalid(detail: str, errors: Sequence[Mapping[str, str]] = ()) -> Problem:
    """400: the request is not as it has to be."""
    return Problem(400, "invalid", detail, errors=errors)


def from_http(error: HTTPException) -> Problem:
    """What the framework raises, and `abort`: a problem of the bare status."""
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    detail = _OURS if status == 500 else error.description or ""
    return Problem(status, "", detail, headers=headers)
