"""Attacks with the head of a request: endless, slow, or with fields that are long but allowed."""

from __future__ import annotations

import asyncio

from tests.attacks.attack import Attack, Scene
from tests.attacks.place import Streams

HEAD_LIMIT = 10.0  # seconds in which a head must have come
IDLE_LIMIT = 20.0  # seconds that an unused connection may stay open between two requests
BLOCK = 64 * 1024
FIELD = 31_000  # bytes: a field that the limit of a head allows
LONG = 5_000_000
PAUSE = 0.05  # seconds before a connection that the server closed is opened again

FIELDS = {
    "Accept-Language": "en;q=0.5,",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) ",
    "Referer": "https://example.com/a?b=c&",
    "X-Forwarded-For": "198.51.100.7, ",
    "Cookie": "a=b; ",
    "Accept-Encoding": "gzip;q=0.1, ",
    "Accept": "text/html;q=0.9, ",
    "Sec-CH-UA": '"Chromium";v="140", ',
    "Via": "1.1 proxy, ",
    "Forwarded": "for=198.51.100.7;by=x, ",
    "If-None-Match": '"abc", ',
    "Range": "bytes=0-0,",
    "Authorization": "Bearer x",
    "Purpose": "prefetch",
}


async def endless_value(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1") + b"X-Endless: ")
    await scene.stream(streams, b"x" * BLOCK)


async def endless_name(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1"))
    await scene.stream(streams, b"x" * BLOCK)


async def endless_lines(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1"))
    await scene.stream(streams, b"X-Line: y\r\n" * (BLOCK // 11))


async def endless_url(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, b"GET /")
    await scene.stream(streams, b"a" * BLOCK)


async def endless_query(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, b"GET /?")
    await scene.stream(streams, b"a=%41&" * (BLOCK // 6))


async def endless_blank_lines(scene: Scene, streams: Streams) -> None:
    await scene.stream(streams, b"\r\n" * (BLOCK // 2))


async def endless_spaces(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1") + b"X-Empty:")
    await scene.stream(streams, b" " * BLOCK)


async def one_byte_pieces(scene: Scene, streams: Streams) -> None:
    """As many segments as the network takes, each with one byte of a head that never ends."""
    await scene.send(streams, scene.head("GET / HTTP/1.1") + b"X-Bytes: ")
    while scene.left > 0:
        for _ in range(20):
            streams[1].write(b"x")
        await scene.send(streams, b"x")
        await asyncio.sleep(0.005)


def long_field(name: str, size: int, pause: float, path: str = "") -> Attack:
    """A complete request with one field of this size, for the attacker's own pixel or for `path`."""

    async def act(scene: Scene, streams: Streams) -> None:
        value = (FIELDS[name] * (size // len(FIELDS[name]) + 1))[:size].strip()
        start = f"GET {path or scene.known.pixel} HTTP/1.1"
        whole = scene.head(start, "Connection: close", f"{name}: {value}") + b"\r\n"
        for at in range(0, len(whole), BLOCK):
            await scene.send(streams, whole[at : at + BLOCK])

    where = f"to {path}" if path else "with a pixel"
    large = f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB"
    return Attack(f"{large} of {name} {where}", act, at_once=(1, 2), pause=pause)


async def silent(_scene: Scene, _streams: Streams) -> None:
    """Say nothing."""


async def dripping_head(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1") + b"X-Slow: ")
    await scene.drip(streams, b"x")


async def dripping_lines(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET / HTTP/1.1"))
    await scene.drip(streams, b"X-a: b\r\n", 1)


async def dripping_start(scene: Scene, streams: Streams) -> None:
    for letter in b"GET /abcdefghijklmnopqrstuvwxyz" * 10:
        await scene.send(streams, bytes([letter]))
        await asyncio.sleep(0.5)


async def dripping_blank_lines(scene: Scene, streams: Streams) -> None:
    await scene.drip(streams, b"\r\n")


async def half_closed(scene: Scene, streams: Streams) -> None:
    """Stop sending in the middle of a head, but keep listening."""
    await scene.send(streams, scene.head("GET / HTTP/1.1"))
    if streams[1].can_write_eof():  # not with TLS
        streams[1].write_eof()


async def idle_after_a_request(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET /health HTTP/1.1") + b"\r\n")


async def dripping_after_a_request(scene: Scene, streams: Streams) -> None:
    await idle_after_a_request(scene, streams)
    await scene.drip(streams, b"\r\n")


async def second_head_drips(scene: Scene, streams: Streams) -> None:
    await idle_after_a_request(scene, streams)
    await dripping_head(scene, streams)


async def tls_hello(scene: Scene, streams: Streams) -> None:
    """The beginning of a TLS hello: its length announces more."""
    await scene.send(streams, bytes.fromhex("1603010200010001fc0303") + b"\0" * 32)


SLOW = tuple(
    Attack(label, act, (5, 50), limit, pause=0.5)
    for label, act, limit in (
        ("silent connections", silent, HEAD_LIMIT),
        ("heads dripped byte by byte", dripping_head, HEAD_LIMIT),
        ("heads dripped line by line", dripping_lines, HEAD_LIMIT),
        ("request lines dripped byte by byte", dripping_start, HEAD_LIMIT),
        ("blank lines dripped before a head", dripping_blank_lines, HEAD_LIMIT),
        ("connections half closed in a head", half_closed, HEAD_LIMIT),
        ("connections idle after a request", idle_after_a_request, IDLE_LIMIT),
        ("blank lines dripped after a request", dripping_after_a_request, IDLE_LIMIT),
        ("second heads dripped", second_head_drips, HEAD_LIMIT),
        ("a TLS hello without the rest", tls_hello, HEAD_LIMIT),
    )
)
ENDLESS = tuple(
    Attack(label, act, at_once, pause=PAUSE)
    for label, act, at_once in (
        ("one endless header value", endless_value, (1, 1)),
        ("one endless header name", endless_name, (1, 1)),
        ("endless header lines", endless_lines, (1, 1)),
        ("one endless path", endless_url, (1, 1)),
        ("one endless query", endless_query, (1, 1)),
        ("endless blank lines before a head", endless_blank_lines, (1, 1)),
        ("endless spaces before a header value", endless_spaces, (1, 1)),
        ("heads in pieces of a byte", one_byte_pieces, (5, 50)),
    )
)
LARGE = tuple(
    long_field(name, LONG, PAUSE)
    for name in ("Accept-Language", "User-Agent", "Referer", "X-Forwarded-For", "Cookie", "Accept-Encoding")
)
ALLOWED = tuple(long_field(name, FIELD, 4 * PAUSE) for name in FIELDS) + tuple(
    long_field(name, FIELD, 4 * PAUSE, path)
    for name, path in (
        ("Accept-Language", "/login"),
        ("Cookie", "/login"),
        ("Accept", "/login"),
        ("X-Forwarded-For", "/login"),
        ("If-None-Match", "/static/css/tokens.css"),
        ("Range", "/static/css/tokens.css"),
        ("Authorization", "/api/extension/feed"),
    )
)
