"""Takes pictures of the extension's windows: `python docs/screenshots/windows.py FOLDER [WORD…]`.

It opens the built popup and options page in a plain Chromium, where `windows.js` and `windows.json` stand in
for the browser's extension interface. Pictures are taken in three languages, 390 and 1280 pixels wide, light
and dark. The stores get `popup-en-390-light.png` and `options-en-1280-light.png`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, Route, async_playwright

from server.lib import i18n
from server.messages.wording import first_and_more

HERE = Path(__file__).parent
DIST = HERE.parents[1] / "extension" / "dist" / "chromium"
ORIGIN = "https://extension.example"
CHROMIUM = "/usr/bin/chromium"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES = ("en", "de", "fr")


@dataclass(frozen=True)
class Window:
    """A window in one state. `changes` replace values in the overview of windows.json."""

    name: str
    path: str
    sizes: tuple[tuple[int, int], ...]
    changes: dict[str, Any]
    browsers: bool | None = True  # None: the server does not respond


POPUP, OPTIONS = ((390, 590),), ((390, 844), (1280, 860))
OFFLINE = {"link": {"online": False, "since": "minutes:-12", "trouble": None}, "waiting": 2}


def _trouble(why: str, status: int) -> dict[str, Any]:
    trouble = {"why": why, "status": status, "route": "POST reports"}
    return {"link": {"online": False, "since": "minutes:-12", "trouble": trouble}, "waiting": 2}


BLOCKED, FAILING = _trouble("stranger", 403), _trouble("failing", 502)
WITHHELD = {"withheld": {"gmail": "https://mail.google.com/*", "server": "https://track.arnold.example/*"}}
NO_GMAIL = {"withheld": {"gmail": "https://mail.google.com/*", "server": None}}
CLOCK = {"ahead": 366 * 24 * 3600 * 1000}
UNPAIRED: dict[str, Any] = {"account": None, "feed": None}
PENDING = UNPAIRED | {
    "pending": {
        "server": "http://192.168.1.20:8000",
        "user_code": "BCDF-GHJK",
        "verify_url": "https://track.example.com/pair",
        "expires_at": 0,
    }
}
WRONG_SITE = UNPAIRED | {
    "problem": "http://track.example.com leads to another address. Open it in a tab, and enter the address "
    "where you arrive.",
    "suggestion": "https://track.example.com",
}
WINDOWS = (
    Window("popup", "popup/popup.html", POPUP, {}),
    Window("popup-offline", "popup/popup.html", POPUP, OFFLINE),
    Window("popup-blocked", "popup/popup.html", POPUP, BLOCKED),
    Window("popup-failing", "popup/popup.html", POPUP, FAILING),
    Window("popup-withheld", "popup/popup.html", POPUP, WITHHELD),
    Window("popup-no-gmail", "popup/popup.html", POPUP, NO_GMAIL),
    Window("popup-clock", "popup/popup.html", POPUP, CLOCK),
    Window("popup-changed", "popup/popup.html", POPUP, {"changed": "minutes:-90"}),
    Window("popup-empty", "popup/popup.html", POPUP, {"feed": {"messages": [], "unseen": 0, "now": ""}}),
    Window("popup-unpaired", "popup/popup.html", POPUP, {"account": None, "feed": None}),
    Window("popup-revoked", "popup/popup.html", POPUP, {"account": None, "feed": None, "revoked": True}),
    Window("options", "options/options.html", OPTIONS, {}),
    Window("options-offline", "options/options.html", OPTIONS, OFFLINE, None),
    Window("options-new", "options/options.html", OPTIONS, UNPAIRED),
    Window("options-blocked", "options/options.html", OPTIONS, BLOCKED | CLOCK, None),
    Window("options-withheld", "options/options.html", OPTIONS, WITHHELD),
    Window("options-pending", "options/options.html", OPTIONS, PENDING),
    Window("options-wrong-site", "options/options.html", OPTIONS, WRONG_SITE),
)


async def main(folder: Path, words: Sequence[str]) -> None:
    """Take the windows whose name contains one of the words, or all windows if there are no words."""
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for window in WINDOWS:
            for language in LANGUAGES:
                name = f"{window.name}-{language}"
                if not words or any(word in name for word in words):
                    await _take_all(browser, window, language, folder)
        await browser.close()


async def _take_all(browser: Browser, window: Window, language: str, folder: Path) -> None:
    for width, height in window.sizes:
        for scheme in SCHEMES:
            context = await browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale=language
            )
            page = await context.new_page()
            page.on("pageerror", lambda error: print(f"{window.name}: {error}"))
            await page.route(f"{ORIGIN}/**", _from_build)
            await page.add_init_script(_browser(window, language))
            await page.goto(f"{ORIGIN}/{window.path}")
            await page.wait_for_selector("footer, section", state="attached")
            await page.wait_for_timeout(300)  # for the first answers of the worker's stand-in
            path = folder / f"{window.name}-{language}-{width}-{scheme}.png"
            await page.screenshot(path=path, full_page=window.path.startswith("options"))
            await context.close()


async def _from_build(route: Route) -> None:
    await route.fulfill(path=DIST / route.request.url.removeprefix(f"{ORIGIN}/"))


def _browser(window: Window, language: str) -> str:
    told = json.loads((HERE / "windows.json").read_text())
    texts = json.loads((DIST / "_locales" / language / "messages.json").read_text())
    overview = told["overview"] | window.changes
    for mail in (overview["feed"] or {}).get("messages", ()):  # as the server words it
        with i18n.speaking(language):
            mail["recipients"] = first_and_more(mail["recipients"], mail.get("recipient_count", 1))
    given = {"overview": overview, "browsers": window.browsers and told["browsers"], "texts": texts}
    given["language"] = language
    return f"globalThis.given = {json.dumps(_dated(given))};\n{(HERE / 'windows.js').read_text()}"


def _dated(value: Any) -> Any:
    """Replace each text such as `minutes:-5` (five minutes ago) by the time that it stands for."""
    if isinstance(value, dict):
        return {name: _dated(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_dated(one) for one in value]
    if isinstance(value, str) and value.startswith("minutes:"):
        return (datetime.now(UTC) + timedelta(minutes=float(value[8:]))).isoformat()
    return value


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target, sys.argv[2:]))
