"""For her own mails Alice sees status icons in Gmail's lists, a timeline below each, and notifications."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.driving.mail_actions import links, looks_at, machine_follows, pixels, sends
from tests.browser.driving.reading_actions import (
    KEEP_NOTIFICATIONS,
    KEEP_REQUESTS,
    TIMEOUT,
    asked,
    folder,
    mark,
    marked,
    minute_passes,
    notifications,
    rings_until,
    tells,
    timeline,
    tracked_mail,
    until_marked,
    until_notified,
    worker_of,
)
from tests.browser.driving.stage import Stage, alice_sets_up, stage
from tests.sandbox.browser import GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")

FAKE_ROW = """id => {
  const row = document.createElement("tr");
  row.className = "zA";
  row.id = ":hostile";
  const thread = document.createElement("span");
  thread.setAttribute("data-legacy-thread-id", id);
  row.append(thread);
  for (const [name, value] of [["data-legacy-thread-id", "../../x"], ["data-legacy-thread-id", ""]]) {
    const broken = row.cloneNode(true);
    broken.firstChild.setAttribute(name, value);
    document.querySelector(".zt tbody").append(broken);
  }
  document.querySelector("div.ii.gt, .aeH").append(row);
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("reading")) as made:
        await alice_sets_up(made)
        await made.bob.route("https://example.org/**", lambda route: route.fulfill(body="the menu"))
        await (await worker_of(made.alice)).evaluate(KEEP_REQUESTS)
        await (await worker_of(made.alice)).evaluate(KEEP_NOTIFICATIONS)
        await minute_passes(made.alice)
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bob(on: Stage) -> GmailUser:
    return await on.reads()


