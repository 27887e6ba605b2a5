"""Alice's copies wait for what somebody can repair, say so, and then leave by themselves, each once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from server.copies.cleanup import forget_old_copies
from server.copies.deliver import ONE_BY_ONE
from server.copies.models import Copy, CopySet, CopyText
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.outbox import GIVE_UP, OutboxRow
from server.messages.models import Message
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, Writer, the_draft, writer
from tests.dashboard.test_list import HTMX, text_of
from tests.extension_api.paired import code_of
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import StillClock, World, hold_still

SEND = "/gmail/v1/users/me/messages/send"
SEND_AS = "/gmail/v1/users/me/settings/sendAs"
BOTH_SENT = {BOB: "sent", CHARLIE: "sent"}
BOTH_WAIT = {BOB: "waiting", CHARLIE: "waiting"}


@pytest.fixture
async def writes(world: World, alice: Walker, google: RunningSandbox) -> Writer:
    return await writer(world, alice, google)


async def reasons(writes: Writer, copies: dict[str, Any]) -> set[str]:
    """What the extension is told about the copies."""
    shown = await (await writes.extension.get(f"/copies/{copies['id']}")).get_json()
    return {each["failure"] for each in shown["copies"]}


async def number_of_mails(writes: Writer) -> list[int]:
    return [len(await writes.got(each)) for each in ("bob", "charlie")]


async def next_due() -> datetime | None:
    row = (
        await OutboxRow.filter(fact="copy_released", done_at=None, failed_at=None).order_by("due_at").first()
    )
    return row.due_at if row else None


async def time_passes(writes: Writer, still: StillClock, most: timedelta) -> timedelta:
    """Deliver everything when it is due, until nothing is or `most` is over. Returns how long it took."""
    begun = still.at
    while (due := await next_due()) and due - begun <= most:
        still.passes(max((due - still.at).total_seconds(), 0))
        await writes.delivers()
    return still.at - begun


async def test_copies_leave_after_alice_has_connected_gmail_again(writes: Writer, alice: Walker) -> None:
    copies = await writes.sends()
    await writes.google.delete("/sandbox/grants/alice")
    await writes.delivers()
    assert await writes.states(copies) == BOTH_WAIT
    (reason,) = await reasons(writes, copies)
    assert "was withdrawn or has expired" in reason
    assert reason.endswith("You can repair that in Settings, under Gmail. The copy then leaves by itself.")
    page = await text_of(await writes.world.browser_of(writes.world.alice), "/")
    assert page.count("A copy is still waiting") == 2, "although the copies were only just released"
    assert reason in page
    assert await CopyText.all().count() == 1
    status, answer = await writes.hands_over()
    assert (status, answer["state"]) == (200, "released"), "nothing is begun anew"
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_SENT, [1, 1])
    assert await Message.filter(state="sent").count() == 2


async def test_copies_wait_for_the_permission_to_send_them(writes: Writer, alice: Walker) -> None:
    copies = await writes.sends()
    scopes = (await GmailGrant.get()).scopes
    await GmailGrant.all().update(scopes=[each for each in scopes if not each.endswith("gmail.send")])
    await writes.delivers()
    assert await writes.states(copies) == BOTH_WAIT
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_SENT, [1, 1])


async def test_a_copy_that_may_have_left_before_gmail_was_disconnected_is_not_sent_again(
    writes: Writer, alice: Walker
) -> None:
    fault = {"path_prefix": SEND, "status": 503, "times": 2, "done": True}
    await writes.google.post("/sandbox/faults", json=fault)
    copies = await writes.sends()
    await writes.delivers()
    await writes.google.delete("/sandbox/grants/alice")
    await writes.waits()
    await Copy.all().update(claimed_until=None)
    await GmailGrant.all().update(connected_at=clock.now())
    await writes.delivers()
    assert await writes.states(copies) == BOTH_WAIT
    assert [copy.in_doubt for copy in await Copy.all()] == [True, True]
    week = timedelta(days=7)
    for copy in await Copy.all():
        await Copy.filter(id=copy.id).update(tried_at=(copy.tried_at or clock.now()) - week)
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_SENT, [1, 1])


async def test_an_uncertain_try_counts_from_its_own_end_although_the_copy_waited_after_it(
    writes: Writer, alice: Walker
) -> None:
    """The request of the uncertain try may still be under way when Gmail is connected again."""
    copies = await writes.sends()
    now = clock.now()
    uncertain = {"tried_at": now - timedelta(hours=1), "claimed_until": now - timedelta(seconds=1)}
    await Copy.all().update(**uncertain)
    await writes.google.delete("/sandbox/grants/alice")
    await writes.delivers()
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_WAIT, [0, 0])


async def test_copies_that_wait_are_stopped_if_alice_sends_the_draft_herself(writes: Writer) -> None:
    copies = await writes.sends()
    await writes.google.delete("/sandbox/grants/alice")
    await writes.delivers()
    await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})
    assert await writes.states(copies) == {BOB: "stopped", CHARLIE: "stopped"}
    assert await CopyText.all().count() == 0


async def test_alice_decides_not_to_send_one_of_the_copies_that_wait(writes: Writer, alice: Walker) -> None:
    copies = await writes.sends()
    await writes.google.delete("/sandbox/grants/alice")
    await writes.delivers()
    browser, bobs = await writes.world.browser_of(writes.world.alice), await Copy.get(address=BOB)
    theirs = await writes.world.browser_of(writes.world.bob)
    await theirs.post(f"/copies/{bobs.id}/cancellation", headers=HTMX)
    assert await writes.states(copies) == BOTH_WAIT
    part = await browser.post(f"/copies/{bobs.id}/cancellation", headers=HTMX)
    assert (await part.get_data(as_text=True)).count("A copy is still waiting") == 1
    assert await writes.states(copies) == {BOB: "stopped", CHARLIE: "waiting"}
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (
        {BOB: "stopped", CHARLIE: "sent"},
        [0, 1],
    )
    page = await text_of(browser, f"/messages/{(await Copy.get(address=CHARLIE)).message_id}")
    assert "Not sent (stopped)" in page


async def test_after_gmails_daily_limit_the_copies_leave_by_themselves_one_after_the_other(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    over = still.at + timedelta(hours=20)
    await GmailGrant.all().update(may_send_at=over)
    copies = await writes.sends()
    await writes.delivers()
    assert await writes.states(copies) == BOTH_WAIT
    (reason,) = await reasons(writes, copies)
    assert "Gmail’s limit for sent messages is reached. Sightline sends the rest by itself from" in reason
    assert over.isoformat() not in reason
    page = await text_of(await writes.world.browser_of(writes.world.alice), "/")
    assert page.count("A copy is still waiting") == 2
    rows = await OutboxRow.filter(fact="copy_released").order_by("due_at")
    assert [row.due_at - over for row in rows] == [ONE_BY_ONE, 2 * ONE_BY_ONE]
    await time_passes(writes, still, timedelta(hours=21))
    assert ({copy.state for copy in await Copy.all()}, await number_of_mails(writes)) == ({"sent"}, [1, 1])


async def test_while_gmails_daily_limit_lasts_nothing_asks_gmail_and_the_page_says_until_when(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each request to send would move the end on."""
    limits = "/sandbox/send_limits/alice"
    await writes.google.post(limits, json={"for_s": 20 * 3600, "moves_on_s": 600})
    still = hold_still(monkeypatch)
    copies = await writes.sends()
    await writes.delivers()
    until = (await writes.google.get(limits))["until"]
    await writes.waits()
    await writes.delivers()
    assert (await writes.google.get(limits))["until"] == until
    assert await writes.states(copies) == BOTH_WAIT
    (reason,) = await reasons(writes, copies)
    assert "Gmail’s limit for sent messages is reached. Sightline sends the rest by itself from" in reason
    page = await text_of(await writes.world.browser_of(writes.world.alice), "/")
    assert page.count("A copy is still waiting") == 2
    assert (still.at + timedelta(hours=19)).timestamp() < until
    await writes.google.delete(limits)
    await time_passes(writes, still, timedelta(hours=22))
    assert ({copy.state for copy in await Copy.all()}, await number_of_mails(writes)) == ({"sent"}, [1, 1])


