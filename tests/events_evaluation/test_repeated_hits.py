"""A repeated hit loads no history, unless the history or the sender's corrections decide what it is."""

from __future__ import annotations

from datetime import timedelta

from tortoise.transactions import in_transaction

from server.events.evaluation.corrections import correct
from server.events.evaluation.reevaluate import reevaluate
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import encode, new_id
from tests.agents import APPLE, CHROME, GMAIL_PROXY
from tests.events.test_digest import hit_on
from tests.events_evaluation.test_history_window import ALICES, HEADERS, LINKS, PHONE
from tests.pipeline import GMAIL, Pipeline
from tests.verdicts.test_correlate import sign_in

HOUR = 3600_000_000
SECOND = 1_000_000
BOBS = "203.0.113.5"


async def test_a_repeated_click_from_the_senders_address_is_judged_by_the_opens_before_it(
    pipeline: Pipeline,
) -> None:
    await sign_in(pipeline.world.alice, ALICES).save()
    mail, now = await sent(pipeline)
    await comes(pipeline, mail, now - 2 * HOUR, "", APPLE, "17.1.2.3")
    await comes(pipeline, mail, now - HOUR, LINKS[0], PHONE, ALICES)
    await comes(pipeline, mail, now - HOUR + 2 * SECOND, LINKS[0], PHONE, ALICES)
    assert [event.rule for event in await pipeline.events()][-1] == "repeat"
    assert await changes_when_judged_anew(mail) == 0


async def test_a_repeated_open_by_a_known_recipient_makes_the_opens_before_it_more_certain(
    pipeline: Pipeline,
) -> None:
    first, now = await sent(pipeline)
    await comes(pipeline, first, now - 2 * HOUR, "", CHROME, BOBS)
    [known] = await pipeline.events()
    async with pipeline.world.app.app_context():
        assert await correct(pipeline.world.alice, known.id, "recipient")
    mail, _ = await sent(pipeline)
    await comes(pipeline, mail, now - HOUR, "", CHROME, BOBS)
    await comes(pipeline, mail, now - HOUR + SECOND, "", GMAIL_PROXY, GMAIL)
    await comes(pipeline, mail, now - HOUR + 3 * SECOND, "", CHROME, BOBS)
    [_, opened, by_proxy, again] = await pipeline.events()
    assert (opened.rule, by_proxy.score, again.rule) == ("corrected_alike", 92, "corrected_alike")
    assert await changes_when_judged_anew(mail) == 0


async def comes(pipeline: Pipeline, mail: Message, at: int, url: str, agent: str, address: str) -> None:
    """One hit, which is digested before the next one comes."""
    kind = "click" if url else "open"
    client = {"user_agent": agent, "address": address, "headers": HEADERS}
    await pipeline.spool.append(encode(hit_on(mail, id=new_id(at), kind=kind, at=at, url=url, **client)))
    await pipeline.events()


async def changes_when_judged_anew(mail: Message) -> int:
    """How many stored verdicts differ from those on all events together."""
    async with in_transaction() as db:
        return await reevaluate(await Message.get(id=mail.id, using_db=db), using=db)


async def sent(pipeline: Pipeline) -> tuple[Message, int]:
    """A mail that Alice sent three hours ago, and the time now in microseconds."""
    ago = clock.now() - timedelta(hours=3)
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS, sent_at=ago)
    return mail, hit_on(mail).at
