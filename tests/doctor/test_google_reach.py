"""`sightline doctor` looks at the way to Google: the clock, the proxy, and addresses that lead nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from server.doctor import google_reach
from server.google.settings import GOOGLE, Google
from server.lib import clock
from server.lib.net import connecting
from server.lib.net.connecting import Connector
from tests.certificates import new_authority
from tests.connect_proxy import ConnectProxy, connect_proxy
from tests.doctor.test_google import only
from tests.lib.outgoing.addresses import black_hole, listening
from tests.sandbox.driving import RunningSandbox

REAL = replace(GOOGLE, client_id="1-a.apps.googleusercontent.com", client_secret="secret")


@asynccontextmanager
async def answering(date: str) -> AsyncIterator[str]:
    """A server that says what time it is."""
    answers: list[Any] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers.append(asyncio.current_task())
        with suppress(OSError, asyncio.IncompleteReadError):  # some only connect
            await reader.readuntil(b"\r\n\r\n")
            writer.write(f"HTTP/1.1 404 X\r\nDate: {date}\r\nContent-Length: 0\r\n\r\n".encode())
            await writer.drain()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    for _ in range(3):  # turns of the loop, after which each accepted connection has its task
        await asyncio.sleep(0)
    await asyncio.gather(*answers)  # in Python 3.11, the server does not wait for them


@pytest.mark.parametrize(
    ("seconds", "colour", "words"),
    [
        (0, "green", "agrees with Google’s"),
        (4, "green", "agrees with Google’s"),
        (-30, "yellow", " seconds ahead of Google’s"),
        (30, "yellow", " seconds behind Google’s"),
        (300, "red", "5 minutes behind Google’s"),
        (-7200, "red", "2 hours ahead of Google’s"),
    ],
)
async def test_a_wrong_clock_is_named_with_how_much(seconds: int, colour: str, words: str) -> None:
    at_google = clock.now() + timedelta(seconds=seconds)
    async with answering(format_datetime(at_google, usegmt=True)) as root:
        urls = {"token_url": f"{root}/token", "certs_url": f"{root}/certs", "api_root": root}
        found = await google_reach.reach(replace(REAL, **urls, sandbox=True))  # type: ignore[arg-type]
    [(said, text)] = only("clock", found.lines)
    assert (said, words in text) == (colour, True), text


async def test_the_proxy_is_named_and_whether_it_works(
    google: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = ("oauth2.googleapis.com", "www.googleapis.com", "gmail.googleapis.com")
    authority = new_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
    monkeypatch.delenv("NO_PROXY", raising=False)
    port = int(google.url.rpartition(":")[2])
    proxy = ConnectProxy(("127.0.0.1", port), login="alice:secret")
    proxy.reads_along = authority.issues(*hosts).context()
    async with connect_proxy(proxy):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        works = await google_reach.reach(REAL)
        proxy.login = "alice:changed"
        refused = await google_reach.reach(REAL)
    assert works.reached
    place = f"127.0.0.1:{proxy.port}"
    assert only("proxy", works.lines) == [("green", f"connections to Google go through {place}")]
    assert not refused.reached
    [(colour, text)] = only("proxy", refused.lines)
    assert colour == "red"
    assert text.startswith(f"no way to {', '.join(hosts)}: the proxy {place} answers 407 ")
    assert "secret" not in str(refused.lines)


async def test_a_proxy_for_http_alone_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    urls = {"token_url": "https://127.0.0.1:1/token", "certs_url": "https://127.0.0.1:1/c"}
    found = await google_reach.reach(replace(REAL, **urls, api_root="https://127.0.0.1:1"))  # type: ignore[arg-type]
    [(colour, text)] = only("proxy", found.lines)
    assert (colour, "set HTTPS_PROXY" in text) == ("yellow", True)
    [(colour, text)] = only("Google", found.lines)
    assert (colour, "no way to 127.0.0.1:1: Connection refused." in text) == ("red", True)


async def test_an_ipv6_address_that_swallows_packets_is_named_with_what_it_costs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connecting, "EACH", 0.3)
    v4, v6 = ip_address("127.0.0.1"), ip_address("::1")
    with listening(v4) as server:
        port = server.getsockname()[1]
        root = f"https://far.example:{port}"
        urls = {"token_url": f"{root}/token", "certs_url": f"{root}/certs", "api_root": root}
        far: Google = replace(REAL, **urls)  # type: ignore[arg-type]
        with black_hole(v6, port):
            dead = await google_reach.reach(far, Connector(lambda _: [v6, v4]))
        with listening(v6, port):
            fine = await google_reach.reach(far, Connector(lambda _: [v6, v4]))
    [(colour, text)] = only("IPv6", dead.lines)
    assert (colour, text.startswith("far.example does not answer at ::1. ")) == ("yellow", True)
    assert "waits 0.3 s" in text
    assert only("IPv6", fine.lines) == []