@pytest.mark.parametrize("status", [429, 503])
async def test_copies_leave_after_google_was_busy_for_twelve_hours(
    writes: Writer, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": status, "times": 999})
    await writes.sends()
    await time_passes(writes, still, timedelta(hours=12))
    assert {copy.state for copy in await Copy.all()} == {"waiting"}
    await writes.google.delete("/sandbox/faults")
    await time_passes(writes, still, timedelta(hours=3))
    assert ({copy.state for copy in await Copy.all()}, await number_of_mails(writes)) == ({"sent"}, [1, 1])


@pytest.mark.parametrize(("status", "doubt"), [(429, False), (503, True)])
async def test_alice_learns_after_three_days_that_a_copy_was_not_sent_and_can_have_it_tried_again(
    writes: Writer, status: int, doubt: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": status, "times": 999})
    copies = await writes.sends()
    took = await time_passes(writes, still, timedelta(days=9))
    assert GIVE_UP < took < GIVE_UP + timedelta(hours=3)
    assert await writes.states(copies) == {BOB: "failed", CHARLIE: "failed"}
    assert [copy.in_doubt for copy in await Copy.all()] == [doubt, doubt]
    assert all(("can’t tell whether" in each) is doubt for each in await reasons(writes, copies))
    await writes.google.delete("/sandbox/faults")
    browser = await writes.world.browser_of(writes.world.alice)
    for copy in await Copy.all():
        assert (await browser.post(f"/copies/{copy.id}/retry", headers=HTMX)).status_code == 200
    await time_passes(writes, still, timedelta(hours=1))
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_SENT, [1, 1])


async def test_copies_that_waited_for_a_month_have_failed_and_can_be_tried_again_for_a_week(
    writes: Writer, alice: Walker
) -> None:
    copies = await writes.sends()
    await writes.google.delete("/sandbox/grants/alice")
    await writes.delivers()
    await CopySet.all().update(created_at=clock.now() - timedelta(days=29))
    await forget_old_copies()
    assert await writes.states(copies) == BOTH_WAIT
    await CopySet.all().update(created_at=clock.now() - timedelta(days=31))
    await forget_old_copies()
    assert await writes.states(copies) == {BOB: "failed", CHARLIE: "failed"}
    page = await text_of(await writes.world.browser_of(writes.world.alice), "/")
    assert page.count("A copy couldn’t be sent") == 2
    assert "stopped waiting after 30 days" in page
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert await number_of_mails(writes) == [0, 0], "nothing leaves any more by itself"
    bobs = await Copy.get(address=BOB)
    await alice.submit("/", f"/copies/{bobs.id}/retry")
    await writes.delivers()
    assert await number_of_mails(writes) == [1, 0]
    await Copy.filter(state="failed").update(failed_at=clock.now() - timedelta(days=8))
    await forget_old_copies()
    assert await CopyText.all().count() == 0


async def test_copies_of_an_address_that_gmail_does_not_know_are_not_sent(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    """Gmail would send them from Alice's own address, without a word."""
    writes = await writer(world, alice, google, the_draft(From="Alice <nobodys@sandbox.example>"))
    status, answer = await writes.hands_over()
    assert (status, code_of(answer)) == (409, "sender")
    assert "doesn’t let you send as nobodys@sandbox.example" in answer["detail"]
    assert await CopySet.all().count() == 0


async def test_if_gmail_does_not_tell_alices_addresses_the_copies_leave(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    writes = await writer(world, alice, google, the_draft(From="Alice <nobodys@sandbox.example>"))
    await google.post("/sandbox/faults", json={"path_prefix": SEND_AS, "status": 503, "times": 9})
    copies = await writes.sends()
    await google.delete("/sandbox/faults")
    await writes.delivers()
    assert (await writes.states(copies), await number_of_mails(writes)) == (BOTH_SENT, [1, 1])
