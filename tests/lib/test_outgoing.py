"""Requests go through the proxy of the environment, once, and trust the certificates of the system."""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from server.lib.net import trusted as trust
from server.lib.net.outgoing import LostConnection, Outgoing, OutgoingError, Received
from server.lib.net.proxies import ProxyTrouble, proxy_for
from server.lib.net.trusted import UnreadableCertificates, trusted
from tests.certificates import Authority, Certificate, new_authority
from tests.connect_proxy import ConnectProxy, connect_proxy

HELLO = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Two: a\r\nX-Two: b\r\n\r\nhello"
NOWHERE = ssl.DefaultVerifyPaths(None, None, "", "", "", "")  # type: ignore[arg-type] # as if nothing were there
WAY = Outgoing(connect=5, answer=5)


@dataclass
class Server:
    """A server that gives one answer to everything. `came`: the heads of requests."""

    port: int
    answer: bytes
    came: list[bytes] = field(default_factory=list)
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            self.came.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(self.answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        writer.close()


@asynccontextmanager
async def serving(answer: bytes = HELLO, context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    made = Server(0, answer)
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0, ssl=context) as server:
        made.port = server.sockets[0].getsockname()[1]
        yield made


@asynccontextmanager
async def behind_a_proxy(
    certificate: Certificate, environment: pytest.MonkeyPatch, login: str = "", refusal: str = ""
) -> AsyncIterator[tuple[Server, ConnectProxy]]:
    """A server, and a proxy that leads to it and is named by HTTPS_PROXY."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(context=certificate.context()))
        proxy = ConnectProxy(("127.0.0.1", server.port), login=login, refusal=refusal)
        await stack.enter_async_context(connect_proxy(proxy))
        environment.setenv("HTTPS_PROXY", proxy.url)
        yield server, proxy


async def fetched(url: str, way: Outgoing = WAY) -> Received:
    return await asyncio.to_thread(way.send, "GET", url, {"accept": "text/plain"})


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy and no certificates are named, whatever the tests' own environment says."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """A company's authority, which this machine trusts."""
    made = new_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    return made


@pytest.fixture
def certificate(authority: Authority) -> Certificate:
    return authority.issues("far.example", "localhost", "127.0.0.1")


async def test_an_answer_has_its_status_headers_and_uncompressed_body() -> None:
    packed = gzip.compress(b"hello " * 100)
    head = (
        b"HTTP/1.1 503 Busy\r\nX-Two: a\r\nX-Two: b\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    )
    async with serving(head % len(packed) + packed) as server:
        got = await fetched(f"http://127.0.0.1:{server.port}/x?y=1")
    assert (got.status, got.reason, got.body) == (503, "Busy", b"hello " * 100)
    assert got.headers["x-two"] == "a, b"
    assert server.came[0].startswith(b"GET /x?y=1 HTTP/1.1\r\n")


async def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    async with serving() as elsewhere:
        there = f"http://127.0.0.1:{elsewhere.port}/"
        head = f"HTTP/1.1 307 Moved\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n"
        async with serving(head.encode()) as server:
            got = await fetched(f"http://127.0.0.1:{server.port}/")
            async with WAY.client() as client:
                again = await client.post(f"http://127.0.0.1:{server.port}/", data={"secret": "x"})
    assert (got.status, again.status_code, elsewhere.connections) == (307, 307, 0)


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel", b"\xff\xfe nonsense\r\n\r\n"]
)
async def test_a_request_whose_answer_is_lost_is_not_repeated(answer: bytes) -> None:
    async with serving(answer) as server:
        with pytest.raises(LostConnection):
            await fetched(f"http://127.0.0.1:{server.port}/")
    assert server.connections == 1


async def test_a_body_that_cannot_be_unpacked_is_an_error() -> None:
    async with serving(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz"
    ) as server:
        with pytest.raises(OutgoingError):
            await fetched(f"http://127.0.0.1:{server.port}/")
    assert server.connections == 1


async def test_the_answer_has_a_time_limit_of_its_own() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(TimeoutError):
            await fetched(url, Outgoing(connect=60, answer=0.2))


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
        ("socks5://127.0.0.1:1080", "proxies of the kind socks5:// are not supported"),
        ("http://127.0.0.1:port", "the address of the proxy cannot be read"),
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


async def test_a_proxy_that_reads_along_is_trusted_if_the_system_trusts_its_authority(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving() as server:
        proxy = ConnectProxy(("127.0.0.1", server.port), reads_along=certificate.context())
        async with connect_proxy(proxy):
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            assert (await fetched("https://far.example/")).body == b"hello"


async def test_a_proxy_that_reads_along_without_being_trusted_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = new_authority(tmp_path).issues("far.example")
    async with serving() as server:
        proxy = ConnectProxy(("127.0.0.1", server.port), reads_along=unknown.context())
        async with connect_proxy(proxy):
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            with pytest.raises(OutgoingError, match="the certificate is not trusted"):
                await fetched("https://far.example/")
    assert server.came == []


async def test_a_certificate_for_another_host_is_refused(authority: Authority) -> None:
    async with serving(context=authority.issues("localhost").context()) as server:
        await fetched(f"https://localhost:{server.port}/")
        with pytest.raises(OutgoingError, match="not valid for"):
            await fetched(f"https://127.0.0.1:{server.port}/")
    assert len(server.came) == 1


async def test_certificates_that_cannot_be_read_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    for path in (tmp_path / "missing.pem", empty):
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        with pytest.raises(UnreadableCertificates, match=path.name):
            await fetched("https://localhost:1/")


async def test_a_company_may_put_its_authority_into_the_folder_of_certificates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = new_authority(tmp_path)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: NOWHERE)
    monkeypatch.setattr(trust, "_BUNDLES", (str(tmp_path / "missing"), str(authority.path)))
    trust._made.cache_clear()
    try:
        async with serving(context=authority.issues("localhost").context()) as server:
            assert (await fetched(f"https://localhost:{server.port}/")).body == b"hello"
    finally:
        trust._made.cache_clear()


def test_without_certificates_of_the_system_those_of_certifi_are_trusted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: NOWHERE)
    monkeypatch.setattr(trust, "_BUNDLES", ())
    trust._made.cache_clear()
    try:
        names = str(trusted().get_ca_certs())
    finally:
        trust._made.cache_clear()
    assert "GTS Root R1" in names


def test_the_certificates_of_this_system_are_trusted() -> None:
    trust._made.cache_clear()
    assert "GTS Root R1" in str(trusted().get_ca_certs())


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


async def test_several_threads_may_send_at_once(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch) as (_, proxy):
        got = await asyncio.gather(*(fetched("https://far.example/") for _ in range(20)))
    assert [each.body for each in got] == [b"hello"] * 20
    assert len(proxy.asked) == 20
