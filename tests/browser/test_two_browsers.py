"""Alice and Bob each pair a browser with one server: a colleague's view counts, own views do not."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.driving.mail_actions import looks_at, message_of, pixels, sends
from tests.browser.driving.reading_actions import (
    TIMEOUT,
    counted,
    folder,
    mark,
    tells,
    timeline,
    tracked_mail,
    until_marked,
    worker_of,
)
from tests.browser.driving.stage import ALICE, Stage, alice_sets_up, bob_joins, old_enough_to_be_read, stage
from tests.sandbox.browser import GMAIL, SEND, GmailUser
from tests.waiting import until

WITHOUT_FRAGMENTS = """
  const { fetch } = window;
  window.fetch = async (url, ...given) => {
    const answer = await fetch(url, ...given);
    if (!String(url).includes("/threads/")) return answer;
    const text = await answer.text();
    return new Response(text.replaceAll(/(googleusercontent\\.com\\/meips\\/[\\w=-]+)#[^"'\\\\]+/g, "$1"));
  };
"""

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("two"), both=True) as made:
        await alice_sets_up(made)
        await bob_joins(made)
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bob(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.reads()
    yield user
    assert user.errors == []


async def until_events(on: Stage, message: str, count: int) -> list[tuple[str, str]]:
    """Wait until this many events of the mail are stored."""

    async def stored() -> list[tuple[str, str]]:
        return counted(on.shown(message))

    events = await until(stored, lambda found: len(found) >= count)
    assert len(events) == count, events
    return events


async def test_a_view_by_a_colleague_on_the_same_server_counts_and_the_senders_own_views_do_not(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    """Alice views the pixel in her sent mail, in a reply that quotes it, and in a bounce that contains it."""
    await tracked_mail(on, alice, "Colleagues")
    pixel = pixels(on, (await sends(on))[-1])[0]
    message = message_of(pixel)
    await bob.read("Colleagues")
    assert await until_events(on, message, 1) == [("open", "likely_person")]
    await bob_replies_with_the_quote(on, bob)
    await comes_back(on, pixel)
    before = on.shown(message)
    await old_enough_to_be_read(on.sandbox, "Re: Colleagues", reader="alice")

    for name, subject in (("sent", "Colleagues"), ("inbox", "Re: Colleagues"), ("inbox", "Undeliverable")):
        await folder(alice, name)
        content = await alice.read(subject, folder=name)
        await expect(content.page.locator(".adn div.ii.gt img").last).to_be_attached(timeout=TIMEOUT)
        await whole_pictures(alice)
        await alice.page.reload()
        await whole_pictures(alice)

    await looks_at(pixel)
    after = await until_events(on, message, len(before["events"]) + 1)
    assert after[: len(before["events"])] == counted(before)


async def bob_replies_with_the_quote(on: Stage, bob: GmailUser) -> None:
    inline = await bob.reply("Gladly.")
    await inline.locator(SEND).click()
    await expect(bob.page.locator(".vh")).to_contain_text("Message sent")
    await on.sandbox.post("/sandbox/release")
    assert (await on.sandbox.mails("alice"))[0]["html"].count("/p/") >= 1


async def comes_back(on: Stage, pixel: str) -> None:
    """Another recipient's mail server returns the mail with its picture."""
    head = f"From: mailer-daemon@sandbox.example\nTo: {ALICE}\nSubject: Undeliverable\n"
    body = (
        f"{head}Content-Type: text/html\n\n<p>Could not be delivered:</p><img src='{pixel}' width=1 height=1>"
    )
    headers = {"X-Rcpt-To": ALICE}
    await on.sandbox.post("/sandbox/deliver", content=body.encode(), headers=headers)


async def whole_pictures(user: GmailUser) -> None:
    """All pictures of the open mail have loaded, and none is shown as broken."""
    script = """async () => {
      const pictures = [...document.querySelectorAll("div.ii.gt img")];
      if (pictures.length === 0) return false;
      await Promise.all(pictures.map((one) => one.decode()));
      return pictures.every((one) => one.naturalWidth === 1);
    }"""
    await user.page.wait_for_function(f"({script})()", timeout=TIMEOUT)


async def test_alice_and_bob_see_only_their_own_status_icons(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    await folder(alice, "sent")
    await expect(mark(alice.page, "Colleagues")).to_have_attribute("data-state", re.compile("^opened"))
    await folder(bob, "inbox")
    await expect(bob.page.locator("tr.zA", has_text="Colleagues").first).to_be_visible()
    await bob.read("Colleagues")
    # Alice read his answer in the test before; her own mail above it has no timeline of his.
    await expect(timeline(bob.page)).to_contain_text("Opened once", timeout=TIMEOUT)
    await expect(bob.page.locator(".sightline-timeline")).to_have_count(1)


async def test_the_viewing_signal_identifies_own_views_when_gmails_image_urls_lose_the_pixels_address(
    on: Stage, alice: GmailUser
) -> None:
    """Until Gmail's images contain the address again, the extension says that own views are not blocked."""
    await tracked_mail(on, alice, "Vanished")
    message = message_of(pixels(on, (await sends(on))[-1])[0])
    # The server knows the mail, so the view is reported at once; over 10 s after a fetch it would be no sign.
    await folder(alice, "sent")
    await until_marked(alice.page, on.alice, "Vanished", "sent")
    other = GmailUser(await on.alice.new_page())
    await other.page.add_init_script(WITHOUT_FRAGMENTS)
    await other.page.goto(f"{GMAIL}?as=alice#sent")
    await other.read("Vanished", folder="sent")
    await expect(timeline(other.page)).to_be_attached(timeout=TIMEOUT)
    await tells(other.page, on.alice, "You viewed it")
    shown = on.shown(message)
    assert (set(counted(shown)), shown["opens"]) == ({("open", "you")}, 0)
    assert "hides the source of images" in on.server.log
    assert await unblocked(on, still=True)
    await other.page.close()
    await alice.read("Vanished", folder="sent")
    assert not await unblocked(on, still=False)


async def unblocked(on: Stage, *, still: bool) -> bool:
    """Return whether the extension says that own views cannot be blocked; waits until this equals `still`."""
    script = "async () => (await chrome.storage.local.get('unblocked')).unblocked"
    worker = await worker_of(on.alice)
    return bool(await until(lambda: worker.evaluate(script), lambda found: bool(found) == still))
