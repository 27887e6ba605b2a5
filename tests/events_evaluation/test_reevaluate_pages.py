"""A mail with many events is judged page by page, with the same verdicts as all together."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tortoise import connections

from server.events.evaluation.reevaluate import evaluated_pages
from server.events.rows import event_rows
from server.events.rows.event_rows import PAGE, WINDOW
from server.messages.models import Message
from server.verdicts.hits import Hit
from server.verdicts.observed import MailContext
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.events_evaluation.test_history_window_edges import hit, stored
from tests.pipeline import GMAIL
from tests.world import World

LINKS = [f"https://example.com/{number}" for number in range(4)]
AT_ONCE = 50  # events on a page of these tests


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with world.app.app_context():
        yield


def opens(mail: Message, first: int, number: int) -> list[Hit]:
    """Gmail's proxy loads the image, once a minute."""
    proxy = {"user_agent": GMAIL_PROXY, "address": GMAIL}
    return [hit(mail, (first + each) * 60, **proxy) for each in range(number)]


def burst(mail: Message, minute: int) -> list[Hit]:
    """A filter follows four links within a second."""
    return [
        hit(mail, minute * 60 + number * 0.2, link, user_agent=CHROME) for number, link in enumerate(LINKS)
    ]


async def judged(mail: Message, page: int, monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[str, int]]]:
    """The kind and score of each event by page, newest first."""
    with monkeypatch.context() as patch:
        patch.setattr(event_rows, "PAGE", page)
        for name in ("_FIRST", "_NEXT"):
            patch.setattr(
                event_rows, name, getattr(event_rows, name).replace(f"LIMIT {PAGE}", f"LIMIT {page}")
            )
        pages = evaluated_pages(connections.get("default"), mail.id, MailContext())
        return [[(verdict.kind, verdict.score) for _, verdict in found] async for found in pages]


async def test_a_burst_across_two_pages_of_events_is_one_burst(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice)
    hits = [
        *opens(mail, 1, 48),
        *burst(mail, 100),
        *opens(mail, 200, 46),
        *burst(mail, 300),
        *opens(mail, 400, 48),
    ]
    await stored(mail, *hits)
    [whole] = await judged(mail, PAGE, monkeypatch)
    pages = await judged(mail, AT_ONCE, monkeypatch)
    assert [len(page) for page in pages] == [AT_ONCE] * 3
    assert [verdict for page in pages for verdict in page] == whole
    assert [whole[world][0] for world in (47, 48, 49, 50, 51, 52)] == [
        *("likely_person", "scanner", "scanner", "scanner", "scanner", "likely_person"),
    ]
    assert [whole[world][0] for world in (97, 98, 99, 100, 101, 102)] == [
        *("likely_person", "scanner", "scanner", "scanner", "scanner", "likely_person"),
    ]


async def test_a_persons_action_among_the_newest_events_supports_opens_on_all_pages_of_events(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, *opens(mail, 1, 2 * AT_ONCE + 10))
    without = await judged(mail, AT_ONCE, monkeypatch)
    click = hit(mail, 100_000, LINKS[0], user_agent=FIREFOX)
    await stored(mail, click)
    with_click = await judged(mail, AT_ONCE, monkeypatch)
    before, after = ([verdict for page in pages for verdict in page] for pages in (without, with_click))
    assert len(after) == len(before) + 1
    assert min(score for _, score in after[1:]) > max(score for _, score in before)


async def test_a_repeat_is_recognised_when_its_first_load_is_on_another_page_of_events(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice)
    again = hit(mail, 10_002)
    await stored(mail, *opens(mail, 1, 3), hit(mail, 10_000), again, *opens(mail, 400, AT_ONCE - 1))
    pages = await judged(mail, AT_ONCE, monkeypatch)
    assert [kind for kind, _ in pages[0]].count("repeat") == 1
    assert pages[0][-1][0] == "repeat"
    assert pages[1][0][0] == "likely_person"
    assert WINDOW < AT_ONCE


async def test_a_mail_without_events_has_no_page_of_events(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await judged(await world.sends(world.alice), AT_ONCE, monkeypatch) == []
