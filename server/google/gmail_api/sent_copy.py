"""Reads the HTML of a sent mail from the Gmail API's `full` form, also of parts that Gmail keeps apart."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from server.google.failures import Disconnected, GoogleFailure, Refused
from server.lib.outbox import Transient

MOST_APART = 5  # parts that are fetched for one mail
LARGEST_APART = 2_000_000  # bytes of one such part
_DEEPEST = 20  # levels of nested parts

Fetch = Callable[[str], Awaitable[dict[str, Any] | GoogleFailure]]


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A sent mail as Gmail stores it. `html` is the HTML of all its parts, or "" if it has none.

    `complete`: whether all of its HTML was read. What is not in an incomplete one may be in the mail.
    """

    labels: frozenset[str]
    html: str
    complete: bool = True


async def read(resource: Mapping[str, Any], fetch: Fetch) -> SentCopy | GoogleFailure:
    """Read a resource (developers.google.com/gmail/api/reference/rest/v1/users.messages).

    `fetch` returns the attachment with an id. Returns why it failed, if it may work later.
    """
    texts: list[str | None] = []
    left = MOST_APART
    for body in _html_bodies(resource.get("payload", {}), _DEEPEST):
        found: Mapping[str, Any] | GoogleFailure | None = body
        if body and not body.get("data") and body.get("attachmentId"):
            found = await _apart(body, fetch) if left else None
            left = max(0, left - 1)
        if isinstance(found, Transient | Refused | Disconnected):
            return found
        texts.append(_decoded(found) if isinstance(found, Mapping) else None)
    html = "\n".join(text for text in texts if text is not None)
    return SentCopy(frozenset(resource.get("labelIds", ())), html, complete=None not in texts)


async def _apart(body: Mapping[str, Any], fetch: Fetch) -> dict[str, Any] | GoogleFailure | None:
    """Return a body that Gmail keeps apart; None if it is too large."""
    return await fetch(str(body["attachmentId"])) if int(body.get("size", 0)) <= LARGEST_APART else None


def _html_bodies(part: Mapping[str, Any], deepest: int) -> Iterator[Mapping[str, Any] | None]:
    """Yield the bodies of the parts that are shown as HTML; None for what is nested too deeply to be read."""
    if part.get("mimeType") == "text/html" and not part.get("filename"):
        yield part.get("body", {})
    parts = part.get("parts", ())
    if parts and not deepest:
        yield None
        return
    for each in parts:
        yield from _html_bodies(each, deepest - 1)


def _decoded(body: Mapping[str, Any]) -> str | None:
    """Decode a body; None if it is not base64. Marks consist of ASCII, so other characters do not matter."""
    data = str(body.get("data", ""))
    if not data and body.get("size"):
        return None
    try:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
