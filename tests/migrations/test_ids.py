"""An id takes 16 bytes on every database, and reading it returns a UUID."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings, Settings
from server.messages.models import Link, Message, Source
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
# Bytes that a driver could take for the end of a text, a quotation mark or another alphabet come first.
MAILS = [
    UUID("00275c5c-ff0a-7000-8000-00000000000d"),
    UUID("ffffffff-ffff-7fff-bfff-ffffffffffff"),
]
SIZE = {"sqlite": "length(CAST(id AS BLOB))", "postgres": "pg_column_size(id)", "mysql": "LENGTH(id)"}


async def test_an_id_takes_16_bytes_and_is_read_and_found_by_models_and_by_sql(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await _made()
        db = connections.get("default")
        [size, *_] = await sql.select(db, f"SELECT {SIZE[db.capabilities.dialect]} AS size FROM message")
        assert size["size"] == 16
        assert await Message.all().order_by("id").values_list("id", flat=True) == MAILS
        assert (await Message.get(id=str(MAILS[0]))).id == MAILS[0]
        assert await Message.filter(id__in=MAILS, id__gt=MAILS[0]).values_list("id", flat=True) == [MAILS[1]]
        assert [link.message.id for link in await Link.all().select_related("message")] == [MAILS[1]]
        rows = await sql.among(db, "SELECT id FROM message WHERE id {these} AND id < {1}", MAILS, MAILS[1])
        assert [sql.identity(row["id"]) for row in rows] == [MAILS[0]]


async def test_an_invalid_id_is_refused_before_the_database_sees_it(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        with pytest.raises(ValueError, match="badly formed"):
            await Message.get_or_none(id="1 OR 1")


async def _made() -> None:
    now = clock.now()
    alice = await Account.create(
        email="alice@sandbox.example", name="Alice", role="owner", prefix="alicexxx", created_at=now
    )
    common: dict[str, Any] = {"source": Source.GMAIL, "state": "sent", "listed_at": now, "updated_at": now}
    await Message.create(id=MAILS[1], account=alice, **common)
    async with in_transaction() as db:
        await sql.update(db, "message", ("id",), [[sql.value_for(db, MAILS[0]), sql.value_for(db, MAILS[1])]])
    await Message.create(id=MAILS[1], account=alice, **common)
    await Link.create(message_id=MAILS[1], number=1, url="https://example.com/", url_hash="")
