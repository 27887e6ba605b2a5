"""Describes API errors as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

import msgspec
from quart import Response
from werkzeug.exceptions import HTTPException

NAMESPACE: Final = "urn:sightline:problem:"
MEDIA_TYPE: Final = "application/problem+json"
_OURS: Final = "Something went wrong on our side. Try again in a moment."


class Problem(Exception):
    """A request to the API failed.

    `code` names the problem's type for programs; "" if the status is enough. `detail` is a sentence for
    people. Each of `errors` says what is wrong (`detail`) and where (`pointer`, a JSON pointer into the body,
    or `parameter`, a name in the query). `members` are fields that only problems of this type have.
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
        """Return the problem's type in a few words, which are the same for all problems of the type."""
        return self.code.replace("_", " ").capitalize() if self.code else HTTPStatus(self.status).phrase

    def answer(self) -> Response:
        """Return the problem as JSON. No cache may store it."""
        document = {
            "type": f"{NAMESPACE}{self.code}" if self.code else "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **({"errors": list(self.errors)} if self.errors else {}),
            **self.members,
        }
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(msgspec.json.encode(document), self.status, headers, content_type=MEDIA_TYPE)


def invalid(detail: str, errors: Sequence[Mapping[str, str]] = ()) -> Problem:
    """Return the problem for an invalid request (status 400)."""
    return Problem(400, "invalid", detail, errors=errors)


def from_http(error: HTTPException) -> Problem:
    """Convert an error from the framework or from `abort` to a problem with a status but without a code."""
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    detail = _OURS if status == 500 else error.description or ""
    return Problem(status, "", detail, headers=headers)
