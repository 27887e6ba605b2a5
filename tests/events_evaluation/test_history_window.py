"""The digest's history window gives the same verdicts as judging the whole history of a mail."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from msgspec import structs
from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.lib import clock
from server.messages.models import Message, Viewing
from server.verdicts.classify import classify
from server.verdicts.context import Context, LaterSign
from server.verdicts.hits import DECOY_URL, Hit, encode, new_id
from server.verdicts.surroundings import HEAD_MARK
from tests.agents import APPLE, CHROME, FIREFOX, GMAIL_PROXY, THUNDERBIRD
from tests.events.test_digest import hit_on
from tests.pipeline import BROWSER, GMAIL, Pipeline, fresh
from tests.verdicts.test_correlate import sign_in

LINKS = [f"https://example.com/{n}" for n in range(4)]
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.6 Mobile/15E148 Safari/604.1"
)
ALICES, AMAZON, MICROSOFT = "192.0.2.5", "3.8.1.2", "20.42.1.2"
READERS = ((CHROME, "203.0.113.5"), (FIREFOX, "198.51.100.9"), (GMAIL_PROXY, GMAIL), (APPLE, "17.1.2.3"))
ANYBODY = (  # also: two systems at one address, clouds, a relay, a filter's network, Alice's own address
    *READERS,
    *((FIREFOX, "203.0.113.5"), (CHROME, "198.51.100.99"), (THUNDERBIRD, "198.51.100.9")),
    *((CHROME, AMAZON), (FIREFOX, MICROSOFT), (CHROME, "104.28.1.2"), (CHROME, "205.139.110.7")),
    *((PHONE, ALICES), (CHROME, ALICES), (FIREFOX, ALICES), ("curl/8.5.0", "203.0.113.5")),
)
HEADERS = {name.lower(): value for name, value in BROWSER.items()}
SENT = (
    HEADERS,
    HEADERS,
    {"accept": "*/*"},
    HEADERS | {"sec-fetch-mode": "navigate"},
    HEADERS | {HEAD_MARK: "1.0"},
)
LATER = LaterSign("click", 60.0, same=True)
SPANS = (300, 900, 2_000, 4_000, 20_000, 61_000, 200_000, 5_000_000)  # milliseconds


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with pipeline.world.app.app_context():
        yield


@pytest.mark.parametrize("late", [0.0, 0.2])
@pytest.mark.parametrize("links", [LINKS, [*LINKS, DECOY_URL], [DECOY_URL]])
async def test_hits_digested_in_batches_get_the_same_verdicts_as_when_judged_together(
    pipeline: Pipeline, late: float, links: list[str]
) -> None:
    for seed in range(25):
        chance = random.Random(seed)
        mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
        await _arrive(pipeline, _batches(mail, chance, late, links))
        assert await _changed(mail) == 0, f"seed {seed}"


@pytest.mark.parametrize("clients", [1, 2, 4, len(ANYBODY)])
@pytest.mark.parametrize("late", [0.0, 0.2])
async def test_filters_and_alices_own_programs_get_the_same_verdicts_in_batches_as_together(
    pipeline: Pipeline, late: float, clients: int
) -> None:
    await sign_in(pipeline.world.alice, ALICES).save()
    for seed in range(25):
        chance = random.Random(seed)
        after = timedelta(seconds=chance.choice([0, 2, 30, 3000, 7200]))
        sent_at = clock.now() - after
        mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS, sent_at=sent_at)
        some = chance.sample(ANYBODY, k=clients)
        await _arrive(pipeline, _batches(mail, chance, late, [*LINKS, DECOY_URL], some))
        assert await _changed(mail) == 0, f"seed {seed}"


async def test_clicks_that_prove_to_be_a_burst_do_not_support_an_earlier_open(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    start = hit_on(mail).at + 3_600_000_000
    for number, link in enumerate(["", *LINKS]):
        agent, address = READERS[0 if link else 2]
        at = start + (number + 600_000) * 1_000 * bool(link)
        await _comes(pipeline, mail, at, link, agent, address)
        scores = [event.score for event in await pipeline.events()]
    assert scores == [80, 2, 2, 2, 2]


async def test_an_open_explained_by_alices_own_view_stays_hers_when_charlie_clicks_later(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    start = hit_on(mail).at
    await Viewing.create(
        account_id=pipeline.world.alice.id,
        message_id=mail.id,
        address="192.0.2.5",
        user_agent=CHROME,
        at=clock.from_unix(start / 1e6),
    )
    await _comes(pipeline, mail, start, "", GMAIL_PROXY, GMAIL)
    assert [event.verdict for event in await pipeline.events()] == ["you"]
    await _comes(pipeline, mail, start + 30_000_000, LINKS[0], CHROME, "203.0.113.5")
    assert (await pipeline.events())[0].verdict == "you"
    assert (await fresh(mail)).opens == 0


@pytest.mark.parametrize("agent", [CHROME, THUNDERBIRD, GMAIL_PROXY, APPLE])
def test_a_verdict_says_whether_a_later_sign_may_change_it(agent: str) -> None:
    """The digest looks for later signs only after an unsettled verdict."""
    sent = clock.from_unix(1_800_000_000)
    headers: tuple[dict[str, str], ...] = ({}, BROWSER, {"accept": "*/*"})
    kinds, hosts = ("open", "click"), ("", "Hetzner")
    for kind, sends, host, own, after in product(kinds, headers, hosts, ("", "network"), (1, 5, 900)):
        at = 1_800_000_000_000_000 + after * 900_000
        hit = Hit(new_id(at), at, kind, 1, uuid4(), 0, "u", "203.0.113.5", agent, "", "GET", sends)
        for opened in (False, True):
            context = Context(sent_at=sent, hosting=host, own=own, opened=opened)
            with_later = structs.replace(context, later=LATER)
            alone, later = classify(hit, context), classify(hit, with_later)
            assert alone.unsettled or (later.kind, later.score) == (alone.kind, alone.score)


async def _arrive(pipeline: Pipeline, batches: list[list[Hit]]) -> None:
    for batch in batches:
        for hit in batch:
            await pipeline.spool.append(encode(hit))
        await pipeline.events()


def _batches(
    mail: Message,
    chance: random.Random,
    late: float,
    links: list[str],
    clients: Sequence[tuple[str, str]] = READERS,
) -> list[list[Hit]]:
    hits, at = [], hit_on(mail).at + 500_000
    for _ in range(chance.randrange(3, 30)):
        at += chance.choice(SPANS) * 1_000
        moment = at - chance.choice(SPANS) * 1_000 if chance.random() < late else at
        hit = _hit(mail, moment, chance.choice(["", "", *links]), *chance.choice(clients))
        hits.append(replace(hit, headers=chance.choice(SENT)))
    cuts = sorted(chance.sample(range(len(hits)), k=min(len(hits), chance.randrange(1, 8))))
    return [hits[a:b] for a, b in zip([0, *cuts], [*cuts, len(hits)], strict=True) if a < b]


def _hit(mail: Message, at: int, url: str, agent: str, address: str) -> Hit:
    kind = "click" if url else "open"
    return hit_on(
        mail, id=new_id(at), at=at, kind=kind, url=url, user_agent=agent, address=address, headers=HEADERS
    )


async def _comes(pipeline: Pipeline, mail: Message, at: int, url: str, agent: str, address: str) -> None:
    await pipeline.spool.append(encode(_hit(mail, at, url, agent, address)))


async def _changed(mail: Message) -> int:
    async with in_transaction() as db:
        message = await Message.filter(id=mail.id).using_db(db).get()
        return await reevaluate(message, db)
