"""`sightline doctor` tries the public address, GeoIP databases and certificates as the server uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.doctor.address import public_url
from server.doctor.certificates import certificates
from server.doctor.places import place
from tests import mmdb
from tests.doctor import files, strangers
from tests.world import settings_in


@pytest.mark.parametrize(
    ("talk", "colour", "words"),
    [
        (strangers.answering("200 OK", json.dumps({"status": "ok", "worker": "ok"})), "green", "answers 200"),
        (
            strangers.answering("503 X", json.dumps({"status": "database unavailable"})),
            "red",
            "status: database",
        ),
        (
            strangers.answering("200 OK", "<title>Default page</title>"),
            "red",
            "answered by something else: 200",
        ),
        (
            strangers.answering("302 Found", Location="https://login.example/"),
            "red",
            "which leads to https://login",
        ),
        (strangers.answering("401 Unauthorized"), "red", "answered by something else: 401"),
    ],
)
async def test_only_our_own_answer_at_the_public_address_is_green(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, talk: strangers.Talk, colour: str, words: str
) -> None:
    for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY"):  # this machine is never behind its own proxy
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with strangers.listening(talk) as port:
        url = f"http://127.0.0.1:{port}"
        monkeypatch.setenv("PUBLIC_URL", url)
        found = await public_url(settings_in(tmp_path, PUBLIC_URL=url))
    assert any((each.colour, words in each.text) == (colour, True) for each in found), found


@pytest.mark.parametrize(
    "url", ["https://mail.example.org", "https://your-domain.com", "https://192.168.1.5"]
)
async def test_an_address_that_nobody_else_can_open_is_not_green(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")  # nobody is asked
    found = await public_url(settings_in(tmp_path, PUBLIC_URL=url))
    assert {each.colour for each in found} <= {"red", "yellow"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (files.archived("w:gz"), "is a .tar.gz or .gz: unpack it"),
        (files.archived("w"), "Check GEOIP_DATABASE_PATH"),
        (files.half, "is damaged, not complete"),
        (lambda _: b"", "is empty"),
        (lambda _: b"<html>", "is a page of HTML"),
        (
            lambda found: found.replace(b"\x4dGeoLite2-City", b"\x4cGeoLite2-ASN"),
            "is a GeoLite2-ASN database",
        ),
    ],
)
async def test_a_file_that_is_no_database_of_cities_is_named(
    tmp_path: Path, change: files.Change, words: str
) -> None:
    path = tmp_path / "cities.mmdb"
    mmdb.write(path, {"8.8.8.0/24": ("Norway", "Oslo"), "81.2.69.0/24": ("United Kingdom", "London")})
    settings = settings_in(tmp_path, GEOIP_DATABASE_PATH=str(path))
    assert [each.colour for each in await place(settings)] == ["green"]
    path.write_bytes(change(path.read_bytes()))
    [found] = await place(settings)
    assert (found.colour, words in found.text) == ("red", True), found.text


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
async def test_certificates_that_are_not_there_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for each in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(name, "/nowhere/certificates")
    [found] = await certificates(settings_in(tmp_path))
    assert (found.colour, "/nowhere/certificates" in found.text, name in found.text) == ("red", True, True)


@pytest.mark.parametrize(
    ("host", "words"),
    [("127.0.0.1", "another program listens there"), ("203.0.113.10", "this machine has no such address")],
)
async def test_where_the_server_cannot_listen_is_named_while_it_is_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, words: str
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1:1")
    with strangers.listening(strangers.saying(b"")) as port:
        settings = settings_in(tmp_path, HOST=host, PORT=str(port), PUBLIC_URL="http://127.0.0.1:1")
        found = await public_url(settings)
    assert any((each.colour, words in each.text) == ("red", True) for each in found), found
