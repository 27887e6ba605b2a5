"""An alert that cannot be sent is retried while a retry may help, and then shown with what to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from server.accounts.models import Account
from server.alerts.cleanup import give_up_lost_alerts
from server.alerts.deliver import GIVE_UP
from server.alerts.failures import failed_alerts
from server.alerts.models import Alert
from server.failures.wording import failure_text
from server.lib import clock
from server.lib.outbox import OutboxRow
from tests.alerts.delivery import deliver, passes, row_of, time_passes
from tests.alerts.mail_server import MailServer, mail_server
from tests.extension_api.reading import opens
from tests.world import Visitor, World, hold_still, opened_world

HTMX = {"HX-Request": "true"}


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server."""
    async with mail_server() as server:
        yield server


@pytest.fixture
async def world(tmp_path: Path, mail: MailServer) -> AsyncIterator[World]:
    """A server whose settings name that mail server."""
    async with opened_world(tmp_path, **mail.env()) as made:
        yield made


async def failed(world: World, mail: MailServer) -> Alert:
    """An alert to Alice that the mail server refused."""
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    mail.answers = ["554 no <script>mail</script> from you"]
    await deliver(world)
    return await Alert.get(message_id=message.id)


async def part(visitor: Visitor) -> str:
    text: str = await (await visitor.get("/alerts/failures", headers=HTMX)).get_data(as_text=True)
    return text


async def test_an_alert_that_a_busy_mail_server_refuses_is_sent_a_little_later(
    world: World, mail: MailServer
) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    mail.answers = ["451 busy", "421 busier"]
    await deliver(world)
    alert = await Alert.get()
    assert (alert.sent_at, alert.failed_at) == (None, None)
    assert "451 busy" in failure_text(alert.error)
    for _ in range(2):
        await time_passes()
        await deliver(world)
    assert len(mail.taken) == 1
    assert mail.taken[0]["Message-ID"] == alert.rfc822_message_id
    assert (await Alert.get()).error is None


