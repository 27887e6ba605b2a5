"""Sends sign-in forms to a real server, each on a connection of its own and from any address."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from tests.serving import Server

BEHIND_PROXY = {"TRUSTED_PROXIES": "127.0.0.1"}  # so that a test can choose the address of a client
_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered, and after how many seconds."""

    status: int
    head: str
    body: str
    seconds: float

    @property
    def headers(self) -> dict[str, str]:
        """Headers by lower-case name; of several with one name, the last."""
        lines = (line.partition(": ") for line in self.head.split("\r\n")[1:])
        return {name.lower(): value for name, _, value in lines}

    def cookie(self, name: str) -> str:
        """Return the value of a cookie that the answer sets, or "" """
        return self.head.partition(f"set-cookie: {name}=")[2].partition(";")[0]


@dataclass
class Guesser:
    """A client with the sign-in page open. `cookies` are sent as they are."""

    server: Server
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def opened(self) -> Guesser:
        """Load the sign-in page for the form's token."""
        answer = httpx.get(f"{self.server.url}/login", cookies=self.cookies, trust_env=False)
        self.cookies |= dict(answer.cookies)
        self.token = answer.text.partition('name="csrf" value="')[2].partition('"')[0]
        return self

    async def guess(self, email: str, password: str, address: str = "") -> Answer:
        """Send the form from `address` and wait for the complete answer."""
        reader, writer = await self.send(email, password, address)
        began = time.perf_counter()
        try:
            async with asyncio.timeout(_TIMEOUT):
                head, body = await read_answer(reader)
        finally:
            writer.close()
        return Answer(int(head.split(" ", 2)[1]), head, body, time.perf_counter() - began)

    async def send(
        self, email: str, password: str, address: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Send the form without waiting for the answer. Close the writer to hang up."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port)
        writer.write(self.request(email, password, address))
        return reader, writer

    def request(self, email: str, password: str, address: str = "") -> bytes:
        """Return the request as it goes over the wire."""
        form = urlencode({"csrf": self.token, "email": email, "password": password, "next": "/"})
        lines = [
            "POST /login HTTP/1.1",
            f"Host: 127.0.0.1:{self.server.port}",
            "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(form)}",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Connection: close",
            *([f"X-Forwarded-For: {address}"] if address else []),
        ]
        return ("\r\n".join(lines) + "\r\n\r\n" + form).encode()


async def read_answer(reader: asyncio.StreamReader) -> tuple[str, str]:
    """Return the head and the body of an answer whose head has a Content-Length."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = int(head.lower().partition("content-length: ")[2].split("\r\n")[0])
    return head.rstrip(), (await reader.readexactly(length)).decode()
