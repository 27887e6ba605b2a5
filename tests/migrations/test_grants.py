"""On each database, of several processes that see a grant in the same state, one notes what Google said."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from server.accounts import people
from server.failures.codes import FailureCode
from server.google.access import probes
from server.google.access.grant_keeper import StoredGrantKeeper, key_of
from server.google.failures import Disconnected, Refused
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate
from server.lib.failure import Failure
from server.lib.outbox import OutboxRow
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
DISABLED = Failure(FailureCode.API_DISABLED, {"link": "https://console.cloud.google.com/"})
ENDED = Disconnected(Failure(FailureCode.GRANT_ENDED))
SEVERAL = 6


async def the_grant() -> GmailGrant:
    return await GmailGrant.get()


async def seen() -> list[StoredGrantKeeper]:
    return [StoredGrantKeeper(await the_grant()) for _ in range(SEVERAL)]


async def test_of_several_that_see_the_same_grant_one_notes_what_google_said(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        alice = await people.add(settings, "alice@a.example", "Alice", None)
        await GmailGrant.create(
            account=alice, email="a@b.example", google_sub="1", scopes=[], sealed_refresh_token=b"x",
            connected_at=clock.now(),
        )  # fmt: skip
        await asyncio.gather(*(each.failed(Refused(DISABLED)) for each in await seen()))
        grant = await the_grant()
        assert grant.refusals == 1
        assert StoredGrantKeeper(grant).barred(sends=False) == Refused(DISABLED, key_of(alice.id))
        await probes.hasten()
        claims = [probes._claim(each.grant) for each in await seen()]
        assert sum(await asyncio.gather(*claims)) == 1
        row = await OutboxRow.create(
            fact="x", listener="x", unique_key="x", payload={}, created_at=clock.now(),
            due_at=clock.now() + timedelta(hours=6), waits_for=key_of(alice.id),
        )  # fmt: skip
        await asyncio.gather(*(each.worked() for each in await seen()))
        await row.refresh_from_db()
        assert row.waits_for == ""
        assert (await the_grant()).refusal is None
        assert await GmailGrant.filter(refusal__isnull=True).count() == 1
        await asyncio.gather(*(each.failed(ENDED) for each in await seen()))
        await GmailGrant.all().update(disconnected_at=clock.now() - timedelta(hours=2))
        assert (await the_grant()).sealed_refresh_token
        await asyncio.gather(*(each.failed(ENDED) for each in await seen()))
        assert (await the_grant()).sealed_refresh_token is None
