"""Corrections and new rules: which mails are judged again, and which changes are announced."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.events.evaluation import corrections, reclassification
from server.events.evaluation.corrections import _mails_with, _pattern, correct, reevaluate_like
from server.events.evaluation.reclassification import ReclassificationDiff, difference, write
from server.events.evaluation.reevaluate import SIGNS_CHANGED, reevaluate
from server.events.models import Event, VerdictChange
from server.events.rows import event_rows
from server.events.rows.counts import recount
from server.events.rows.event_rows import StoredEvent
from server.lib import outbox
from server.lib.outbox import Done, OutboxRow
from server.messages.kinds import VerdictKind
from server.messages.models import Message
from server.verdicts.hits import DECOY_URL
from server.verdicts.verdict import Verdict
from tests.agents import APPLE, CHROME, FIREFOX, GMAIL_PREFETCH, GMAIL_PROXY
from tests.events.stored import happened
from tests.events.test_stored_rows import found_by
from tests.ingest.test_view_time import NOW
from tests.pipeline import GMAIL, READER
from tests.world import World

LINK = "https://example.com/"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with world.app.app_context():
        yield


@pytest.mark.parametrize(
    ("agent", "address", "learned"),
    [
        (FIREFOX, READER, True),
        (GMAIL_PROXY, GMAIL, False),
        (GMAIL_PREFETCH, READER, False),
        (APPLE, READER, False),
        ("", READER, False),
        (FIREFOX, "127.0.0.1", False),
    ],
)
async def test_a_correction_teaches_only_about_clients_that_one_person_uses(
    world: World, agent: str, address: str, learned: bool
) -> None:
    event = await happened(await world.sends(world.alice), user_agent=agent, address=address)
    assert _pattern(event) == (("198.51.100.0/24", FIREFOX) if learned else ("", ""))
    assert await correct(world.alice, event.id, "automated")
    facts = await OutboxRow.filter(fact="corrected")
    payloads = [row.payload for row in facts]
    like = {"account": world.alice.id, "network": "198.51.100.0/24", "user_agent": FIREFOX}
    assert payloads == ([like] if learned else [])


async def test_another_event_at_the_same_time_is_not_corrected(world: World) -> None:
    mail = await world.sends(world.alice, sent_at=NOW - HOUR)
    event, other = await happened(mail), await happened(mail, address="192.0.2.1", user_agent=CHROME)
    bobs = await happened(await world.sends(world.bob))
    assert await correct(world.alice, event.id, "automated")
    found = {each.id: each.correction for each in await Event.all()}
    assert found == {event.id: "automated", other.id: None, bobs.id: None}


async def test_a_decoy_is_never_attributed_to_a_recipient(world: World) -> None:
    mail = await world.sends(world.alice)
    decoy = await happened(mail, kind="click", url=DECOY_URL, verdict="scanner", counts=False)
    assert not await correct(world.alice, decoy.id, "recipient")
    assert await correct(world.alice, decoy.id, "sender")
    assert (await Event.get(id=decoy.id)).verdict == "you"


async def test_a_correction_is_announced_to_open_pages(world: World) -> None:
    event = await happened(await world.sends(world.alice))
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        assert await correct(world.alice, event.id, "sender")
        assert (heard.get_nowait(), heard.empty()) == (str(event.message_id), True)
        assert await correct(world.alice, event.id, "sender")
        assert heard.empty()


async def test_mails_with_events_like_the_corrected_one_are_found_in_batches(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrections, "_AT_A_TIME", 2)
    mails = [await world.sends(world.alice) for _ in range(5)]
    for hour, mail in enumerate(mails[:3]):
        await happened(mail, at=NOW - hour * HOUR)
    await happened(mails[3], at=NOW - 4 * HOUR, address="192.0.2.1")
    await happened(mails[4], at=NOW - 5 * HOUR, user_agent=CHROME)
    await happened(await world.sends(world.bob))
    args = (world.alice.id, "198.51.100.0/24", FIREFOX)
    assert await _mails_with(*args) == {mail.id for mail in mails[:3]}
    monkeypatch.setattr(corrections, "_MOST", 2)
    assert await _mails_with(*args) == {mail.id for mail in mails[:2]}
    monkeypatch.undo()
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        fact = {"account": world.alice.id, "network": args[1], "user_agent": FIREFOX}
        assert await reevaluate_like(fact) == Done()
        assert {heard.get_nowait() for _ in range(3)} == {str(mail.id) for mail in mails[:3]}
        assert heard.empty()


async def test_losing_and_regaining_the_opened_state_are_both_announced(
    world: World,
) -> None:
    mail = await world.sends(world.alice, sent_at=NOW - HOUR)
    event = await happened(mail)
    async with in_transaction() as db:
        message = await Message.get(id=mail.id, using_db=db)
        await recount(message, db)
        assert await reevaluate(message, db) == 1  # by today's rules, with another score
    assert await OutboxRow.filter(fact=SIGNS_CHANGED).count() == 0
    for number, cause in enumerate(("automated", "recipient"), 1):
        assert await correct(world.alice, event.id, cause)
        rows = await OutboxRow.filter(fact=SIGNS_CHANGED)
        assert len({row.unique_key.split(":", 1)[-1] for row in rows}) == number
        assert {row.payload["message"] for row in rows} == {str(mail.id)}
    while await outbox.deliver():
        pass


def judged(number: int, mail: UUID, verdict: Verdict, **row: Any) -> tuple[StoredEvent, Verdict]:
    known = {"verdict": "person", "score": 90, "rule": "direct_client", **row}
    return StoredEvent(UUID(int=number), mail, NOW, None, known), verdict  # type: ignore[arg-type] # not looked at


def test_a_comparison_gives_the_number_of_changes_with_three_examples_each() -> None:
    diff, first, second = ReclassificationDiff(), UUID(int=100), UUID(int=200)
    scanner, surer = found_by(VerdictKind.SCANNER, 3), found_by(VerdictKind.PERSON, 95)
    same = found_by(VerdictKind.PERSON, 90)
    diff.add([judged(number, first, scanner) for number in range(5)])
    diff.add([judged(5, first, same)])
    diff.add([judged(6, first, surer)])
    diff.add([judged(7, second, surer), judged(8, second, same)])
    assert diff.events == 9
    assert diff.changes == {("person", "scanner"): 5, ("person", "person"): 2}
    examples = diff.examples["person", "scanner"]
    assert [example.split(":")[0] for example in examples] == [str(UUID(int=number)) for number in range(3)]
    assert diff.examples.get(("person", "person"), []) == []
    assert diff.concerned() == [[first, second]]
    assert ReclassificationDiff().concerned() == []


def test_changed_mails_are_written_two_hundred_at_a_time() -> None:
    diff = ReclassificationDiff()
    for number in range(401):
        diff.add([judged(1, UUID(int=number), found_by(VerdictKind.SCANNER))])
    groups = diff.concerned()
    assert [len(group) for group in groups] == [200, 200, 1]
    assert [each.int for group in groups for each in group] == list(range(401))


async def test_a_mail_with_many_events_is_judged_and_counted_like_one_with_few(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_rows, "PAGE", 2)
    mails = [await world.sends(world.alice, sent_at=NOW - HOUR) for _ in range(3)]
    for mail, number in zip(mails, (1, 41, 0), strict=True):
        for minute in range(number):
            await happened(mail, at=NOW + timedelta(minutes=minute), user_agent="curl/8.5.0", client="curl")
        async with in_transaction() as db:
            await recount(await Message.get(id=mail.id, using_db=db), db)
    found = await difference()
    assert (found.events, found.changes) == (42, {("person", "crawler"): 42})
    assert sorted(found.concerned()[0]) == sorted(mail.id for mail in mails[:2])
    done: list[int] = []
    await write(found, done.append)
    assert done == [2]
    assert {event.verdict for event in await Event.all()} == {"crawler"}
    for mail, number in zip(mails, (1, 41, 0), strict=True):
        known = await Message.get(id=mail.id)
        assert (known.opens, known.raw_opens, known.certainty) == (0, number, None)
        assert (known.updated_at > mail.updated_at) == (number > 0)
    assert await VerdictChange.all().count() == 42
    assert (await difference()).changes == {}


async def test_mails_are_processed_by_id_until_none_is_left(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_ALL", "_SINCE"):
        limited = getattr(reclassification, name).replace("LIMIT 200", "LIMIT 2")
        monkeypatch.setattr(reclassification, name, limited)
    mails = [await world.sends(world.alice, id=UUID(int=number)) for number in (5, 3, 4, 1, 2)]
    for mail in mails[:3]:
        await happened(mail, at=NOW)
    await happened(mails[3], at=NOW - timedelta(microseconds=1))
    db = connections.get("default")
    pages = [[each.int for each in page] async for page in reclassification._mails(db, None)]
    assert pages == [[1, 2], [3, 4], [5]]
    pages = [[each.int for each in page] async for page in reclassification._mails(db, NOW)]
    assert pages == [[3, 4], [5]]
