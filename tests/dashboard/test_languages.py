"""The dashboard in German and French: words, numbers, plurals, dates."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from server.accounts.models import Account
from server.lib import i18n
from server.messages.models import Message
from server.messages.wording import state_words
from tests.dashboard.mails import a_message, is_opened
from tests.world import Visitor, World

GERMAN = {"Accept-Language": "de"}
SPACE = "\N{NO-BREAK SPACE}"


async def page(browser: Visitor, path: str, language: str) -> str:
    answer = await browser.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return str(await answer.get_data(as_text=True))


async def test_the_list_shows_alices_messages_in_german(world: World) -> None:
    await Account.filter(id=world.alice.id).update(time_zone="Europe/Berlin")
    browser = await world.browser_of(world.alice)
    assert "Noch keine verfolgten Nachrichten" in await page(browser, "/", "de")
    message = await world.sends(world.alice, sent_at=datetime(2020, 10, 3, 8, 12, tzinfo=UTC))
    await is_opened(message)
    shown = await page(browser, "/", "de")
    for words in ("Nachrichten", "Geöffnet", "3. Okt. 2020, 10:12", "gerade eben", "Einstellungen"):
        assert words in shown


async def test_a_message_page_is_in_french_including_its_evidence(world: World) -> None:
    message = await world.sends(world.alice, to="bob@sandbox.example,charlie@sandbox.example")
    said = "A browser or mail app loaded the image directly, with no proxy in between."
    await is_opened(message, evidence=["direct_open"])
    shown = await page(await world.browser_of(world.alice), f"/messages/{message.id}", "fr")
    for words in (
        "Ouvert une fois par l’un des 2 destinataires",
        "Une personne a ouvert le message",
        "Un navigateur ou un logiciel de messagerie a chargé l’image directement",
        "Les 2 destinataires ont reçu le même message",
    ):
        assert words in shown
    assert said not in shown


@pytest.mark.parametrize(
    ("language", "times", "said"),
    [
        ("en", 0, "No sign yet"),
        ("en", 1, "Opened"),
        ("en", 2, "Opened twice"),
        ("en", 3, "Opened 3 times"),
        ("de", 0, "Noch kein Zeichen"),
        ("de", 1, "Geöffnet"),
        ("de", 2, "Zweimal geöffnet"),
        ("de", 21, "21-mal geöffnet"),
        ("fr", 1, "Ouvert"),
        ("fr", 3, "Ouvert 3 fois"),
    ],
)
def test_the_number_of_opens_is_worded_in_each_language(language: str, times: int, said: str) -> None:
    with i18n.speaking(language):
        assert state_words(a_message(opens=times, raw_opens=times)) == said


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 clicks"),
        ("en", 1, "1 click"),
        ("de", 0, "0 Klicks"),
        ("de", 1, "1 Klick"),
        ("de", 2, "2 Klicks"),
        ("fr", 0, "0 clic"),
        ("fr", 1, "1 clic"),
        ("fr", 2, "2 clics"),
        ("fr", 1_000_000, "1000000 clics"),
    ],
)
def test_each_language_has_its_own_plural_rule(language: str, number: int, said: str) -> None:
    with i18n.speaking(language):
        assert i18n.ngettext("%(num)s click", "%(num)s clicks", number) == said


async def test_a_search_without_results_and_an_error_page_are_in_french(world: World) -> None:
    await world.sends(world.alice)
    browser = await world.browser_of(world.alice)
    assert f"Rien trouvé pour «{SPACE}&lt;b&gt;{SPACE}»" in await page(browser, "/?q=%3Cb%3E", "fr")
    answer = await browser.get(f"/messages/{uuid4()}", headers={"Accept-Language": "fr"})
    assert answer.status_code == 404
    assert "Il n’y a rien ici" in await answer.get_data(as_text=True)


@pytest.mark.parametrize("language", [tag for tag in i18n.languages() if tag != i18n.ENGLISH])
async def test_the_main_pages_are_served_in_each_language(world: World, language: str) -> None:
    message = await world.sends(world.alice, links=["https://example.com/menu"])
    await is_opened(message)
    browser = await world.browser_of(world.alice)
    numbers = f"/messages/{message.id}/numbers"
    for path in ("/", "/settings", "/limits", "/privacy", "/extension", "/browsers", "/status", numbers):
        assert f'<html lang="{language}">' in await page(browser, path, language), path
    assert await Message.filter(id=message.id).exists()
