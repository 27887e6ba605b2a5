"""A log names the database's address and says what to do, without a traceback, when nobody answers there."""

from __future__ import annotations

import asyncio
import sqlite3

import asyncpg
import pytest
import uvloop

from server.lib.settings import ServerSettings
from server.ops import opening
from server.ops.away import explained
from server.settings import load
from tests.serving import free_port


async def _refused(url: str) -> Exception:
    with pytest.raises(OSError, match="refused") as raised:
        await asyncpg.connect(url, timeout=5)
    return raised.value


def test_nobody_who_answers_is_named_with_the_address() -> None:
    url = f"postgres://alice:secret@127.0.0.1:{free_port()}/sightline"
    error = uvloop.run(_refused(url))
    place = url.partition("@")[2]
    expected = f"nobody answers at {place}. Start the database there, or correct DATABASE_URL."
    assert explained(error, url) == expected


def test_the_start_names_the_address_and_no_setting_that_is_not_set(
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = f"postgres://alice:secret@127.0.0.1:{free_port()}/sightline"
    settings = load({"DATABASE_URL": url})

    async def starts() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(opening.current(settings), 1)

    assert settings[ServerSettings].database_url == url
    uvloop.run(starts())
    (said, *_) = [each for each in caplog.records if each.name == opening.__name__]
    assert f"nobody answers at {url.partition('@')[2]}." in said.getMessage()
    assert "SPOOL_URL" not in said.getMessage()
    assert "secret" not in said.getMessage()
    assert said.exc_info is None


def test_a_damaged_file_is_explained_and_a_wrong_query_is_not() -> None:
    url = "sqlite:///sightline.db"
    damaged = explained(sqlite3.DatabaseError("database disk image is malformed"), url)
    assert damaged is not None
    assert "Restore it from a backup" in damaged
    assert explained(sqlite3.OperationalError("no such column: x"), url) is None
    assert explained(ConnectionRefusedError(111, "Connection refused"), "postgres://a@b/c") is None
