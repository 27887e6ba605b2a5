"""Splits a raw mail (RFC 5322, RFC 2045) into its header fields and its parts, within bounds. Pure.

A stranger wrote the mail: nothing here raises, and time and memory grow no faster than the mail. The standard
library's parser follows nested parts without a limit.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from server.mail.addresses import Mailbox, people
from server.mail.fields import Fields, content_type, first, split

MOST_BYTES = 2_000_000
MOST_PARTS = 50
MOST_DEPTH = 4
PREAMBLE = "text/x-preamble"  # the kind of what precedes the first part
LONGEST_TEXT = 100_000  # characters of one part that are read as text
_LONGEST_FROM = 1000
_MBOX = re.compile(rb"(?:\s*>?From [^\n]*\n)+")  # the line that mailbox files put before each mail
_CHARSET = re.compile(r'[;\s]charset\s*=\s*"?([\w.:-]{1,40})', re.IGNORECASE)
_KIND = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}")
_BOUNDARY_LINE = re.compile(rb"^--(\S[^\n]{0,198})\nContent-", re.IGNORECASE | re.MULTILINE)
# Only these: Python's punycode and idna take time that grows with the square of a text's length.
_KNOWN_CHARSETS = re.compile(
    r"(us-)?ascii|utf-?(8|16(le|be)?)|iso[-_]?8859-?\d{1,2}(-[ei])?|iso-2022-(jp|kr)(-\d)?|(windows-|cp)\d{3,4}|"
    r"koi8-[ru]|euc[-_](jp|kr)|shift[-_]?jis|gb(2312|k|18030)|big5|ks_c_5601-1987|latin-?1"
)
# Not <an@address>, which some leave unescaped.
_TAG = re.compile(r"(<(?![^\s<>@]{1,200}@[^\s<>@]{1,200}>)[^<>]*>)")
_NAME = re.compile(r"</?\s{0,5}(\w{1,20})")
_LINES = frozenset(
    ["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "hr", "blockquote"]
)
_UNSEEN = frozenset({"style", "script", "head"})


@dataclass(frozen=True)
class Part:
    """A part that contains no other parts. `kind`: its media type ("text/plain"). `raw`: as transferred."""

    kind: str
    fields: Fields
    raw: bytes

    @cached_property
    def content(self) -> bytes:
        """The content, without its transfer encoding; what cannot be decoded is empty."""
        encoding = first(self.fields, "content-transfer-encoding").strip().lower()
        try:
            if encoding == "base64":
                return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", self.raw) + b"==")
            return quopri.decodestring(self.raw) if encoding == "quoted-printable" else self.raw
        except (binascii.Error, ValueError):
            return b""

    @cached_property
    def text(self) -> str:
        """The content as text: HTML without its tags, lines end in \\n, at most LONGEST_TEXT characters."""
        named = _CHARSET.search(first(self.fields, "content-type"))
        charset = named[1].lower() if named and _KNOWN_CHARSETS.fullmatch(named[1].lower()) else "utf-8"
        text = _decoded(self.content[: 2 * LONGEST_TEXT], charset).replace("\r\n", "\n")
        return _without_tags(text[:LONGEST_TEXT]) if self.kind == "text/html" else text[:LONGEST_TEXT]


@dataclass(frozen=True)
class Mail:
    """A mail: its header fields, and its parts in order, those within other parts included."""

    fields: Fields
    parts: tuple[Part, ...]

    @property
    def kind(self) -> str:
        """The media type of the whole mail."""
        return content_type(self.fields)[0]

    @cached_property
    def sender(self) -> Mailbox | None:
        """Who wrote the mail, by its first From."""
        return next(iter(people([first(self.fields, "from")[:_LONGEST_FROM]])), None)


def parse(raw: bytes) -> Mail:
    """Parse the bytes of a whole mail, of which only the first MOST_BYTES count. Never raises."""
    text = (
        raw[:MOST_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip()
    )
    found = _MBOX.match(text)
    fields, body = split(text[found.end() :] if found else text)
    parts: list[Part] = []
    for part in _leaves(fields, body, 0):
        parts.append(part)
        if len(parts) >= MOST_PARTS:
            break
    return Mail(fields, tuple(parts))


def _leaves(fields: Fields, body: bytes, depth: int) -> Iterator[Part]:
    stated, boundary = content_type(fields)
    found = _KIND.match(stated)
    kind = found[0] if found else "text/plain"
    inner = _inner(boundary, body) if kind.startswith("multipart/") or not stated else []
    if not inner or depth >= MOST_DEPTH:
        yield Part("text/plain" if kind.startswith("multipart/") else kind, fields, body)
        return
    if inner[0].strip():  # some mail servers put the whole report before the first part
        yield Part(PREAMBLE, {}, inner[0])
    for piece in inner[1:]:
        yield from _leaves(*split(piece), depth + 1)


def _inner(boundary: str, body: bytes) -> list[bytes]:
    """Return what precedes the first part, and the parts; nothing if there are none.

    Where a gateway has changed or lost the boundary, the lines between the parts tell it.
    """
    pieces = _split_at(body, boundary.encode("utf-8", "replace")) if boundary else []
    if not pieces and (found := _BOUNDARY_LINE.search(body)):
        pieces = _split_at(body, found[1].rstrip())
    return pieces


def _split_at(body: bytes, boundary: bytes) -> list[bytes]:
    """Return what precedes the first boundary, and then each part; nothing if there is no boundary."""
    mark = re.escape(boundary)
    pieces = re.split(rb"(?:\A|\n)--" + mark + rb"(?:[ \t]*(?:\n|\Z)|--)", body, maxsplit=MOST_PARTS)
    return pieces if len(pieces) > 1 else []


def _decoded(content: bytes, charset: str) -> str:
    for name in (charset, "utf-8"):  # some mail servers state the charset of the mail that they return
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode(charset, "replace")


def _without_tags(text: str) -> str:
    seen: list[str] = []
    hidden = ""
    for piece in _TAG.split(text):
        found = _NAME.match(piece) if piece.startswith("<") else None
        name = found[1].lower() if found else ""
        if hidden:
            hidden = "" if name == hidden and piece.startswith("</") else hidden
        elif name in _UNSEEN:
            hidden = name
        elif name in _LINES:
            seen.append("\n")
        elif not _TAG.fullmatch(piece):
            seen.append(piece)
    return html.unescape("".join(seen)).replace("\xa0", " ")
