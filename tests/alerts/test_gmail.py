"""An alert through Gmail is sent once whatever becomes of the answers, and waits for what can be repaired."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from server.accounts.models import Account
from server.alerts.cleanup import give_up_lost_alerts
from server.alerts.deliver import TOO_OLD
from server.alerts.email_render import mail_of
from server.alerts.failures import failed_alerts
from server.alerts.models import Alert
from server.alerts.waiting import waiting_alerts
from server.events.models import Event
from server.failures.codes import FailureCode
from server.failures.wording import failure_sentence, failure_text
from server.google.access.grant_keeper import key_of
from server.google.consent import oauth
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.failure import Failure, pack
from server.lib.outbox import OutboxRow
from tests.accounts.walker import Walker
from tests.alerts.delivery import deliver, passes
from tests.extension_api.reading import opens
from tests.google.conftest import connects, signs_in
from tests.sandbox.driving import RunningSandbox
from tests.world import StillClock, World, hold_still, opened_world

SEND = "/gmail/v1/users/me/messages/send"
ENDED = Failure(FailureCode.GRANT_ENDED)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    return hold_still(monkeypatch)


@pytest.fixture
async def world(tmp_path: Path, google: RunningSandbox) -> AsyncIterator[World]:
    """A server whose Google is that sandbox; Alice has connected Gmail and lets it send alerts."""
    async with opened_world(tmp_path, SANDBOX_URL=google.url) as made:
        await connects_again(made, google)
        yield made


async def opened(world: World, number: int = 1) -> None:
    """Somebody opens `number` mails of Alice's for the first time."""
    for _ in range(number):
        message = await world.sends(world.alice)
        await opens(world.alice, message.id)


async def got(google: RunningSandbox) -> list[str]:
    """The subjects of the alerts that Alice got."""
    mails = await google.mails("alice")
    return [mail["subject"] for mail in mails if "opened" in mail["subject"] and "SENT" in mail["labels"]]


async def loses_permission_to_read(world: World) -> None:
    await GmailGrant.filter(account_id=world.alice.id).update(scopes=[oauth.SEND])


async def google_ends_the_permission() -> None:
    await GmailGrant.all().update(disconnected_at=clock.now(), failure=pack([ENDED]))


async def connects_again(world: World, google: RunningSandbox) -> None:
    await google.post("/sandbox/clock", json={"at": clock.unix()})
    browser = Walker(world)
    await signs_in(browser, "alice")
    await connects(browser, "alice", send=True)


async def page(world: World) -> str:
    browser = await world.browser_of(world.alice)
    text: str = await (await browser.get("/problems")).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


async def test_four_lost_answers_leave_one_mail(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    """Before: five mails."""
    await google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 503, "times": 4, "done": True})
    await opened(world)
    await passes(world, still, timedelta(hours=3))
    assert len(await got(google)) == 1
    alert = await Alert.get()
    assert (alert.sent_at is not None, alert.error, alert.claimed_until) == (True, None, None)


async def test_an_alert_that_may_have_left_is_not_sent_again_although_alice_wanted_none_in_between(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 503, "done": True})
    await opened(world)
    await deliver(world)
    await Account.filter(id=world.alice.id).update(alerts_on=False)
    await passes(world, still, timedelta(hours=2))
    async with world.app.app_context():
        await give_up_lost_alerts()
    await Account.filter(id=world.alice.id).update(alerts_on=True)
    assert not re.search("waiting|couldn’t be sent", await page(world))
    event = await Event.get()
    fact = {"message": str(event.message_id), "event": event.id}
    async with world.app.app_context():
        await outbox.announce("first_open", "a later one", fact)
    await passes(world, still, timedelta(hours=1))
    assert len(await got(google)) == 1
    assert (await Alert.get()).sent_at


async def test_what_was_certainly_not_sent_is_sent_later(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 503, "times": 2})
    await opened(world)
    await deliver(world)
    assert (await Alert.get()).claimed_until is not None
    await passes(world, still, timedelta(hours=3))
    assert len(await got(google)) == 1


async def test_a_mail_that_left_just_before_a_crash_is_found(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await opened(world)
    await deliver(world)
    # As a worker leaves it that died before it stored the outcome.
    await Alert.all().update(sent_at=None, claimed_until=clock.now() + timedelta(seconds=110))
    await OutboxRow.filter(listener="alert_first_open").update(
        done_at=None, payload={"message": str((await Alert.get()).message_id)}
    )
    await passes(world, still, timedelta(hours=1))
    assert len(await got(google)) == 1
    assert (await Alert.get()).sent_at is not None


async def test_without_the_permission_to_look_it_is_shown_as_perhaps_sent_and_sent_again_only_by_alice(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await loses_permission_to_read(world)
    await google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 503, "times": 1, "done": True})
    await opened(world)
    await passes(world, still, timedelta(days=2))
    assert len(await got(google)) == 1
    text = await page(world)
    assert "An email about a first open may not have been sent" in text
    assert "Look in your inbox before you send it again." in text
    browser = await world.browser_of(world.alice)
    await browser.post(f"/alerts/{(await Alert.get()).id}/retry")
    await passes(world, still, timedelta(hours=1))
    assert len(await got(google)) == 2
    assert (await Alert.get()).sent_at is not None


