"""Markup in everything that others wrote is shown as text on every page, in a real browser. Covers S5."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.attacks.belongings import asked_pairing, one_of_everything, path_of
from tests.dashboard.browsing import chromium, served
from tests.faults import table
from tests.world import World, opened_world

__all__ = ["chromium"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
# Each of these would set `hurt` in another place of a page: in text, in an attribute, in a link, in a script.
MARKUP = (
    "<script>window.hurt=1</script><img src=x onerror=window.hurt=1>",
    "\"><svg onload=window.hurt=1><a href='javascript:window.hurt=1' id=hurt>x</a>",
    "'-alert(window.hurt=1)-'</title></textarea></style><iframe srcdoc='<script>parent.hurt=1</script>'>",
    "{{7*7}}${window.hurt=1}<div hx-get='/' hx-on:load='window.hurt=1' data-hx-trigger=load>",
    "<math><mtext></p><style><img src=x onerror=window.hurt=1></style><template><b id=hurt>",
)
HTML_ONLY = {"download", "stream", "health", "static", "start", "callback", "connect", "sign_in", "set_up"}


@pytest_asyncio.fixture(loop_scope="module")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The usual world, on the event loop of the browser."""
    async with opened_world(tmp_path) as made:
        yield made


@pytest.mark.parametrize("text", MARKUP[: table.amount(2, len(MARKUP))])
async def test_no_markup_runs_on_any_page(world: World, chromium: Browser, text: str) -> None:
    things = await one_of_everything(world, world.alice, text)
    values = {**things.values, "code": await asked_pairing(text)}
    paths = [
        path_of(rule, values)
        for rule in world.app.url_map.iter_rules()
        if "GET" in (rule.methods or set())
        and not rule.rule.startswith("/api/")
        and rule.endpoint.rpartition(".")[2] not in HTML_ONLY
    ]
    paths += ["/?q=" + text.replace("&", "%26").replace("#", "%23"), "/nowhere/" + text.replace("/", "")]
    hurt: list[str] = []
    breaches: list[str] = []
    shown = 0
    async with _page_of(chromium, world, breaches) as page:
        for path in paths:
            answer = await page.goto(path, wait_until="load")
            assert answer
            shown += text[:20] in await page.inner_text("body")
            if await page.evaluate("'hurt' in window && window.hurt !== undefined"):
                hurt.append(path)
    table.record("S5 markup in every field", f"{len(paths)} pages in Chromium", f"{len(hurt)} executions")
    assert not hurt
    assert not breaches
    assert shown >= 4


@asynccontextmanager
async def _page_of(chromium: Browser, world: World, breaches: list[str]) -> AsyncIterator[Page]:
    """A page of Alice's. `breaches` gets errors of scripts, and breaches of the content policy."""
    visitor = await world.browser_of(world.alice)
    cookie = next(iter(visitor.client.cookie_jar or ()))
    async with served(world) as url:
        context = await chromium.new_context(base_url=url)
        await context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": url}])
        page = await context.new_page()
        page.on("console", lambda said: breaches.append(said.text) if "Policy" in said.text else None)
        page.on("pageerror", lambda error: breaches.append(str(error)))
        page.on("dialog", lambda dialog: breaches.append(dialog.message))
        yield page
        await context.close()
