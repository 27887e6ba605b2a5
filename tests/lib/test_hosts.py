"""Which hosts are ours, and how hosts are written in requests and settings."""

import pytest

from server.lib.config import ConfigError
from server.lib.net.hosts import KnownHosts, host_of, origin, parse_host
from server.lib.net.ip import is_loopback
from server.lib.settings import ServerSettings


@pytest.mark.parametrize(
    ("authority", "host"),
    [
        ("mail.example.org", "mail.example.org"),
        ("Mail.Example.ORG:443", "mail.example.org"),
        ("mail.example.org.", "mail.example.org"),
        ("mail_server:8000", "mail_server"),
        ("[::1]:80", "::1"),
        ("[2001:DB8:0:0::1]", "2001:db8::1"),
        ("[::ffff:192.0.2.1]", "192.0.2.1"),
        ("example.org:65535", "example.org"),
        ("example.org:65536", None),
        ("example.org..", None),
        ("a..b", None),
        ("-a.example", None),
        ("[1.2.3.4]", None),
        ("::1", None),
        ("\u212a.example", None),
        (f"{'a' * 63}.example", f"{'a' * 63}.example"),
        (f"{'a' * 64}.example", None),
        ("a." * 130 + "example", None),
    ],
)
def test_a_host_is_read_in_one_form_or_not_at_all(authority: str, host: str | None) -> None:
    assert parse_host(authority) == host


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("LocalHost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.evil.com", False),
        ("127.0.0.1.nip.io", False),
        ("127.1", False),
        ("", False),
    ],
)
def test_only_loopback_is_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local


def test_a_domain_is_known_with_its_subdomains_but_not_with_its_neighbours() -> None:
    known = KnownHosts(frozenset({"track.example"}), ("mail.example",))
    assert all(each in known for each in ("track.example", "mail.example", "a.mail.example", "localhost"))
    assert not any(each in known for each in ("a.track.example", "amail.example", "mail.example.org", ""))


@pytest.mark.parametrize(
    ("given", "public"),
    [
        ("https://track.example/", "https://track.example"),
        ("HTTPS://Track.Example:443", "https://track.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("http://127.1:80", "http://127.0.0.1"),
        ("track.example", None),
        ("ftp://track.example", None),
        ("https://", None),
        ("https://track.example/path", None),
        ("https://track.example?a", None),
        ("https://user@track.example", None),
        ("https://track.example:99999", None),
        ("https://track .example", None),
        ("javascript:alert(1)", None),
    ],
)
def test_the_public_url_is_read_as_browsers_read_it(given: str, public: str | None) -> None:
    assert origin(given) == public
    if public is None:
        with pytest.raises(ConfigError, match=r"PUBLIC_URL=.* Set it to .*https?://"):
            ServerSettings.read({"PUBLIC_URL": given})
    else:
        assert ServerSettings.read({"PUBLIC_URL": given}).public_url == public


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        ("mail.example.org, .Example.com", ("mail.example.org", ".example.com")),
        ("mail.example.org:8443; a.example b.example", ("mail.example.org", "a.example", "b.example")),
        ("192.168.1.5,::1,[2001:db8::1]", ("192.168.1.5", "::1", "2001:db8::1")),
        ("bücher.example", ("xn--bcher-kva.example",)),
        ("", ()),
    ],
)
def test_allowed_hosts_are_names_addresses_and_domains(given: str, allowed: tuple[str, ...]) -> None:
    assert ServerSettings.read({"ALLOWED_HOSTS": given}).allowed_hosts == allowed


@pytest.mark.parametrize(
    "given",
    ["*", "*.example.org", "https://example.org", "10.0.0.0/8", "a b/", ".", "a@b"],
)
def test_an_allowed_host_that_is_more_or_less_than_a_host_is_named_in_the_error(given: str) -> None:
    with pytest.raises(ConfigError, match=r"ALLOWED_HOSTS: .*is not a host"):
        ServerSettings.read({"ALLOWED_HOSTS": given})


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("192.168.1.5", "http://192.168.1.5:8000"),
        ("fd00::5", "http://[fd00::5]:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://127.0.0.1:8000"),
        ("", "http://127.0.0.1:8000"),
    ],
)
def test_without_a_public_url_people_reach_the_server_where_it_listens(host: str, url: str) -> None:
    settings = ServerSettings.read({"HOST": host})
    assert settings.public_url == url
    assert host_of(url) in settings.known_hosts


def test_the_public_url_the_bound_address_and_the_allowed_hosts_are_known() -> None:
    env = {"PUBLIC_URL": "https://track.example", "HOST": "192.168.1.5", "ALLOWED_HOSTS": "old.example"}
    known = ServerSettings.read(env).known_hosts
    assert all(each in known for each in ("track.example", "192.168.1.5", "old.example", "127.0.0.1"))
    assert "192.168.1.6" not in known
