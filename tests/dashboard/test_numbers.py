"""A page explains how the numbers of a mail are counted: the formula and the events behind each."""

from __future__ import annotations

from server.dashboard.numbers import WHY
from server.lib import clock
from server.messages.kinds import VerdictKind
from tests.dashboard.mails import changed, is_opened, verbatim
from tests.dashboard.test_list import text_of
from tests.world import World


async def test_alice_sees_which_events_count_and_why_the_others_do_not(world: World) -> None:
    """Covers 50, 152, 159."""
    message = await world.sends(world.alice)
    await is_opened(message)
    await is_opened(message, verdict="likely_person")
    for verdict in ("scanner", "scanner", "you"):
        await is_opened(message, verdict=verdict, counts=False)
    await is_opened(message, kind="click", verdict="scanner", counts=False, url="https://example.com/")
    await changed(message, raw_opens=5, raw_clicks=1)
    visitor = await world.browser_of(world.alice)
    assert "Counted: 2 of 5 image loads, 0 of 1 link request." in await text_of(
        visitor, f"/messages/{message.id}"
    )
    page = await text_of(visitor, f"/messages/{message.id}/numbers")
    for formula in (
        "2 opens = 1 by a person + 1 likely by a person.",
        "5 image loads in total = 2 counted + 3 not counted.",
        "0 clicks = 0 by a person + 0 likely by a person.",
        "1 link request in total = 0 counted + 1 not counted.",
    ):
        assert formula in page
    for verdict in ("person", "likely_person", "scanner", "you"):
        assert WHY[verdict] in page
        assert f"/messages/{message.id}/numbers/{verdict}" in page
    assert WHY["crawler"] not in page


async def test_each_number_links_to_its_events(world: World) -> None:
    message = await world.sends(world.alice)
    await is_opened(message, evidence=["direct_open"])
    await is_opened(message, verdict="scanner", counts=False, evidence=verbatim("A filter looked."))
    visitor = await world.browser_of(world.alice)
    page = await text_of(visitor, f"/messages/{message.id}/numbers/scanner")
    assert "A filter looked." in page
    assert "loaded the image directly" not in page
    assert (await visitor.get(f"/messages/{message.id}/numbers/nonsense")).status_code == 404


async def test_events_from_before_an_undo_are_not_counted(world: World) -> None:
    message = await world.sends(world.alice, state="undone", undone_at=clock.now())
    await is_opened(message, counts=False, undone_at=clock.now())
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}/numbers")
    assert "1 event from before you undid the send isn’t counted" in page
    assert "no image loads or link requests to count" in page


async def test_bob_does_not_see_how_alices_mail_is_counted(world: World) -> None:
    message = await world.sends(world.alice)
    bob = await world.browser_of(world.bob)
    for path in ("numbers", "numbers/person"):
        assert (await bob.get(f"/messages/{message.id}/{path}")).status_code == 404


def test_every_verdict_has_a_sentence_that_says_why_it_counts_or_does_not() -> None:
    assert set(WHY) == set(VerdictKind)
