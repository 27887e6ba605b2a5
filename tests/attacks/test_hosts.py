"""Pages and the API answer known hosts only. Pixels, links and health checks answer under any name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.lib.net.hosts import parse_host
from tests.attacks.hosts import KNOWN, MISLEADING, UNKNOWN, answered, hostile, with_host
from tests.faults import table
from tests.faults.conftest import marked
from tests.serving import Server

PAGES = ("/login", "/", "/privacy", "/extension", "/api/extension/leases", "/setup/x")
ALLOWED = (b"track.example:1", b"mail.example", b"a.b.mail.example", b"192.0.2.9", b"XN--BCHER-KVA.example")
NEAR = (b"www.track.example", b"evilmail.example", b"mail.example.evil", b".mail.example", b"192.0.2.90")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run one server for all these attacks, which change nothing."""
    env = {"ALLOWED_HOSTS": "track.example, .mail.example, 192.0.2.9, bücher.example"}
    with Server(tmp_path_factory.mktemp("hosts") / "data", env) as running:
        yield running


def statuses(server: Server, requests: list[bytes]) -> Counter[int]:
    return Counter(answered(server.port, request)[0] for request in requests)


def test_a_hostile_host_gets_421_and_hardly_a_line_in_the_log(server: Server) -> None:
    before = len(server.log.splitlines())
    got = statuses(server, [with_host(value, path) for value in hostile(b"127.0.0.1") for path in PAGES])
    lines = len(server.log.splitlines()) - before
    table.record(
        "11.4 pages asked for under hostile hosts",
        f"{got.total()} requests",
        f"{got[421]} × 421, {lines} log lines",
    )
    assert got.keys() == {421}
    assert 1 <= lines <= 5
    assert "ALLOWED_HOSTS" in server.log


@given(host=st.binary(max_size=300).filter(lambda value: not set(value) & set(b"\r\n\0")))
@settings(max_examples=table.amount(60, 3_000), deadline=None, suppress_health_check=list(HealthCheck))
def test_no_bytes_at_all_make_a_page_fail(server: Server, host: bytes) -> None:
    status, answer = answered(server.port, with_host(host))
    assert status in {200, 400, 421}, answer
    assert "Traceback" not in server.log


@given(
    host=st.text("12x[]:.-_%@aA/l0", max_size=30)
    | st.ip_addresses().map(str)
    | st.ip_addresses(v=6).map("[{}]".format)
)
@settings(max_examples=table.amount(60, 3_000), deadline=None, suppress_health_check=list(HealthCheck))
def test_a_page_is_shown_only_for_hosts_that_are_loopback_after_all(server: Server, host: str) -> None:
    status, _ = answered(server.port, with_host(host.encode()))
    parsed = parse_host(host.strip())
    loopback = parsed is not None and (parsed == "::1" or parsed.startswith("127."))
    assert status == (200 if loopback or parsed == "192.0.2.9" else 421)


def test_known_hosts_are_answered_however_they_are_written(server: Server) -> None:
    requests = [with_host(host) for host in (*KNOWN, *ALLOWED)]
    assert statuses(server, requests) == {200: len(requests)}
    assert statuses(server, [with_host(host) for host in NEAR]) == {421: len(NEAR)}


def test_pixels_links_and_health_checks_are_answered_under_every_host(server: Server) -> None:
    pixels, links = marked(server, 1, "https://docs.example.org/")
    values = hostile(b"127.0.0.1")
    for url, expected in ((pixels[0], 200), (links[0], 302), (f"{server.url}/health", 200)):
        got = statuses(server, [with_host(value, urlsplit(url).path) for value in values])
        table.record(
            f"11.4 /{urlsplit(url).path.split('/')[1]}/ asked for under hostile hosts",
            f"{len(values)} requests",
            f"{got[expected]} answered",
        )
        assert got == {expected: len(values)}


def test_no_other_header_speaks_for_a_host(server: Server) -> None:
    for name in MISLEADING:
        value = "host=127.0.0.1" if name == "Forwarded" else "127.0.0.1"
        for host in ("Host: evil.example\r\n", ""):
            lines = f"{host}{name}: {value}\r\n"
            request = f"GET /login HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode()
            assert answered(server.port, request)[0] == 421


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /login HTTP/1.0\r\n", 421),
        (b"GET /login HTTP/1.1\r\n", 421),
        (b"GET /health HTTP/1.0\r\n", 200),
        (b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n", 421),
        (b"GET /login HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1\r\n", 421),
        (b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n", 421),
        (b"GET /login HTTP/1.1\r\n Host: evil.example\r\nHost: 127.0.0.1\r\n", 400),
        (b"GET /login HTTP/1.1\r\nHost : 127.0.0.1\r\n", 400),
        (b"GET http://127.0.0.1/login HTTP/1.1\r\nHost: evil.example\r\n", 421),
        (b"POST /login HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 9\r\n", 421),
        (b"HEAD /login HTTP/1.1\r\nHost: evil.example\r\n", 421),
        (b"OPTIONS * HTTP/1.1\r\nHost: evil.example\r\n", 421),
    ],
)
def test_missing_repeated_and_indirect_hosts(server: Server, head: bytes, status: int) -> None:
    assert answered(server.port, head + b"Connection: close\r\n\r\n")[0] == status


@pytest.mark.parametrize(("host", "status"), [(b"127.0.0.1", 200), (b"evil.example", 421), (b"..", 421)])
def test_a_request_to_switch_to_websockets_is_answered_as_any_other(
    server: Server, host: bytes, status: int
) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    key = b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    before = server.log
    assert answered(server.port, b"GET /login HTTP/1.1\r\nHost: %s\r\n" % host + upgrade + key)[0] == status
    assert "Traceback" not in server.log.removeprefix(before)


def test_the_answer_names_neither_the_address_asked_for_nor_the_right_one(server: Server) -> None:
    for host in (UNKNOWN[0], b"'\"><script>alert(1)</script>"):
        page = answered(server.port, with_host(host))[1]
        assert b"ALLOWED_HOSTS" in page
        assert host not in page
        assert str(server.port).encode() not in page
        assert b"track.example" not in page
    problem = answered(server.port, with_host(b"evil.example", "/api/extension/leases"))[1]
    assert b"application/problem+json" in problem


def test_a_page_for_an_unknown_host_is_never_kept_by_a_cache(server: Server) -> None:
    assert b"cache-control: no-store" in answered(server.port, with_host(b"evil.example"))[1].lower()
