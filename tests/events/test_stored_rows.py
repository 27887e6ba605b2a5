"""What is read of stored events and written to them: each column, each page, and what becomes news."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.events import corrections, event_rows, mail_state, reclassification
from server.events.corrections import _mails_with, _pattern, correct, reevaluate_like
from server.events.counts import count_events, recount
from server.events.event_rows import Revision, StoredEvent, revise, with_verdict
from server.events.interned import AGENTS, FINDINGS, HEADER_SETS
from server.events.mail_state import MAIL_COUNTED, hold, look_at
from server.events.models import Event, RetiredCounts, VerdictChange
from server.events.reclassification import ReclassificationDiff, difference, write
from server.events.reevaluate import SIGNS_CHANGED, reevaluate
from server.lib import outbox
from server.lib.outbox import Done, OutboxRow
from server.messages.kinds import VerdictKind
from server.messages.models import Link, Message, Recipient
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import DECOY_URL
from server.verdicts.verdict import Verdict
from tests.agents import APPLE, CHROME, FIREFOX, GMAIL_PREFETCH, GMAIL_PROXY
from tests.events.rows import history_of, shared, stored_event
from tests.ingest.test_view_time import NOW
from tests.pipeline import GMAIL, READER
from tests.world import World, hold_still

LINK = "https://example.com/"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def _inside(place: World) -> AsyncIterator[None]:
    """Within the application, as routes and listeners are."""
    async with place.app.app_context():
        yield


async def happened(mail: Message, **values: Any) -> Event:
    """Bob opened the mail, or as `values` say."""
    usual = {
        "id": uuid4(), "account_id": mail.account_id, "message_id": mail.id, "kind": "open", "at": NOW,
        "address": READER, "user_agent": FIREFOX, "verdict": "person", "score": 90, "counts": True,
        "rules_version": 1,
    }  # fmt: skip
    return await stored_event(**{**usual, **values})


def found_by(kind: VerdictKind, score: int = 90, rule: str = "direct_client", **values: Any) -> Verdict:
    return Verdict(kind, score, rule, (Evidence(Code.DIRECT_OPEN),), **values)


async def read(*events: Event) -> list[StoredEvent]:
    return await event_rows.events(connections.get("default"), [event.id for event in events])


async def test_all_that_was_observed_of_an_event_is_read_again(place: World) -> None:
    mail = await place.sends(place.alice)
    async with in_transaction() as db:
        headers = await HEADER_SETS.ids(db, [('{"accept":"text/html"}',)])
    evidence = [["hosting", {"name": "H"}]]
    row = await shared(user_agent=CHROME, client="Chrome", rule="hosting", evidence=evidence)
    [header_set] = headers.values()
    event = await Event.create(
        id=uuid4(), account_id=mail.account_id, message_id=mail.id, kind="click", at=NOW, url=LINK,
        address=READER, verdict="scanner", score=7, counts=False, rules_version=1, unsettled=True,
        known={"mails": 4, "hosting": "H"}, correction="sender", undone_at=NOW + HOUR,
        **{**row, "header_set_id": header_set},
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


async def test_the_events_of_a_mail_are_read_by_pages_newest_first(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail, other = await place.sends(place.alice), await place.sends(place.alice)
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


async def test_of_few_events_all_are_read_newest_first(place: World) -> None:
    mails = [await place.sends(place.alice) for _ in range(3)]
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
    """The event after a revision of its verdict, or of what `changed` says."""
    [stored] = await read(event)
    async with in_transaction() as db:
        await revise(db, [replace(with_verdict(stored, verdict), **changed)])
    return await Event.get(id=event.id)


async def test_a_revision_writes_all_that_is_new_and_keeps_the_change(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    mail = await place.sends(place.alice, links=[LINK])
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
    assert dict(await Event.get(id=other.id)) == dict(other)
    async with in_transaction() as db:
        await revise(db, [])


async def test_only_what_differs_is_news(place: World) -> None:
    mail = await place.sends(place.alice)
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


async def test_counting_from_scratch_adds_what_is_no_longer_stored(place: World) -> None:
    mail = await place.sends(place.alice, links=[LINK])
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


async def test_a_held_mail_has_its_readers_and_if_it_was_clicked_its_links(place: World) -> None:
    mail = await place.sends(place.alice, "bob@x.example, charlie@x.example", links=[LINK, f"{LINK}map"])
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
    assert (held.id, held.account_id, held.is_new, held.listed_at) == (mail.id, place.alice.id, False, None)
    assert sorted(held.recipients) == [1, 2]
    link = held.link_to(LINK)
    assert link
    assert (link.clicks, link.raw_clicks, link.first_click_at, link.last_click_at) == (7, 8, NOW, NOW + HOUR)
    assert len(held.links) == 2
    assert (unclicked.links, unclicked.recipients) == ({}, held.recipients)
    looked = (await look_at(connections.get("default"), [mail.id, uuid4()]))[mail.id]
    assert (looked.recipients, looked.links, looked.opens) == ({}, {}, 1)


async def test_counts_are_written_to_the_mail_they_are_of(place: World) -> None:
    mail, other = await place.sends(place.alice, links=[LINK]), await place.sends(place.alice)
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
async def test_of_whom_a_correction_teaches_something(
    place: World, agent: str, address: str, learned: bool
) -> None:
    event = await happened(await place.sends(place.alice), user_agent=agent, address=address)
    assert _pattern(event) == (("198.51.100.0/24", FIREFOX) if learned else ("", ""))
    assert await correct(place.alice, event.id, "automated")
    facts = await OutboxRow.filter(fact="corrected")
    told = [row.payload for row in facts]
    like = {"account": place.alice.id, "network": "198.51.100.0/24", "user_agent": FIREFOX}
    assert told == ([like] if learned else [])


async def test_the_decoy_is_never_a_readers(place: World) -> None:
    mail = await place.sends(place.alice)
    decoy = await happened(mail, kind="click", url=DECOY_URL, verdict="scanner", counts=False)
    assert not await correct(place.alice, decoy.id, "recipient")
    assert await correct(place.alice, decoy.id, "sender")
    assert (await Event.get(id=decoy.id)).verdict == "you"


async def test_a_correction_is_told_to_open_pages(place: World) -> None:
    event = await happened(await place.sends(place.alice))
    with place.hub.subscribe(f"account:{place.alice.id}") as heard:
        assert await correct(place.alice, event.id, "sender")
        assert (heard.get_nowait(), heard.empty()) == (str(event.message_id), True)
        assert await correct(place.alice, event.id, "sender")
        assert heard.empty()


async def test_mails_with_events_like_the_corrected_one_are_found_in_batches(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrections, "_AT_A_TIME", 2)
    mails = [await place.sends(place.alice) for _ in range(5)]
    for hour, mail in enumerate(mails[:3]):
        await happened(mail, at=NOW - hour * HOUR)
    await happened(mails[3], at=NOW - 4 * HOUR, address="192.0.2.1")
    await happened(mails[4], at=NOW - 5 * HOUR, user_agent=CHROME)
    await happened(await place.sends(place.bob))
    args = (place.alice.id, "198.51.100.0/24", FIREFOX)
    assert await _mails_with(*args) == {mail.id for mail in mails[:3]}
    monkeypatch.setattr(corrections, "_MOST", 2)
    assert await _mails_with(*args) == {mail.id for mail in mails[:2]}
    monkeypatch.undo()
    with place.hub.subscribe(f"account:{place.alice.id}") as heard:
        fact = {"account": place.alice.id, "network": args[1], "user_agent": FIREFOX}
        assert await reevaluate_like(fact) == Done()
        assert {heard.get_nowait() for _ in range(3)} == {str(mail.id) for mail in mails[:3]}
        assert heard.empty()


async def test_that_a_mail_no_longer_counts_as_opened_is_announced_and_that_it_does_again(
    place: World,
) -> None:
    mail = await place.sends(place.alice, sent_at=NOW - HOUR)
    event = await happened(mail)
    async with in_transaction() as db:
        message = await Message.get(id=mail.id, using_db=db)
        await recount(message, db)
        assert await reevaluate(message, db) == 1  # by today's rules, with another score
    assert await OutboxRow.filter(fact=SIGNS_CHANGED).count() == 0
    for number, cause in enumerate(("automated", "recipient"), 1):
        assert await correct(place.alice, event.id, cause)
        rows = await OutboxRow.filter(fact=SIGNS_CHANGED)
        assert len({row.unique_key.split(":", 1)[-1] for row in rows}) == number
        assert {row.payload["message"] for row in rows} == {str(mail.id)}
    while await outbox.deliver():
        pass


def judged(number: int, mail: UUID, verdict: Verdict, **row: Any) -> tuple[StoredEvent, Verdict]:
    known = {"verdict": "person", "score": 90, "rule": "direct_client", **row}
    return StoredEvent(UUID(int=number), mail, NOW, None, known), verdict  # type: ignore[arg-type]


def test_a_comparison_tells_how_many_events_change_with_three_examples_of_each() -> None:
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


def test_mails_that_change_are_written_two_hundred_at_a_time() -> None:
    diff = ReclassificationDiff()
    for number in range(401):
        diff.add([judged(1, UUID(int=number), found_by(VerdictKind.SCANNER))])
    groups = diff.concerned()
    assert [len(group) for group in groups] == [200, 200, 1]
    assert [each.int for group in groups for each in group] == list(range(401))


async def test_a_mail_with_many_events_is_judged_and_counted_as_one_with_few(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_rows, "PAGE", 2)
    mails = [await place.sends(place.alice, sent_at=NOW - HOUR) for _ in range(3)]
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


async def test_mails_are_looked_at_in_the_order_of_their_ids_until_there_are_no_more(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_ALL", "_SINCE"):
        limited = getattr(reclassification, name).replace("LIMIT 200", "LIMIT 2")
        monkeypatch.setattr(reclassification, name, limited)
    mails = [await place.sends(place.alice, id=UUID(int=number)) for number in (5, 3, 4, 1, 2)]
    for mail in mails[:3]:
        await happened(mail, at=NOW)
    await happened(mails[3], at=NOW - timedelta(microseconds=1))
    db = connections.get("default")
    pages = [[each.int for each in page] async for page in reclassification._mails(db, None)]
    assert pages == [[1, 2], [3, 4], [5]]
    pages = [[each.int for each in page] async for page in reclassification._mails(db, NOW)]
    assert pages == [[3, 4], [5]]


async def test_rows_that_events_share_are_added_together_and_read_together(place: World) -> None:
    wanted = [("direct_client", f'["x{number}"]') for number in range(3)]
    async with in_transaction() as db:
        first = await FINDINGS.ids(db, wanted[:2])
        both = await FINDINGS.ids(db, wanted)
    assert {content: both[content] for content in wanted[:2]} == first
    assert len(set(both.values())) == 3
    contents = await FINDINGS.contents(connections.get("default"), both.values())
    assert {contents[row]["evidence"] for row in both.values()} == {evidence for _, evidence in wanted}
    async with in_transaction() as db:
        assert await FINDINGS.ids(db, []) == {}
        assert await AGENTS.ids(db, [("", "")]) != {}
