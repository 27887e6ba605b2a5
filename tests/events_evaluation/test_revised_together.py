"""Mails whose stored verdicts change in one batch are announced as if each had come alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from uuid import UUID

from server.accounts.models import Account
from server.events.models import Event
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from server.messages.opened import is_opened, signs
from tests.agents import GMAIL_PROXY
from tests.events_evaluation.test_same_as_judge import Told, by_bob, digest, mail, mixed, told
from tests.pipeline import GMAIL, Pipeline
from tests.verdicts.sight import Mail

THRESHOLDS = ("certain", "likely", "everything")


async def test_what_a_later_click_makes_an_open_is_announced_by_each_senders_threshold(
    pipeline: Pipeline,
) -> None:
    await each_sender_is_told_by_their_threshold(pipeline)


async def each_sender_is_told_by_their_threshold(pipeline: Pipeline) -> None:
    """Gmail loads three mails ahead. Hours later, the readers open them and follow a link."""
    ahead = by_bob(1, address=GMAIL, user_agent=GMAIL_PROXY)
    line = mail(ahead, by_bob(7200), by_bob(7260, "click"))
    mails = await senders(pipeline, [line] * 3)
    for hits in zip(*(each.hits for each in mails), strict=True):
        await digest(pipeline, hits)
    certain, likely, everything = mails
    assert await announced(certain) == [certain.hits[1].id]
    assert await announced(likely) == [likely.hits[1].id, likely.hits[0].id]  # the load ahead counts now, too
    assert await announced(everything) == [everything.hits[0].id]


async def test_the_first_opens_of_many_mails_that_arrive_together_are_announced(pipeline: Pipeline) -> None:
    mails, opened = await senders(pipeline, [mixed(number) for number in range(60)]), set()
    for hits in zip_longest(*(sorted(each.hits, key=lambda hit: hit.at) for each in mails)):
        await digest(pipeline, [hit for hit in hits if hit])
    for each in mails:
        known, account = await Message.get(id=each.mail.id), await Account.get(id=each.account.id)
        if is_opened(known, account.threshold):
            opened.add(account.threshold)
            assert await first_sign(known, account) in await announced(each)
    assert opened == set(THRESHOLDS)


async def senders(pipeline: Pipeline, lines: Sequence[Mail]) -> list[Told]:
    """Mails by senders whose thresholds differ in turn."""
    mails = [await told(pipeline.world, line) for line in lines]
    for number, each in enumerate(mails):
        await Account.filter(id=each.account.id).update(threshold=THRESHOLDS[number % len(THRESHOLDS)])
    return mails


async def announced(each: Told) -> list[UUID]:
    """The opens that the sender was told of as the first, in the order of the announcements."""
    rows = await OutboxRow.filter(fact="first_open", listener__contains="alert").order_by("id")
    return [UUID(row.payload["event"]) for row in rows if row.payload["message"] == str(each.mail.id)]


async def first_sign(message: Message, account: Account) -> UUID:
    """The first stored open that counts by the sender's threshold."""
    found = await Event.filter(signs(account.threshold), message_id=message.id).order_by("at", "id").first()
    assert found
    return UUID(str(found.id))
