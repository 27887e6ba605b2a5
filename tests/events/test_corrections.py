"""A correction wins, applies to similar events, and can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from server.events.corrections import correct, withdraw
from server.events.models import Correction, Event
from server.lib import outbox
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.rows import history_of
from tests.pipeline import GMAIL, Way, fresh

BOB = "203.0.113.20"


@pytest.fixture(autouse=True)
async def _inside(way: Way) -> AsyncIterator[None]:
    """Within the application, as routes and listeners are."""
    async with way.place.app.app_context():
        yield


async def opened(way: Way, mail: Message, agent: str = FIREFOX, address: str = BOB) -> Event:
    """One open of this mail, digested."""
    await way.get(way.marks(mail).pixel_url, agent, address)
    await way.events()
    found = await Event.filter(message_id=mail.id).order_by("-at").first()
    assert found
    return found


async def again(event: Event) -> Event:
    """The event as it stands in the database."""
    return await Event.get(id=event.id)


@pytest.mark.parametrize(
    ("said", "verdict", "opens"), [("me", "you", 0), ("machine", "crawler", 0), ("them", "person", 1)]
)
async def test_what_alice_says_wins_and_can_be_taken_back(
    way: Way, said: str, verdict: str, opens: int
) -> None:
    alice = way.place.alice
    mail = await way.place.sends(alice)
    event = await opened(way, mail)
    assert await correct(alice, event.id, said)
    corrected = await again(event)
    assert (corrected.verdict, corrected.said, (await fresh(mail)).opens) == (verdict, said, opens)
    assert corrected.evidence == [f"corrected_{said}"]
    assert await withdraw(alice, event.id)
    back = await again(event)
    assert (back.verdict, back.said, (await fresh(mail)).opens) == (event.verdict, None, 1)
    assert not await Correction.exists()


async def test_the_change_is_kept_as_history(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    event = await opened(way, mail)
    await correct(way.place.alice, event.id, "me")
    [change] = await history_of(event)
    assert (change.was, change.now, change.because) == ("person", "you", "corrected_me")


async def test_its_like_is_learned_in_other_mails_before_and_after(way: Way) -> None:
    alice = way.place.alice
    before, corrected, after = [await way.place.sends(alice) for _ in range(3)]
    earlier = await opened(way, before)
    event = await opened(way, corrected)
    await correct(alice, event.id, "me")
    await outbox.deliver()
    assert (await again(earlier)).verdict == "maybe_you"
    assert (await opened(way, after)).verdict == "maybe_you"
    assert (await opened(way, after, address="192.0.2.9")).verdict == "person"
    await withdraw(alice, event.id)
    await outbox.deliver()
    assert (await again(earlier)).verdict == "person"


async def test_of_a_proxy_nothing_is_learned(way: Way) -> None:
    alice = way.place.alice
    mail, other = [await way.place.sends(alice) for _ in range(2)]
    event = await opened(way, mail, GMAIL_PROXY, GMAIL)
    await correct(alice, event.id, "me")
    assert (await again(event)).verdict == "you"
    assert (await opened(way, other, GMAIL_PROXY, GMAIL)).verdict == "likely_person"


async def test_another_persons_event_cannot_be_corrected(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    event = await opened(way, mail)
    assert not await correct(way.place.charlie, event.id, "me")
    assert not await withdraw(way.place.charlie, event.id)
    assert not await correct(way.place.alice, uuid4(), "me")
    with pytest.raises(ValueError, match="nobody"):
        await correct(way.place.alice, event.id, "somebody")
    assert (await again(event)).verdict == "person"


async def test_what_comes_later_does_not_undo_a_correction(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    event = await opened(way, mail)
    await correct(way.place.alice, event.id, "machine")
    await opened(way, mail, address="192.0.2.44")
    assert (await again(event)).verdict == "crawler"
    assert (event.at - (await fresh(mail)).last_open_at) < timedelta(0)  # type: ignore[operator]


async def test_the_same_word_again_is_no_work_for_anybody(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    event = await opened(way, mail)
    for _ in range(5):
        assert await withdraw(way.place.alice, event.id), "nothing was said"
    await asyncio.gather(*(correct(way.place.alice, event.id, "me") for _ in range(5)))
    assert await OutboxRow.filter(fact="corrected").count() == 1
    assert await Correction.all().count() == 1
    await asyncio.gather(*(withdraw(way.place.alice, event.id) for _ in range(5)))
    assert await OutboxRow.filter(fact="corrected").count() == 2
