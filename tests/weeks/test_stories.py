"""One story for each kind of trouble: it goes wrong, somebody repairs it, and everything is caught up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from server.alerts.models import Alert
from server.google.models import GmailGrant
from tests.faults import table
from tests.weeks.afterwards import settles, waiting, what_is_wrong
from tests.weeks.life import Life, Someone
from tests.weeks.troubles import API, BUSY_PAGE, PORTAL, SEND

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def alice(life: Life) -> AsyncIterator[Someone]:
    """Alice has connected Gmail. What the test leaves must be in order once everything is repaired."""
    person = await life.joins("alice")
    await life.passes(HOUR)
    yield person
    await settles(life)
    wrong = await what_is_wrong(life)
    assert not wrong, "\n  ".join([*life.story, "wrong:", *wrong])


async def a_day_of_work(life: Life) -> UUID:
    """Alice sends a mail, which is opened and answered, and copies of another."""
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.sends_copies("alice", "Minutes")
    await life.passes(HOUR)
    await life.opens(lease)
    await life.passes(HOUR / 2)
    await life.replies_to(lease, "bob")
    await life.passes(HOUR / 2)
    return lease


async def caught_up(life: Life) -> None:
    """Nothing waits, without anybody's doing."""
    left = [one async for one in waiting()]
    assert not left, "\n  ".join([*life.story, "waits:", *left])
    wrong = await what_is_wrong(life)
    assert not wrong, "\n  ".join([*life.story, "wrong:", *wrong])


async def grant(alice: Someone) -> GmailGrant:
    found = await alice.grant()
    assert found
    return found


async def settings(alice: Someone) -> str:
    return (await alice.browser.get("/settings")).text


OFF: list[dict[str, Any]] = [
    {"reason": "accessNotConfigured"},
    {"reason": "SERVICE_DISABLED"},
    {"reason": "domainPolicy"},
    {"reason": "failedPrecondition"},
    {"reason": "CONSUMER_SUSPENDED"},
]


@pytest.mark.parametrize("refusal", OFF[: table.amount(2, 5)], ids=lambda refusal: refusal["reason"])
async def test_the_api_refused_for_three_hours_then_everything_was_caught_up(
    life: Life, alice: Someone, refusal: dict[str, Any]
) -> None:
    sent = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.sends_copies("alice", "Minutes")
    await life.google.fault(API, **refusal, for_s=3 * 3600)
    await life.passes(HOUR)
    await life.opens(sent)
    await life.passes(HOUR)
    assert (await grant(alice)).disconnected_at is None
    assert (await grant(alice)).refusal
    await life.passes(2 * HOUR)
    await caught_up(life)


async def test_the_client_was_deleted_for_thirty_hours_then_everything_was_caught_up(
    life: Life, alice: Someone
) -> None:
    await life.google.patch("/sandbox/project", client="deleted")
    await life.passes(2 * HOUR)  # the access token ends
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.passes(HOUR)
    await life.opens(lease)
    await life.passes(27 * HOUR)
    assert [one async for one in waiting()]
    await life.google.patch("/sandbox/project", client="active")
    await life.passes(HOUR)
    await caught_up(life)


async def test_a_permission_for_an_app_in_testing_ended_after_seven_days_and_what_came_since_was_caught_up(
    life: Life,
) -> None:
    await life.google.patch("/sandbox/project", publishing="testing")
    alice = await life.joins("alice")
    ends = (await grant(alice)).access_ends_at
    assert ends
    assert timedelta(days=6.9) < ends - life.clock.at <= timedelta(days=7)
    await life.passes(7 * DAY + HOUR)
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.passes(HOUR)
    await life.opens(lease)
    await life.passes(DAY)
    assert (await grant(alice)).disconnected_at
    assert await alice.connects()
    await life.passes(HOUR)
    await caught_up(life)


async def test_session_control_ended_the_permission_and_after_connecting_again_everything_was_caught_up(
    life: Life, alice: Someone
) -> None:
    await life.google.patch("/sandbox/people/alice", session_s=3 * 3600)
    await life.passes(4 * HOUR)
    await a_day_of_work_without_copies(life)
    ended = await grant(alice)
    assert ended.disconnected_at
    assert "session" in str(ended.failure)
    await life.google.patch("/sandbox/people/alice", session_s=None)
    await alice.connects()
    await life.passes(HOUR)
    await caught_up(life)


async def a_day_of_work_without_copies(life: Life) -> UUID:
    """Alice sends a mail, which is opened."""
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.passes(HOUR)
    await life.opens(lease)
    await life.passes(HOUR)
    return lease


async def test_good_tokens_were_refused_for_two_hours_and_the_permission_was_kept(
    life: Life, alice: Someone
) -> None:
    await life.google.fault(API, status=401, for_s=2 * 3600)
    await a_day_of_work_without_copies(life)
    assert (await grant(alice)).sealed_refresh_token
    await life.passes(2 * HOUR)
    assert (await grant(alice)).disconnected_at is None
    await caught_up(life)


