"""Reads a stored mail from the Gmail API's `minimal`, `metadata` and `raw` forms."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.lib import clock


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A stored mail. `raw`: RFC 5322 bytes with Bcc; b"" if not requested. `size`: approximate, in bytes."""

    gmail_id: str
    thread_id: str
    labels: frozenset[str]
    size: int
    raw: bytes


def read(resource: Mapping[str, Any]) -> StoredMail:
    """Read a resource (developers.google.com/gmail/api/reference/rest/v1/users.messages)."""
    raw = _decoded(str(resource.get("raw", "")))
    return StoredMail(
        gmail_id=str(resource["id"]),
        thread_id=str(resource["threadId"]),
        labels=frozenset(resource.get("labelIds", ())),
        size=max(int(resource.get("sizeEstimate", 0)), len(raw)),
        raw=raw,
    )


def values_of(resource: Mapping[str, Any], header: str) -> list[str]:
    """Return the values of a header in the `metadata` form, one for each occurrence."""
    headers = resource.get("payload", {}).get("headers", ())
    return [str(each["value"]).strip() for each in headers if str(each["name"]).lower() == header.lower()]


def date_of(resource: Mapping[str, Any]) -> datetime:
    """Return when Gmail received the mail."""
    return clock.from_unix(int(resource["internalDate"]) / 1000)


def _decoded(data: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return b""
