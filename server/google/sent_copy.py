"""Reads the HTML of a sent mail from the Gmail API's `full` form."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_DEEPEST = 20  # levels of nested parts


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A sent mail as Gmail stores it. `html` is the HTML of all its parts, or "" if it has none."""

    labels: frozenset[str]
    html: str


def read(resource: Mapping[str, Any]) -> SentCopy:
    """Read a resource (developers.google.com/gmail/api/reference/rest/v1/users.messages)."""
    parts = _html_parts(resource.get("payload", {}), _DEEPEST)
    return SentCopy(labels=frozenset(resource.get("labelIds", ())), html="\n".join(parts))


def _html_parts(part: Mapping[str, Any], deepest: int) -> Iterator[str]:
    if part.get("mimeType") == "text/html" and not part.get("filename"):
        yield _decoded(str(part.get("body", {}).get("data", "")))
    for each in part.get("parts", ()) if deepest else ():
        yield from _html_parts(each, deepest - 1)


def _decoded(data: str) -> str:
    """Decode a body. Marks consist of ASCII, so it does not matter how other characters are decoded."""
    try:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
