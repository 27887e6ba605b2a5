"""Builds the edge's answers: images, redirects and small pages. All but the redirects are built only once."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import Any

Message = dict[str, Any]
RawHeaders = tuple[tuple[bytes, bytes], ...]

GIF = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)  # 43 bytes, one transparent pixel
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)  # 67 bytes, one transparent pixel as PNG

HTTPS_ONLY: RawHeaders = ((b"strict-transport-security", b"max-age=63072000"),)
_FRESH: RawHeaders = (
    (b"cache-control", b"no-store, no-cache, must-revalidate, max-age=0"),
    (b"pragma", b"no-cache"),
    (b"expires", b"0"),
)
_NOSNIFF: RawHeaders = ((b"x-content-type-options", b"nosniff"),)
_ALWAYS: RawHeaders = (
    *_NOSNIFF,
    (b"referrer-policy", b"no-referrer"),
    (b"x-robots-tag", b"noindex, nofollow"),
)
# Fewer headers than _ALWAYS has: an image has no links, and each header costs a pixel about 0.4 µs.
_IMAGE: RawHeaders = (*_FRESH, *_NOSNIFF, (b"cross-origin-resource-policy", b"cross-origin"))
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;"
    "color:#1f2328;background:#fff}h1{font-size:1.4rem}"
    "@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#15181d}}"
)
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_PAGE_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete, immutable answer. `with_header` returns a changed copy."""

    status: int
    headers: RawHeaders
    body: bytes = b""
    _starts: dict[RawHeaders, Message] = field(default_factory=dict, compare=False, repr=False)
    _ends: dict[str, Message] = field(default_factory=dict, compare=False, repr=False)

    def with_header(self, name: str, value: str) -> Answer:
        """Return this answer with one more header."""
        return Answer(self.status, (*self.headers, (name.encode(), value.encode())), self.body)

    def start(self, more: RawHeaders = ()) -> Message:
        """Return the ASGI message that starts the response, with `more` headers."""
        known = self._starts.get(more)
        if known:
            return known
        headers = [*self.headers, *more]
        start = self._starts[more] = {
            "type": "http.response.start",
            "status": self.status,
            "headers": headers,
        }
        return start

    def end(self, method: str) -> Message:
        """Return the ASGI message that ends the response, without a body for HEAD."""
        known = self._ends.get(method)
        if known:
            return known
        body = b"" if method == "HEAD" else self.body
        end = {"type": "http.response.body", "body": body}
        if method in ("GET", "HEAD"):  # other methods are arbitrary text from clients
            self._ends[method] = end
        return end


def image(content: bytes, media_type: str) -> Answer:
    """Return the answer for a pixel. No cache may store it, and pages of every origin may load it."""
    return Answer(200, (*_described(content, media_type), *_IMAGE), content)


def slow_gif() -> Answer:
    """Return the start of an image that is sent slowly, without a length, with a header against buffering."""
    headers = ((b"content-type", b"image/gif"), (b"x-accel-buffering", b"no"))
    return Answer(200, (*headers, *_IMAGE), GIF[:-1] + b"\x21\xfe")


def redirect(location: str) -> Answer:
    """Redirect to `location`, which must be visible ASCII so that it cannot inject a header."""
    return Answer(
        302, ((b"location", location.encode("ascii")), (b"content-length", b"0"), *_FRESH, *_ALWAYS)
    )


def page(status: int, title: str, text: str) -> Answer:
    """Return a small self-contained page for a person."""
    html = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style><h1>{escape(title)}</h1><p>{escape(text)}</p></html>"
    ).encode()
    policy = (b"content-security-policy", _PAGE_POLICY.encode())
    return Answer(status, (*_described(html, "text/html; charset=utf-8"), policy, *_FRESH, *_ALWAYS), html)


def problem(status: int, title: str, detail: str) -> Answer:
    """Return an API error as a problem document without a type of its own (RFC 9457)."""
    members = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    content = json.dumps(members).encode()
    return Answer(status, (*_described(content, "application/problem+json"), *_FRESH, *_ALWAYS), content)


def _described(content: bytes, media_type: str) -> RawHeaders:
    return ((b"content-type", media_type.encode()), (b"content-length", str(len(content)).encode()))


SLOW_GIF = slow_gif()  # the image without its last byte, and the beginning of a comment (GIF89a, section 24)
SLOW_GIF_MORE = b"\x01 "  # one block of the comment: a single letter
SLOW_GIF_END = b"\x00" + GIF[-1:]  # the end of the comment and of the image
PIXELS = {".gif": image(GIF, "image/gif"), ".png": image(PNG, "image/png")}
BAD_LINK = page(
    400,
    "This link is not valid",
    "It may have been cut off or changed on its way. Ask the sender of the mail for the address.",
)
EXPIRED_LINK = page(
    400, "This link has expired", "The mail it belongs to is too old. Ask the sender for the address."
)
REFUSED_TARGET = page(
    400, "This link cannot be followed", "It does not lead to a public web address, so nobody is sent there."
)
UNRESOLVED_TARGET = page(
    400,
    "The address behind this link was not found",
    "Its name could not be looked up just now. Try again in a moment, or ask the sender for the address.",
)
DECOY = page(
    200,
    "There is nothing behind this link",
    "It is hidden in a mail so that programs which follow every link, such as mail filters, are not taken "
    "for readers. Nobody was meant to see it. That it was followed is noted, and counts neither as a click "
    "nor as a sign that the mail was read. You can close this page.",
)
NOT_ALLOWED = page(405, "This address can only be read", "Use GET or HEAD.").with_header("allow", "GET, HEAD")
TOO_LONG = page(414, "This address is too long", "Addresses of up to 8 kB are understood here.")
