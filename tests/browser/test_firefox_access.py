"""Alice withdraws sites from the extension in Firefox; the popup says so, and its button gets them back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.driving.firefox import ID
from tests.browser.driving.in_firefox import Desk, alice_pairs, alice_sets_up, desk
from tests.browser.driving.marionette import Tab, until

WITHDRAW = """
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(given[0]);
  await ExtensionPermissions.remove(given[0], { permissions: [], origins: [given[1]] }, extension);
"""


@pytest.fixture
async def at(tmp_path: Path) -> AsyncIterator[Desk]:
    """Alice's desk, with her browser paired."""
    async with desk(tmp_path) as made:
        await alice_sets_up(made)
        await alice_pairs(made)
        yield made


async def withdraws(at: Desk, site: str) -> None:
    """She turns the switch of a site off in the add-on's permissions."""
    async with at.firefox.marionette.chrome():
        await at.firefox.marionette.run(WITHDRAW, ID, site)


async def no_notes(popup: Tab) -> None:
    """Wait until the popup has nothing to warn of."""

    async def notes() -> Any:
        return await popup.run("return document.getElementById('notes').childElementCount")

    await until(notes, lambda count: count == 0, "no note")


async def test_sites_that_alice_withdrew_are_named_and_come_back_with_the_button(at: Desk) -> None:
    """Row 12 of "On real machines"."""
    sites = {"#no-gmail": "https://mail.google.com/*", "#no-server": "http://127.0.0.1/*"}
    for note, site in sites.items():
        await withdraws(at, site)
        popup = await at.firefox.popup()
        await popup.is_there("#connection[data-state=offline]")
        await popup.says(note, "Allow access")
        settings = await at.firefox.marionette.new_tab(f"{at.firefox.pages}options/options.html")
        await settings.says(f"#connection-notes {note}", "Allow access")
        await settings.close()
        popup = await at.firefox.popup()
        await popup.click(f"{note} button")
        host = site.split("/")[2]
        assert host in await at.firefox.allows()
        await popup.is_there("#connection[data-state=online]")
        await no_notes(popup)
        await popup.close()
