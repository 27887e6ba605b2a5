"""How events add up to the counts of a mail and its links, and which facts follow from the first ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import connections

from server.events.evaluation import mass_access
from server.events.evaluation.events import event_of
from server.events.models import Event, Overflow
from server.events.rows.counts import EventCount, add, recount_loaded
from server.events.rows.event_rows import WINDOW
from server.events.rows.mail_state import LinkState, MailState, url_hash
from server.events.storing import overflow_totals
from server.ingest.overflow import OverflowRecord, encode
from server.lib import clock, metrics
from server.lib.net.geoip import GeoLookup
from server.lib.outbox import OutboxRow
from server.messages.kinds import EventKind, VerdictKind
from server.verdicts import hits
from server.verdicts.observed import ObservedHit
from server.verdicts.verdict import Verdict
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.test_digest import hit_on
from tests.pipeline import GMAIL, READER, Pipeline, fresh, fresh_link
from tests.verdicts.cases import CLICK, GMAIL_OPEN, OPEN
from tests.world import hold_still

LINK = "https://example.com/"
NOON = datetime.fromisoformat("2026-11-03T12:00:00+00:00")
HOUR = timedelta(hours=1)


def mail(**values: Any) -> MailState:
    """The state of Alice's sent mail."""
    known = {"source": "gmail", "state": "sent", "sent_at": NOON, "undone_at": None, "updated_at": NOON}
    return MailState(**{"id": UUID(int=7), "account_id": 1, **known, **values})


def some(kind: str = "open", verdict: str = "person", number: int = 1, **values: Any) -> EventCount:
    """Some events at noon, which count if a person caused them."""
    counts = verdict in {"person", "likely_person"}
    return EventCount(
        **{
            "kind": kind, "verdict": verdict, "counts": counts, "link_id": None, "number": number,
            "first": NOON, "last": NOON, **values,
        }
    )  # fmt: skip


def test_opens_that_count_are_added_with_their_times() -> None:
    state = mail()
    add(state, None, some(number=3, first=NOON, last=NOON + HOUR))
    add(state, None, some(number=2, first=NOON - HOUR, last=NOON))
    assert (state.opens, state.raw_opens, state.clicks, state.raw_clicks) == (5, 5, 0, 0)
    assert (state.first_open_at, state.last_open_at) == (NOON - HOUR, NOON + HOUR)
    assert (state.last_activity_at, state.loaded_at) == (NOON + HOUR, NOON - HOUR)
    assert state.certainty == "person"


def test_opens_that_do_not_count_appear_only_in_the_raw_count() -> None:
    state = mail()
    add(state, None, some(verdict="repeat", number=4))
    assert (state.first_open_at, state.last_activity_at, state.certainty) == (None, None, None)
    assert (state.loaded_at, state.opens, state.raw_opens) == (None, 0, 4)
    for verdict, first in (("unknown_time", NOON), ("scanner", NOON - HOUR), ("you", NOON - 2 * HOUR)):
        add(state, None, some(verdict=verdict, first=first))
    assert (state.loaded_at, state.opens, state.raw_opens) == (NOON - HOUR, 0, 7)


def test_the_most_certain_open_determines_the_certainty_of_the_mail() -> None:
    state = mail()
    for verdict, certainty in (
        ("likely_person", "likely_person"),
        ("person", "person"),
        ("likely_person", "person"),
    ):
        add(state, None, some(verdict=verdict))
        assert state.certainty == certainty


def test_clicks_are_counted_for_their_mail_and_their_link() -> None:
    state, link = mail(), LinkState(1, "hash")
    add(state, link, some("click", number=2, last=NOON + HOUR))
    add(state, None, some("click", number=3))
    add(state, link, some("click", verdict="scanner", number=4))
    assert (state.clicks, state.raw_clicks, state.opens, state.raw_opens) == (5, 9, 0, 0)
    assert (link.clicks, link.raw_clicks) == (2, 6)
    assert (link.first_click_at, link.last_click_at) == (NOON, NOON + HOUR)
    assert (state.last_activity_at, state.first_open_at) == (NOON + HOUR, None)


