"""The same search words find the same mails on every kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.lib import clock
from server.messages.queries import activity, listing
from server.messages.queries.listing import MessageQuery
from server.messages.queries.search import search_text, tidy
from server.messages.report import ReportedRecipient
from tests.migrations import databases
from tests.world import World, opened_world

SUBJECTS = ("Lunch at Noma", "100 % sure", "snake_case", "C:\\temp", "Müller & Co", "ПРИВЕТ", 'it\'s "it"')
SEARCHES = {
    "lunch": ["Lunch at Noma"],
    "NOMA lunch": ["Lunch at Noma"],
    "lunch zeppelin": [],
    "%": ["100 % sure"],
    "_": ["snake_case"],
    "s_ake": [],
    "\\": ["C:\\temp"],
    "c:\\t": ["C:\\temp"],
    "MÜLLER": ["Müller & Co"],
    "muller": [],
    "привет": ["ПРИВЕТ"],
    "it's": ['it\'s "it"'],
    '"it"': ['it\'s "it"'],
    "' or 1=1 --": [],
    "bob@sandbox": list(SUBJECTS),
    "BOBBY": list(SUBJECTS),
    "\0": list(SUBJECTS),
    "ä" * 300: [],
}


@pytest.fixture(scope="module", params=["sqlite", "postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "sqlite":
        yield ""
        return
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def world(server: str, tmp_path: Path) -> AsyncIterator[World]:
    """A world whose database is of the current kind."""
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    url = f"{server}/mail{uuid4().hex[:8]}" if server else f"sqlite://{tmp_path / 'mail.db'}"
    if server:
        await databases.create(url)
    async with opened_world(tmp_path, DATABASE_URL=url) as made:
        yield made
    EXECUTOR_CACHE.clear()


async def test_the_list_and_the_popup_find_mails_that_contain_every_word_in_upper_or_lower_case(
    world: World,
) -> None:
    bobby = [ReportedRecipient("to", "bob@sandbox.example", "Bobby")]
    for subject in SUBJECTS:
        await world.sends(world.alice, subject=subject, search_text=search_text(subject, bobby))
    found: dict[str, list[str]] = {}
    for asked in SEARCHES:
        wanted, now = MessageQuery(tidy(asked)), clock.now()
        page = await listing.find(world.alice, wanted, now)
        feed = await activity.find(world.alice, 50, wanted, now)
        found[asked] = sorted(message.subject for message in page.messages)
        assert found[asked] == sorted(message.subject for message in feed.messages)
    assert found == {asked: sorted(subjects) for asked, subjects in SEARCHES.items()}
