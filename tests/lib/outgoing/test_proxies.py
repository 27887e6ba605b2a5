"""Requests go through the proxy that the environment names, and never past it."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from server.lib.net.outgoing import Outgoing
from server.lib.net.proxies import ProxyTrouble, proxy_for
from server.lib.net.server_url import ENCODE
from tests.certificates import Certificate
from tests.connect_proxy import ConnectProxy
from tests.lib.outgoing.far_servers import WAY, behind_a_proxy, fetched, serving


async def test_the_proxy_of_the_environment_is_used(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch) as (_, proxy):
        got = await fetched("https://far.example/x")
        async with WAY.client() as client:
            again = await client.get("https://far.example/x")
    assert (got.body, again.text) == (b"hello", "hello")
    assert proxy.asked == ["far.example:443"] * 2


@pytest.mark.parametrize("given", ["http://127.0.0.1:{port}", "127.0.0.1:{port}", "HTTP://127.0.0.1:{port}/"])
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_a_proxy_may_be_named_in_several_ways(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    async with behind_a_proxy(certificate, monkeypatch) as (_, proxy):
        monkeypatch.delenv("HTTPS_PROXY")
        monkeypatch.setenv(name, given.format(port=proxy.port))
        assert (await fetched("https://far.example/")).body == b"hello"
    assert proxy.asked == ["far.example:443"]


async def test_a_proxy_gets_its_password_and_the_server_does_not(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch, login="alice:p@ss/wörd") as (server, proxy):
        monkeypatch.setenv("HTTPS_PROXY", f"http://alice:p%40ss%2Fw%C3%B6rd@127.0.0.1:{proxy.port}")
        assert (await fetched("https://far.example/")).body == b"hello"
    assert b"roxy" not in server.came[0]


async def test_a_proxy_that_wants_a_password_is_named_without_its_password(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch, login="alice:right") as (server, proxy):
        monkeypatch.setenv("HTTPS_PROXY", f"http://alice:wrong@127.0.0.1:{proxy.port}")
        with pytest.raises(ProxyTrouble) as refused:
            await fetched(f"https://localhost:{server.port}/")
    expected = f"the proxy 127.0.0.1:{proxy.port} answers 407 Proxy Authentication Required"
    assert (str(refused.value), server.connections) == (expected, 0)


async def test_nothing_goes_past_a_proxy_that_refuses(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch, refusal="502 Bad Gateway") as (server, proxy):
        with pytest.raises(ProxyTrouble, match="answers 502 Bad Gateway"):
            await fetched(f"https://localhost:{server.port}/")
        async with WAY.client() as client:
            with pytest.raises(httpx.ConnectError, match="answers 502 Bad Gateway"):
                await client.get(f"https://localhost:{server.port}/")
    assert (server.connections, len(proxy.asked)) == (0, 2)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("http://127.0.0.1:1", "the proxy 127.0.0.1:1 cannot be reached"),
        ("http://proxy.invalid:3128", "the proxy proxy.invalid:3128 cannot be reached"),
        (
            "socks5://127.0.0.1:1080",
            "proxies of the kind socks5 are not supported, only those that begin with http://",
        ),
        ("http://alice:s/e@3128", f"the address of the proxy cannot be read. {ENCODE}"),
        ("http://alice:hun@ter2?x@proxy.example:3128", f"the address of the proxy cannot be read. {ENCODE}"),
        ("http://alice:hun@ter2#x@proxy.example:3128", f"the address of the proxy cannot be read. {ENCODE}"),
        ("http://127.0.0.1:port", f"the address of the proxy has no usable port after the host. {ENCODE}"),
        ("http://alice:secret@:3128", "the address of the proxy names no host"),
    ],
)
async def test_nothing_goes_past_a_proxy_that_cannot_be_used(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch, value: str, words: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    async with serving(context=certificate.context()) as server:
        with pytest.raises(ProxyTrouble) as trouble:
            await fetched(f"https://localhost:{server.port}/")
    assert (str(trouble.value), server.connections) == (words, 0)


@pytest.mark.parametrize(
    ("exempt", "past"),
    [
        ("localhost", True),
        ("other.example, localhost", True),
        ("*", True),
        (".example", False),
        ("calhost", False),
    ],
)
async def test_no_proxy_names_the_hosts_that_are_reached_directly(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch, exempt: str, past: bool
) -> None:
    async with behind_a_proxy(certificate, monkeypatch) as (server, proxy):
        monkeypatch.setenv("NO_PROXY", exempt)
        assert (await fetched(f"https://localhost:{server.port}/")).body == b"hello"
    assert proxy.asked == ([] if past else [f"localhost:{server.port}"])


def test_domains_in_no_proxy_include_their_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "one.example,.two.example")
    for host in ("one.example", "a.one.example", "a.two.example", "two.example", "A.ONE.example"):
        assert proxy_for(f"https://{host}/") is None
    assert proxy_for("https://someone.example/") is not None


async def test_hosts_on_this_machine_are_reached_directly_if_the_caller_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    way = Outgoing(connect=5, answer=5, direct=True)
    async with serving() as server:
        assert (await fetched(f"http://127.0.0.1:{server.port}/", way)).body == b"hello"
        async with way.client() as client:
            assert (await client.get(f"http://127.0.0.1:{server.port}/")).text == "hello"


def test_a_proxy_for_http_alone_is_not_for_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    assert proxy_for("https://far.example/") is None
    assert proxy_for("http://far.example/") is not None


async def test_an_https_proxy_is_reached_by_tls(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(context=certificate.context()) as server:
        proxy = ConnectProxy(("127.0.0.1", server.port))
        async with await asyncio.start_server(
            proxy.serve, "127.0.0.1", 0, ssl=certificate.context()
        ) as front:
            port = front.sockets[0].getsockname()[1]
            monkeypatch.setenv("HTTPS_PROXY", f"https://localhost:{port}")
            assert (await fetched("https://far.example/")).body == b"hello"
    assert proxy.asked == ["far.example:443"]
