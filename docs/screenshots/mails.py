"""Takes pictures of the alert emails: `python docs/screenshots/mails.py FOLDER`.

It shows a reminder, and emails about the first open of a message to one person and of a message to several.
Each picture is taken in three languages, 390 and 1280 pixels wide, light and dark.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import demo_world
from make import CHROMIUM, GOOGLE, SCHEMES, SIZES, demo
from playwright.async_api import Browser, async_playwright
from quart import Quart

from server.accounts.models import Account
from server.alerts.email_render import mail_of
from server.alerts.models import Alert
from server.events.models import Event
from server.lib import clock, i18n

OPENED = {"mail-opened": "Proofs for the autumn catalogue", "mail-opened-group": demo_world.GROUP}
REMINDER = {"mail-reminder": "Lunch on Friday?"}


async def main(folder: Path) -> None:
    """Render the emails of the demo world, and take a picture of each."""
    async with demo(GOOGLE) as (app, people, letters):
        mails = await _mails(app, people["alice"], letters)
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, html in mails.items():
            await _take(browser, name, html, folder)
        await browser.close()


async def _mails(app: Quart, alice: Account, letters: Mapping[str, UUID]) -> dict[str, str]:
    """Return the HTML of each email, by name and language."""
    alerts = {name: await _opened(letters[subject]) for name, subject in OPENED.items()}
    alerts |= {name: _alert("reminder", letters[subject], None) for name, subject in REMINDER.items()}
    mails = {}
    async with app.app_context():
        for language in i18n.languages():
            alice.language = language
            for name, alert in alerts.items():
                mails[f"{name}-{language}"] = (await mail_of(alert, alice)).html
    return mails


async def _opened(message: UUID) -> Alert:
    first = await Event.filter(message_id=message, kind="open", counts=True).order_by("at").first()
    assert first
    return _alert("first_open", message, first.id)


def _alert(kind: str, message: UUID, event: UUID | None) -> Alert:
    sent = {"rfc822_message_id": "<1@demo.example>", "created_at": clock.now()}
    return Alert(kind=kind, message_id=message, event_id=event, **sent)


async def _take(browser: Browser, name: str, html: str, folder: Path) -> None:
    for width, height in SIZES.items():
        for scheme in SCHEMES:
            page = await browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            await page.set_content(html)
            await page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            await page.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
