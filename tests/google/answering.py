"""Answers in Google's place on loopback: as a test wants, at the token endpoint and where the keys are."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from server.google.settings import GoogleSettings
from tests.world import World


@dataclass(frozen=True)
class Said:
    """One answer. With `cut`, the connection ends before it."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


def said(status: int, body: Any, **headers: str) -> Said:
    """An answer whose body is JSON, or as it is if it is bytes."""
    return Said(status, body if isinstance(body, bytes) else json.dumps(body).encode(), headers)


@dataclass
class InGooglesPlace:
    """Says `answer` to every request, and remembers what came."""

    answer: Said
    url: str = ""
    heard: list[bytes] = field(default_factory=list)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"), 0
        )
        self.heard.append(head + await reader.readexactly(length))
        if not self.answer.cut:
            lines = {
                "Content-Length": str(len(self.answer.body)),
                "Connection": "close",
            } | self.answer.headers
            fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
            writer.write(
                f"HTTP/1.1 {self.answer.status} Said\r\n{fields}\r\n".encode("latin-1") + self.answer.body
            )
            await writer.drain()
        writer.close()


@asynccontextmanager
async def in_googles_place(answer: Said) -> AsyncIterator[InGooglesPlace]:
    made = InGooglesPlace(answer)
    async with await asyncio.start_server(made.take, "127.0.0.1", 0) as server:
        made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield made


def point(world: World, **urls: Any) -> None:
    """Let the server find parts of Google elsewhere: token_url=…, certs_url=…"""
    settings = world.runtime[GoogleSettings]
    assert settings.google
    moved = replace(settings, google=replace(settings.google, **urls))
    world.runtime._parts = tuple(moved if part is settings else part for part in world.runtime)
