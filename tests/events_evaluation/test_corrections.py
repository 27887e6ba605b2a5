"""A correction wins, applies to similar events, and can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from server.events.evaluation.corrections import correct, withdraw
from server.events.models import Correction, Event
from server.lib import outbox
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.stored import history_of
from tests.pipeline import GMAIL, Pipeline, fresh

BOB = "203.0.113.20"


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with pipeline.world.app.app_context():
        yield


async def opened(pipeline: Pipeline, mail: Message, agent: str = FIREFOX, address: str = BOB) -> Event:
    """An open of this mail, digested."""
    await pipeline.get(pipeline.marks(mail).pixel_url, agent, address)
    await pipeline.events()
    found = await Event.filter(message_id=mail.id).order_by("-at").first()
    assert found
    return found


async def again(event: Event) -> Event:
    """The event as it is in the database now."""
    return await Event.get(id=event.id)


@pytest.mark.parametrize(
    ("cause", "verdict", "opens"),
    [("sender", "you", 0), ("automated", "crawler", 0), ("recipient", "person", 1)],
)
async def test_alices_correction_wins_and_can_be_undone(
    pipeline: Pipeline, cause: str, verdict: str, opens: int
) -> None:
    alice = pipeline.world.alice
    mail = await pipeline.world.sends(alice)
    event = await opened(pipeline, mail)
    assert await correct(alice, event.id, cause)
    corrected = await again(event)
    assert (corrected.verdict, corrected.correction, (await fresh(mail)).opens) == (verdict, cause, opens)
    assert corrected.evidence == [f"corrected_{cause}"]
    assert await withdraw(alice, event.id)
    back = await again(event)
    assert (back.verdict, back.correction, (await fresh(mail)).opens) == (event.verdict, None, 1)
    assert not await Correction.exists()


async def test_a_correction_is_kept_in_the_verdict_history(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    event = await opened(pipeline, mail)
    await correct(pipeline.world.alice, event.id, "sender")
    [change] = await history_of(event)
    assert (change.was, change.now, change.because) == ("likely_person", "you", "corrected_sender")


async def test_similar_events_in_earlier_and_later_mails_follow_the_correction(pipeline: Pipeline) -> None:
    alice = pipeline.world.alice
    before, corrected, after = [await pipeline.world.sends(alice) for _ in range(3)]
    earlier = await opened(pipeline, before)
    event = await opened(pipeline, corrected)
    await correct(alice, event.id, "sender")
    await outbox.deliver()
    assert (await again(earlier)).verdict == "maybe_you"
    assert (await opened(pipeline, after)).verdict == "maybe_you"
    assert (await opened(pipeline, after, address="192.0.2.9")).verdict == "likely_person"
    await withdraw(alice, event.id)
    await outbox.deliver()
    assert (await again(earlier)).verdict == "likely_person"


async def test_nothing_is_learned_about_a_proxy(pipeline: Pipeline) -> None:
    alice = pipeline.world.alice
    mail, other = [await pipeline.world.sends(alice) for _ in range(2)]
    event = await opened(pipeline, mail, GMAIL_PROXY, GMAIL)
    await correct(alice, event.id, "sender")
    assert (await again(event)).verdict == "you"
    assert (await opened(pipeline, other, GMAIL_PROXY, GMAIL)).verdict == "likely_person"


async def test_another_persons_event_cannot_be_corrected(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    event = await opened(pipeline, mail)
    assert not await correct(pipeline.world.charlie, event.id, "sender")
    assert not await withdraw(pipeline.world.charlie, event.id)
    assert not await correct(pipeline.world.alice, uuid4(), "sender")
    with pytest.raises(ValueError, match="no cause"):
        await correct(pipeline.world.alice, event.id, "somebody")
    assert (await again(event)).verdict == event.verdict == "likely_person"


async def test_a_later_event_does_not_undo_a_correction(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    event = await opened(pipeline, mail)
    await correct(pipeline.world.alice, event.id, "automated")
    await opened(pipeline, mail, address="192.0.2.44")
    assert (await again(event)).verdict == "crawler"
    last_open_at = (await fresh(mail)).last_open_at
    assert last_open_at is not None
    assert event.at < last_open_at


async def test_repeating_a_correction_changes_nothing(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    event = await opened(pipeline, mail)
    for _ in range(5):
        assert await withdraw(pipeline.world.alice, event.id), "nothing was said"
    await asyncio.gather(*(correct(pipeline.world.alice, event.id, "sender") for _ in range(5)))
    assert await OutboxRow.filter(fact="corrected").count() == 1
    assert await Correction.all().count() == 1
    await asyncio.gather(*(withdraw(pipeline.world.alice, event.id) for _ in range(5)))
    assert await OutboxRow.filter(fact="corrected").count() == 2
