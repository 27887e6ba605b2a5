"""The server stores the same verdicts as `sightline judge` prints, however the hits arrive."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count, zip_longest
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from server.accounts.models import Account, Session
from server.events.evaluation.corrections import correct
from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Correction, Event
from server.events.storing.digest import Digest
from server.lib.net.geoip import GeoLookup
from server.messages.models import Message, Viewing
from server.ops.judge import judged
from server.verdicts import sequences
from server.verdicts.correlate import judge
from server.verdicts.hits import Hit, encode
from server.verdicts.networks import neighbourhood
from tests.agents import APPLE, FIREFOX
from tests.faults.table import amount
from tests.pipeline import BROWSER, READER, Pipeline
from tests.verdicts import rounds
from tests.verdicts.corpus import SENT, Case, cases
from tests.verdicts.lines import line_of, own_mails
from tests.verdicts.sight import DEFAULT, Mail, seen_by
from tests.world import World

ORDERS = ("one by one", "late ones", "all at once")
STEP = amount(10, 1)  # every tenth mail of the long lists, others in each order; all of them in `make faults`
_numbers = count()
Found = list[tuple[str, int, str]]  # verdict, score and rule of each event


class Owners(GeoLookup):
    """An ASN database that knows the networks of these mails."""

    def __init__(self, mails: Iterable[Mail]) -> None:
        super().__init__(None)
        self._known = {
            event["address"]: event["network"]
            for mail in mails
            for event in mail["events"]
            if event.get("network")
        }

    def network_owner(self, address: str) -> str:
        """Return the owner of an address's network."""
        return str(self._known.get(address, ""))


class Told:
    """A mail that a line describes, as the server sees it: in an account of its own."""

    def __init__(self, line: Mail, account: Account, mail: Message) -> None:
        self.line, self.account, self.mail = line, account, mail
        self.observed = [each.observed for each in sequences.requests(_read(line)) if each.is_recorded]
        self.hits = [self._hit(each.hit, mail.id) for each in self.observed]

    def _hit(self, hit: Hit, message: UUID) -> Hit:
        return replace(
            hit, id=UUID(int=hit.at << 64 | next(_numbers)), account=self.account.id, message=message
        )

    async def waves(self, world: World) -> list[list[Hit]]:
        """The hits in the order of time, each after the hits of the same client on other mails."""
        found, others = [], list[Message]()
        for observed, hit in sorted(zip(self.observed, self.hits, strict=True), key=lambda each: each[1].id):
            while len(others) < observed.mails - 1:
                others.append(await world.sends(self.account))
            touched = others[: max(observed.mails - 1, 0)]
            found.append([*(self._hit(hit, other.id) for other in touched), hit])
        return found

    async def found(self) -> Found:
        """The stored verdicts, in the order of the line."""
        stored = {event.id: event for event in await Event.filter(message_id=self.mail.id)}
        return [(stored[hit.id].verdict, stored[hit.id].score, stored[hit.id].rule) for hit in self.hits]


def _read(line: Mail) -> sequences.RecordedMail:
    return sequences.read(json.dumps(line).encode())


def printed(line: Mail) -> Found:
    """What `sightline judge` prints about the hits of a mail."""
    return [
        (event["verdict"], event["score"], event["rule"])
        for event in judged(_read(line), "likely")["events"]
        if event["rule"] != "not_recorded"
    ]


async def told(world: World, line: Mail) -> Told:
    """A new account, and what its server knows about the mail and its sender."""
    about, name = sequences.context_of(_read(line)), uuid4().hex[:8]
    account = await world.joins(name, prefix=name)
    sent: dict[str, Any] = {"sent_at": about.sent_at} if about.sent_at else {"source": "manual"}
    mail = await world.sends(account, **sent)
    for client in (line.get("about") or {}).get("own") or ():
        await Session.create(
            account=account, token_lookup=uuid4().hex, created_at=SENT, last_seen_at=SENT, expires_at=SENT,
            address=client["address"], user_agent=client.get("user_agent") or "a browser elsewhere",
        )  # fmt: skip
    for client in (line.get("about") or {}).get("learned") or ():
        [(network, agent)] = sequences.context_of(_read({"about": {"learned": [client]}})).learned
        await Correction.create(
            account_id=account.id, message_id=mail.id, event_id=uuid4(), cause=client["cause"],
            network=network, user_agent=agent, at=SENT,
        )  # fmt: skip
    for view in about.viewings:
        await Viewing.create(
            account=account, message=mail, at=view.at, address=view.address, user_agent=view.user_agent
        )
    return Told(line, account, mail)


async def digest(pipeline: Pipeline, hits: Sequence[Hit]) -> None:
    """These hits arrive together, and are stored."""
    for hit in hits:
        await pipeline.spool.append(encode(hit))
    while await pipeline.digest.once():
        pass


async def learn(each: Told) -> None:
    """The sender corrects events, and replies and bounces arrive."""
    for observed, hit in zip(each.observed, each.hits, strict=True):
        if observed.correction:
            assert await correct(each.account, hit.id, observed.correction)
    about = sequences.context_of(_read(each.line))
    if about.replied_at or about.bounced_at:
        await Message.filter(id=each.mail.id).update(replied_at=about.replied_at, bounced_at=about.bounced_at)
        await again(each)