async def test_alerts_wait_for_the_connection_and_are_sent_after_it(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    """Three days without a permission; an alert may only fail for one, but waiting counts for nothing."""
    await GmailGrant.all().update(
        disconnected_at=clock.now(), failure=pack([Failure(FailureCode.GRANT_ENDED)])
    )
    await opened(world, 3)
    await passes(world, still, timedelta(days=3))
    assert await got(google) == []
    text = await page(world)
    assert "3 emails to you are waiting" in text
    assert failure_sentence(ENDED) in text
    await connects_again(world, google)
    await passes(world, still, timedelta(minutes=1))
    assert len(await got(google)) == 3
    assert "waiting" not in await page(world)


async def test_a_late_alert_says_when_the_open_was_and_bears_the_date_of_its_sending(
    world: World, still: StillClock
) -> None:
    await google_ends_the_permission()
    await opened(world)
    await deliver(world)
    opened_at = (await Event.get()).at
    still.passes(3 * 86_400)
    async with world.app.app_context():
        mail = await mail_of(await Alert.get(), world.alice)
    assert mail.date == still.at
    assert f"{opened_at:%H:%M}" in mail.text
    assert f"{opened_at.day} {opened_at:%B %Y}" in mail.text


async def test_alerts_that_waited_for_more_than_a_week_are_one_line_with_a_button(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await GmailGrant.all().update(
        disconnected_at=clock.now(), failure=pack([Failure(FailureCode.GRANT_ENDED)])
    )
    await opened(world, 2)
    await passes(world, still, TOO_OLD - timedelta(days=1))
    await opened(world)
    await passes(world, still, timedelta(days=2))
    await connects_again(world, google)
    await passes(world, still, timedelta(minutes=1))
    assert len(await got(google)) == 1
    assert "2 emails to you waited for more than a week" in await page(world)
    browser = await world.browser_of(world.alice)
    assert (await browser.post("/alerts/outdated/retry")).status_code == 303
    await passes(world, still, timedelta(minutes=1))
    assert len(await got(google)) == 3
    assert (await failed_alerts(world.alice)).outdated == []
    assert (await browser.post("/alerts/outdated/dismissal")).status_code == 404


async def test_gmails_limit_is_waited_for_and_told(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    until = clock.now() + timedelta(hours=20)
    await GmailGrant.all().update(may_send_at=until)
    await opened(world)
    await passes(world, still, timedelta(hours=19))
    assert "1 email to you is waiting" in await page(world)
    async with world.app.app_context():
        (group,) = await waiting_alerts(world.alice)
    assert (group.reason.code, group.advice) == (FailureCode.SENDING_LIMIT, "")
    row = await OutboxRow.get(listener="alert_first_open")
    assert (row.failures, row.waits_for) == (0, key_of(world.alice.id))
    await passes(world, still, timedelta(hours=2))
    assert len(await got(google)) == 1


async def test_a_day_of_failures_is_told_and_then_ends_with_a_button(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    fault = {"path_prefix": SEND, "status": 429, "retry_after": 1, "times": 999}
    await google.post("/sandbox/faults", json=fault)
    await opened(world)
    await passes(world, still, timedelta(minutes=10))
    assert (await Alert.get()).failed_at is None
    await passes(world, still, timedelta(hours=12))
    assert "1 email to you is waiting" in await page(world)
    await passes(world, still, timedelta(hours=16))
    (failure,) = (await failed_alerts(world.alice)).shown
    assert failure_text(failure.alert.error).endswith("Sightline stopped trying after a day.")
    await google.delete("/sandbox/faults")
    await (await world.browser_of(world.alice)).post(f"/alerts/{failure.alert.id}/retry")
    await passes(world, still, timedelta(minutes=1))
    assert len(await got(google)) == 1


async def test_an_alert_that_is_not_wanted_any_more_does_not_seem_to_wait(
    world: World, google: RunningSandbox, still: StillClock
) -> None:
    await GmailGrant.all().update(
        disconnected_at=clock.now(), failure=pack([Failure(FailureCode.GRANT_ENDED)])
    )
    await opened(world)
    await deliver(world)
    await Account.filter(id=world.alice.id).update(alerts_on=False)
    assert await waiting_alerts(await Account.get(id=world.alice.id)) == []
    await passes(world, still, timedelta(hours=1))
    assert await Alert.all().count() == 0
    assert await outbox.deliver() == 0


async def test_without_a_way_out_alerts_wait_for_one(tmp_path: Path, still: StillClock) -> None:
    env = {"GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"}
    async with opened_world(tmp_path / "other", **env) as world:
        await opened(world)
        await deliver(world)
        async with world.app.app_context():
            (group,) = await waiting_alerts(world.alice)
        assert group.reason.code == FailureCode.NO_CHANNEL
        assert group.advice.startswith("Set SMTP_SERVER, or connect Gmail in Settings")
