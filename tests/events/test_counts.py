"""Incremental counting and a full recount give the same result."""

from __future__ import annotations

import random

from tortoise.transactions import in_transaction

from server.events.rows import counts
from server.events.rows.mail_state import LINK_COUNTED
from server.messages.kinds import EventKind
from server.messages.models import Link, Message
from server.verdicts.hits import encode
from tests import agents
from tests.events.test_digest import hit_on
from tests.pipeline import Pipeline

AGENTS = [agents.FIREFOX, agents.GMAIL_PROXY, agents.GMAIL_PREFETCH, agents.APPLE, "curl/8", ""]
URLS = ["https://example.com/", "https://example.org/", "https://example.net/unknown"]


async def test_the_digest_counts_the_same_as_a_recount(pipeline: Pipeline) -> None:
    chance = random.Random(7)
    mails = [await pipeline.world.sends(pipeline.world.alice, links=URLS[:2]) for _ in range(4)]
    for mail in mails:
        for _ in range(chance.randrange(60)):
            early = chance.random() < 0.2
            hit = hit_on(
                mail,
                kind=(kind := chance.choice([EventKind.OPEN, EventKind.CLICK])),
                user_agent=chance.choice(AGENTS),
                url=chance.choice(URLS) if kind == EventKind.CLICK else "",
            )
            moved = hit.at - (600_000_000 if early else chance.randrange(200_000_000))
            await pipeline.spool.append(encode(hit_on(mail, **{**_fields(hit), "at": moved})))
    await pipeline.events()
    for mail in mails:
        by_digest = await _counted(mail)
        async with in_transaction() as db:
            message = await Message.get(id=mail.id, using_db=db)
            await counts.recount(message, db)
        assert await _counted(mail) == by_digest
    assert sum(mail.raw_opens for mail in await Message.all()) > 20


async def test_a_click_on_a_link_that_occurs_twice_in_a_mail_is_counted_once(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[URLS[0], URLS[0]])
    await pipeline.clicks(mail, URLS[0])
    await pipeline.events()
    links = await Link.filter(message_id=mail.id).order_by("number")
    assert [link.clicks for link in links] == [1, 0]


def _fields(hit: object) -> dict[str, object]:
    return {name: getattr(hit, name) for name in ("id", "kind", "user_agent", "url")}


async def _counted(mail: Message) -> list[dict[str, object]]:
    rows = [await Message.get(id=mail.id).values(*counts.COUNTED)]
    links = await Link.filter(message_id=mail.id).order_by("number").values(*LINK_COUNTED)
    return [*rows, *links]
