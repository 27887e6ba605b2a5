"""An undeliverable alert is retried while that may help, then shown with what to do about it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from server.accounts.models import Account
from server.alerts.deliver import GIVE_UP
from server.alerts.failures import failed_alerts
from server.alerts.models import Alert
from server.failures.wording import failure_text
from server.lib import clock
from tests.alerts.mail_server import MailServer, mail_server
from tests.alerts.post import deliver, row_of, time_passes
from tests.extension_api.reading import opens
from tests.world import Visitor, World, world

HTMX = {"HX-Request": "true"}


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server."""
    async with mail_server() as server:
        yield server


@pytest.fixture
async def place(tmp_path: Path, mail: MailServer) -> AsyncIterator[World]:
    """A server whose settings name that mail server."""
    async with world(tmp_path, **mail.env()) as made:
        yield made


async def failed(place: World, mail: MailServer) -> Alert:
    """An alert of Alice's that the mail server refused."""
    message = await place.sends(place.alice)
    await opens(place.alice, message.id)
    mail.answers = ["554 no <script>mail</script> from you"]
    await deliver(place)
    return await Alert.get(message_id=message.id)


async def part(visitor: Visitor) -> str:
    text: str = await (await visitor.get("/alerts/failures", headers=HTMX)).get_data(as_text=True)
    return text


async def test_a_busy_server_gets_the_mail_a_little_later(place: World, mail: MailServer) -> None:
    message = await place.sends(place.alice)
    await opens(place.alice, message.id)
    mail.answers = ["451 busy", "421 busier"]
    await deliver(place)
    alert = await Alert.get()
    assert (alert.sent_at, alert.failed_at) == (None, None)
    assert "451 busy" in failure_text(alert.error)
    for _ in range(2):
        await time_passes()
        await deliver(place)
    assert len(mail.taken) == 1
    assert mail.taken[0]["Message-ID"] == alert.rfc822_message_id
    assert (await Alert.get()).error is None


async def test_delivery_is_abandoned_after_a_day(place: World, mail: MailServer) -> None:
    message = await place.sends(place.alice)
    await opens(place.alice, message.id)
    mail.answers = ["451 busy", "451 busy"]
    await deliver(place)
    await Alert.all().update(created_at=clock.now() - GIVE_UP - timedelta(minutes=1))
    await time_passes()
    await deliver(place)
    alert = await Alert.get()
    assert alert.failed_at is not None
    assert failure_text(alert.error).endswith("Sightline stopped trying after a day.")
    assert (await row_of("first_open"))["failed_at"] is not None


async def test_an_unexpected_error_is_shown_after_a_day_too(place: World, mail: MailServer) -> None:
    message = await place.sends(place.alice)
    await opens(place.alice, message.id)
    mail.answers = ["451 busy"]
    await deliver(place)
    await Alert.all().update(event_id=uuid4())  # an unexpected error: the mail cannot be written
    await time_passes()
    await deliver(place)
    alert = await Alert.get()
    assert (alert.failed_at, alert.claimed_until) == (None, None)
    await Alert.all().update(created_at=clock.now() - GIVE_UP - timedelta(minutes=1))
    await time_passes()
    await deliver(place)
    (failure,) = await failed_alerts(place.alice)
    assert failure_text(failure.alert.error).endswith("Sightline stopped trying after a day.")


async def test_a_person_disabled_in_the_meantime_gets_no_retried_mail(place: World, mail: MailServer) -> None:
    alert = await failed(place, mail)
    browser = await place.browser_of(place.alice)
    await browser.post(f"/alerts/{alert.id}/retry")
    await Account.filter(id=place.alice.id).update(disabled_at=clock.now())
    await time_passes()
    await deliver(place)
    assert mail.taken == []


async def test_a_refusal_is_shown_with_its_reason_and_what_to_do(place: World, mail: MailServer) -> None:
    """S5: what a mail server says is shown as text."""
    await failed(place, mail)
    text = await part(await place.browser_of(place.alice))
    assert "Lunch on Friday?" in text
    assert "554 no &lt;script&gt;mail&lt;/script&gt; from you" in text
    assert "SMTP_SERVER" in text
    assert await part(await place.browser_of(place.bob)) == await part(await place.browser_of(place.charlie))


async def test_alice_tries_again_and_the_mail_is_sent_once(place: World, mail: MailServer) -> None:
    alert = await failed(place, mail)
    alice = await place.browser_of(place.alice)
    answer = await alice.post(f"/alerts/{alert.id}/retry", headers=HTMX)
    assert "Lunch" not in await answer.get_data(as_text=True)
    assert (await alice.post(f"/alerts/{alert.id}/retry", headers=HTMX)).status_code == 404
    await deliver(place)
    await time_passes()
    await deliver(place)
    (sent,) = mail.taken
    assert sent["Message-ID"] == alert.rfc822_message_id
    assert await failed_alerts(place.alice) == []


async def test_a_second_failure_can_be_tried_again_too(place: World, mail: MailServer) -> None:
    alert = await failed(place, mail)
    alice = await place.browser_of(place.alice)
    mail.answers = ["550 still no"]
    await alice.post(f"/alerts/{alert.id}/retry")
    await deliver(place)
    assert "550 still no" in await part(alice)
    await alice.post(f"/alerts/{alert.id}/retry")
    await deliver(place)
    assert len(mail.taken) == 1


async def test_alice_dismisses_a_failure(place: World, mail: MailServer) -> None:
    alert = await failed(place, mail)
    alice = await place.browser_of(place.alice)
    answer = await alice.post(f"/alerts/{alert.id}/dismissal")
    assert answer.status_code == 303
    assert "Lunch" not in await part(alice)
    assert (await Alert.get()).dismissed_at is not None
    assert (await alice.post(f"/alerts/{alert.id}/dismissal")).status_code == 404


async def test_a_failure_appears_on_open_pages(place: World, mail: MailServer) -> None:
    with place.hub.subscribe(f"account:{place.alice.id}") as news:
        alert = await failed(place, mail)
        assert news.get_nowait() == str(alert.message_id)


@pytest.mark.parametrize("action", ["retry", "dismissal"])
async def test_bob_cannot_act_on_alices_failure(place: World, mail: MailServer, action: str) -> None:
    """S6."""
    alert = await failed(place, mail)
    for visitor, expected in (
        (await place.browser_of(place.bob), {404}),
        (place.visitor(), {303, 403}),
    ):
        assert (await visitor.post(f"/alerts/{alert.id}/{action}")).status_code in expected
    assert len(await failed_alerts(place.alice)) == 1


@pytest.mark.parametrize("action", ["retry", "dismissal"])
async def test_another_site_cannot_act_on_the_failure(place: World, mail: MailServer, action: str) -> None:
    """S7."""
    alert = await failed(place, mail)
    alice = await place.browser_of(place.alice)
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
    assert len(await failed_alerts(place.alice)) == 1


async def test_without_htmx_the_failures_are_on_the_dashboard(place: World) -> None:
    answer = await (await place.browser_of(place.alice)).get("/alerts/failures")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
