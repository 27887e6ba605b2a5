"""Only the browser that claims a notification first shows it; if that browser dies, another may claim it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from server.accounts.models import PairedBrowser
from server.alerts.models import BrowserNotification
from server.alerts.notification_claims import LEASE
from server.events.models import Event
from server.lib import clock
from server.messages.models import Message
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.reading import opens
from tests.extension_api.test_notifications import ask
from tests.world import World


async def claims(extension: Extension, notification: str) -> tuple[int, str]:
    """The status, and the error's name."""
    answer = await extension.put(f"/browser-notifications/{notification}/claim")
    return answer.status_code, "" if answer.status_code == 204 else await problem(answer)


async def shows(extension: Extension, notification: str) -> int:
    status: int = (await extension.put(f"/browser-notifications/{notification}/showing")).status_code
    return status


async def two_browsers_are_told(world: World) -> tuple[Extension, Extension, str, str]:
    """Two browsers learn of one open. Returns the browsers, the notification, and the cursor before it."""
    first, second = await pair(world, world.alice), await pair(world, world.alice, "Firefox on Windows")
    _, cursor = await ask(first)
    await opens(world.alice, (await world.sends(world.alice)).id)
    (notification,), (again,) = (await ask(first, cursor))[0], (await ask(second, cursor))[0]
    assert notification == again
    return first, second, notification["id"], cursor


async def lease_is_over() -> None:
    await BrowserNotification.filter(claimed_by__not_isnull=True).update(
        claimed_until=clock.now() - timedelta(seconds=1)
    )


async def test_only_the_first_browser_to_claim_a_notification_shows_it(
    world: World,
) -> None:
    first, second, notification, cursor = await two_browsers_are_told(world)
    assert await claims(first, notification) == (204, "")
    assert await claims(second, notification) == (409, "claimed")
    assert await shows(first, notification) == 204
    assert await claims(second, notification) == (409, "shown")
    assert (await ask(second, cursor))[0] == [], "and a third browser does not hear of it"
    shown, browser = (
        await BrowserNotification.get(id=notification),
        await PairedBrowser.get(browser="Chromium on Linux"),
    )
    assert (shown.claimed_by, shown.shown_at is not None) == (browser.id, True)


async def test_a_notification_survives_a_browser_that_dies_before_showing_it(world: World) -> None:
    first, second, notification, _ = await two_browsers_are_told(world)
    assert await claims(first, notification) == (204, "")
    assert await claims(first, notification) == (204, ""), "the same one wakes and goes on"
    assert await claims(second, notification) == (409, "claimed")
    await lease_is_over()
    assert await claims(second, notification) == (204, "")
    assert await claims(first, notification) == (409, "claimed"), "it comes too late"
    assert await shows(second, notification) == 204
    assert await claims(first, notification) == (409, "shown")


async def test_a_claim_to_a_notification_is_valid_for_a_limited_time(world: World) -> None:
    first, _, notification, _ = await two_browsers_are_told(world)
    await claims(first, notification)
    until = (await BrowserNotification.get(id=notification)).claimed_until
    assert until is not None
    assert timedelta(0) < until - clock.now() <= LEASE


async def test_a_notification_shown_just_as_its_claim_ended_counts_as_shown(world: World) -> None:
    """The report of the showing arrives late, but the notification was on the screen."""
    first, second, notification, _ = await two_browsers_are_told(world)
    await claims(first, notification)
    await lease_is_over()
    assert await shows(first, notification) == 204
    assert await claims(second, notification) == (409, "shown")
    assert await shows(first, notification) == 204, "said twice"


async def test_only_one_of_many_simultaneous_claims_to_a_notification_succeeds(world: World) -> None:
    browsers = [await pair(world, world.alice) for _ in range(4)]
    _, cursor = await ask(browsers[0])
    for _ in range(3):
        await opens(world.alice, (await world.sends(world.alice)).id)
    notifications, _ = await ask(browsers[0], cursor)
    for one in notifications:
        answers = await asyncio.gather(*(claims(browser, one["id"]) for browser in browsers))
        assert sorted(answers) == [(204, ""), *[(409, "claimed")] * 3]


async def test_a_quiet_notification_cannot_be_claimed(world: World) -> None:
    first, _, notification, _ = await two_browsers_are_told(world)
    await BrowserNotification.filter(id=notification).update(quiet=True)
    assert await claims(first, notification) == (404, "not_found")


async def test_a_notification_about_an_open_that_alice_calls_her_own_cannot_be_claimed(world: World) -> None:
    first, second, notification, _ = await two_browsers_are_told(world)
    event = await Event.get()
    assert (await second.put(f"/events/{event.id}/correction", {"correction": "sender"})).status_code == 204
    assert await claims(first, notification) == (404, "not_found")
    assert (await second.delete(f"/events/{event.id}/correction")).status_code == 204
    assert await claims(first, notification) == (204, "")


async def test_a_waiting_notification_cannot_be_claimed_after_its_mail_is_muted(world: World) -> None:
    first, second, notification, _ = await two_browsers_are_told(world)
    assert (await second.put(f"/messages/{(await Message.get()).id}/mute")).status_code < 300
    assert await claims(first, notification) == (404, "not_found")


@pytest.mark.parametrize("what", ["claim", "showing"])
async def test_bob_can_neither_claim_alices_notification_nor_report_that_it_was_shown(
    world: World, what: str
) -> None:
    """S6: Bob gets 404 Not Found, as for an unknown notification."""
    _, _, notification, cursor = await two_browsers_are_told(world)
    bob = await pair(world, world.bob)
    answer: Any = await bob.put(f"/browser-notifications/{notification}/{what}")
    assert (answer.status_code, await problem(answer)) == (404, "not_found")
    row = await BrowserNotification.get(id=notification)
    assert (row.claimed_by, row.shown_at) == (None, None)
    assert len((await ask(await pair(world, world.alice), cursor))[0]) == 1


@pytest.mark.parametrize("name", ["0", "x", "-1", "99999999999999999999", "1%00", "1e3"])
async def test_an_unknown_notification_is_not_found(world: World, name: str) -> None:
    """S4."""
    extension = await pair(world, world.alice)
    for what in ("claim", "showing"):
        assert (await extension.put(f"/browser-notifications/{name}/{what}")).status_code == 404


async def test_a_browser_without_a_pairing_can_claim_no_notification(world: World) -> None:
    _, _, notification, _ = await two_browsers_are_told(world)
    assert (await Extension(world).put(f"/browser-notifications/{notification}/claim")).status_code == 401
    assert (
        await Extension(world, "made-up").put(f"/browser-notifications/{notification}/showing")
    ).status_code == 401
