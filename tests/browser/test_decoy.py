"""The decoy is off until Alice turns it on; then it exposes filters, and no person sees it."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from html import unescape
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from server.ingest.answers import DECOY
from tests.browser.driving.mail_actions import message_of
from tests.browser.driving.reading_actions import counted, timeline, tracked_mail
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, made, said, sends, tracked, without_marks
from tests.browser.test_proof import proof_of
from tests.sandbox.browser import BODY, GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")

MENU = "https://example.org/menu"
FILTER = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/149.0.0.0 Safari/537.36"
)
HIDDEN = "a:empty"
WITHOUT_STYLE = """(node) => {
  node.removeAttribute("style");
  node.ariaHidden = "true";
  node.tabIndex = -1;
}"""
IN_TAB_ORDER = "(node) => { node.focus(); return document.activeElement === node && node.tabIndex >= 0; }"
THREE_HEIGHTS = """(node) => {
  const mail = node.parentElement;
  const shown = mail.getBoundingClientRect().height;
  for (const { name } of [...node.attributes]) if (name !== "href") node.removeAttribute(name);
  const bare = mail.getBoundingClientRect().height + node.getBoundingClientRect().width;
  node.remove();
  return [shown, bare, mail.getBoundingClientRect().height];
}"""
_DECOY = re.compile(r'<a href=\\"([^"\\]+)\\" aria-hidden[^>]*></a>')


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("decoy")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    await user.page.close()


async def wants(on: Stage, alice: GmailUser, hidden: bool) -> None:
    """Alice turns the decoy on or off in the options, and loads her Gmail, which asks for the settings."""
    options = await on.alice.new_page()
    await options.goto(f"chrome-extension://{on.extension}/options/options.html")
    await expect(options.locator("#paired-account")).not_to_be_empty()
    if await options.locator("#decoy").is_checked() != hidden:
        await options.locator("#decoy").set_checked(hidden)
        await expect(options.get_by_test_id("saved")).to_have_text("Saved.")
    await options.close()
    await alice.page.reload()


async def written(on: Stage, alice: GmailUser, subject: str, hidden: bool) -> str:
    """Alice sends a mail with a link; `hidden` says whether the mail must contain the decoy.

    Returns the body as it was sent.
    """
    await tracked_mail(on, alice, subject, MENU)
    left, typed = (await sends(on, subject))[-1], (await made(alice.page, subject))[-1]
    assert len(_DECOY.findall(left)) == hidden
    assert without_marks(on, _DECOY.sub("", left)) == typed
    return left


async def follows_everything(left: str) -> None:
    """A filter takes all addresses out of the mail and requests each, one after the other."""
    html = left.replace('\\"', '"')
    addresses = [unescape(found) for found in re.findall(r'(?:href|src)="(http[^"]+)"', html)]
    headers = {"User-Agent": FILTER, "Accept-Language": "en", "Accept": "text/html,*/*"}
    async with httpx.AsyncClient(headers=headers, timeout=60) as program:
        for address in addresses:
            answer = await program.get(address)
            assert answer.status_code in {200, 302}


async def test_a_mail_has_no_decoy_before_alice_turns_the_decoy_on(on: Stage, alice: GmailUser) -> None:
    await written(on, alice, "Plain as ever", hidden=False)
    content = await (await on.reads()).read("Plain as ever")
    assert await content.locator(HIDDEN).count() == 0


async def test_a_filter_that_follows_every_link_is_recognised_and_bob_is_still_counted(
    on: Stage, alice: GmailUser
) -> None:
    await wants(on, alice, hidden=True)
    left = await written(on, alice, "Lunch on Friday", hidden=True)
    pixel = re.findall(rf"{re.escape(on.server.url)}/p/[^\"\\]+", left)[0]
    message = message_of(pixel)
    await follows_everything(left)
    shown = on.shown(message)
    assert sorted(counted(shown)) == [("click", "scanner"), ("decoy", "scanner"), ("open", "scanner")]
    assert (shown["opens"], shown["clicks"]) == (0, 0)

    page = await on.page(f"/messages/{message}")
    await expect(page.locator("#timeline")).to_contain_text("Hidden link followed")
    await expect(page.locator("#timeline")).to_contain_text(
        "The hidden link was followed. Only machines do that."
    )
    await expect(page.locator(".links, #links").first).not_to_contain_text("sightline:decoy")

    bob = await on.reads()
    content = await bob.read("Lunch on Friday")
    await nobody_notices(content)
    await expect(page.locator("main")).to_contain_text("Likely opened once")
    await on.bob.route("https://example.org/**", lambda route: route.fulfill(body="the menu"))
    async with on.bob.expect_page():
        await content.get_by_text("the menu").click()
    await expect(page.locator("main")).to_contain_text("1 link click")
    shown = on.shown(message)
    assert (shown["opens"], shown["clicks"]) == (1, 1)
    assert [event["verdict"] for event in shown["events"]][-2:] == ["likely_person", "likely_person"]
    assert bob.errors == []


async def nobody_notices(content: Locator) -> None:
    """The decoy takes no room, and screen readers and the keyboard skip it, whether a mail program removes
    the attributes, as the stand-in does, or the styles. The bare link takes no room either."""
    hidden = content.locator(HIDDEN)
    assert await hidden.count() == 1
    await expect(hidden).not_to_be_visible()
    for left in ("style", "attributes"):
        if left == "attributes":
            await hidden.evaluate(WITHOUT_STYLE)
        box = await hidden.evaluate("node => node.getBoundingClientRect().width")
        assert (box, await hidden.text_content()) == (0, "")
        assert await unnamed_links(content) == []
        assert not await hidden.evaluate(IN_TAB_ORDER)
    shown, bare, gone = await hidden.evaluate(THREE_HEIGHTS)
    assert shown == bare == gone


async def unnamed_links(content: Locator) -> list[dict[str, Any]]:
    """Links that the browser exposes to screen readers without a name."""
    page = content.page
    session = await page.context.new_cdp_session(page)
    nodes = (await session.send("Accessibility.getFullAXTree"))["nodes"]
    await session.detach()
    links = [node for node in nodes if node.get("role", {}).get("value") == "link" and not node["ignored"]]
    assert any("the menu" in json.dumps(node.get("name")) for node in links)
    return [node for node in links if not node.get("name", {}).get("value")]


async def test_the_decoy_is_verified_in_a_sent_mail_and_removed_from_quotes(
    on: Stage, alice: GmailUser
) -> None:
    await wants(on, alice, hidden=True)
    left = await written(on, alice, "Seen again", hidden=True)
    await alice.read("Seen again", folder="sent")
    await said(alice.page, "Tracking confirmed: the sent copy has the tracking pixel and the tracked link.")
    proof = await proof_of(on, "Seen again")
    assert (proof["pixel"], proof["links"], proof["of"]) == (True, 1, 1)
    await expect(timeline(alice.page)).to_contain_text("tracking confirmed")

    [old] = _DECOY.findall(left)
    for expand in (False, True):
        await alice.read("Seen again", folder="sent")
        answer = await alice.reply(f"One more thing, {expand}", expand=expand)
        await tracked(answer)
        assert await answer.locator(BODY).locator(HIDDEN).count() == expand
        await answer.get_by_test_id("sightline-more").click()
        await expect(answer.get_by_test_id("sightline-panel")).to_be_visible()
        listed = answer.get_by_test_id("sightline-link")
        await expect(listed).to_have_count(int(expand))  # the menu of the quoted text
        await alice.page.keyboard.press("Escape")
        await alice.send(answer)
        await on.sandbox.post("/sandbox/release")
        answered = (await sends(on, "Re: Seen again"))[-1]
        assert f"One more thing, {expand}" in answered
        assert old not in answered
        assert len(_DECOY.findall(answered)) == 1


async def test_a_person_who_opens_the_decoy_reads_that_there_is_nothing_behind_it(
    on: Stage, alice: GmailUser
) -> None:
    await wants(on, alice, hidden=True)
    [address] = _DECOY.findall(await written(on, alice, "As text", hidden=True))
    page = await on.bob.new_page()
    answer = await page.goto(address)
    assert answer
    assert answer.status == DECOY.status == 200
    await expect(page.locator("h1")).to_have_text("There is nothing behind this link")
    await page.close()
    await wants(on, alice, hidden=False)
    await written(on, alice, "Plain again", hidden=False)
