"""A page is in the browser's language, or in the one that a person chose."""

from __future__ import annotations

import pytest

from server.accounts import languages
from server.accounts.models import Account
from tests.world import World

GERMAN = {"Accept-Language": "de-CH,de;q=0.9,en;q=0.5"}
FRENCH = {"Accept-Language": "fr"}


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("es,fr;q=0.3", "fr"),
        ("en-US,de;q=0.9", "en"),
        ("es", "en"),
        ("*", "en"),
        ("", "en"),
        ("q=;;,\x01", "en"),
    ],
)
async def test_the_sign_in_page_is_in_the_browsers_language_or_else_in_english(
    world: World, asked: str, spoken: str
) -> None:
    answer = await world.visitor().get("/login", headers={"Accept-Language": asked})
    assert f'<html lang="{spoken}">' in await answer.get_data(as_text=True)
    assert "Accept-Language" in answer.headers["Vary"]


async def test_a_browser_that_names_no_language_gets_english(world: World) -> None:
    page = await (await world.visitor().get("/login")).get_data(as_text=True)
    assert '<html lang="en">' in page


async def test_the_language_that_alice_chose_overrides_her_browsers_language(
    world: World, alice: Account
) -> None:
    browser = await world.browser_of(alice)
    form = {"name": "Alice", "time_zone": "UTC", "language": "fr"}
    await browser.post("/settings/profile", form)
    page = await (await browser.get("/settings", headers=GERMAN)).get_data(as_text=True)
    assert '<html lang="fr">' in page
    assert '<option value="fr" selected>Français</option>' in page
    assert "Langue" in page

    await browser.post("/settings/profile", {**form, "language": ""})
    page = await (await browser.get("/settings", headers=GERMAN)).get_data(as_text=True)
    assert '<html lang="de">' in page
    assert "Sprache" in page


async def test_an_unknown_language_is_refused(world: World, alice: Account) -> None:
    browser = await world.browser_of(alice)
    form = {"name": "Alice", "time_zone": "UTC", "language": "tlh"}
    answer = await browser.post("/settings/profile", form)
    assert answer.status_code == 422
    await alice.refresh_from_db()
    assert alice.language is None


async def test_emails_use_the_language_that_the_browser_last_asked_for(world: World, alice: Account) -> None:
    browser = await world.browser_of(alice)
    assert languages.of(alice) == "en"
    await browser.get("/settings", headers=GERMAN)
    await browser.get("/settings")  # says nothing, so nothing changes
    await alice.refresh_from_db()
    assert languages.of(alice) == "de"

    await Account.filter(id=alice.id).update(language="fr")
    await alice.refresh_from_db()
    assert languages.of(alice) == "fr"


async def test_alices_page_stays_english_after_bob_used_french(world: World, alice: Account) -> None:
    await (await world.browser_of(world.bob)).get("/settings", headers=FRENCH)
    page = await (await (await world.browser_of(alice)).get("/settings")).get_data(as_text=True)
    assert '<html lang="en">' in page