async def test_each_of_alices_threads_has_one_status_icon_with_its_status_in_words(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    for subject in ("Quiet", "Opened", "Certain"):
        await tracked_mail(on, alice, subject)
    await tracked_mail(on, alice, "Clicked", "https://example.org/menu")
    await bob.read("Opened")
    content = await bob.read("Clicked")
    async with on.bob.expect_page() as opened:
        await bob.page.wait_for_timeout(2100)  # a click within two seconds counts as a machine's
        await content.get_by_text("the menu").click()
    landed = await opened.value
    await expect(landed).to_have_url("https://example.org/menu")
    await landed.close()
    await a_machine_fetches(on, (await sends(on))[2])
    await machine_follows(links(on, (await sends(on))[3])[0])
    for subject in ("Certain", "Clicked"):
        await alice.read(subject, folder="sent")
        await timeline(alice.page).get_by_role("button", name="A reader").first.click()
        await expect(timeline(alice.page)).to_contain_text("You said this was a reader.", timeout=TIMEOUT)
    await folder(alice, "sent")
    for subject, state, words in (
        ("Quiet", "sent", "Tracked, no sign yet: Bob Bauer, sent "),
        ("Opened", "opened", "Likely opened once: Bob Bauer, "),
        ("Certain", "opened_certain", "Definitely opened (once|2 times): Bob Bauer, "),
        ("Clicked", "clicked", "Links clicked 2 times: Bob Bauer, last "),
    ):
        found = await until_marked(alice.page, on.alice, subject, state)
        label = str(await found.get_attribute("aria-label"))
        assert re.match(words, label)
        assert await found.get_attribute("title") == label
        assert await found.get_attribute("role") == "img"
    drawings = alice.page.locator(".sightline-thread-status svg")
    await expect(drawings).to_have_count(4)
    shapes = await drawings.evaluate_all("all => all.map(svg => svg.innerHTML)")
    assert len(set(shapes)) == len(shapes) == 4


async def a_machine_fetches(on: Stage, body: str) -> None:
    """A machine loads the picture twice at the same moment, so at least one of the loads does not count."""
    [pixel] = pixels(on, body)
    for _ in range(2):
        await looks_at(pixel)


async def test_the_status_icons_of_a_hundred_rows_return_with_every_redraw_and_need_at_most_two_requests(
    on: Stage, alice: GmailUser
) -> None:
    await on.sandbox.post("/sandbox/fill", json={"person": "alice", "label": "SENT", "count": 100})
    await folder(alice, "inbox")
    await folder(alice, "sent")
    await expect(alice.page.locator("tr.zA")).to_have_count(100, timeout=TIMEOUT)
    await marked(alice.page, "Quiet", "sent")
    before = await asked(on.alice, "/thread-statuses")
    for _ in range(3):
        await alice.page.get_by_role("button", name="Refresh").click()
        await expect(alice.page.locator("tr.zA")).to_have_count(100)
        await marked(alice.page, "Quiet", "sent")
    await alice.page.get_by_role("button", name="Older").click()
    await expect(alice.page.locator("tr.zA", has_text="Quiet")).to_have_count(0)
    await alice.page.get_by_role("button", name="Newer").click()
    await marked(alice.page, "Opened", "opened")
    await expect(alice.page.locator(".sightline-thread-status")).to_have_count(4)
    assert await asked(on.alice, "/thread-statuses") - before <= 2


async def test_rows_that_gmail_did_not_create_do_not_disturb_the_status_icons(
    on: Stage, alice: GmailUser
) -> None:
    own = (
        await alice.page.locator("tr.zA", has_text="Quiet")
        .locator("[data-legacy-thread-id]")
        .get_attribute("data-legacy-thread-id")
    )
    await alice.page.evaluate(FAKE_ROW, own)
    await alice.page.get_by_role("button", name="Refresh").click()
    await marked(alice.page, "Quiet", "sent")
    await marked(alice.page, "Certain", "opened_certain")


async def test_the_timeline_updates_live_and_accepts_corrections_and_muting(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    await tracked_mail(on, alice, "Timeline", "https://example.org/menu")
    await alice.read("Timeline", folder="sent")
    box = timeline(alice.page)
    await expect(box).to_contain_text("No sign yet", timeout=TIMEOUT)
    await bob.read("Timeline")
    await expect(box).to_contain_text("Opened once", timeout=TIMEOUT)
    await expect(box.locator("li")).to_contain_text("Likely a person")
    link = box.get_by_role("link", name="Details")
    assert str(await link.get_attribute("href")).startswith(f"{on.server.url}/messages/")

    await box.get_by_role("button", name="That was me").focus()
    await alice.page.keyboard.press("Enter")
    await expect(box).to_contain_text("No sign yet", timeout=TIMEOUT)
    for said in (None, "A machine"):
        if said:
            await box.get_by_role("button", name=said).press("Enter")
        await expect(box).to_contain_text("No sign yet", timeout=TIMEOUT)
        await expect(box.get_by_role("button", name="Undo")).to_be_focused()
        await box.get_by_role("button", name="Undo").press("Enter")
        await expect(box).to_contain_text("Opened once", timeout=TIMEOUT)

    await box.get_by_role("button", name="Mute").click()
    await expect(box.get_by_role("button", name="Unmute")).to_have_attribute(
        "aria-pressed", "true", timeout=TIMEOUT
    )
    await folder(alice, "sent")
    await expect(mark(alice.page, "Timeline")).to_have_attribute(
        "title", re.compile(r"\(muted\)$"), timeout=TIMEOUT
    )


async def test_status_icons_and_timelines_follow_gmails_dark_theme(on: Stage, alice: GmailUser) -> None:
    await folder(alice, "sent")
    row = await marked(alice.page, "Quiet", "sent")
    await expect(row).to_have_attribute("data-scheme", "light")
    await alice.page.emulate_media(color_scheme="dark")
    await expect(row).to_have_attribute("data-scheme", "dark", timeout=TIMEOUT)
    await alice.read("Quiet", folder="sent")
    await expect(timeline(alice.page)).to_have_attribute("data-scheme", "dark", timeout=TIMEOUT)
    await alice.page.emulate_media(color_scheme="light")
    await expect(timeline(alice.page)).to_have_attribute("data-scheme", "light", timeout=TIMEOUT)


PREFETCH = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"
)


async def google_fetches_ahead(pixel: str) -> None:
    """Google prefetches the picture before anybody reads."""
    async with httpx.AsyncClient(headers={"User-Agent": PREFETCH}, timeout=60) as machine:
        assert (await machine.get(pixel)).status_code == 200


async def test_a_first_open_is_notified_once_and_clicking_the_notification_opens_the_thread(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    """A muted mail and a machine cause no notification."""
    await tracked_mail(on, alice, "Silent")
    await alice.read("Silent", folder="sent")
    await timeline(alice.page).get_by_role("button", name="Mute").click()
    await expect(timeline(alice.page)).to_contain_text("Muted", timeout=TIMEOUT)
    await bob.read("Silent")
    await tracked_mail(on, alice, "Prefetched")
    await google_fetches_ahead(pixels(on, (await sends(on))[-1])[0])
    await tracked_mail(on, alice, "Told")
    await bob.read("Told")
    [new] = await until_notified(on.alice, "Told")
    await bob.page.reload()
    await bob.read("Told")
    await folder(alice, "inbox")
    tabs = len(on.alice.pages)
    worker = await worker_of(on.alice)
    await worker.evaluate("id => chrome.notifications.onClicked.dispatch(id)", new)
    await expect(alice.page.locator("h2.hP")).to_have_text("Told", timeout=TIMEOUT)
    assert len(on.alice.pages) == tabs
    for _ in range(3):
        await minute_passes(on.alice)
        await alice.page.wait_for_timeout(200)
    subjects = [subject for subject, _ in await notifications(on.alice)]
    assert subjects.count("Told") == 1
    assert not {"Silent", "Prefetched"} & set(subjects)


async def notify_settings(on: Stage, **changes: object) -> None:
    """Store the settings for notifications, as the options page does."""
    worker = await worker_of(on.alice)
    await worker.evaluate(
        """async (changes) => {
          const { settings = {} } = await chrome.storage.local.get("settings");
          const notify = { on: true, first_only: true, clicks: true, quiet_from: null, quiet_to: null };
          await chrome.storage.local.set({ settings: { ...settings, notify: { ...notify, ...changes } } });
        }""",
        changes,
    )


async def hears_of_all_notifications(on: Stage) -> None:
    """Wait until Alice's browser has fetched all notifications up to now and processed the response."""
    before = await asked(on.alice, "/browser-notifications?")

    async def twice() -> bool:
        return await asked(on.alice, "/browser-notifications?") >= before + 2

    await rings_until(on.alice, twice)
    assert await twice()


async def test_quiet_hours_suppress_notifications_and_by_default_only_first_opens_notify(
    on: Stage, alice: GmailUser, bob: GmailUser
) -> None:
    """A notification also appears while Gmail is closed, and a click on it opens a new tab."""
    await tracked_mail(on, alice, "By night")
    await tracked_mail(on, alice, "By day", "https://example.org/menu")
    here = await alice.page.evaluate("new Date().getHours()")
    await notify_settings(on, quiet_from=f"{here:02}:00", quiet_to=f"{(here + 2) % 24:02}:00")
    await bob.read("By night")
    await alice.read("By night", folder="sent")
    await tells(alice.page, on.alice, "Opened once")
    await hears_of_all_notifications(on)
    await notify_settings(on)
    content = await bob.read("By day")
    await until_notified(on.alice, "By day")
    popup = await on.popup()
    for page in on.alice.pages:
        if page.url.startswith("https://mail.google.com"):
            await page.close()
    await content.get_by_text("the menu").click()
    ids = await until_notified(on.alice, "By day", times=2)
    assert len(ids) == 2, "the first open and the first click"
    assert "By night" not in dict(await notifications(on.alice))
    worker = await worker_of(on.alice)
    async with on.alice.expect_page() as opened:
        await worker.evaluate("id => chrome.notifications.onClicked.dispatch(id)", ids[1])
    page = await opened.value
    await expect(page.locator("h2.hP")).to_have_text("By day", timeout=TIMEOUT)
    await page.close()
    await popup.close()
