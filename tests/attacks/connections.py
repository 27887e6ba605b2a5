"""Attacks with connections: too many, broken off, never read, or for another protocol."""

from __future__ import annotations

import asyncio
import socket
import struct

from tests.attacks.attack import Attack, Scene
from tests.attacks.place import Streams

BIG_FILE = "/static/vendor/htmx.min.js"
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close with a reset


async def churn(_scene: Scene, streams: Streams) -> None:
    streams[1].transport.abort()


async def reset(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET /health HTTP/1.1") + b"\r\n")
    streams[1].get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    streams[1].transport.abort()


async def reset_after_an_answer(scene: Scene, streams: Streams) -> None:
    """Reset a connection that waits for its next request: a timer must not keep it in memory."""
    await scene.send(streams, scene.head("GET /health HTTP/1.1") + b"\r\n")
    await streams[0].readuntil(b"\r\n\r\n")
    streams[1].get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    streams[1].transport.abort()


def pipelined(label: str, path: str, small_buffer: bool = False) -> Attack:
    """Send requests without reading an answer, as many as the server takes."""

    async def act(scene: Scene, streams: Streams) -> None:
        request = (
            scene.head(f"GET {path or scene.known.pixel} HTTP/1.1", "Accept-Encoding: identity") + b"\r\n"
        )
        await scene.stream(streams, request * 500)

    return Attack(label, act, (2, 10), reads=False, pause=0.05, small_buffer=small_buffer)


async def unread(scene: Scene, streams: Streams) -> None:
    """Ask for a large file many times over, and never read it."""
    request = scene.head(f"GET {BIG_FILE} HTTP/1.1", "Accept-Encoding: identity") + b"\r\n"
    await scene.send(streams, request * 100)
    await asyncio.sleep(max(0.0, scene.left))


def spoken(label: str, said: bytes, at_once: tuple[int, int] = (5, 10)) -> Attack:
    """Say something that is no request of HTTP/1.1, on one connection after the other."""

    async def act(scene: Scene, streams: Streams) -> None:
        await scene.send(streams, said.replace(b"HOST", scene.place.host.encode()))

    return Attack(label, act, at_once, pause=0.05)


CHURN = (
    Attack("connections opened and closed", churn, (10, 20), pause=0.05),
    Attack("connections reset after a request", reset, (10, 20), pause=0.05),
    Attack("connections reset after an answer", reset_after_an_answer, (10, 20), reads=False, pause=0.05),
    pipelined("pages asked for without reading", "/login"),
    pipelined("pixels asked for without reading", ""),
    pipelined("files asked for without reading", BIG_FILE),
    pipelined("files asked for into a tiny buffer", BIG_FILE, small_buffer=True),
)
UNREAD = Attack("large answers that nobody reads", unread, (5, 50), reads=False, small_buffer=True)
PROTOCOLS = (
    spoken("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    spoken(
        "an upgrade to HTTP/2",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
        b"HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
    ),
    spoken("a TLS hello", bytes.fromhex("1603010200010001fc0303") + bytes(500)),
    spoken(
        "a WebSocket",
        b"GET /live HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    ),
    spoken("CONNECT", b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"),
    spoken(
        "an absolute address", b"GET http://example.org/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"
    ),
    spoken("HTTP/0.9", b"GET /\r\n\r\n"),
    spoken("a method nobody knows", b"BREW / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
    spoken("SSH", b"SSH-2.0-OpenSSH_9.2\r\n"),
    spoken("a proxy's greeting", b"PROXY TCP4 198.51.100.7 198.51.100.8 1 2\r\nGET / HTTP/1.1\r\n\r\n"),
    spoken("zeros", bytes(5000)),
)
HOSTS = tuple(
    spoken(
        f"the host {shown}", b"GET /login HTTP/1.1\r\nHost: %b\r\nConnection: close\r\n\r\n" % host, (1, 2)
    )
    for shown, host in (
        ("..", b".."),
        ("that is empty", b""),
        ("of another site", b"evil.example"),
        ("of spaces", b"a b"),
        ("with a user", b"127.0.0.1@evil.example"),
        ("with a path", b"evil.example/x"),
        ("with a bad port", b"127.0.0.1:999999"),
        ("with an open bracket", b"[::1"),
        ("of 8 kB", b"a" * 8000),
        ("of bytes above 127", b"\xff\xfe"),
        ("twice", b"127.0.0.1\r\nHost: evil.example"),
        ("of a percent sign", b"%"),
    )
)
