"""Reading and writing stored events: each column, each page, and which changes are announced."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.events.models import Event, RetiredCounts
from server.events.rows import event_rows, mail_state
from server.events.rows.counts import count_events, recount
from server.events.rows.event_rows import Revision, StoredEvent, revise, with_verdict
from server.events.rows.interned import AGENTS, FINDINGS, HEADER_SETS
from server.events.rows.mail_state import MAIL_COUNTED, hold, look_at
from server.messages.kinds import VerdictKind
from server.messages.models import Link, Message, Recipient
from server.verdicts.evidence import Code, Evidence
from server.verdicts.verdict import Verdict
from tests.agents import CHROME
from tests.events.stored import happened, history_of, shared
from tests.ingest.test_view_time import NOW
from tests.pipeline import READER, columns
from tests.world import World, hold_still

LINK = "https://example.com/"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with world.app.app_context():
        yield


def found_by(kind: VerdictKind, score: int = 90, rule: str = "direct_client", **values: Any) -> Verdict:
    return Verdict(kind, score, rule, (Evidence(Code.DIRECT_OPEN),), **values)


async def read(*events: Event) -> list[StoredEvent]:
    return await event_rows.events(connections.get("default"), [event.id for event in events])


async def test_all_observations_of_an_event_are_read_back(world: World) -> None:
    mail = await world.sends(world.alice)
    async with in_transaction() as db:
        headers = await HEADER_SETS.ids(db, [('{"accept":"text/html"}',)])
    evidence = [["hosting", {"name": "H"}]]
    row = await shared(user_agent=CHROME, client="Chrome", rule="hosting", evidence=evidence)
    [header_set] = headers.values()
    row["header_set_id"] = header_set
    event = await Event.create(
        id=uuid4(), account_id=mail.account_id, message_id=mail.id, kind="click", at=NOW, url=LINK,
        address=READER, verdict="scanner", score=7, counts=False, rules_version=1, unsettled=True,
        known={"mails": 4, "hosting": "H"}, correction="sender", undone_at=NOW + HOUR,
        **row,
    )  # fmt: skip
    [stored] = await read(event)
    observed, hit = stored.observed, stored.observed.hit
    assert (stored.id, stored.message_id, stored.at) == (event.id, mail.id, NOW)
    assert (observed.mails, observed.hosting, observed.correction) == (4, "H", "sender")
    assert (hit.id, hit.at, hit.kind, hit.account, hit.message) == (
        *(event.id, 1_790_000_000_000_000, "click", mail.account_id, mail.id),
    )
    assert (hit.url, hit.address, hit.user_agent) == (LINK, READER, CHROME)
    assert hit.headers == {"accept": "text/html"}
    assert stored.verdict.evidence == (Evidence(Code.HOSTING, {"name": "H"}),)
    assert (stored.counts, stored.undone_at) == (False, NOW + HOUR)
    verdict = stored.verdict
    assert (verdict.kind, verdict.score, verdict.rule, verdict.unsettled) == ("scanner", 7, "hosting", True)
    assert stored.differs(verdict) is False
    for changed in ({"kind": VerdictKind.PERSON}, {"score": 8}, {"rule": "other"}):
        assert stored.differs(replace(verdict, **changed))
    [plain] = await read(await happened(mail))
    assert (plain.observed.mails, plain.observed.hosting, plain.observed.correction) == (0, "", "")
    assert (plain.counts, plain.undone_at, plain.observed.hit.headers) == (True, None, {})
    assert plain.verdict.unsettled is False


async def test_the_events_of_a_mail_are_read_page_by_page_newest_first(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail, other = await world.sends(world.alice), await world.sends(world.alice)
    await happened(other)
    ids = [UUID(int=number) for number in range(1, 6)]
    hours = [3, 2, 2, 2, 1]
    for event, hour in zip(ids, hours, strict=True):
        await happened(mail, id=event, at=NOW + hour * HOUR)
    db = connections.get("default")
    monkeypatch.setattr(event_rows, "PAGE", 2)
    for name in ("_FIRST", "_NEXT"):
        monkeypatch.setattr(event_rows, name, getattr(event_rows, name).replace("LIMIT 500", "LIMIT 2"))
    pages = [[event.id.int for event in page] async for page in event_rows.pages(db, mail.id)]
    assert pages == [[1, 4], [3, 2], [5]]
    assert [page async for page in event_rows.pages(db, uuid4())] == []


async def test_all_events_of_a_short_history_are_read_newest_first(world: World) -> None:
    mails = [await world.sends(world.alice) for _ in range(3)]
    for hour in (1, 3, 2):
        await happened(mails[0], at=NOW + hour * HOUR)
    await happened(mails[1], at=NOW)
    await happened(mails[2], at=NOW)
    db = connections.get("default")
    found = await event_rows.newest(db, [mails[0].id, mails[1].id], 2)
    assert [(event.message_id, event.at) for event in found] == [
        *((mails[0].id, NOW + hour * HOUR) for hour in (3, 2, 1)),
        (mails[1].id, NOW),
    ]
    assert await event_rows.newest(db, [], 2) == []


async def revised(event: Event, verdict: Verdict, **changed: Any) -> Event:
    """The event after a revision of its verdict, or of the fields in `changed`."""
    [stored] = await read(event)
    async with in_transaction() as db:
        await revise(db, [replace(with_verdict(stored, verdict), **changed)])
    return await Event.get(id=event.id)


async def test_a_revision_writes_all_new_values_and_keeps_the_change(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    mail = await world.sends(world.alice, links=[LINK])
    event, other = await happened(mail, rules_version=0), await happened(mail)
    reader, link = await Recipient.get(message_id=mail.id), await Link.get(message_id=mail.id)
    verdict = found_by(VerdictKind.SCANNER, 3, "links_at_once", unsettled=True)
    now = await revised(event, verdict, recipient_id=reader.id, link_id=link.id)
    assert (now.verdict, now.score, now.rule, now.unsettled, now.counts) == (
        *("scanner", 3, "links_at_once", True, False),
    )
    assert (now.recipient_id, now.link_id, now.undone_at) == (reader.id, link.id, None)
    assert now.rules_version > 0
    [change] = await history_of(event)
    assert (change.was, change.was_score, change.now, change.now_score, change.at) == (
        *("person", 90, "scanner", 3, still.at),
    )
    again = await revised(now, found_by(VerdictKind.PERSON, 90), undone_at=NOW)
    assert (again.verdict, again.counts, again.undone_at) == ("person", False, NOW)
    back = await revised(again, found_by(VerdictKind.PERSON, 85), undone_at=None)
    assert (back.counts, back.undone_at, back.score) == (True, None, 85)
    assert len(await history_of(event)) == 2  # five points are no change
    assert columns(await Event.get(id=other.id)) == columns(other)
    async with in_transaction() as db:
        await revise(db, [])


async def test_a_revision_is_news_only_if_something_changed(world: World) -> None:
    mail = await world.sends(world.alice)
    [stored] = await read(await happened(mail, recipient_id=None))
    same = with_verdict(stored, stored.verdict)
    assert (same.is_news, same.counts) == (False, True)
    for changed in (
        {"recipient_id": 5},
        {"link_id": 5},
        {"undone_at": NOW},
        {"verdict": replace(stored.verdict, score=1)},
        {"verdict": replace(stored.verdict, kind=VerdictKind.YOU)},
    ):
        assert replace(same, **changed).is_news
    assert not replace(same, undone_at=NOW).counts
    assert not Revision(stored, found_by(VerdictKind.SCANNER), None, None, None).counts


async def test_a_recount_adds_the_retired_counts(world: World) -> None:
    mail = await world.sends(world.alice, links=[LINK])
    link = await Link.get(message_id=mail.id)
    await happened(mail, kind="click", url=LINK, link_id=link.id)
    await happened(mail, at=NOW - HOUR, undone_at=NOW, counts=False)
    retired = {"message_id": mail.id, "verdict": "person", "counts": True}
    await RetiredCounts.create(
        kind="click", link_id=link.id, number=4, first_at=NOW - 9 * HOUR, last_at=NOW - 8 * HOUR, **retired
    )
    await RetiredCounts.create(
        kind="open", number=2, first_at=NOW - 7 * HOUR, last_at=NOW - 6 * HOUR, **retired
    )
    async with in_transaction() as db:
        message = await Message.get(id=mail.id, using_db=db)
        await recount(message, db)
    known, link = await Message.get(id=mail.id), await Link.get(message_id=mail.id)
    assert (known.opens, known.raw_opens, known.clicks, known.raw_clicks) == (2, 2, 5, 5)
    assert (known.first_open_at, known.last_open_at) == (NOW - 7 * HOUR, NOW - 6 * HOUR)
    assert known.last_activity_at == NOW
    assert (link.clicks, link.raw_clicks) == (5, 5)
    assert (link.first_click_at, link.last_click_at) == (NOW - 9 * HOUR, NOW)
    await Message.filter(id=mail.id).update(undone_at=NOW)
    async with in_transaction() as db:
        found = await count_events(await Message.get(id=mail.id, using_db=db), db)
    assert [(some.kind, some.number) for some in found] == [("click", 1)]


async def test_the_state_of_a_mail_includes_its_recipients_and_after_a_click_its_links(world: World) -> None:
    mail = await world.sends(world.alice, "bob@x.example, charlie@x.example", links=[LINK, f"{LINK}map"])
    values = {
        "opens": 1, "clicks": 2, "raw_opens": 3, "raw_clicks": 4, "overflow_opens": 5, "overflow_clicks": 6,
        "certainty": "person", "replied_at": NOW, "bounced_at": NOW + HOUR, "undone_at": NOW + 2 * HOUR,
        "first_open_at": NOW + 3 * HOUR, "last_open_at": NOW + 4 * HOUR, "loaded_at": NOW + 5 * HOUR,
        "last_activity_at": NOW + 6 * HOUR, "sent_at": NOW + 7 * HOUR, "state": "undone", "source": "manual",
    }  # fmt: skip
    await Message.filter(id=mail.id).update(**values)
    await Link.filter(message_id=mail.id, number=1).update(
        clicks=7, raw_clicks=8, first_click_at=NOW, last_click_at=NOW + HOUR
    )
    async with in_transaction() as db:
        held = (await hold(db, [mail.id], [mail.id, uuid4()]))[mail.id]
        unclicked = (await hold(db, [mail.id], []))[mail.id]
    assert {name: getattr(held, name) for name in values} == values
    assert (held.id, held.account_id, held.is_new, held.listed_at) == (mail.id, world.alice.id, False, None)
    assert sorted(held.recipients) == [1, 2]
    link = held.link_to(LINK)
    assert link
    assert (link.clicks, link.raw_clicks, link.first_click_at, link.last_click_at) == (7, 8, NOW, NOW + HOUR)
    assert len(held.links) == 2
    assert (unclicked.links, unclicked.recipients) == ({}, held.recipients)
    looked = (await look_at(connections.get("default"), [mail.id, uuid4()]))[mail.id]
    assert (looked.recipients, looked.links, looked.opens) == ({}, {}, 1)


async def test_counts_are_written_only_to_their_mail_and_its_links(world: World) -> None:
    mail, other = await world.sends(world.alice, links=[LINK]), await world.sends(world.alice)
    async with in_transaction() as db:
        held = (await hold(db, [mail.id], [mail.id]))[mail.id]
        for number, name in enumerate(("opens", "clicks", "raw_opens", "raw_clicks"), 1):
            setattr(held, name, number)
        held.overflow_opens, held.overflow_clicks, held.certainty = 5, 6, "likely_person"
        for hour, name in enumerate(MAIL_COUNTED[4:6] + MAIL_COUNTED[7:]):
            setattr(held, name, NOW + hour * HOUR)
        held.updated_at = NOW + 9 * HOUR
        [link] = held.links.values()
        link.clicks, link.raw_clicks, link.first_click_at, link.last_click_at = 1, 2, NOW, NOW + HOUR
        await mail_state.save(db, [held], [link])
    known, stored = await Message.get(id=mail.id), await Link.get(message_id=mail.id)
    assert (known.opens, known.clicks, known.raw_opens, known.raw_clicks) == (1, 2, 3, 4)
    assert (known.overflow_opens, known.overflow_clicks, known.certainty) == (5, 6, "likely_person")
    assert (known.first_open_at, known.last_open_at) == (NOW, NOW + HOUR)
    assert (known.loaded_at, known.last_activity_at) == (NOW + 2 * HOUR, NOW + 3 * HOUR)
    assert (known.updated_at, known.state, known.subject) == (NOW + 9 * HOUR, "sent", mail.subject)
    assert (stored.clicks, stored.raw_clicks, stored.first_click_at) == (1, 2, NOW)
    assert stored.last_click_at == NOW + HOUR
    assert (await Message.get(id=other.id)).updated_at == other.updated_at


async def test_several_shared_rows_are_added_and_read_in_one_call(world: World) -> None:
    wanted = [("direct_client", f'["x{number}"]') for number in range(3)]
    async with in_transaction() as db:
        first = await FINDINGS.ids(db, wanted[:2])
        both = await FINDINGS.ids(db, wanted)
    assert {content: both[content] for content in wanted[:2]} == first
    assert len(set(both.values())) == 3
    assert FINDINGS._known is not None  # what is stored since today is not looked up or marked as used again
    assert set(FINDINGS._known.ids.values()) == set(first.values())
    contents = await FINDINGS.contents(connections.get("default"), both.values())
    assert {contents[row]["evidence"] for row in both.values()} == {evidence for _, evidence in wanted}
    async with in_transaction() as db:
        assert await FINDINGS.ids(db, []) == {}
        assert await AGENTS.ids(db, [("", "")]) != {}


async def test_only_one_transaction_can_write_to_a_mail_that_it_holds(world: World) -> None:
    """On SQLite, two transactions that have both read would otherwise wait for each other in vain."""
    mail = await world.sends(world.alice)
    with closing(sqlite3.connect(world.data / "sightline.db", timeout=0.05, isolation_level=None)) as other:
        async with in_transaction() as db:
            await hold(db, [mail.id], [])
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
