"""Runs the whole server in a separate process, as `sightline serve` does, for the parts that need it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import Server

PERSON, PASSWORD = "alice@example.com", "a long password 1"
# The limits are counted but never reached, although a benchmark sends all requests from one address.
FAR_LIMITS = dict.fromkeys(("TOKEN_EVENTS_PER_MINUTE", "ADDRESS_EVENTS_PER_MINUTE"), str(10**9))


@contextmanager
def full_server(folder: Path, **env: str) -> Iterator[Server]:
    """Run `sightline serve` on `folder`, with an owner."""
    with Server(folder / "data", FAR_LIMITS | {"SPOOL_MAX_BYTES": str(4 << 30)} | env) as server:
        server.run("user", "add", PERSON, "--role", "owner", "--password", PASSWORD)
        yield server


def pixels_of(server: Server, mails: int) -> list[str]:
    """Create messages. Returns the URLs of their pixels."""
    lines = server.run("mark", "--count", str(mails)).splitlines()
    return [json.loads(line)["pixel_url"] for line in lines]


def family(pid: int) -> list[float]:
    """Return the memory in MB of a process and of each of its descendants: their proportional set sizes."""
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
        found.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024)
        for task in Path(f"/proc/{each}/task").iterdir():
            waiting += map(int, (task / "children").read_text().split())
    return found
