"""Locations of readers are read from a city database, if there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.lib.net import geoip
from server.lib.net.geoip import UNKNOWN, GeoLookup, Location
from tests import mmdb

PARIS = {"81.2.69.0/24": ("France", "Paris"), "66.249.64.0/19": ("United States", "Mountain View")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    mmdb.write(tmp_path / "city.mmdb", PARIS)
    return tmp_path / "city.mmdb"


def test_an_address_in_the_city_database_has_a_location_and_others_have_none(file: Path) -> None:
    """Covers 49, 201, 203, 204."""
    geo = GeoLookup(file)
    assert geo.locate("81.2.69.142") == geo.locate("::ffff:81.2.69.142") == Location("France", "Paris")
    assert geo.locate("9.9.9.9") == geo.locate("::1") == geo.locate("") == geo.locate("nonsense") == UNKNOWN
    geo.close()


def test_without_a_city_database_there_is_no_location(tmp_path: Path) -> None:
    assert GeoLookup(None).locate("81.2.69.142") == UNKNOWN
    assert GeoLookup(tmp_path / "absent.mmdb").locate("81.2.69.142") == UNKNOWN


def test_a_broken_city_database_causes_no_error(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geoip, "LOOK_AGAIN_SECONDS", 0)
    geo = GeoLookup(file)
    for content in (b"", b"garbage", file.read_bytes()[:200]):
        file.write_bytes(content)
        geo.locate("81.2.69.142")


def test_a_replaced_city_database_is_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geoip, "LOOK_AGAIN_SECONDS", 0)
    geo = GeoLookup(file)
    assert geo.locate("81.2.69.142").city == "Paris"
    mmdb.write(file.with_name("new"), {"81.2.69.0/24": ("France", "Lyon")})
    file.with_name("new").replace(file)
    assert geo.locate("81.2.69.142").city == "Lyon"
    geo.close()
