"""Writes tokens.json, which the Python and the TypeScript tests both read: `python -m tests.vectors.make`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from server.lib.keys.signing import KeyRing, b64u, digest, from_b64u, key_id, mac
from server.marks.links import LONGEST_URL
from server.marks.tokens import (
    HASH_SIZE,
    LIFETIME,
    Purpose,
    TokenClaims,
    link_head,
    link_key,
    sign,
    sign_click,
)

FILE = Path(__file__).with_name("tokens.json")
RING = (b"the newest secret of this vector file", b"an older secret, kept for verification")
NOW = 1_790_000_000
MESSAGE = UUID("018f3f2e-7b1a-4c3d-9e5f-0123456789ab")
URLS = (
    "https://example.com/",
    "https://example.com/a?b=1&c=2#part",
    "http://example.org/über/straße?q=✓",
    "https://example.com/" + "x" * (LONGEST_URL - 20),
    "https://example.com/menu/146",  # its token would end in `_` without the pad
    "https://example.com/menu/114",  # in `-`
)
LONGER = "https://example.com/" + "x" * 2000
"""Was tracked until the limit became the tracked form's; such a token still works."""
STRAY = (
    *".,;:!)]}>'\"*|`~=/?#\\…。）」»”- _",
    *"\u00a0\u200b\u200d\u2060\ufeff\u00ad\n\t",
    *("%3E", "%22", "%20", "%E2%80%8B", "=3D", "=\n", "&gt;", "&nbsp;", "__", "-_-", "**", ").", '"><b>'),
    *("&utm_source=x", "&amp;utm_source=x", "?utm_source=x", "/?fbclid=x", "%3Fgclid=x", "?x#y"),
    *("__;!!abc!xyz$", " and more", ".\nRegards"),
)
"""What mail programs, scanners and people leave behind a link."""
BREAKS = (
    *"\n\r\t\v\f \x85\xa0\xad\u1680\u2007\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
    "\r\n ",
    "=\r\n",
    "=\n",
)
"""Where a mail program breaks a link, it may put these."""
NO_BREAKS = (*"\x1c\x1d\x1e\x1f\x00\x7f\u180e\u2061.", "==\n")
"""These end a token: the first four are white space for Python only."""


def vectors() -> dict[str, Any]:
    """Return the content of the file, which is the same on every call."""
    ring = KeyRing.of(RING)
    claims = TokenClaims(42, MESSAGE, 0, NOW + LIFETIME[Purpose.OPEN])
    head = link_head(ring, claims)
    return {
        "ring": [{"secret": secret.decode(), "key_id": key_id(secret).hex()} for secret in RING],
        "now": NOW,
        **{
            purpose.key_name: [
                _signed(ring, purpose, claims),
                _signed(ring, purpose, TokenClaims(2**63, MESSAGE, 7, NOW + 1)),
            ]
            for purpose in (Purpose.OPEN, Purpose.VIEW_TIME, Purpose.DECOY)
        },
        "click": [_click(ring, head, url) for url in URLS],
        "longer": _click(ring, head, LONGER),
        "stray": {"url": URLS[1], "token": _click(ring, head, URLS[1])["token"], "ends": [*STRAY]},
        "broken": {"between": [*BREAKS], "not_between": [*NO_BREAKS]},
        "cut": _cut(ring, head),
        "refused": _refused(ring, claims, head),
    }


def _signed(ring: KeyRing, purpose: Purpose, claims: TokenClaims) -> dict[str, Any]:
    return {
        "account": str(claims.account),
        "message": str(claims.message),
        "recipient": claims.recipient,
        "expiry": claims.expiry,
        "token": sign(ring, purpose, claims),
    }


def _click(ring: KeyRing, head: bytes, url: str) -> dict[str, str]:
    key = link_key(ring, head)
    return {"link_head": b64u(head), "link_key": b64u(key), "url": url, "token": sign_click(head, key, url)}


def _cut(ring: KeyRing, head: bytes) -> list[dict[str, str]]:
    """Return older tokens, which have no pad, without the `-` or `_` that some mail programs drop."""
    key = link_key(ring, head)
    old = ((url, _without_pad(head, key, url)) for url in URLS)
    return [{"url": url, "text": token[:-1]} for url, token in old if token[-1] in "-_"]


def _without_pad(head: bytes, key: bytes, url: str) -> str:
    body = head + digest(url.encode())[:HASH_SIZE] + url.encode()
    return b64u(body + mac(key, body))


def _refused(ring: KeyRing, claims: TokenClaims, head: bytes) -> list[dict[str, str]]:
    good = sign(ring, Purpose.OPEN, claims)
    view_time = sign(ring, Purpose.VIEW_TIME, claims)
    click = sign_click(head, link_key(ring, head), URLS[0])
    decoy = sign(ring, Purpose.DECOY, claims)
    expired = sign(ring, Purpose.OPEN, TokenClaims(42, MESSAGE, 0, NOW))
    flipped = bytearray(from_b64u(good) or b"")
    flipped[-1] ^= 1
    stranger = sign(KeyRing.of([b"somebody else's secret"]), Purpose.OPEN, claims)
    return [
        {"token": good[:-1], "purpose": "open", "why": "malformed"},
        {"token": good + "=", "purpose": "open", "why": "malformed"},
        {"token": "", "purpose": "open", "why": "malformed"},
        {"token": b64u(bytes(flipped)), "purpose": "open", "why": "signature"},
        {"token": stranger, "purpose": "open", "why": "key"},
        {"token": click, "purpose": "open", "why": "purpose"},
        {"token": good, "purpose": "click", "why": "purpose"},
        {"token": decoy, "purpose": "click", "why": "purpose"},
        {"token": click, "purpose": "decoy", "why": "purpose"},
        {"token": good, "purpose": Purpose.VIEW_TIME.key_name, "why": "purpose"},
        {"token": view_time, "purpose": "open", "why": "purpose"},
        {"token": view_time, "purpose": "click", "why": "purpose"},
        {"token": expired, "purpose": "open", "why": "expired"},
    ]


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n")
