"""A firewall, a withdrawn permission or a wrong clock is between Alice and her server: everybody names it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from tests.browser.driving.gatekeeper import Gatekeeper, gatekeeper
from tests.browser.driving.reading_actions import TIMEOUT, minute_passes, worker_of
from tests.browser.driving.stage import ALICE, Stage, alice_sets_up, stage
from tests.faults.table import record

pytestmark = pytest.mark.asyncio(loop_scope="module")

SITE_ACCESS = """async ([id, access]) => {
  await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: access });
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("between")) as made:
        await alice_sets_up(made)
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def gate(on: Stage) -> AsyncIterator[Gatekeeper]:
    """Alice's browser reaches her server through it."""
    async with gatekeeper(on.server.url) as made:
        options = await options_of(on)
        await options.get_by_test_id("unpair").click()
        await options.click("#sure-yes")
        await pair_through(on, options, made)
        yield made


async def options_of(on: Stage) -> Page:
    page = await on.alice.new_page()
    await page.goto(f"chrome-extension://{on.extension}/options/options.html")
    return page


async def pair_through(on: Stage, options: Page, gate: Gatekeeper) -> None:
    """She types the gatekeeper's address; the code's page is at the server's own."""
    await options.fill("#server", gate.url)
    await options.click("#connect")
    code = await options.locator("#code").inner_text()
    await expect(options.get_by_test_id("elsewhere")).to_contain_text(f"{gate.url}, but")
    assert await options.locator("#verify-here").get_attribute("href") == f"{gate.url}/pair"
    page = await on.page("/pair")
    await page.fill("[name=code]", code)
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("button", name="Allow", exact=True).click()
    await expect(options.locator("#paired-account")).to_contain_text(ALICE)
    await expect(options.get_by_test_id("other-address")).to_contain_text(on.server.url)
    await page.close()
    await options.close()


async def all_say(on: Stage, words: str, state: str = "offline") -> None:
    """The popup and the settings say this, and the popup's light agrees."""
    window = await on.popup()
    await expect(window.locator("#notes")).to_contain_text(words, timeout=TIMEOUT)
    await expect(window.locator("#connection")).to_have_attribute("data-state", state)
    options = await options_of(on)
    await expect(options.get_by_test_id("connection-notes")).to_contain_text(words, timeout=TIMEOUT)
    await window.close()
    await options.close()


async def is_well_again(on: Stage) -> None:
    window = await on.popup()
    await expect(window.locator("#connection")).to_have_attribute("data-state", "online", timeout=TIMEOUT)
    await expect(window.locator("#notes")).to_be_empty()
    await window.close()


def always(status: int) -> Callable[[str, str], int]:
    """The gatekeeper answers everything itself, with this status."""
    return lambda _method, _path: status


async def runs_out_of_leases(browser: BrowserContext) -> None:
    await (await worker_of(browser)).evaluate("() => chrome.storage.local.remove('leases')")


async def test_gmail_the_popup_and_the_settings_name_the_status_of_a_firewall(
    on: Stage, gate: Gatekeeper
) -> None:
    """Row 11 of "On real machines": decision 075."""
    gate.refuses = lambda method, path: 403 if "/api/" in path and method == "POST" else None
    await runs_out_of_leases(on.alice)
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Behind a firewall", "Dear Bob")
    switch = window.locator(".sightline")
    await expect(switch).to_have_text("Blocked, not tracked", timeout=TIMEOUT)
    await expect(switch).to_have_attribute("title", re.compile("answered with status 403"))
    await all_say(on, "answered with status 403")
    record("M11 a firewall answers 403 to the API", "1 mail", "Gmail, popup and settings name the status")
    gate.refuses = lambda _method, _path: None
    await is_well_again(on)
    await expect(switch).to_have_text("Tracked", timeout=TIMEOUT)
    await alice.page.close()


