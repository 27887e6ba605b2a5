"""Fixtures: a private Redis, and spools on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nodes.redis_server import RedisServer, redis_server


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis that writes every command to disk before it answers."""
    with redis_server(tmp_path / "redis") as running:
        yield running
