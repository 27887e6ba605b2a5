"""What nginx logs contains no secret of a link: its log files are read by more people than the database."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path

from tests.attacks.conftest import started_behind_nginx
from tests.attacks.nginx import NAME
from tests.attacks.place import Place
from tests.faults import table

SECRET = "Zq7Xw9SecretOfALinkZq7Xw9"
PATHS = (
    f"/setup/{SECRET}",
    f"/setup/{SECRET}/google",
    f"/oauth/google/callback?state={SECRET}&code={SECRET}",
    f"/oauth/google/callback?error=x&state={SECRET}",
    f"/p/abcdefgh/{SECRET}.gif",
    f"/p/abcdefgh/r/{SECRET}.gif",
    f"/c/abcdefgh/{SECRET}",
    f"/track/open/{SECRET}.gif",
    f"/pair?code={SECRET}",
    f"/pairings/{SECRET[:20]}",
    f"/login?next=/pairings/{SECRET[:20]}",
    f"//setup/{SECRET}",
    f"/x/../setup/{SECRET}",
    f"/%73etup/{SECRET}",
)


def test_nginx_logs_no_secret(tmp_path: Path) -> None:
    found = {}
    with started_behind_nginx(tmp_path) as target:
        assert target.front
        places = (Place(target.front.port, True, NAME), Place(target.front.plain_port, False, NAME))
        asked = asyncio.run(_ask_all(places))
        found["running"] = _lines(target.front.logs)
        target.server.stop(signal.SIGKILL)
        asyncio.run(_ask_all(places))  # now each request is an error, with its own line in the error log
        found["stopped"] = _lines(target.front.logs)[len(found["running"]) :]
    for server, lines in found.items():
        table.record(
            f"11.11 secrets in nginx's logs, server {server}", f"{asked} requests", f"{len(lines)} lines"
        )
    assert not [line for lines in found.values() for line in lines[:10]]


def _lines(logs: str) -> list[str]:
    return [line for line in logs.splitlines() if SECRET[:20] in line]


async def _ask_all(places: Sequence[Place]) -> int:
    requests = [
        (place, f"{method} {path} HTTP/1.1", "Content-Length: 0")
        for place in places
        for path in PATHS
        for method in ("GET", "HEAD", "POST", "BREW")
    ]
    requests += [
        (place, "GET /login HTTP/1.1", f"Referer: https://{NAME}{path}") for place in places for path in PATHS
    ]
    for place, start, line in requests:
        await _ask(place, start, line)
    return len(requests)


async def _ask(place: Place, start: str, line: str) -> None:
    reader, writer = await place.open()
    head = f"{start}\r\nHost: {NAME}\r\n{line}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode())
    await reader.read()
    writer.close()
