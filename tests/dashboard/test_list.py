"""The list of messages: order, pages, search, filters, and the texts for an empty list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.lib import clock
from server.messages.models import Message
from server.messages.queries import cursor, listing
from server.messages.queries.cursor import Cursor, NotACursor
from tests.dashboard.mails import minutes_ago
from tests.world import Visitor, World, opened_world

MOMENTS = st.integers(0, 200_000_000_000_000_000).map(
    lambda micros: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
)
HTMX = {"HX-Request": "true"}


async def text_of(visitor: Visitor, path: str, **headers: str) -> str:
    """The text of a page, which must exist."""
    answer = await visitor.get(path, headers=headers)
    assert answer.status_code == 200
    return str(await answer.get_data(as_text=True))


def subjects(page: str) -> list[str]:
    """The subjects shown, in order."""
    return re.findall(r'class="message-row-subject"[^>]*>([^<]*)<', page)


async def test_alice_sees_her_own_mails_with_the_newest_first(world: World) -> None:
    await world.sends(world.alice, subject="older", sent_at=minutes_ago(9))
    await world.sends(world.alice, subject="newer", sent_at=minutes_ago(1))
    await world.sends(world.bob, subject="of Bob")
    page = await text_of(await world.browser_of(world.alice), "/")
    assert subjects(page) == ["newer", "older"]


async def test_a_row_shows_the_recipients_the_state_the_counts_and_the_last_activity(world: World) -> None:
    people = "bob@sandbox.example,charlie@sandbox.example"
    await world.sends(world.alice, to=people, opens=3, clicks=1, last_activity_at=minutes_ago(3))
    page = await text_of(await world.browser_of(world.alice), "/")
    for said in ("Bob and 1 more", "Link clicked", "3<span", "1<span", "3 minutes ago"):
        assert said in page


async def test_a_newcomer_reads_how_to_start(world: World) -> None:
    page = await text_of(await world.browser_of(world.alice), "/")
    assert "No tracked messages yet" in page
    assert 'href="/extension"' in page
    assert 'hx-trigger="sse:list"' in page


async def test_a_visitor_is_asked_to_sign_in(world: World) -> None:
    answer = await world.visitor().get("/?q=lunch")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/login?next=/?q%3Dlunch"


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("lunch", ["Lunch at Noma"]),
        ("NOMA lunch", ["Lunch at Noma"]),
        ("lunch zeppelin", []),
        ("bob@", ["Lunch at Noma"]),
        ("%", ["100 % sure"]),
        ("_", []),
        ("' or 1=1 --", []),
        ("\x00", ["100 % sure", "Lunch at Noma"]),
        ("ä" * 300, []),
    ],
)
async def test_a_search_finds_mails_with_all_its_words_in_any_case(
    world: World, search: str, found: list[str]
) -> None:
    await world.sends(world.alice, subject="Lunch at Noma", sent_at=minutes_ago(2))
    await world.sends(world.alice, to="dora@x.example", subject="100 % sure", sent_at=minutes_ago(1))
    visitor = await world.browser_of(world.alice)
    page = await visitor.get("/", query_string={"q": search})
    assert subjects(await page.get_data(as_text=True)) == found


async def test_the_search_text_is_repeated_when_nothing_is_found(world: World) -> None:
    await world.sends(world.alice)
    page = await text_of(await world.browser_of(world.alice), "/?q=<b>zeppelin</b>&show=opened")
    assert "Nothing found for “&lt;b&gt;zeppelin&lt;/b&gt;”" in page
    assert "Search all messages" in page


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("all", ["clicked", "opened", "taken back", "waiting"]),
        ("opened", ["clicked", "opened"]),
        ("waiting", ["waiting"]),
        ("clicked", ["clicked"]),
        ("whatever", ["clicked", "opened", "taken back", "waiting"]),
    ],
)
async def test_a_known_filter_shows_only_its_messages_and_an_unknown_filter_shows_all(
    world: World, show: str, found: list[str]
) -> None:
    await world.sends(world.alice, subject="waiting")
    await world.sends(world.alice, subject="opened", opens=1)
    await world.sends(world.alice, subject="clicked", opens=1, clicks=2)
    await world.sends(world.alice, subject="taken back", state="undone")
    page = await text_of(await world.browser_of(world.alice), f"/?show={show}")
    assert sorted(subjects(page)) == found


async def test_a_plain_link_leads_from_the_newest_messages_to_the_older_ones(world: World) -> None:
    for number in range(listing.PAGE_SIZE + 5):
        await world.sends(world.alice, subject=f"mail {number}", sent_at=minutes_ago(number))
    visitor = await world.browser_of(world.alice)
    first = await text_of(visitor, "/")
    older = re.search(r'class="button" href="([^"]*before=[^"]*)"', first)
    assert older
    second = await text_of(visitor, older[1].replace("&amp;", "&"))
    assert subjects(first) + subjects(second) == [f"mail {number}" for number in range(listing.PAGE_SIZE + 5)]
    assert "Back to the newest" in second
    assert 'id="newest"' not in second  # an older page does not change


async def test_a_search_stops_after_a_limit_and_offers_to_continue(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "AT_A_TIME", 4)
    for number in range(10):
        subject = f"offer {number}" if number in {0, 1, 9} else f"mail {number}"
        await world.sends(world.alice, subject=subject, sent_at=minutes_ago(number))
    visitor, found, path, steps = await world.browser_of(world.alice), [], "/?q=offer", 0
    while path:
        page = await text_of(visitor, path)
        found += subjects(page)
        older = re.search(r'class="button" href="([^"]*before=[^"]*)"[^>]*>Search older messages<', page)
        path, steps = (older[1].replace("&amp;", "&") if older else ""), steps + 1
    assert (found, steps) == (["offer 0", "offer 1", "offer 9"], 3)
    nothing = await text_of(visitor, "/?q=zeppelin")
    assert "Nothing found so far" in nothing
    assert "Searched all messages you’ve sent since" in nothing
    assert "Searched all messages" not in await text_of(visitor, "/")


async def test_a_request_from_htmx_gets_only_the_part_of_the_page_to_insert(world: World) -> None:
    await world.sends(world.alice, subject="first", sent_at=minutes_ago(5))
    visitor = await world.browser_of(world.alice)
    page = await text_of(visitor, "/")
    after = re.search(r'hx-get="([^"]*after=[^"]*)"', page)
    assert after
    await world.sends(world.alice, subject="second")
    news = await text_of(visitor, after[1], **HTMX)
    assert news.lstrip().startswith('<li id="newest"')
    assert subjects(news) == ["second"]
    found = await text_of(visitor, "/?q=first", **HTMX)
    assert found.lstrip().startswith("<section")
    assert subjects(found) == ["first"]


@pytest.mark.parametrize(
    "place_name", ["nonsense", "0-0", "zz-" + "0" * 32, "-", "f" * 40 + "-" + "0" * 32, "١-" + "0" * 32]
)
async def test_an_invalid_position_in_the_list_is_refused_with_an_explanation(
    world: World, place_name: str
) -> None:
    answer = await (await world.browser_of(world.alice)).get("/", query_string={"before": place_name})
    assert answer.status_code == 400
    assert "We couldn’t read that" in await answer.get_data(as_text=True)


@given(MOMENTS, st.uuids())
def test_a_position_in_the_list_is_unchanged_after_it_is_written_as_text_and_read_back(
    at: datetime, name: UUID
) -> None:
    assert cursor.parse(str(Cursor(at, name))) == Cursor(at, name)


@given(st.text(max_size=80))
def test_any_text_is_read_as_a_position_in_the_list_or_refused(text: str) -> None:
    with suppress(NotACursor):
        assert isinstance(cursor.parse(text), Cursor)


Arrivals = Sequence[tuple[int, int]]  # the page before which it arrives, and its second


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 8), min_size=1, max_size=25),
    st.lists(st.tuples(st.integers(0, 5), st.integers(20, 30)), max_size=6),
    st.integers(1, 7),
)
async def test_older_pages_neither_repeat_nor_miss_a_mail_while_new_mails_arrive(
    tmp_path_factory: Any, seconds: list[int], arrivals: Arrivals, size: int
) -> None:
    """Many mails share one second, so the order needs their ids too."""
    folder: Path = tmp_path_factory.mktemp("list")
    async with opened_world(folder) as world:
        start = datetime(2026, 1, 1, tzinfo=UTC)
        first = {(await world.sends(world.alice, sent_at=start + timedelta(seconds=at))).id for at in seconds}
        read: list[Message] = []
        ask, number = listing.MessageQuery(), 0
        while True:
            for when, at in arrivals:
                if when == number > 0:
                    await world.sends(world.alice, sent_at=start + timedelta(seconds=at))
            page = await listing.find(world.alice, ask, clock.now(), size)
            read += page.messages
            number += 1
            if page.older is None:
                break
            ask = listing.MessageQuery(before=page.older)
    ids = [message.id for message in read]
    assert len(ids) == len(set(ids))
    assert set(ids) == first
    assert [cursor.place_of(message) for message in read] == sorted(map(cursor.place_of, read), reverse=True)
