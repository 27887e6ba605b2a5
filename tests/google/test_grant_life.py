"""Google refuses, doubts and ends Alice's permission, for a while or for good; what waits goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from server.failures.codes import FailureCode
from server.google.access import grant_state, grants, probes
from server.google.access.grant_keeper import key_of
from server.google.access.revocation import GMAIL_LEFT
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant, ReplyWatch
from server.lib import clock
from server.lib.outbox import OutboxRow, Transient
from tests.accounts.walker import Walker
from tests.google.conftest import connects, grant_of
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import StillClock, World, hold_still

NO_ACCESS = {"path_prefix": "/gmail", "status": 401, "times": 10_000}
NO_CLIENT = {"path_prefix": "/token", "status": 401, "times": 10_000}
ENDED = {"path_prefix": "/token", "status": 400, "times": 10_000}


@pytest.fixture
async def connected(world: World, alice: Walker) -> AsyncIterator[World]:
    """Alice has connected her Gmail; the test is inside the app's context."""
    async with world.app.app_context():
        grants._ready.clear()
        await connects(alice, "alice", send=True)
        yield world


@pytest.fixture
def time(connected: World, monkeypatch: pytest.MonkeyPatch) -> StillClock:
    return hold_still(monkeypatch)


@pytest.fixture
def breaks(google: RunningSandbox) -> Callable[[dict[str, object]], Awaitable[None]]:
    """Replace Google's answers, and have the access token renewed before the next request."""

    async def now(fault: dict[str, object]) -> None:
        await google.post("/sandbox/faults", json=fault)
        for _, credentials in grants._ready.values():
            credentials.token = None

    return now


Breaks = Callable[[dict[str, object]], Awaitable[None]]


async def the_grant(world: World) -> GmailGrant:
    grant = await grant_of(world.alice)
    assert grant
    return grant


async def asks(world: World) -> object:
    """Something asks for a mail in Alice's Gmail."""
    gmail = await grants.gmail_for(world.alice.id)
    if not isinstance(gmail, Gmail):
        return gmail
    found = await gmail.find_label("Nothing")
    return found if isinstance(found, GoogleFailure) else "worked"


async def something_waits(world: World) -> OutboxRow:
    """A delivery that waits for Alice's Gmail, and is not due by itself for hours."""
    later = clock.now() + timedelta(hours=6)
    return await OutboxRow.create(
        fact="x", listener="x", unique_key="x", payload={}, created_at=clock.now(), due_at=later,
        waits_for=key_of(world.alice.id),
    )  # fmt: skip


async def woken(row: OutboxRow) -> bool:
    await row.refresh_from_db()
    return row.waits_for == "" and row.due_at <= clock.now()


async def test_an_ended_permission_is_shown_at_once_and_its_token_is_deleted_only_an_hour_later(
    connected: World, time: StillClock, breaks: Breaks
) -> None:
    await breaks(ENDED)
    assert isinstance(await asks(connected), Disconnected)
    grant = await the_grant(connected)
    assert grant.disconnected_at
    assert grant.sealed_refresh_token
    for wait, kept in ((59, True), (2, True), (3000, True), (700, False)):
        time.passes(wait)
        await probes.ask_again()
        assert bool((await the_grant(connected)).sealed_refresh_token) is kept
    time.passes(86400)
    await probes.ask_again()
    assert isinstance(await asks(connected), Disconnected)
    assert await OutboxRow.filter(fact=GMAIL_LEFT).count() == 0


async def test_a_permission_that_google_called_ended_by_mistake_connects_itself_again(
    connected: World, time: StillClock, breaks: Breaks, google: RunningSandbox
) -> None:
    await breaks({**ENDED, "times": 2})
    assert isinstance(await asks(connected), Disconnected)
    row = await something_waits(connected)
    time.passes(61)
    await probes.ask_again()  # wrong once more
    assert not await woken(row)
    time.passes(3600)
    await probes.ask_again()
    assert await woken(row)
    grant = await the_grant(connected)
    assert (grant.disconnected_at, grant.failure, grant.second_look_at) == (None, None, None)
    assert await asks(connected) == "worked"


async def test_three_401s_although_the_token_is_renewed_keep_the_token_and_the_next_try_renews_again(
    connected: World, breaks: Breaks
) -> None:
    """googleapis/google-api-nodejs-client#2665."""
    await breaks({**NO_ACCESS, "times": 3})
    answer = await asks(connected)
    assert isinstance(answer, Transient)
    assert answer.reason.code == FailureCode.GRANT_REFUSED
    [(_, credentials)] = grants._ready.values()
    assert credentials.token is None
    grant = await the_grant(connected)
    assert grant.sealed_refresh_token
    assert grant.disconnected_at is None
    assert await asks(connected) == "worked"
    assert (await the_grant(connected)).refusal is None


