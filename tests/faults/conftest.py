"""Fixtures: a real server in a separate process, with Alice and marked mails."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.faults.load import AGENT
from tests.faults.stores import hits_in
from tests.faults.visitor import PASSWORD
from tests.serving import Server

UNLIMITED = {"TOKEN_EVENTS_PER_MINUTE": "0", "ADDRESS_EVENTS_PER_MINUTE": "0"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Run `sightline serve`, with Alice as its owner."""
    with Server(tmp_path / "data") as running:
        running.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        yield running


@pytest.fixture
def unlimited(tmp_path: Path) -> Iterator[Server]:
    """Run `sightline serve` without rate limits."""
    with Server(tmp_path / "data", UNLIMITED) as running:
        yield running


def marked(server: Server, count: int, *links: str) -> tuple[list[str], list[str]]:
    """Create `count` mails. Returns their pixels and their tracked links."""
    wanted = [part for link in links for part in ("--link", link)]
    lines = server.run("mark", "--count", str(count), *wanted).splitlines()
    mails = [json.loads(line) for line in lines]
    return (
        [mail["pixel_url"] for mail in mails],
        [link["tracked_url"] for mail in mails for link in mail["links"]],
    )


def stored(server: Server) -> Counter[int]:
    """Return how often each numbered request is in the database, once the spool is digested."""
    with sqlite3.connect(server.data / "sightline.db") as database:
        [(raw,)] = database.execute("SELECT id FROM message LIMIT 1")
    some_id = UUID(bytes=raw)
    spool, until = Path(server.env.get("SPOOL_PATH", server.data / "spool.db")), time.monotonic() + 120
    server.run("show", str(some_id))  # this waits for the spool, but not as long as a slow machine may need
    while hits_in(spool):
        assert time.monotonic() < until, "the spool is not digested"
        server.run("show", str(some_id))
    with sqlite3.connect(server.data / "sightline.db") as database:
        agents = database.execute("SELECT user_agent FROM event JOIN agent ON agent.id = agent_id")
        return Counter(int(agent.removeprefix(AGENT)) for (agent,) in agents)
