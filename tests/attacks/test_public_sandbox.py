"""The sandbox, in which anyone can sign in as anyone, lives on loopback only."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from server.google.settings import GoogleSettings
from server.lib.config import ConfigError
from server.settings import load
from tests.attacks.hosts import answered, hostile, with_host
from tests.faults import table
from tests.sandbox.driving import sandbox_running
from tests.serving import Server

LOCAL_HOSTS = ("127.0.0.1", "127.1.2.3", "::1", "localhost", "")
PUBLIC_HOSTS = ("0.0.0.0", "::", "192.168.1.5", "example.com", "localhost.evil.com", "127.0.0.1.nip.io")
LOCAL_URLS = ("", "http://localhost:8000", "http://127.1.2.3", "http://[::1]:8000", "https://LOCALHOST")
PUBLIC_URLS = (
    "https://track.example",
    "http://192.168.1.5:8000",
    "http://203.0.113.7:8000",
    "http://[2001:db8::7]:8000",
    "http://localhost.evil.com",
    "http://127.0.0.1.nip.io",
    "http://localhost.:8000.evil.com",
)
PUBLIC = [(host, url) for host in (*LOCAL_HOSTS, *PUBLIC_HOSTS) for url in PUBLIC_URLS[:-1]]
PUBLIC += [(host, url) for host in PUBLIC_HOSTS for url in LOCAL_URLS]
SANDBOX = "http://127.0.0.1:9"


def google_of(host: str, url: str, **more: str) -> GoogleSettings:
    return load({"HOST": host, "PUBLIC_URL": url, **more})[GoogleSettings]


def test_by_host_and_by_public_url_only_loopback_has_the_sandbox() -> None:
    sandboxes = sum(google_of(host, url).wants_sandbox for host, url in PUBLIC)
    table.record(
        "11.5 servers on public addresses without Google", f"{len(PUBLIC)} settings", f"{sandboxes} sandboxes"
    )
    assert sandboxes == 0
    assert all(google_of(host, url).wants_sandbox for host in LOCAL_HOSTS for url in LOCAL_URLS)


@pytest.mark.parametrize("credentials", [{}, {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}])
def test_a_sandbox_from_the_settings_is_refused_on_a_public_address(credentials: dict[str, str]) -> None:
    for host, url in PUBLIC:
        with pytest.raises(ConfigError, match=r"SANDBOX_URL.*anyone"):
            google_of(host, url, SANDBOX_URL=SANDBOX, **credentials)


@pytest.mark.parametrize("url", [*PUBLIC_URLS, "127.0.0.1:9", "nonsense"])
def test_a_sandbox_on_another_machine_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="SANDBOX_URL"):
        google_of("127.0.0.1", "", SANDBOX_URL=url)


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """A server that anyone could reach at its public URL through a proxy."""
    return Server(tmp_path / "data", {"PUBLIC_URL": "https://track.example"})


def test_a_public_server_without_google_starts_and_sends_nobody_to_another_address(server: Server) -> None:
    with server:
        page = answered(server.port, with_host(b"track.example"))[1].decode()
        away = answered(server.port, with_host(b"track.example", "/login/google"))[1].decode()
    led_away = sum("127.0.0.1" in answer or "oauth" in answer for answer in (page, away))
    table.record("11.5 visitors who ask for Google where there is none", "2 requests", f"{led_away} led away")
    assert not led_away
    assert page.startswith("HTTP/1.1 200")
    assert "Sign-in with Google isn’t set up on this server." in page
    assert not (server.data / "sandbox").exists()


def test_at_its_start_and_in_the_doctors_report_a_public_server_says_that_google_is_missing(
    server: Server,
) -> None:
    with server:
        assert "sign in with a password, and Gmail can't be connected" in server.log
        assert "GOOGLE_CLIENT_ID" in server.log
        report = server.outcome("doctor").stdout
    assert "sandbox" not in server.log + report
    assert any("Google" in line and "yellow" in line for line in report.splitlines())


def test_the_sandbox_itself_refuses_hosts_that_are_not_its_own(tmp_path: Path) -> None:
    hosts = hostile(b"127.0.0.1")
    with sandbox_running(tmp_path / "sandbox") as sandbox:
        port = int(sandbox.url.rpartition(":")[2])
        got = Counter(answered(port, with_host(host, "/sandbox/mailbox/alice"))[0] for host in hosts)
        assert answered(port, with_host(b"localhost", "/sandbox/mailbox/alice"))[0] == 200
    table.record("11.5 the sandbox asked under hostile hosts", f"{len(hosts)} requests", f"{got[421]} × 421")
    assert got == {421: len(hosts)}