def test_a_recount_starts_from_zero() -> None:
    link = LinkState(5, "hash", 9, 9, NOON, NOON)
    state = mail(links={"hash": link}, opens=9, raw_opens=9, clicks=9, raw_clicks=9, certainty="person")
    for name in ("first_open_at", "last_open_at", "loaded_at", "last_activity_at"):
        setattr(state, name, NOON - 9 * HOUR)
    recount_loaded(state, [some("click", link_id=5)])
    assert (state.opens, state.raw_opens, state.clicks, state.raw_clicks) == (0, 0, 1, 1)
    assert (state.first_open_at, state.last_open_at, state.loaded_at, state.certainty) == (None,) * 4
    assert state.last_activity_at == NOON
    assert (link.clicks, link.raw_clicks, link.first_click_at, link.last_click_at) == (1, 1, NOON, NOON)


def test_one_of_several_recipients_is_identified_by_number_but_a_single_recipient_needs_no_number() -> None:
    alone, two = mail(recipients={1: 41}), mail(recipients={1: 41, 2: 42})
    assert [alone.recipient_id_of(number) for number in (0, 1, 2)] == [41, 41, None]
    assert [two.recipient_id_of(number) for number in (0, 1, 2, 3)] == [None, 41, 42, None]
    assert mail().recipient_id_of(0) is None


def test_a_link_is_found_by_its_address() -> None:
    link = LinkState(5, url_hash(LINK))
    assert mail(links={link.url_hash: link}).link_to(LINK) is link
    assert mail(links={link.url_hash: link}).link_to(f"{LINK}other") is None
    assert mail().link_to(LINK) is None


def made(hit: Any, state: MailState, kind: VerdictKind = VerdictKind.PERSON, **seen: Any) -> Any:
    return event_of(ObservedHit(hit, **seen), Verdict(kind, 90, "direct_client", ()), state, GeoLookup(None))


def test_a_persons_event_counts_unless_the_send_was_undone_and_keeps_what_was_observed() -> None:
    event = made(OPEN, mail(), mails=4, hosting="HETZNER-AS")
    assert (event.counts, event.undone_at, event.link) == (True, None, None)
    assert event.known == {"mails": 4, "hosting": "HETZNER-AS"}
    assert made(OPEN, mail()).known is None
    assert made(OPEN, mail(), hosting="x").known == {"hosting": "x"}
    assert not made(OPEN, mail(), VerdictKind.SCANNER).counts
    undone = made(OPEN, mail(state="undone", undone_at=NOON))
    assert (undone.counts, undone.undone_at) == (False, NOON)
    assert not undone.happened.counts
    assert made(OPEN, mail(undone_at=NOON)).undone_at is None


def test_only_a_click_has_a_link() -> None:
    link = LinkState(5, url_hash(CLICK.url))
    state = mail(links={link.url_hash: link})
    clicked = made(CLICK, state)
    assert clicked.link is link
    assert clicked.happened == EventCount("click", "person", True, 5, 1, CLICK.moment, CLICK.moment)
    assert made(OPEN, state).happened.link_id is None
    with pytest.raises(ValueError, match="no kind of hit"):
        made(hit_on(state, kind="reading"), state)


