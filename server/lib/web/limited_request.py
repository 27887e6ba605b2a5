"""Limits the size of a request after routing, because the limits depend on the blueprint (policy.py)."""

from __future__ import annotations

from quart import Request, request
from quart.datastructures import FileStorage
from quart.formparser import FormDataParser
from quart.wrappers.request import Body
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

_WITH_FILES = "multipart/form-data"  # no page of ours sends files
Form = tuple[MultiDict[str, str], MultiDict[str, FileStorage]]


class LimitedBody(Body):
    """A request body with a maximum size in bytes.

    Quart counts only the bytes that wait to be read, so a form that is parsed as it arrives could have any
    size.
    """

    def __init__(self, expected_content_length: int | None, max_content_length: int | None) -> None:
        super().__init__(expected_content_length, max_content_length)
        self._expected, self._came = expected_content_length or 0, 0
        self._most = max_content_length

    def limit(self, most: int) -> None:
        """Accept at most `most` bytes. Reading more raises RequestEntityTooLarge."""
        self._most = most
        self._check()

    def append(self, data: bytes) -> None:
        """Add bytes that the server received, as in Quart."""
        self._came += len(data)
        super().append(data)
        self._check()

    def _check(self) -> None:
        if self._most is not None and max(self._expected, self._came) > self._most:
            self._must_raise = RequestEntityTooLarge()
            self.set_complete()


class LimitedForms(FormDataParser):
    """Refuses forms with files, and limits the number of fields of all others, which Quart does not."""

    async def parse(
        self, body: Body, mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> Form:
        """Parse a form as Quart does. Raises RequestEntityTooLarge and UnsupportedMediaType."""
        if mimetype == _WITH_FILES:
            raise UnsupportedMediaType
        if self.max_form_parts is not None and (await body).count(b"&") >= self.max_form_parts:
            raise RequestEntityTooLarge
        return await super().parse(body, mimetype, content_length, options)


class LimitedRequest(Request):
    """A request whose limits can be set after its first bytes have arrived."""

    body: LimitedBody
    body_class = LimitedBody
    form_data_parser_class = LimitedForms

    def limit(self, max_body: int, max_fields: int) -> None:
        """Accept at most `max_body` bytes, and at most `max_fields` fields of a form."""
        self.max_content_length, self.max_form_parts = max_body, max_fields
        self.body.limit(max_body)


def of_now() -> LimitedRequest:
    """Return the current request."""
    assert isinstance(request, LimitedRequest)
    return request
