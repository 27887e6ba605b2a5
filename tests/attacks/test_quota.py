"""Bob, a member, tries to fill Alice's disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections

from server.accounts import quota
from server.accounts.models import DailyUsage
from server.extension import browsers
from server.lib import clock
from server.messages.models import Link, Message
from tests.extension_api.paired import Extension, begin, pair, problem, report_of
from tests.faults import table
from tests.world import World, hold_still, opened_world

A_DAY = 20  # messages


@pytest.fixture
async def small(tmp_path: Path) -> AsyncIterator[World]:
    """A server on which each person may have 20 messages tracked a day."""
    async with opened_world(tmp_path, MESSAGES_PER_DAY=str(A_DAY)) as world:
        yield world


def noon(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stop the clock at noon, so that no midnight gives a second quota during the test."""
    still = hold_still(monkeypatch)
    still.at = still.at.replace(hour=12)
    return still


async def takes_leases(bob: Extension, tries: int) -> list[dict[str, Any]]:
    answers = await asyncio.gather(*(bob.post("/leases", {"count": 50}) for _ in range(tries)))
    bodies = [await answer.get_json() for answer in answers if answer.status_code == 200]
    return [lease for body in bodies for lease in body["leases"]]


async def test_a_member_takes_as_many_leases_as_he_can(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    noon(monkeypatch)
    bob, tries = await pair(small, small.bob), table.amount(6, 100)
    got = len(await takes_leases(bob, tries))
    table.record("11.11 leases at once, 20 messages a day", f"{tries * 50} asked", f"{got} given")
    assert got == A_DAY * quota.LEASES_PER_MESSAGE
    refused = await bob.post("/leases", {"count": 1})
    body = await refused.get_json()
    assert (refused.status_code, await problem(refused)) == (429, "quota_reached")
    assert (body["limit"], body["until"]) == (
        A_DAY,
        f"{clock.now() + timedelta(days=1):%Y-%m-%d}T00:00:00.000Z",
    )
    assert refused.headers["Retry-After"] == str(12 * 3600 - clock.now().minute * 60 - clock.now().second)
    assert len(await (await pair(small, small.alice)).leases(5)) == 5


async def test_a_member_reports_as_much_as_he_can(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long mails count as several, or 20 of them could take as much room as thousands."""
    still = noon(monkeypatch)
    bob = await pair(small, small.bob)
    leases = (await takes_leases(bob, 2))[: table.amount(24, 90)]
    long = [{"url": f"https://example.com/{number}/{'x' * 3900}", "text": "x" * 500} for number in range(60)]
    statuses = []
    for number, lease in enumerate(leases):
        body = report_of(lease, links=long) if number % 2 else report_of(lease)
        statuses.append((await bob.post("/reports", {"reports": [body]})).status_code)
    stored, links = await Message.filter(account_id=small.bob.id).count(), await Link.all().count()
    table.record(
        "11.11 reports, 20 messages a day",
        f"{len(leases)} sent",
        f"{stored} messages and {links} links stored",
    )
    assert statuses.count(429) == len(leases) - stored
    assert stored < A_DAY
    assert links * 4400 / 50_000 <= A_DAY + 1
    still.passes(24 * 3600)
    assert await bob.reports(report_of(leases[-1], sent_at=clock.now().isoformat())) == ["stored"]


async def test_a_report_beyond_the_limit_waits_and_repeats_cost_nothing(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon(monkeypatch)
    bob = await pair(small, small.bob)
    leases = await bob.leases(25)
    first = report_of(leases[0])
    assert [await bob.reports(first) for _ in range(30)] == [["stored"]] + [["known"]] * 29
    for lease in leases[1:A_DAY]:
        assert await bob.reports(report_of(lease)) == ["stored"]
    later = {**first, "gmail_message_id": "1a2b", "observed_at": "2099-01-01T00:00:00.000Z"}
    assert await bob.reports(later) == ["stored"]
    assert (await bob.post("/reports", {"reports": [report_of(leases[A_DAY])]})).status_code == 429
    assert (await DailyUsage.get(account_id=small.bob.id)).messages == A_DAY
    assert (await bob.post("/leases", {"count": 1})).status_code == 429


async def test_a_mail_that_is_longer_than_a_whole_day_allows_takes_a_whole_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon(monkeypatch)
    long = [{"url": f"https://example.com/{number}/{'x' * 3900}", "text": ""} for number in range(100)]
    async with opened_world(tmp_path, MESSAGES_PER_DAY="5") as world:
        bob = await pair(world, world.bob)
        first, second = await bob.leases(2)
        assert await bob.reports(report_of(first, links=long)) == ["stored"]
        assert (await bob.post("/reports", {"reports": [report_of(second)]})).status_code == 429


async def test_a_report_that_could_not_be_stored_costs_nothing(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon(monkeypatch)
    bob = await pair(small, small.bob)
    [lease] = await bob.leases(1)
    await break_table("recipient")
    assert (await bob.post("/reports", {"reports": [report_of(lease)]})).status_code == 500
    assert (await DailyUsage.get(account_id=small.bob.id)).messages == 0


async def break_table(name: str) -> None:
    """Let every write to a table fail."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'broken'); END"
    await connections.get("default").execute_script(f"CREATE TRIGGER broken BEFORE INSERT ON {name} {refuse}")


async def test_bob_reads_on_his_page_that_the_limit_is_reached(small: World) -> None:
    bob = await small.browser_of(small.bob)
    assert "limit" not in await (await bob.get("/problems")).get_data(as_text=True)
    await DailyUsage.create(account_id=small.bob.id, day=clock.now().date(), messages=A_DAY)
    page = await (await bob.get("/problems")).get_data(as_text=True)
    assert "Today’s limit of 20 tracked messages is reached" in page
    assert "Your messages still go out" in page


async def test_a_member_pairs_as_many_browsers_as_he_can(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers, "MOST", 3)
    bob = await world.browser_of(world.bob)
    tries = table.amount(6, 30)
    begun = [await begin(world, address=f"192.0.2.{number}") for number in range(tries)]
    answers = [await bob.post(f"/pairings/{each['user_code']}/permission") for each in begun]
    allowed = sum(answer.status_code == 303 for answer in answers)
    table.record("11.11 browsers paired, 3 allowed", f"{tries} tries", f"{allowed} allowed")
    assert allowed == 3
    assert "Disconnect one" in await answers[-1].get_data(as_text=True)


async def test_without_a_limit_nothing_is_counted(tmp_path: Path) -> None:
    async with opened_world(tmp_path, MESSAGES_PER_DAY="0") as world:
        bob = await pair(world, world.bob)
        assert len(await takes_leases(bob, 3)) == 150
        assert await DailyUsage.all().count() == 0
