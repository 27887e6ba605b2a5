"""The text of a sent mail, read from the Gmail API's `full` form."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_DEEPEST = 20  # parts within parts


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A sent mail as Gmail keeps it. `html` is all of its HTML, "" when it has none."""

    labels: frozenset[str]
    html: str


def read(resource: Mapping[str, Any]) -> SentCopy:
    """From a users.messages resource (developers.google.com/gmail/api/reference/rest/v1/users.messages)."""
    parts = _html_parts(resource.get("payload", {}), _DEEPEST)
    return SentCopy(labels=frozenset(resource.get("labelIds", ())), html="\n".join(parts))


def _html_parts(part: Mapping[str, Any], deepest: int) -> Iterator[str]:
    if part.get("mimeType") == "text/html" and not part.get("filename"):
        yield _decoded(str(part.get("body", {}).get("data", "")))
    for each in part.get("parts", ()) if deepest else ():
        yield from _html_parts(each, deepest - 1)


def _decoded(data: str) -> str:
    """What is looked for is ASCII, so any reading of other characters will do."""
    try:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