async def again(each: Told) -> None:
    """All events of the mail are judged again."""
    async with in_transaction() as db:
        await reevaluate(await Message.get(id=each.mail.id, using_db=db), using=db)


async def differences(pipeline: Pipeline, lines: Sequence[Mail], order: str) -> list[str]:
    """What the server stores otherwise than `sightline judge` prints it, at first and when judged again."""
    pipeline.digest = Digest(pipeline.world.hub, pipeline.spool, Owners(lines))
    found = []
    async with pipeline.world.app.app_context():
        for batch in _apart(lines):
            await Session.all().delete()
            mails = [await told(pipeline.world, line) for line in batch]
            waves = [_ordered(await each.waves(pipeline.world), order) for each in mails]
            for step in zip_longest(*waves, fillvalue=[]):
                await digest(pipeline, [hit for hits in step for hit in hits])
            for each in mails:
                await learn(each)
            found += [await _difference(each) for each in mails]
    return [each for each in found if each]


def _apart(lines: Sequence[Mail]) -> Iterator[list[Mail]]:
    """Yield the mails in batches in which no two senders share a network: what two use identifies neither."""
    rest = list(lines)
    while rest:
        batch, left, used = list[Mail](), list[Mail](), set[str]()
        for line in rest:
            about = sequences.context_of(_read(line))
            own = {network for network, _ in about.own} | set(map(neighbourhood, about.own_addresses))
            (left if own & used else batch).append(line)
            used |= own
        yield batch
        rest = left


def _ordered(waves: list[list[Hit]], order: str) -> list[list[Hit]]:
    if order == "late ones":
        return random.Random(len(waves)).sample(waves, len(waves))
    return [[hit for wave in waves for hit in wave]] if order == "all at once" else waves


async def _difference(each: Told) -> str:
    stored, wanted = await each.found(), printed(each.line)
    await again(each)
    anew = await each.found()
    return "" if stored == anew == wanted else f"{each.line['id']}: {stored}, again {anew}, printed {wanted}"


def mixed(number: int) -> Mail:
    """A mail with hits by few clients close to each other, so that each says something about the others."""
    chance = random.Random(number)
    near = [event for mail in chance.sample(own_mails(), 4) for event in mail["events"]]
    places = ["81.2.69.7", "81.2.69.9", "194.209.12.4", *(event["address"] for event in near[:2])]
    at, events = SENT + timedelta(seconds=chance.choice([-5, 0.5, 20, 4000])), []
    for _ in range(chance.randint(2, 14)):
        at += timedelta(seconds=chance.choice([0.2, 0.7, 2, 4, 12, 50, 90, 4000]) * chance.uniform(0.8, 1.2))
        kind = chance.choice(["open", "open", "click", "click", "click", "decoy"])
        made = {"at": at.isoformat(), "kind": kind, "url": f"https://example.com/{chance.randint(1, 3)}"}
        like = {name: chance.choice(near)[name] for name in ("user_agent", "headers")}
        events.append(made | like | {"address": chance.choice(places)})
    return {"id": number, "sent_at": chance.choice([SENT.isoformat()] * 4 + [None]), "events": events}


def mail(*events: Mail) -> Mail:
    """A mail with these events, which each came some seconds after it was sent."""
    made = [event | {"at": (SENT + timedelta(seconds=event["at"])).isoformat()} for event in events]
    return {"id": "mail", "sent_at": SENT.isoformat(), "events": made}


def by_bob(at: float, kind: str = "open", **more: Any) -> Mail:
    """Bob opens the mail or follows its link."""
    like_bob = {"address": READER, "user_agent": FIREFOX, "headers": BROWSER, "url": "https://example.com/"}
    return {"at": at, "kind": kind} | like_bob | more


APPLES = {"user_agent": APPLE, "address": "17.58.0.1"}
FILTER = {"user_agent": "Mozilla/5.0 (compatible; BarracudaCentral/9.0)", "address": "64.235.144.9"}
LINES = {
    "a filter comes after a person": [
        mail(by_bob(60, **APPLES), by_bob(600), by_bob(9000, "click", **FILTER))
    ],
    "the first open turns out to be the sender's": [
        mail(by_bob(60, correction="sender"), by_bob(90, "click", address="203.0.113.9"))
    ],
    "the own corpus": own_mails(),
    "the rounds": seen_by(DEFAULT, rounds.mails(rounds.files())),
    "mixed mails": tuple(map(mixed, range(150))),
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("which", LINES)
async def test_the_server_stores_what_judge_prints(pipeline: Pipeline, which: str, order: str) -> None:
    part = LINES[which][ORDERS.index(order) :: STEP] if len(LINES[which]) > STEP else LINES[which]
    assert await differences(pipeline, part, order) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_line_says_all_that_a_case_of_the_corpus_says(case: Case) -> None:
    assert printed(line_of(case)) == [
        (verdict.kind, verdict.score, verdict.rule) for verdict in judge(case.observed, case.about)
    ]
