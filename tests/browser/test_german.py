"""Alice uses the extension in German, and the server's texts in it are German too."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.driving.mail_actions import looks_at, pixels, sends
from tests.browser.driving.reading_actions import (
    TIMEOUT,
    folder,
    marked,
    minute_passes,
    rings_until,
    tells,
    timeline,
    tracked_mail,
    worker_of,
)
from tests.browser.driving.stage import Stage, alice_sets_up, stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

KEEP_WORDS = """() => {
  const { create } = chrome.notifications;
  self.words = [];
  chrome.notifications.create = (id, given) => {
    self.words.push(`${given.title}: ${given.message}`);
    return create(id, given);
  };
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("german")) as made:
        await alice_sets_up(made)
        await speaks(made, "de", "Ihr Server")
        await (await worker_of(made.alice)).evaluate(KEEP_WORDS)
        await minute_passes(made.alice)
        yield made


async def speaks(on: Stage, language: str, title: str) -> None:
    """Alice chooses this language in the options."""
    options = await on.alice.new_page()
    await options.goto(f"chrome-extension://{on.extension}/options/options.html")
    await options.locator("#language").select_option(language)
    await expect(options.locator("h1")).to_have_text(title)
    await options.close()


async def until_words(on: Stage, wanted: str) -> list[str]:
    """The notifications so far, once one of them contains this text."""
    worker = await worker_of(on.alice)
    await rings_until(on.alice, lambda: worker.evaluate("(wanted) => self.words.includes(wanted)", wanted))
    words: list[str] = await worker.evaluate("() => self.words")
    return words


async def test_the_timeline_popup_notification_and_status_icon_are_in_german(on: Stage) -> None:
    alice = await on.writes()
    await tracked_mail(on, alice, "Mittagessen")
    [pixel] = pixels(on, (await sends(on))[-1])
    await alice.page.wait_for_timeout(3000)  # a load within 2.5 seconds of the send counts as a machine's
    await looks_at(pixel)
    notice = "Geöffnet: Bob Bauer hat „Mittagessen“ höchstwahrscheinlich geöffnet"
    assert notice in await until_words(on, notice)
    await alice.read("Mittagessen", folder="sent")
    await tells(alice.page, on.alice, "Einmal geöffnet")
    box = timeline(alice.page)
    reason = "Ein Browser oder Mailprogramm hat das Bild direkt geladen, ohne Proxy dazwischen."
    await expect(box.locator("li")).to_contain_text(f"Wohl ein Mensch. {reason}")
    assert not re.search(r"\b(?:Opened|person|directly|the)\b", await box.inner_text())

    await box.get_by_role("button", name="Das war ich").click()
    await expect(box.locator("li")).to_contain_text(
        "Sie haben angegeben, dass Sie das selbst waren.", timeout=TIMEOUT
    )
    await box.get_by_role("button", name="Rückgängig").click()
    await expect(box.locator("li")).to_contain_text(f"Wohl ein Mensch. {reason}", timeout=TIMEOUT)

    popup = await on.popup()
    row = popup.locator("#messages li", has_text="Mittagessen")
    await expect(row).to_contain_text("Geöffnet", timeout=TIMEOUT)
    await expect(row).to_contain_text("An Bob Bauer")
    await popup.close()
    await folder(alice, "sent")
    found = await marked(alice.page, "Mittagessen", "opened")
    assert "Wahrscheinlich einmal geöffnet: Bob Bauer" in str(await found.get_attribute("title"))


async def test_the_timeline_in_gmail_changes_when_alice_chooses_another_language(on: Stage) -> None:
    alice = await on.writes()
    await alice.read("Mittagessen", folder="sent")
    box = timeline(alice.page)
    await expect(box.locator("li")).to_contain_text("Wohl ein Mensch.", timeout=TIMEOUT)
    await speaks(on, "fr", "Votre serveur")
    await expect(box.locator("li")).to_contain_text("Probablement une personne.", timeout=TIMEOUT)
    await expect(box).to_contain_text("Ouvert une fois", timeout=TIMEOUT)
    await speaks(on, "de", "Ihr Server")
    assert alice.errors == []
