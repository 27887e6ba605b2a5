"""Reads header fields (RFC 5322) of mails and of their parts. Pure.

A mail's content is untrusted, so reading goes line by line, within bounds, and never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_MOST_LINES = 5000  # in one block of fields
_LONGEST = 2000  # characters in one field
_BOUNDARY = re.compile(r';\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{3,450}>")

Fields = Mapping[str, Sequence[str]]  # lower-case name -> unfolded values


def split(part: bytes) -> tuple[Fields, bytes]:
    """Return the header fields of a mail or part, and its body."""
    if part[:2] == b"\r\n" or part[:1] == b"\n":  # a part need not have any fields
        return {}, part
    found = re.search(rb"\r?\n\r?\n", part)
    head, body = (part[: found.start()], part[found.end() :]) if found else (part, b"")
    return fields_of(head), body


def fields_of(block: bytes) -> dict[str, list[str]]:
    """Parse the fields at the beginning of a block, up to an empty line."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in block.lstrip(b"\r\n").decode("utf-8", "replace").split("\n", _MOST_LINES)[:_MOST_LINES]:
        text = line.rstrip("\r")
        if not text.strip():
            break
        name, colon, value = text.partition(":")
        if text[0] in " \t" and values:
            values[-1] = f"{values[-1]} {text.strip()}"[:_LONGEST]
        elif colon:
            values = found.setdefault(name.strip().lower()[:100], [])
            values.append(value.strip()[:_LONGEST])
    return found


def first(fields: Fields, name: str) -> str:
    """Return a field's first value, or ""."""
    return next(iter(fields.get(name, ())), "")


def content_type(fields: Fields) -> tuple[str, str]:
    """Return the media type of a mail or part, in lower case ("multipart/report"), and its boundary or ""."""
    value = next(iter(fields.get("content-type", ())), "")
    found = _BOUNDARY.search(value)
    return value.partition(";")[0].strip().lower(), (found[1] or found[2]) if found else ""


def message_ids_in(text: str) -> list[str]:
    """Return the Message-IDs in a header's text, in order."""
    return _MESSAGE_ID.findall(text)
