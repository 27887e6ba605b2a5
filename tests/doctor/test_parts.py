"""`sightline doctor` says whether alerts are safe on their way to the mail server."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.doctor.blocked_names import name
from server.doctor.database import database
from server.doctor.mail import mail
from server.doctor.networks import networks
from server.doctor.readers import readers
from server.lib import clock
from tests import mmdb
from tests.alerts.mail_server import ANOTHER, PASSWORD, USER, mail_server
from tests.certificates import new_certificate
from tests.world import settings_in

TODAY = datetime(2026, 11, 30, 12, tzinfo=UTC)
LOGIN = {"SMTP_USERNAME": USER, "SMTP_PASSWORD": PASSWORD}


@pytest.mark.parametrize(
    ("host", "colour"), [(ANOTHER, "yellow"), ("127.0.0.1", "green"), ("localhost", "green")]
)
async def test_only_a_mail_server_on_this_machine_needs_no_tls(
    tmp_path: Path, host: str, colour: str
) -> None:
    async with mail_server(password=True) as post:
        [found] = await mail(settings_in(tmp_path, **post.env(**LOGIN, SMTP_SERVER=host)))
    assert found.colour == colour
    assert ("Set SMTP_USE_TLS or SMTP_USE_SSL" in found.text) == (colour == "yellow")


@pytest.mark.parametrize("setting", ["SMTP_USE_TLS", "SMTP_USE_SSL"])
async def test_with_tls_the_mail_server_may_be_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    certificate = new_certificate(tmp_path, "127.0.0.1", ANOTHER)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    async with mail_server(certificate, tls=setting == "SMTP_USE_SSL", password=True) as post:
        env = post.env(**LOGIN, SMTP_SERVER=ANOTHER, **{setting: "on"})
        [found] = await mail(settings_in(tmp_path, **env))
    assert found.colour == "green"


async def test_the_doctor_says_how_many_networks_are_known_and_what_an_asn_database_adds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    lists, asn = await networks(settings_in(tmp_path))
    assert lists.colour == "green"
    assert re.match(
        r"\d\d+ clouds, \d\d+ mail filters, \d\d+ relays, VPNs and office filters, and \d\d+ mail providers",
        lists.text,
    )
    assert "The oldest list is from 2026-" in lists.text
    assert (asn.colour, "GEOIP_ASN_DATABASE_PATH" in asn.text) == ("green", True)


async def test_lists_that_are_older_than_a_year_should_be_downloaded_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(days=400))
    lists, _ = await networks(settings_in(tmp_path))
    assert lists.colour == "yellow"
    assert lists.text.endswith("Run: sightline networks refresh")


async def test_an_asn_database_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.mmdb"
    _, asn = await networks(settings_in(tmp_path, GEOIP_ASN_DATABASE_PATH=str(missing)))
    assert (asn.colour, str(missing) in asn.text) == ("red", True)


async def test_a_database_of_cities_is_not_taken_for_one_of_networks(tmp_path: Path) -> None:
    cities = tmp_path / "cities.mmdb"
    mmdb.write(cities, {"81.2.69.0/24": ("United Kingdom", "London")})
    _, asn = await networks(settings_in(tmp_path, GEOIP_ASN_DATABASE_PATH=str(cities)))
    assert (asn.colour, "GeoLite2-City" in asn.text) == ("red", True)


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("https://track.email.example.com", "EasyPrivacy: /track.email.$image"),
        ("https://CLICKS.email.example.com", "EasyPrivacy: /clicks.email.$image"),
        ("https://ads.example.com", "EasyList: ://ads."),
        ("https://t.example.com", "uBlock Origin: /t.*/r/*$image"),
        ("https://sptracking.example.com", "EasyPrivacy: /sptracking."),
    ],
)
async def test_a_name_that_blockers_know_is_warned_of(tmp_path: Path, url: str, rule: str) -> None:
    [found] = await name(settings_in(tmp_path, PUBLIC_URL=url))
    assert found.colour == "yellow"
    assert rule in found.text
    assert "such as hello.example.com" in found.text


@pytest.mark.parametrize(
    "host",
    ["track.example.com", "click.example.com", "hello.example.com", "t-shirts.example", "mail.ads.example"],
)
async def test_other_names_are_fine(tmp_path: Path, host: str) -> None:
    assert await name(settings_in(tmp_path, PUBLIC_URL=f"https://{host}")) == []


async def test_a_wide_network_of_proxies_is_named(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, TRUSTED_PROXIES="10.0.0.0/8,104.16.0.0/12,198.51.100.4,::/0")
    found = await readers(settings)
    assert [each.colour for each in found] == ["yellow", "yellow"]
    assert "104.16.0.0/12" in found[0].text
    assert "::/0" in found[1].text
    assert "Name only the addresses of your proxies" in found[0].text


async def test_before_the_first_start_the_doctor_says_that_there_is_no_database_yet(tmp_path: Path) -> None:
    [found] = await database(settings_in(tmp_path))
    assert (found.name, found.colour) == ("database", "yellow")
    assert "There is no database yet" in found.text
    assert "The first start of the server makes it" in found.text
