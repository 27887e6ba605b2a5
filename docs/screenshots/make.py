"""Takes pictures of the pages: `python docs/screenshots/make.py FOLDER [WORD…]`.

Each page is taken 1280 and 390 pixels wide, light and dark, from a server that contains the demo world. With
WORDs, only pages with one of them in their name are taken. With SHOWN_IN=de, the pages are in German.
The README shows `messages-1280-light.png` and `messages-1280-dark.png`, kept here as messages.png and
messages-dark.png.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from uuid import UUID

import demo_losses
import demo_people
import demo_repairs
import demo_returns
import demo_world
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from quart import Quart
from tortoise import Tortoise

from server import reactions
from server.accounts.models import Account
from server.app import create_app
from server.lib import i18n, outbox
from server.lib.database import connection
from server.lib.settings import ServerSettings
from server.settings import load
from server.startup import start
from server.tables import MODELS

SIZES = {1280: 860, 390: 844}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGE = os.environ.get("SHOWN_IN", i18n.ENGLISH)
CHROMIUM = "/usr/bin/chromium"
GOOGLE = {"GOOGLE_CLIENT_ID": "demo", "GOOGLE_CLIENT_SECRET": "demo"}
SANDBOX = {"SANDBOX_URL": "http://127.0.0.1:9"}
PUBLIC = {"PUBLIC_URL": "http://mail.example"}


@dataclass(frozen=True)
class Picture:
    """A page to take. `who` is signed in ("": nobody).

    Before, `code` is typed and the button `press` is pressed ("": neither).
    """

    name: str
    path: str
    who: str = "alice"
    press: str = ""
    code: str = ""


Wanted = Callable[[Mapping[str, UUID]], list[Picture]]
More = Callable[[Mapping[str, Account], Mapping[str, UUID]], Awaitable[None]]


async def main(folder: Path, words: Sequence[str]) -> None:
    """Take the pictures in a demo world, and those with the sandbox or without Google in others."""
    outbox.install(reactions.TABLE, reactions.ENDS, reactions.PATIENCE)
    await _in_world(GOOGLE, folder, words, pictures)
    await _in_world(SANDBOX, folder, words, sandbox_pictures)
    await _in_world(PUBLIC, folder, words, public_pictures)
    await _in_world(GOOGLE, folder, words, repair_pictures, demo_repairs.write)
    await _in_world(GOOGLE, folder, words, loss_pictures, demo_losses.write)


def pictures(letters: Mapping[str, UUID]) -> list[Picture]:
    """Return the pictures to take, given the ids of the messages by subject."""
    return [
        Picture("messages", "/"),
        Picture("search", "/?q=catalogue"),
        Picture("nothing-found", "/?q=zeppelin"),
        Picture("nothing-older", "/?before=0-00000000000000000000000000000000"),
        Picture("menu", "/", press="Your account"),
        Picture("message", f"/messages/{letters['Proofs for the autumn catalogue']}"),
        Picture("message-group", f"/messages/{letters[demo_world.GROUP]}"),
        Picture("message-waiting", f"/messages/{letters['Lunch on Friday?']}"),
        Picture("message-undone", f"/messages/{letters['Numbers for the bored']}"),
        Picture("message-absent", f"/messages/{letters[demo_returns.UNFOUND]}"),
        Picture("message-apple", f"/messages/{letters['Two rooms, 4 to 7 February']}"),
        Picture("message-answered", f"/messages/{letters[demo_returns.ANSWERED]}"),
        Picture("message-desk", f"/messages/{letters[demo_returns.THROUGH_DESK]}"),
        Picture("message-returned", f"/messages/{letters[demo_returns.RETURNED]}"),
        Picture("message-copies", f"/messages/{letters[demo_returns.COPIED]}"),
        Picture("numbers", f"/messages/{letters['Proofs for the autumn catalogue']}/numbers"),
        Picture("judged", f"/messages/{letters['Proofs for the autumn catalogue']}/numbers/person"),
        Picture("bug-report", f"/messages/{letters['Proofs for the autumn catalogue']}/bug-report"),
        Picture("limits", "/limits", ""),
        Picture("privacy", "/privacy", ""),
        Picture("settings", "/settings"),
        Picture("status", "/status"),
        Picture("extension", "/extension"),
        Picture("pair", "/pair"),
        Picture("pair-confirm", "/pair", press="Continue", code="BCDF-GHJK"),
        Picture("pair-stranger", "/pair", press="Continue", code="STRN-GRXX"),
        Picture("pair-too-many", "/pair", "paul", press="Continue", code="BCDF-GHJK"),
        Picture("bad-request", "/?before=none"),
        Picture("welcome", "/", "nora"),
        Picture("settings-later", "/settings", "nora"),
        Picture("problems", "/", "paul"),
        Picture("sign-in", "/login", ""),
        Picture("set-up", "/setup", ""),
        Picture("set-up-over", "/setup/none", ""),
        Picture("missing", "/nowhere", ""),
    ]


def sandbox_pictures(letters: Mapping[str, UUID]) -> list[Picture]:
    """Return the pictures that show the sandbox's banner."""
    return [Picture("sandbox-messages", "/"), Picture("sandbox-sign-in", "/login", "")]


