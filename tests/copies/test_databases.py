"""Individual copies on PostgreSQL and MariaDB: simultaneous requests send one mail per recipient."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server.copies import deliver
from server.copies.cleanup import forget_old_copies
from server.copies.models import Copy, CopySet, CopyText
from server.lib import clock
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, the_draft, writer
from tests.google.conftest import signs_in
from tests.migrations import databases
from tests.sandbox.driving import RunningSandbox
from tests.world import World, opened_world


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def far(server: str, tmp_path: Path, google: RunningSandbox) -> AsyncIterator[World]:
    """A world whose database is on a database server."""
    async with (
        databases.new_database(server) as url,
        opened_world(tmp_path, DATABASE_URL=url, SANDBOX_URL=google.url) as world,
    ):
        yield world


@pytest.mark.timeout(180)
async def test_many_simultaneous_requests_send_each_copy_once(far: World, google: RunningSandbox) -> None:
    alice = Walker(far)
    await signs_in(alice, "alice")
    large = the_draft().replace(b"--\r\n", b"--\r\n" + b"x" * 3_000_000, 1)
    writes = await writer(far, alice, google, large)
    pressed = await asyncio.gather(*(writes.hands_over() for _ in range(3)))
    _, held = await writes.hands_over()
    assert {status for status, _ in pressed} <= {200, 500}, "a deadlock is no harm: nothing has left"
    await asyncio.gather(*(writes.lets_go(held) for _ in range(3)))
    async with far.app.app_context():
        ids = await Copy.all().values_list("id", flat=True)
        await asyncio.gather(*(deliver.send_copy({"copy": each}) for each in [*ids, *ids]))
    await writes.delivers()
    assert await writes.states(held) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]
    assert (await CopySet.all().count(), await CopyText.all().count()) == (1, 0)


@pytest.mark.timeout(180)
async def test_after_a_month_unreleased_copies_and_the_text_of_released_copies_are_deleted(
    far: World, google: RunningSandbox
) -> None:
    alice = Walker(far)
    await signs_in(alice, "alice")
    writes = await writer(far, alice, google)
    released = await writes.sends()
    writes.draft = await google.post("/sandbox/drafts/alice", content=the_draft())
    assert (await writes.hands_over())[0] == 200
    await forget_old_copies()
    assert (await CopySet.all().count(), await CopyText.all().count()) == (2, 2)
    await CopySet.all().update(created_at=clock.now() - timedelta(days=31))
    await forget_old_copies()
    assert [str(each.id) for each in await CopySet.all()] == [released["id"]]
    assert [copy.state for copy in await Copy.all()] == ["failed", "failed"], "and can be tried again"
    assert await CopyText.all().count() == 1
    await Copy.all().update(failed_at=clock.now() - timedelta(days=8))
    await forget_old_copies()
    assert (await Copy.all().count(), await CopyText.all().count()) == (2, 0)
