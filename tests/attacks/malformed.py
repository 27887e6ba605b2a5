"""Generates malformed requests: valid ones that were cut, mixed, or filled with what no browser sends."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "G", "PROPFIND", "")
HOSTILE = (
    "%00", "%", "%zz", "%2e%2e/", "..%2f", "%c0%ae", "%ff", "%f0%9f%98%80", "%u0041", "\\", "//", ";", "?",
    "#", "\xff", "\x00", "\x7f", "\t", "'", '"', "<script>", "{{7*7}}", "${x}", "%0d%0aX: y", "a" * 3000,
    "-1", "0x1", "9" * 400, "1e999", "NaN", "null", "[]", "../" * 50, "%25" * 200, "\u2028", "=", "&",
    "&&a[]=b", "*",
)  # fmt: skip
NAMES = (
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Connection", "Content-Encoding",
    "Content-Length", "Content-Type", "Cookie", "Expect", "Forwarded", "Host", "HX-Current-URL",
    "HX-Request", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "Last-Event-ID", "Origin",
    "Range", "Referer", "Sec-Fetch-Site", "Transfer-Encoding", "Upgrade", "User-Agent", "X-CSRF-Token",
    "X-Forwarded-For", "X-HTTP-Method-Override", "X-Original-URL", "X-Forwarded-Proto", "X-Forwarded-Host",
    "",
)  # fmt: skip
VALUES = (
    "", ",", ";q=", "gzip;q=2", "de;q=x,*", "Bearer", "Bearer \xff", "Basic Og==", "close, close",
    "bytes=-", "bytes=5-1", "bytes=0-,0-", "W/", '"', "Thu, 99 Foo 9999 99:99:99 GMT",
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\xff",
    "application/json; charset=nowhere", "text/html; charset=\x00",
    "application/x-www-form-urlencoded; charset=utf-7", "a=b; a=c; =; ;;", "sightline-session=x",
    "100-continue", "chunked", "gzip, chunked", "-1", "1_0", "99999999999999999999", "null", 'for="[::1"',
    "h2c", "::1, x, 1.2.3.4:99999", "https://x:99999999/", "http://[::1", "\u00fc", "=?utf-8?q?=00?=",
    "x" * 9000, "..", "a b", "[::1", "evil.example:x",
)  # fmt: skip
BODIES = (
    b"", b"{", b"[]", b"null", b'"x"', b"{}", b"1e999", b'{"a":NaN}', b'{"\\ud800":1}', b"\xff\xfe", b"a=%",
    b"%=%", b"&" * 3000, b"csrf=%00&email=%ff", b"--b\r\n\r\n--b--",
    b'--b\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n', b"[" * 5000,
    b'{"count":' + b"9" * 5000 + b"}", b"\x00" * 100, b"\x1f\x8b\x08\x00" + b"\x00" * 50,
)  # fmt: skip


TYPES = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b")
QUERY = ("q", "page", "next", "state", "code", "send", "since", "cursor")
FIELDS = ("email", "password", "csrf", "browser", "device_code", "count")


def requests(seed: int, number: int, paths: Sequence[str], host: str) -> list[bytes]:
    """Return that many requests, always the same for the same seed."""
    chance = random.Random(seed)
    return [_request(chance, paths, host) for _ in range(number)]


def _request(chance: random.Random, paths: Sequence[str], host: str) -> bytes:
    start = f"{chance.choice(METHODS)} {_path(chance, paths)} HTTP/1.1"
    lines = [f"Host: {host}", "Connection: close"]
    body = _body(chance) if chance.random() < 0.5 else b""
    if body and chance.random() < 0.9:
        lines += [f"Content-Length: {len(body)}", f"Content-Type: {chance.choice(TYPES)}"]
    lines += [f"{chance.choice(NAMES)}: {_value(chance)}" for _ in range(chance.randrange(4))]
    if chance.random() < 0.1:
        chance.shuffle(lines)
    encoding = "utf-8" if chance.random() < 0.5 else "latin-1"
    whole = "\r\n".join([start, *lines, "", ""]).encode(encoding, "replace") + body
    return _damaged(chance, whole) if chance.random() < 0.2 else whole


def _path(chance: random.Random, paths: Sequence[str]) -> str:
    path = chance.choice(paths)
    if chance.random() < 0.4:
        at = chance.randrange(len(path) + 1)
        path = path[:at] + chance.choice(HOSTILE) + path[at:]
    if chance.random() < 0.4:
        path += "?" + "&".join(f"{chance.choice(QUERY)}={chance.choice(HOSTILE)}" for _ in range(3))
    return path


def _value(chance: random.Random) -> str:
    return chance.choice(VALUES) if chance.random() < 0.7 else chance.choice(HOSTILE)


def _body(chance: random.Random) -> bytes:
    if chance.random() < 0.6:
        return chance.choice(BODIES)
    fields = {chance.choice(FIELDS): chance.choice(HOSTILE) for _ in range(3)}
    if chance.random() < 0.5:
        return json.dumps(fields).encode()
    return "&".join(f"{name}={value}" for name, value in fields.items()).encode("utf-8", "replace")


def _damaged(chance: random.Random, whole: bytes) -> bytes:
    at = chance.randrange(len(whole))
    match chance.randrange(5):
        case 0:
            return whole[:at]
        case 1:
            return whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :]
        case 2:
            return whole[:at] + whole[at : at + 40] * 3 + whole[at + 40 :]
        case 3:
            return whole.replace(b"\r\n", b"\n")
        case _:
            return whole[:at] + b"\r\n" + whole[at:]
