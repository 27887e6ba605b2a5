"""The dashboard shows Alice who opened her individual copies, who did not, and what was not sent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.copies.cleanup import forget_old_copies, give_up_lost_copies
from server.copies.models import Copy, CopySet, CopyText
from server.lib import clock
from server.lib.outbox import OutboxRow
from server.messages.models import Message, Recipient
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, Writer, writer
from tests.dashboard.test_list import HTMX, text_of
from tests.extension_api.reading import opens
from tests.google.conftest import connects
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import World

SEND = "/gmail/v1/users/me/messages/send"
REFUSED = {"path_prefix": SEND, "status": 400, "reason": "invalidArgument"}


@pytest.fixture
async def writes(world: World, alice: Walker, google: RunningSandbox) -> Writer:
    return await writer(world, alice, google)


async def message_to(address: str) -> Message:
    return await Message.get(id=(await Recipient.get(address=address)).message_id)


async def test_the_page_of_one_copy_shows_the_state_of_all_copies(writes: Writer) -> None:
    await writes.sends()
    await writes.delivers()
    bob, charlie = await message_to(BOB), await message_to(CHARLIE)
    await opens(writes.world.alice, bob.id, clock.now() + timedelta(seconds=20))
    browser = await writes.world.browser_of(writes.world.alice)
    page = await text_of(browser, f"/messages/{charlie.id}")
    assert "One of 2 individual copies" in page
    copies = page[page.index('id="copies"') : page.index('id="timeline"')]
    assert f'<a href="/messages/{bob.id}">Bob Bauer</a>' in copies
    assert f"/messages/{charlie.id}" not in copies
    assert ("Likely opened" in copies, "No sign yet" in copies) == (True, True)
    assert f"sse:message-{bob.id}" in page, "it changes when Bob opens"
    assert "by one of" not in page


async def test_a_mail_without_copies_has_no_list_of_copies(world: World) -> None:
    message = await world.sends(world.alice, to="bob@x.example,charlie@x.example")
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "individual copies" not in page


async def test_a_failed_copy_is_shown_and_can_be_tried_again(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json=REFUSED)
    copies = await writes.sends()
    await writes.delivers()
    assert sorted((await writes.states(copies)).values()) == ["failed", "sent"]
    browser = await writes.world.browser_of(writes.world.alice)
    page = await text_of(browser, "/")
    assert "A copy couldn’t be sent" in page
    assert "(400 invalidArgument" in page
    assert "The other copies aren’t affected." in page
    sent = await Copy.get(state="sent")
    assert "Not sent: Gmail" in await text_of(browser, f"/messages/{sent.message_id}")
    failed = await Copy.get(state="failed")
    again = await browser.post(f"/copies/{failed.id}/retry", headers=HTMX)
    assert again.status_code == 200
    assert "couldn’t be sent" not in await again.get_data(as_text=True)
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]
    assert await CopyText.all().count() == 0


async def test_dismissing_the_failures_of_copies_removes_them_and_deletes_the_text(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json={**REFUSED, "times": 2})
    await writes.sends()
    await writes.delivers()
    browser = await writes.world.browser_of(writes.world.alice)
    for copy in await Copy.filter(state="failed"):
        assert (await browser.post(f"/copies/{copy.id}/dismissal")).status_code == 303
    assert "couldn’t be sent" not in await text_of(browser, "/")
    assert await CopyText.all().count() == 0
    assert (await browser.post(f"/copies/{copy.id}/retry")).status_code == 404


async def test_bob_can_neither_see_nor_retry_nor_dismiss_alices_failures(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json=REFUSED)
    await writes.sends()
    await writes.delivers()
    failed = await Copy.get(state="failed")
    bob = await writes.world.browser_of(writes.world.bob)
    for action in ("retry", "dismissal"):
        assert (await bob.post(f"/copies/{failed.id}/{action}")).status_code == 404
    assert "couldn’t be sent" not in await text_of(bob, "/")


async def test_a_copy_that_has_waited_for_six_minutes_is_shown_on_the_dashboard(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 429, "times": 9})
    await writes.sends()
    await writes.delivers()
    browser = await writes.world.browser_of(writes.world.alice)
    assert "still waiting" not in await text_of(browser, "/"), "it is just being sent"
    await CopySet.all().update(released_at=clock.now() - timedelta(minutes=6))
    page = await text_of(browser, "/")
    assert page.count("A copy is still waiting") == 2
    assert "limit on the number of requests is reached (429)" in page
    await writes.google.delete("/sandbox/faults")


async def test_an_abandoned_copy_is_shown_and_can_be_tried_again(writes: Writer) -> None:
    """The server was killed during each try."""
    copies = await writes.sends()
    bob = await Copy.get(number=1)
    await give_up_lost_copies()
    assert await writes.states(copies) == {BOB: "waiting", CHARLIE: "waiting"}
    broken = OutboxRow.filter(unique_key__endswith=f":{bob.id}", fact="copy_released")
    assert await broken.update(failed_at=clock.now()) == 1
    await Copy.filter(id=bob.id).update(tried_at=clock.now() - timedelta(hours=1))
    await give_up_lost_copies()
    assert await writes.states(copies) == {BOB: "failed", CHARLIE: "waiting"}
    browser = await writes.world.browser_of(writes.world.alice)
    page = await text_of(browser, "/")
    assert "A copy may not have been sent" in page
    assert "The server was interrupted each time it tried to send the copy." in page
    await browser.post(f"/copies/{bob.id}/retry", headers=HTMX)
    await give_up_lost_copies()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}


async def test_after_a_month_a_failed_copy_is_no_longer_shown_and_cannot_be_tried_again(
    writes: Writer,
) -> None:
    await writes.google.post("/sandbox/faults", json=REFUSED)
    await writes.sends()
    await writes.delivers()
    failed = await Copy.get(state="failed")
    await CopySet.all().update(created_at=clock.now() - timedelta(days=31))
    await Copy.filter(id=failed.id).update(failed_at=clock.now() - timedelta(days=30))
    await forget_old_copies()
    browser = await writes.world.browser_of(writes.world.alice)
    assert "couldn’t be sent" not in await text_of(browser, "/")
    assert (await browser.post(f"/copies/{failed.id}/retry")).status_code == 404
    assert await CopyText.all().count() == 0


async def test_stopping_failed_copies_deletes_their_text(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json=REFUSED)
    await writes.sends()
    await writes.delivers()
    await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})
    assert await CopyText.all().count() == 0


async def test_the_settings_say_whether_copies_are_allowed(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await connects(alice, "alice")
    assert "?send=yes&amp;check=yes" in (await alice.get("/settings")).text
    await asks_for(alice, "?send=yes&check=yes")
    page = (await alice.get("/settings")).text
    assert "?send=yes&amp;check=yes" not in page
    assert "can go to each of them separately" in page
