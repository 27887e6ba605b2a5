"""Hits that were answered and lost are told: to the owner with all that is known, to others what it means."""

from __future__ import annotations

import pytest

from server.dashboard import problems
from server.ingest import loss_rows
from server.ingest.losses import Losses, LossReason, beside
from server.ingest.models import LossRow
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib import clock
from server.verdicts.hits import encode, new_id
from tests.dashboard.test_list import text_of
from tests.events.test_digest import hit_on
from tests.world import World, hold_still

OWNER = "1,437 opens and clicks were lost"
MEMBER = "Some opens and clicks"


async def test_alice_reads_on_every_page_that_the_disk_is_full_until_she_dismisses_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    losses = world.runtime[Losses]
    alice, bob = await world.browser_of(world.alice), await world.browser_of(world.bob)
    async with world.app.app_context():
        before = problems.mark_of(await problems.of(world.alice, 0))
        losses.count(1400, LossReason.DISK)
        still.passes(300)
        losses.count(37, LossReason.DISK)
        assert problems.mark_of(await problems.of(world.alice, 0)) != before
    for page in ("/problems", "/", "/status"):
        assert f"The disk is full: {OWNER} since" in await text_of(alice, page)
    assert f"{MEMBER} are being lost since" in await text_of(bob, "/problems")
    assert "1,437" not in await text_of(bob, "/problems")
    losses.kept()
    still.passes(60)
    assert f"The disk was full: {OWNER} (" in await text_of(alice, "/problems")
    assert f"{MEMBER} were lost: " in await text_of(bob, "/problems")
    assert (await alice.post("/status/losses/dismissal")).status_code == 303
    for browser in (alice, bob):
        assert "lost" not in await text_of(browser, "/problems")
    assert "1,437" in await text_of(alice, "/status")  # the page remembers
    losses.count(1, LossReason.DISK)
    assert "1,438 opens and clicks" in await text_of(alice, "/problems")


async def test_bob_cannot_dismiss_losses(world: World) -> None:
    world.runtime[Losses].count(1, LossReason.DISK)
    bob = await world.browser_of(world.bob)
    assert (await bob.post("/status/losses/dismissal")).status_code == 404


async def test_losses_of_another_node_are_told_once_in_the_database(world: World) -> None:
    folder = world.data / "another node"
    folder.mkdir()
    other = Losses(beside(folder / "spool.db"))
    other.count(3, LossReason.CAP)
    for _ in range(2):
        await loss_rows.publish(other)
    other.count(2, LossReason.CAP)
    await loss_rows.publish(other)
    assert [row.number for row in await LossRow.all()] == [5]
    [known] = await loss_rows.known_losses(world.runtime[Losses])
    assert (known.number, known.reason) == (5, "spool full")
    alice = await world.browser_of(world.alice)
    assert "5 opens and clicks were lost" in await text_of(alice, "/problems")


async def test_alice_reads_that_redis_may_delete_hits(world: World) -> None:
    world.runtime[Losses].evicting = "allkeys-lru"
    alice = await world.browser_of(world.alice)
    assert "Set it to noeviction" in await text_of(alice, "/problems")


async def test_alice_reads_that_hits_wait_because_the_database_takes_none(world: World) -> None:
    mail = await world.sends(world.alice)
    settings = world.runtime[IngestSettings]
    spool = Spool(settings.spool_path, settings.spool_max_bytes)
    at = int((clock.unix() - 600) * 1_000_000)
    assert await spool.append(encode(hit_on(mail, id=new_id(at), at=at)))
    spool.close()
    alice, bob = await world.browser_of(world.alice), await world.browser_of(world.bob)
    assert "wait to be stored since" in await text_of(alice, "/problems")
    assert "wait to be stored" not in await text_of(bob, "/problems")


async def test_the_health_of_a_server_that_loses_hits_is_told_but_it_stays_in_service(world: World) -> None:
    visitor = world.visitor()
    answer = await visitor.get("/health")
    assert (await answer.get_json())["losing"] is None
    world.runtime[Losses].count(1, LossReason.DISK)
    answer = await visitor.get("/health")
    assert (answer.status_code, (await answer.get_json())["losing"]) == (200, "disk full")