async def test_hours_of_401_end_a_permission_which_is_then_revoked(
    connected: World, time: StillClock, breaks: Breaks
) -> None:
    await breaks(NO_ACCESS)
    assert isinstance(await asks(connected), Transient)
    for _ in range(80):  # five and a half hours
        time.passes(250)
        await probes.ask_again()
    assert (await the_grant(connected)).disconnected_at is None
    for _ in range(20):
        time.passes(250)
        await probes.ask_again()
    grant = await the_grant(connected)
    assert grant.disconnected_at
    assert grant.sealed_refresh_token
    assert await OutboxRow.filter(fact=GMAIL_LEFT).count() == 0
    for _ in range(20):
        time.passes(250)
        await probes.ask_again()
    assert (await the_grant(connected)).sealed_refresh_token is None
    assert await OutboxRow.filter(fact=GMAIL_LEFT).count() == 1


async def test_one_request_that_works_within_hours_of_401_begins_the_count_anew(
    connected: World, time: StillClock, breaks: Breaks, google: RunningSandbox
) -> None:
    for _ in range(3):
        await breaks(NO_ACCESS)
        for _ in range(10):
            time.passes(1800)
            await probes.ask_again()
            await asks(connected)
        await google.delete("/sandbox/faults")
        assert await asks(connected) == "worked"
    assert (await the_grant(connected)).disconnected_at is None


async def test_a_refusal_that_the_owner_repairs_after_30_hours_bars_all_requests_and_wakes_what_waits(
    connected: World, time: StillClock, breaks: Breaks, google: RunningSandbox
) -> None:
    await breaks({**NO_CLIENT, "reason": "deleted_client"})
    first = await asks(connected)
    assert isinstance(first, Refused)
    assert first.waits_for == key_of(connected.alice.id)
    row, before = await something_waits(connected), await left_of(google)
    for _ in range(20):
        assert isinstance(await asks(connected), Refused)
    assert await left_of(google) == before, "Google was asked although the grant is refused"
    for _ in range(60):
        time.passes(1800)
        await probes.ask_again()
    asked = before - await left_of(google)
    assert 50 < asked < 70
    assert not await woken(row)
    await google.delete("/sandbox/faults")
    time.passes(1801)
    await probes.ask_again()
    assert await woken(row)
    assert await asks(connected) == "worked"


async def left_of(google: RunningSandbox) -> int:
    """How often the fault is still to happen; it is one less for each request."""
    faults = (await google.get("/sandbox/faults"))["faults"]
    return sum(fault["times"] for fault in faults)


async def test_the_reply_watch_goes_on_at_once_when_the_permission_works_again(
    connected: World, alice: Walker, google: RunningSandbox, breaks: Breaks
) -> None:
    await asks_for(alice, "?replies=yes")
    await breaks(NO_CLIENT)
    await asks(connected)
    later = clock.now() + timedelta(hours=1)
    await ReplyWatch.all().update(due_at=later, failures=3, trouble=["server_refused"])
    await google.delete("/sandbox/faults")
    await probes.hasten()
    await probes.ask_again()
    watch = await ReplyWatch.get()
    assert watch.due_at <= clock.now()
    assert (watch.failures, watch.trouble) == (0, None)


async def test_a_permission_only_to_send_works_again_although_it_may_not_ask_for_the_profile(
    connected: World, alice: Walker, google: RunningSandbox, breaks: Breaks
) -> None:
    await GmailGrant.all().update(scopes=["https://www.googleapis.com/auth/gmail.send"])
    await breaks(NO_CLIENT)
    await asks(connected)
    await google.delete("/sandbox/faults")
    await google.post("/sandbox/faults", json={"path_prefix": "/gmail/v1/users/me/profile", "status": 403})
    await probes.hasten()
    await probes.ask_again()
    assert (await the_grant(connected)).refusal is None


async def test_a_permission_that_one_request_lacks_bars_no_other_request(
    connected: World, breaks: Breaks
) -> None:
    await breaks({"path_prefix": "/gmail", "status": 403})
    assert isinstance(await asks(connected), Refused)
    assert await asks(connected) == "worked"


async def test_a_request_that_is_refused_although_the_probe_works_does_not_make_us_ask_all_the_time(
    connected: World, time: StillClock, breaks: Breaks, google: RunningSandbox
) -> None:
    asked = 0
    for _ in range(8 * 60):  # each minute of eight hours
        if (await the_grant(connected)).refusal is None:
            await breaks({**NO_CLIENT, "times": 1})
            assert isinstance(await asks(connected), Refused)
            asked += 1
        time.passes(60)
        await probes.ask_again()
    assert asked < 25
    time.passes(1801)
    await probes.ask_again()
    time.passes(4000)
    await breaks({**NO_CLIENT, "times": 1})
    await asks(connected)
    grant = await the_grant(connected)
    assert grant.probe_at == clock.now() + grant_state.PROBES[0]
