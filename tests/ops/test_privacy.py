"""The page about privacy: everybody may read it, and it says what this server's settings make true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.lib.config import ConfigError
from tests.world import World, opened_world, settings_in

PERMISSIONS = ("openid", "email", "profile", "gmail.metadata", "gmail.send", "gmail.readonly", "gmail.modify")


async def read(world: World, language: str = "en", method: str = "GET") -> tuple[Any, str]:
    headers = {"Host": "127.0.0.1:8000", "Accept-Language": language}
    answer = await world.visitor().client.open("/privacy", method=method, headers=headers)
    return answer, " ".join((await answer.get_data(as_text=True)).split())


async def said_with(folder: Path, **env: str) -> str:
    async with opened_world(folder, **env) as world:
        return (await read(world))[1]


async def test_a_stranger_reads_what_is_asked_of_google_and_whose_policy_holds(world: World) -> None:
    answer, page = await read(world)
    assert answer.status_code == 200
    for permission in PERMISSIONS:
        assert f"<code>{permission}</code>" in page, permission
    assert (
        "This server’s use and transfer to any other app of information received from Google APIs will adhere"
        ' to the <a href="https://developers.google.com/terms/api-services-user-data-policy"'
        ' rel="noreferrer">Google API Services User Data Policy</a>, including the Limited Use requirements.'
        in page
    )
    for link in ("/settings", "/limits", "https://myaccount.google.com/connections"):
        assert f'href="{link}"' in page, link


async def test_the_page_is_the_same_for_everybody_so_caches_may_keep_it_for_a_while(world: World) -> None:
    answer, page = await read(world)
    alices = await (await world.browser_of(world.alice)).get("/privacy", headers={"Accept-Language": "en"})
    assert " ".join((await alices.get_data(as_text=True)).split()) == page
    assert answer.headers["Cache-Control"] == "public, max-age=300, no-transform"
    assert answer.headers["Vary"] == "Accept-Language"
    assert "Set-Cookie" not in answer.headers
    assert "Set-Cookie" not in alices.headers
    assert "<script" not in page


async def test_its_address_can_be_checked_by_head(world: World) -> None:
    answer, _ = await read(world, method="HEAD")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=300, no-transform"


@pytest.mark.parametrize(
    ("language", "title", "kept"),
    [
        ("en", "Privacy", "until the owner of this server deletes them"),
        ("de", "Datenschutz", "bis der Besitzer dieses Servers sie löscht"),
        ("fr", "Confidentialité", "jusqu’à ce que le propriétaire de ce serveur les efface"),
    ],
)
async def test_it_speaks_the_browsers_language(world: World, language: str, title: str, kept: str) -> None:
    _, page = await read(world, language)
    assert f'<html lang="{language}">' in page
    assert f"<h1>{title}</h1>" in page
    assert kept in page


async def test_it_says_for_how_long_records_are_kept_on_this_server(tmp_path: Path) -> None:
    page = await said_with(tmp_path, EVENT_RETENTION_DAYS="90")
    assert "These records are deleted after 90 days" in page
    assert "until the owner of this server deletes them" not in page


async def test_it_mentions_places_and_reading_time_only_where_they_are_stored(tmp_path: Path) -> None:
    cities = str(tmp_path / "cities.mmdb")
    with_both = await said_with(tmp_path / "a", GEOIP_DATABASE_PATH=cities)
    with_none = await said_with(tmp_path / "b", VIEW_TIME_CONNECTIONS="0")
    for words in ("The city and country of the IP address", "turned on reading time"):
        assert words in with_both
        assert words not in with_none


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("privacy@example.org", "mailto:privacy@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
async def test_it_names_the_contact_that_the_owner_has_set(tmp_path: Path, contact: str, link: str) -> None:
    page = await said_with(tmp_path, PRIVACY_CONTACT=contact)
    assert f'<a href="{link}" rel="noreferrer">{contact}</a>' in page


async def test_no_address_that_the_owner_has_set_for_something_else_is_shown(tmp_path: Path) -> None:
    env = {
        "MAIL_FROM": "Alice <me@example.org>",
        "SMTP_SERVER": "127.0.0.1",
        "SMTP_USERNAME": "me@example.org",
    }
    async with opened_world(tmp_path, **env) as world:
        _, page = await read(world)
        assert world.alice.email not in page
    assert "Ask the owner of this server" in page
    assert "mailto:" not in page
    assert "example.org" not in page


@pytest.mark.parametrize("contact", ["Alice", "javascript:alert(1)", "a b@example.org", 'x"@y.example', "@"])
def test_a_contact_that_is_no_address_and_no_page_is_refused(tmp_path: Path, contact: str) -> None:
    with pytest.raises(ConfigError, match="PRIVACY_CONTACT"):
        settings_in(tmp_path, PRIVACY_CONTACT=contact)


async def test_the_sign_in_page_and_the_settings_lead_there(world: World) -> None:
    for browser, path in ((world.visitor(), "/login"), (await world.browser_of(world.alice), "/settings")):
        assert 'href="/privacy"' in await (await browser.get(path)).get_data(as_text=True), path
