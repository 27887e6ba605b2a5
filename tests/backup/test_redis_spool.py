"""Hits that wait in Redis are in the backup, stay in Redis, and are stored once after the restore."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.backup.installation import done, marked, owned, refused
from tests.nodes.redis_server import RedisServer, redis_server
from tests.serving import Server

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/15"
HITS = 5


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis that writes every command to disk before it answers."""
    with redis_server(tmp_path / "redis") as running:
        yield running


def test_hits_that_wait_in_redis_are_in_the_backup_and_stay_in_redis(
    redis: RedisServer, tmp_path: Path, new: Server
) -> None:
    old = owned(tmp_path / "data", {"SPOOL_URL": redis.url, "WORKER": "off"})
    [pixel] = marked(old, 1)
    file = tmp_path / "one.backup"
    with old:
        for number in range(HITS):
            assert httpx.get(pixel, headers={"user-agent": f"{AGENT}{number}.0"}).status_code == 200
        _until(lambda: _in_redis(redis) == HITS)
        assert f"Hits that wait to be stored: {HITS}." in done(old, "backup", file)
        assert _in_redis(redis) == HITS
        old.stop()
    done(new, "restore", file)  # without Redis
    assert _count(new, "spool.db", "hit") == HITS
    with new:
        _until(lambda: _count(new, "sightline.db", "event") == HITS)
        new.stop()
    done(old, "restore", "--overwrite", file)  # now each hit is in Redis and in the file
    old.env["WORKER"] = "on"
    with old:
        _until(lambda: not _count(old, "spool.db", "hit") and not _in_redis(redis))
        old.stop()
    assert _count(old, "sightline.db", "event") == HITS


def test_a_redis_that_does_not_answer_is_named(redis: RedisServer, alice: Server, tmp_path: Path) -> None:
    alice.env["SPOOL_URL"] = redis.url
    redis.stop()
    assert "SPOOL_URL" in refused(alice, "backup", tmp_path / "one.backup")
    assert not (tmp_path / "one.backup").exists()


def _in_redis(redis: RedisServer) -> int:
    with closing(redis.client) as client:
        return sum(int(str(client.xlen(name))) for name in client.scan_iter("*hits*", _type="stream"))


def _count(place: Server, file: str, table: str) -> int:
    with closing(sqlite3.connect(place.data / file)) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.1)