async def test_a_url_is_stored_without_characters_that_databases_refuse(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.spool.append(
        hits.encode(hit_on(sent, kind=EventKind.CLICK, url="https://a\0b/", address="x" * 60))
    )
    [event] = await pipeline.events()
    assert (event.url, len(event.address)) == ("https://ab/", 45)
    assert event.rules_version > 0
    assert (event.link_id, event.recipient_id is None) == (None, False)


async def test_stored_and_dropped_hits_are_counted(pipeline: Pipeline) -> None:
    names = ("digest.events", "digest.overflow", "digest.dropped.no_account", "digest.dropped.unknown_pixel")
    before = {name: metrics.counted(name) for name in names}
    sent = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    for hit in (hit_on(sent), hit_on(sent), hit_on(sent, account=999), hit_on(sent, account=0)):
        await pipeline.spool.append(hits.encode(hit))
    excess = OverflowRecord("a" * 24, 5, "open", pipeline.world.alice.id, sent.id, 7)
    await pipeline.spool.append(encode(excess))
    await pipeline.events()
    counted = [metrics.counted(name) - number for name, number in before.items()]
    assert counted == [2, 7, 1, 1]


async def test_only_the_first_click_in_a_mail_is_announced(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    for address in ("198.51.100.7", "198.51.200.7"):
        await pipeline.clicks(sent, LINK, address=address)
        await pipeline.events()
    facts = {row.payload["event"] for row in await OutboxRow.filter(fact="first_click")}
    [first, _] = await Event.all().order_by("at")
    assert facts == {str(first.id)}
    assert (await fresh(sent)).clicks == (await fresh_link(sent, 1)).clicks == 2


async def test_mails_that_one_client_opens_within_ten_seconds_are_counted_together(
    pipeline: Pipeline,
) -> None:
    sent = [await pipeline.world.sends(pipeline.world.alice) for _ in range(5)]
    at = int(clock.unix() * 1_000_000) - 60_000_000
    seconds = (0, 10, 20, 20.000001, 40)
    touched = [
        (hit_on(each, at=at + int(after * 1_000_000), user_agent=FIREFOX, address=READER), 1)
        for each, after in zip(sent, seconds, strict=True)
    ]
    found = await mass_access.around(touched, connections.get("default"))
    assert [found.get(hit.id, 0) for hit, _ in touched] == [0, 3, 3, 0, 0]
    again = [(hit_on(sent[0], at=at, user_agent=FIREFOX, address=READER), 1) for _ in range(5)]
    assert await mass_access.around(again, connections.get("default")) == {}


async def test_opens_through_a_proxy_or_from_this_machine_are_not_counted_together(
    pipeline: Pipeline,
) -> None:
    sent = [await pipeline.world.sends(pipeline.world.alice) for _ in range(4)]
    for agent, address in ((GMAIL_PROXY, GMAIL), (FIREFOX, "127.0.0.1"), ("", READER)):
        touched = [(hit_on(each, user_agent=agent, address=address), 1) for each in sent]
        assert await mass_access.around(touched, connections.get("default")) == {}


async def test_stored_opens_by_the_same_client_for_the_same_account_are_counted_with_new_ones(
    pipeline: Pipeline,
) -> None:
    sent = [await pipeline.world.sends(pipeline.world.alice) for _ in range(3)]
    at = int(clock.unix() * 1_000_000) - 60_000_000
    for each in sent[:2]:
        await pipeline.spool.append(hits.encode(hit_on(each, at=at, user_agent=FIREFOX, address=READER)))
    await pipeline.events()
    account = pipeline.world.alice.id
    db = connections.get("default")
    for after, address, kind, owner, mails in (
        (10, READER, "open", account, 3),
        (10.000001, READER, "open", account, 0),
        (5, "198.51.100.8", "open", account, 0),
        (5, READER, "click", account, 0),
        (5, READER, "open", account + 1, 0),
    ):
        late = at + int(after * 1_000_000)
        hit = hit_on(sent[2], at=late, user_agent=FIREFOX, address=address, kind=kind)
        assert (await mass_access.around([(hit, owner)], db)).get(hit.id, 0) == mails


async def test_overflow_adds_up_to_at_most_what_the_column_can_store(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    sent = await pipeline.world.sends(pipeline.world.alice)
    minute = int(still.unix() // 60)
    for kind, number in (("open", 2**31 - 1), ("open", 2**31 - 1), ("click", 5)):
        record = OverflowRecord(uuid4().hex[:24], minute, kind, pipeline.world.alice.id, sent.id, number)
        await pipeline.spool.append(encode(record))
    await pipeline.events()
    known = await fresh(sent)
    assert (known.overflow_opens, known.overflow_clicks) == (2**31 - 1, 5)
    await Overflow.all().delete()
    for age in (0, 59, 60, 61):
        origin = uuid4().hex[:24]
        await Overflow.create(message_id=sent.id, minute=minute - age, kind="open", origin=origin, number=5)
    assert await overflow_totals.since(3600) == 15
    await Overflow.all().delete()
    assert await overflow_totals.since(3600) == 0


async def test_only_the_newest_events_of_a_long_history_are_judged_again(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(
        pipeline.world.alice, links=[LINK], sent_at=clock.now() - timedelta(days=1)
    )
    at = int(clock.unix() * 1_000_000) - 3_600_000_000
    for number in range(WINDOW + 5):
        hit = hit_on(
            sent,
            at=at + number * 20_000_000,
            user_agent=GMAIL_PROXY,
            address=GMAIL,
            headers=GMAIL_OPEN.headers,
        )
        await pipeline.spool.append(hits.encode(hit))
    await pipeline.events()
    await pipeline.clicks(sent, LINK)
    events = await Event.filter(id__in=[each.id for each in await pipeline.events()], kind="open").order_by(
        "at"
    )
    assert [event.score for event in events] == [80] * 5 + [92] * WINDOW