async def test_delivery_is_abandoned_after_a_day(
    world: World, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    mail.answers = ["451 busy"] * 100
    await passes(world, still, GIVE_UP)
    assert (await Alert.get()).failed_at is None
    await passes(world, still, timedelta(hours=4))
    alert = await Alert.get()
    assert alert.failed_at is not None
    assert failure_text(alert.error).endswith("Sightline stopped trying after a day.")
    row = await row_of("first_open")
    assert (row["failed_at"], row["done_at"] is not None) == (None, True), "the alert keeps the failure"


async def test_an_alert_prevented_by_an_unexpected_error_is_shown_as_failed_after_a_day(
    world: World, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    mail.answers = ["451 busy"]
    await deliver(world)
    await Alert.all().update(event_id=uuid4())  # an unexpected error: the mail cannot be written
    await passes(world, still, timedelta(hours=1))
    alert = await Alert.get()
    assert (alert.failed_at, alert.claimed_until) == (None, None)
    await passes(world, still, GIVE_UP + timedelta(hours=4))
    (failure,) = (await failed_alerts(world.alice)).shown
    assert failure_text(failure.alert.error).endswith("Sightline stopped trying after a day.")


async def test_an_alert_whose_delivery_ended_silently_in_an_earlier_release_is_shown_as_failed(
    world: World, mail: MailServer
) -> None:
    for answer in ("451 busy", "451 busy"):
        mail.answers.append(answer)
        message = await world.sends(world.alice)
        await opens(world.alice, message.id)
    await deliver(world)
    lost, pending = await Alert.all().order_by("id")
    await Alert.all().update(created_at=clock.now() - timedelta(hours=9))
    await OutboxRow.filter(unique_key__contains=str(lost.message_id)).update(failed_at=clock.now())
    async with world.app.app_context():
        await give_up_lost_alerts()
    (failure,) = (await failed_alerts(world.alice)).shown
    assert failure.alert.id == lost.id
    assert "451 busy" in failure_text(failure.alert.error)
    assert (await Alert.get(id=pending.id)).failed_at is None


async def test_a_retried_alert_is_not_sent_to_a_person_who_was_disabled_after_the_failure(
    world: World, mail: MailServer
) -> None:
    alert = await failed(world, mail)
    browser = await world.browser_of(world.alice)
    await browser.post(f"/alerts/{alert.id}/retry")
    await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
    await time_passes()
    await deliver(world)
    assert mail.taken == []


async def test_a_refused_alert_is_shown_with_the_reason_and_what_to_do(
    world: World, mail: MailServer
) -> None:
    """S5: what a mail server says is shown as text."""
    await failed(world, mail)
    text = await part(await world.browser_of(world.alice))
    assert "Lunch on Friday?" in text
    assert "554 no &lt;script&gt;mail&lt;/script&gt; from you" in text
    assert "SMTP_SERVER" in text
    assert await part(await world.browser_of(world.bob)) == await part(await world.browser_of(world.charlie))


async def test_alice_tries_again_and_the_mail_is_sent_once(world: World, mail: MailServer) -> None:
    alert = await failed(world, mail)
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/alerts/{alert.id}/retry", headers=HTMX)
    assert "Lunch" not in await answer.get_data(as_text=True)
    assert (await alice.post(f"/alerts/{alert.id}/retry", headers=HTMX)).status_code == 404
    await deliver(world)
    await time_passes()
    await deliver(world)
    (sent,) = mail.taken
    assert sent["Message-ID"] == alert.rfc822_message_id
    assert (await failed_alerts(world.alice)).shown == []


async def test_an_alert_can_be_retried_after_a_second_failure(world: World, mail: MailServer) -> None:
    alert = await failed(world, mail)
    alice = await world.browser_of(world.alice)
    mail.answers = ["550 still no"]
    await alice.post(f"/alerts/{alert.id}/retry")
    await deliver(world)
    assert "550 still no" in await part(alice)
    await alice.post(f"/alerts/{alert.id}/retry")
    await deliver(world)
    assert len(mail.taken) == 1


async def test_alice_dismisses_a_failure(world: World, mail: MailServer) -> None:
    alert = await failed(world, mail)
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/alerts/{alert.id}/dismissal")
    assert answer.status_code == 303
    assert "Lunch" not in await part(alice)
    assert (await Alert.get()).dismissed_at is not None
    assert (await alice.post(f"/alerts/{alert.id}/dismissal")).status_code == 404


async def test_open_pages_are_notified_of_a_failure(world: World, mail: MailServer) -> None:
    with world.hub.subscribe(f"account:{world.alice.id}") as news:
        alert = await failed(world, mail)
        assert news.get_nowait() == str(alert.message_id)


@pytest.mark.parametrize("action", ["retry", "dismissal"])
async def test_neither_bob_nor_a_visitor_can_retry_or_dismiss_alices_failure(
    world: World, mail: MailServer, action: str
) -> None:
    """S6."""
    alert = await failed(world, mail)
    for visitor, expected in (
        (await world.browser_of(world.bob), 404),
        (world.visitor(), 303),
    ):
        assert (await visitor.post(f"/alerts/{alert.id}/{action}")).status_code == expected
    assert len((await failed_alerts(world.alice)).shown) == 1


@pytest.mark.parametrize("action", ["retry", "dismissal"])
async def test_another_site_cannot_retry_or_dismiss_alices_failure(
    world: World, mail: MailServer, action: str
) -> None:
    """S7."""
    alert = await failed(world, mail)
    alice = await world.browser_of(world.alice)
    token = await alice.csrf()
    for headers, form in (
        ({"Sec-Fetch-Site": "cross-site"}, {"csrf": token}),
        ({"Origin": "https://evil.example"}, {"csrf": token}),
        ({"Sec-Fetch-Site": "same-origin"}, {"csrf": "wrong"}),
    ):
        answer = await alice.client.post(
            f"/alerts/{alert.id}/{action}", form=form, headers={"Host": "127.0.0.1:8000", **headers}
        )
        assert answer.status_code == 403
    assert len((await failed_alerts(world.alice)).shown) == 1


async def test_a_request_for_failures_without_htmx_leads_to_the_dashboard(world: World) -> None:
    answer = await (await world.browser_of(world.alice)).get("/alerts/failures")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