def public_pictures(letters: Mapping[str, UUID]) -> list[Picture]:
    """Return the pictures of a public server without Google."""
    return [
        Picture("no-google-sign-in", "/login", ""),
        Picture("no-google-settings", "/settings"),
        Picture("no-google-welcome", "/", "nora"),
    ]


def repair_pictures(letters: Mapping[str, UUID]) -> list[Picture]:
    """Return the pictures that show what failed for good, and what waits for a repair."""
    return [
        Picture("repairs-status", "/status"),
        Picture("repairs-owner", "/"),
        Picture("repairs-person", "/", "paul"),
        Picture("repairs-message", f"/messages/{letters[demo_repairs.UNFINISHED]}"),
    ]


def loss_pictures(letters: Mapping[str, UUID]) -> list[Picture]:
    """Return the pictures of a server whose disk is full."""
    return [
        Picture("losses-status", "/status"),
        Picture("losses-owner", "/"),
        Picture("losses-person", "/", "paul"),
    ]


async def _nothing_more(people: Mapping[str, Account], letters: Mapping[str, UUID]) -> None:
    pass


async def _in_world(
    env: Mapping[str, str], folder: Path, words: Sequence[str], wanted: Wanted, more: More = _nothing_more
) -> None:
    async with demo(env) as (app, people, letters), served(app) as url:
        async with app.app_context():
            await more(people, letters)
        cookies = {name: await demo_people.cookie(app, person, url) for name, person in people.items()}
        chosen = [one for one in wanted(letters) if not words or any(word in one.name for word in words)]
        await _take_all(url, chosen, cookies, folder)


@asynccontextmanager
async def demo(
    env: Mapping[str, str],
) -> AsyncIterator[tuple[Quart, Mapping[str, Account], Mapping[str, UUID]]]:
    """Build a demo world. Yields the app, its people by name, and the ids of their messages by subject."""
    with tempfile.TemporaryDirectory() as data:
        settings = load({"SIGHTLINE_DATA": data, **env})
        app = create_app(start(settings))
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            await Tortoise.generate_schemas()
            people = await demo_people.join()
            letters = await demo_world.write_all(people["alice"])
            letters |= await demo_returns.write(people["alice"])
            await demo_returns.trouble(people["paul"])
            yield app, people, letters


async def _take_all(
    url: str, chosen: Sequence[Picture], cookies: Mapping[str, demo_people.Cookie], folder: Path
) -> None:
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in SIZES:
            for scheme in SCHEMES:
                for picture in chosen:
                    async with page_of(browser, width, scheme, cookies.get(picture.who)) as page:
                        await _take(page, url, picture, folder / f"{picture.name}-{width}-{scheme}.png")
        await browser.close()


@asynccontextmanager
async def page_of(
    browser: Browser, width: int, scheme: Literal["light", "dark"], cookie: demo_people.Cookie | None
) -> AsyncIterator[Page]:
    """Yield an empty page of a browser of that width, with the cookie."""
    phone = width < 500
    context: BrowserContext = await browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, color_scheme=scheme, is_mobile=phone,
        has_touch=phone,
        timezone_id=demo_people.ZONE,
        locale=LANGUAGE,
    )  # fmt: skip
    if cookie:
        await context.add_cookies([cookie])
    try:
        yield await context.new_page()
    finally:
        await context.close()


async def _take(page: Page, url: str, picture: Picture, path: Path) -> None:
    page.on("console", lambda message: print(f"{path.name}: {message.text}"))
    await page.goto(url + picture.path)
    if picture.code:
        await page.fill("[name=code]", picture.code)
    if picture.press:
        with i18n.speaking(LANGUAGE):
            press = i18n.gettext(picture.press)
        await page.get_by_role("button", name=press).click()
    await page.wait_for_timeout(300)  # for parts that are fetched after the page
    await page.screenshot(path=path, full_page=True)


@asynccontextmanager
async def served(app: Quart) -> AsyncIterator[str]:
    """Serve the app; yield its URL."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn shows this only by a flag
        await asyncio.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        await task


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target, sys.argv[2:]))