BUSY: list[tuple[str, dict[str, Any]]] = [
    (API, {"status": 503, "retry_after": 1}),
    ("/token", {"status": 502, "body": BUSY_PAGE}),
    (API, {"status": 200, "body": PORTAL, "charset": "latin-1"}),
    ("/token", {"status": 200, "body": PORTAL, "charset": "latin-1"}),
    (API, {"reason": "RESOURCE_EXHAUSTED"}),
    (API, {"reason": "userRateLimitExceeded"}),
    (API, {"closed": True}),
    ("/token", {"status": 400, "body": {"error": {"code": 400, "message": "nested"}}}),
]


@pytest.mark.parametrize(
    ("path", "answer"),
    BUSY[: table.amount(3, 8)],
    ids=lambda value: value if isinstance(value, str) else str(sorted(value))[:40],
)
async def test_google_was_busy_for_twenty_minutes_then_everything_was_caught_up(
    life: Life, alice: Someone, path: str, answer: dict[str, Any]
) -> None:
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.google.post("/sandbox/grants/alice/expired")
    await life.google.fault(path, **answer, for_s=20 * 60)
    await life.passes(HOUR / 6)
    await life.opens(lease)
    await life.passes(HOUR / 6)
    assert (await grant(alice)).disconnected_at is None
    await life.passes(2 * HOUR)
    await caught_up(life)


async def test_four_answers_to_one_alert_were_lost_and_it_came_once(life: Life, alice: Someone) -> None:
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.passes(HOUR)
    await life.google.fault(SEND, status=503, done=True, times=4)
    await life.opens(lease)
    await life.passes(12 * HOUR)
    alert = await Alert.get(message_id=lease)
    assert alert.sent_at
    await caught_up(life)


async def test_gmails_limit_for_sending_was_reached_and_the_copies_left_by_themselves(
    life: Life, alice: Someone
) -> None:
    await life.google.post("/sandbox/send_limits/alice", json={"for_s": 20 * 3600, "moves_on_s": 900})
    assert await life.sends_copies("alice", "Minutes")
    await life.passes(10 * HOUR)
    moved = (await life.google.get("/sandbox/send_limits/alice"))["until"] - life.clock.unix()
    assert moved < 12 * 3600, "it was asked again and again, which moves the end on"
    await life.passes(13 * HOUR)
    await caught_up(life)


async def test_another_gmail_was_connected_for_a_day_then_everything_was_caught_up(
    life: Life, alice: Someone
) -> None:
    alice.google = "charlie"
    await alice.connects()
    await a_day_of_work_without_copies(life)
    await life.passes(DAY)
    alice.google = ""
    await alice.connects()
    await life.passes(2 * HOUR)
    await caught_up(life)


async def test_a_late_revocation_did_not_end_the_new_connection(life: Life, alice: Someone) -> None:
    await life.google.fault("/revoke", status=503, times=3)
    await alice.browser.submit("/settings", "/settings/gmail/disconnect")
    assert await alice.grant() is None
    assert await alice.connects()
    await life.passes(DAY)
    assert (await life.google.get("/sandbox/grants/alice"))["newest_is_live"]
    assert (await grant(alice)).disconnected_at is None
    await a_day_of_work_without_copies(life)
    await caught_up(life)


async def test_a_history_of_thousands_of_changes_was_read_to_its_end(life: Life, alice: Someone) -> None:
    lease = await life.sends("alice", "bob", "Lunch on Friday?")
    await life.passes(HOUR)
    await life.google.post("/sandbox/history/alice", json={"changes": 15_000})
    await life.replies_to(lease, "bob")
    await life.passes(12 * HOUR)
    await caught_up(life)


async def test_a_renamed_account_stayed_the_same_person(life: Life, alice: Someone) -> None:
    await life.google.patch("/sandbox/people/alice", address="alice.stone@sandbox.example")
    await a_day_of_work(life)
    assert await alice.connects()
    await life.passes(HOUR)
    await caught_up(life)


async def test_certificates_could_not_be_fetched_and_connecting_worked_later(
    life: Life, alice: Someone
) -> None:
    await life.google.delete("/sandbox/grants/alice")
    await life.passes(2 * HOUR)
    await life.google.fault("/oauth2/v3/certs", status=503, for_s=600)
    assert (await alice.browser.get("/settings")).status == 200
    await alice.connects()
    await life.passes(HOUR)
    assert await alice.connects()
    await a_day_of_work_without_copies(life)
    await caught_up(life)


async def test_google_said_once_by_mistake_that_the_permission_ended(life: Life, alice: Someone) -> None:
    await life.passes(HOUR)
    await life.google.fault("/token", reason="invalid_grant")
    await a_day_of_work_without_copies(life)
    assert (await grant(alice)).disconnected_at is None
    life.wrong.clear()  # until the second look, it was shown as ended
    await caught_up(life)
