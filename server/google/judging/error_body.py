"""Reads the error that the body of an answer contains, in all forms that Google uses. Pure.

Older APIs list `errors` with reasons (developers.google.com/gmail/api/guides/handle-errors), newer ones have
a `status` and `details` (google.aip.dev/193), OAuth has a name and a description (RFC 6749, section 5.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from server.google.judging import foreign_text
from server.google.judging.answer import GoogleAnswer
from server.lib.failure import Value

_DEEPEST = 3  # errors inside errors, as gateways make them
_LONGEST_TEXT = 1000  # characters
_EMPTY = {"bad request", "forbidden", "unauthorized"}  # sentences that say no more than the status
_MOST = 20  # entries of a list that are read


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """An error as the body tells it. All texts are cleaned.

    `names`: reasons, status and error names, most telling first. `text`: Google's sentence. `code`: the
    status that the body names. `retry_delay`: as Google wrote it, e.g. "30s". `found`: whether there was an
    error.
    """

    names: tuple[str, ...] = ()
    text: str = ""
    link: str = ""
    code: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)
    retry_delay: str = ""
    found: bool = False

    @property
    def values(self) -> dict[str, Value]:
        """What a failure keeps for its reader: Google's sentence, cut, and the link."""
        said = foreign_text.line(self.text).rstrip(" .")
        told = {"said": "" if said.lower() in _EMPTY else said, "link": self.link}
        return {key: value for key, value in told.items() if value}

    @property
    def keys(self) -> frozenset[str]:
        """The names without regard to their spelling: RATE_LIMIT_EXCEEDED is rateLimitExceeded."""
        return frozenset(key_of(each) for each in self.names)

    @property
    def reason(self) -> str:
        """The most telling name; "" if there is none."""
        return self.names[0] if self.names else ""


def key_of(text: str) -> str:
    """Return a name of an error without regard to its spelling."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def read(answer: GoogleAnswer) -> ErrorBody:
    """Read the error in an answer's body; an empty one if the body contains none."""
    found = json_of(answer.body)
    error = _error_in(found, _DEEPEST)
    return _read(error) if error is not None else ErrorBody()


def json_of(body: bytes) -> Any:
    """Return the JSON that a body contains, whatever its encoding; None if it contains none."""
    raw = body.strip().removeprefix(b")]}'")
    for text in (raw, raw.decode("latin-1")):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):  # not JSON, not in this encoding, or nested without end
            continue
    return None


def page_text(answer: GoogleAnswer) -> str:
    """Return the visible words of a page."""
    text = answer.body[:100_000].decode("utf-8", "replace")
    # Up to the end if it is not closed, as in browsers; else each opening would be searched for its end anew.
    text = re.sub(r"(?is)<(style|script)\b.*?(?:</\1\s*>|\Z)", " ", text)
    return foreign_text.line(text, _LONGEST_TEXT)


def _error_in(found: Any, deep: int) -> Mapping[str, Any] | None:
    """Return the innermost error as an object; None if there is none."""
    if isinstance(found, list):
        objects = (each for each in found[:_MOST] if isinstance(each, dict))
        return next((error for each in objects if (error := _error_in(each, deep))), None)
    if not isinstance(found, dict) or deep == 0:
        return None
    inner = found.get("error")
    if isinstance(inner, list):
        inner = next((each for each in inner[:_MOST] if isinstance(each, dict | str)), None)
    if isinstance(inner, str) and inner:
        return {**found, "error": inner}
    if isinstance(inner, dict):
        return _wrapped(inner, deep - 1) or _error_in(inner, deep - 1) or inner
    return (
        found
        if "errors" in found or ("message" in found and ("status" in found or "code" in found))
        else None
    )


def _wrapped(error: Mapping[str, Any], deep: int) -> Mapping[str, Any] | None:
    """Return the error that a gateway put into the message of its own."""
    text = error.get("message")
    if not isinstance(text, str) or not text.lstrip().startswith("{"):
        return None
    return _error_in(json_of(text.encode("utf-8", "replace")), deep)


def _read(error: Mapping[str, Any]) -> ErrorBody:
    details = list(_objects(error.get("details")))
    texts = [error.get(key) for key in ("error_description", "message", "error_uri", "help")]
    texts += [each.get("message") for each in _objects(error.get("errors"))]
    links = [link.get("url") for each in details for link in _objects(each.get("links"))]
    further = [each.get("extendedHelp") for each in _objects(error.get("errors"))]
    return ErrorBody(
        names=tuple(dict.fromkeys(filter(None, map(foreign_text.name, _names(error, details))))),
        text=next(filter(None, (foreign_text.line(each, _LONGEST_TEXT) for each in texts)), ""),
        link=next(filter(None, (foreign_text.link_in(each) for each in (*links, *texts, *further))), ""),
        code=_number(error.get("code")),
        metadata=_metadata(details),
        retry_delay=next((delay for each in details if isinstance(delay := each.get("retryDelay"), str)), ""),
        found=True,
    )


def _names(error: Mapping[str, Any], details: list[Mapping[str, Any]]) -> Iterator[object]:
    yield from (each.get("reason") for each in details)
    yield from (each.get("reason") for each in _objects(error.get("errors")))
    yield from (error.get(key) for key in ("error", "error_subtype", "reason", "status", "code"))


def _objects(found: Any) -> Iterator[Mapping[str, Any]]:
    for each in found[:_MOST] if isinstance(found, list) else [found]:
        if isinstance(each, dict):
            yield each


def _metadata(details: list[Mapping[str, Any]]) -> Mapping[str, str]:
    return {
        str(key): foreign_text.line(str(value))
        for each in details
        if isinstance(found := each.get("metadata"), dict)
        for key, value in list(found.items())[:_MOST]
    }


def _number(code: object) -> int:
    text = str(code)
    return int(text) if re.fullmatch(r"[1-5]\d\d", text) else 0