async def test_a_firewall_that_knows_only_get_and_post_is_not_noticed(on: Stage, gate: Gatekeeper) -> None:
    """Row 6: the OWASP core rule set answers 403 to other methods (911100)."""
    gate.refuses = lambda method, _path: None if method in {"GET", "HEAD", "POST", "OPTIONS"} else 403
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Get and post", "Dear Bob")
    await expect(window.locator(".sightline")).to_have_text("Tracked", timeout=TIMEOUT)
    await alice.send(window)
    popup = await on.popup()
    row = popup.locator("#messages li", has_text="Get and post")
    await row.get_by_test_id("mute").click(timeout=TIMEOUT)
    await expect(row.get_by_test_id("mute")).to_have_attribute("aria-pressed", "true", timeout=TIMEOUT)
    assert {method for method, path in gate.asked if "/api/" in path} <= {"GET", "POST"}
    record("M6 a firewall answers 403 to PUT and DELETE", f"{len(gate.asked)} requests", "none was refused")
    gate.refuses = lambda _method, _path: None
    await popup.close()
    await alice.page.close()


async def test_clocks_a_year_apart_are_named_and_do_not_make_the_browser_ask_for_ever(
    on: Stage, gate: Gatekeeper
) -> None:
    """Row 14. To the browser, leases of this server are long over."""
    gate.ahead = 400 * 24 * 3600
    await minute_passes(on.alice)
    await all_say(on, "400 days behind", "online")
    await runs_out_of_leases(on.alice)
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Another year", "Dear Bob")
    gate.asked.clear()
    await alice.page.wait_for_timeout(10_000)
    leases = sum(path.endswith("/leases") for _, path in gate.asked)
    record("M14 clocks 400 days apart for 10 s", f"{leases} requests for leases", "the clock is named")
    assert leases <= 3
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "offline")
    gate.ahead = 0
    await is_well_again(on)
    await alice.page.close()


async def test_withdrawn_sites_are_named_with_a_button(on: Stage, gate: Gatekeeper) -> None:
    """Row 12: Chromium's "site access", which a person changes in the extension's menu."""
    browser = await on.alice.new_page()
    await browser.goto("chrome://extensions")
    await browser.evaluate(SITE_ACCESS, [on.extension, "ON_CLICK"])
    await all_say(on, "No access to Gmail")
    record(
        "M12 Gmail withdrawn from the site access", "1 browser", "popup and settings say so, with a button"
    )
    popup = await on.popup()
    await expect(popup.locator("#no-gmail").get_by_role("button", name="Allow access")).to_be_visible()
    await expect(popup.locator("#no-server")).to_contain_text(f"doesn’t let Sightline reach {gate.url}")
    await expect(popup.locator("#no-server").get_by_role("button", name="Allow access")).to_be_visible()
    await popup.close()
    await browser.evaluate(SITE_ACCESS, [on.extension, "ON_ALL_SITES"])
    await is_well_again(on)
    await browser.close()


async def test_a_page_under_another_address_says_which_is_right(on: Stage, gate: Gatekeeper) -> None:
    """Row 22: PUBLIC_URL is another address than the one that Alice typed."""
    page = await on.bob.new_page()
    for path in ("/login", "/extension"):
        await page.goto(gate.url + path)
        notice = page.locator("[data-public-url]")
        await expect(notice).to_contain_text(f"Its address is {on.server.url}")
        link = notice.get_by_role("link", name="Open this page there")
        assert await link.get_attribute("href") == on.server.url + path
        await page.goto(on.server.url + path)
        await expect(page.locator("[data-public-url]")).to_be_hidden()
    record("M22 pages under another address than PUBLIC_URL", "2 pages", "each links to the right one")
    await page.close()


async def test_a_site_that_is_no_sightline_server_is_called_that(on: Stage, gate: Gatekeeper) -> None:
    options = await options_of(on)
    await options.get_by_test_id("unpair").click()
    await options.click("#sure-yes")
    for status, words in (
        (200, "A web page answers at"),
        (404, "answered with status 404"),
        (302, "leads to"),
    ):
        gate.refuses = always(status)
        await options.fill("#server", gate.url)
        await options.click("#connect")
        await expect(options.get_by_test_id("problem")).to_contain_text(words)
    await options.close()
