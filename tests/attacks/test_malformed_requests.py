"""Malformed requests, over real sockets, cause neither an error of the server nor a long log. Covers S4."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.attacks import malformed
from tests.attacks.conftest import Target
from tests.attacks.place import Place
from tests.faults import table
from tests.world import opened_world

AT_ONCE = 20
GIVEN_UP = 3.0  # seconds after which a request that is no complete one is not waited for
MOST_LINES = 50


@pytest.mark.timeout(1200)
async def test_malformed_requests_cause_no_error(targets: Callable[[str], Target], tmp_path: Path) -> None:
    target = await asyncio.to_thread(targets, "alone")
    place, number = Place.of(target.pixels[0]), table.amount(300, 10_000)
    paths = await _paths(tmp_path, target)
    made = iter(malformed.requests(11, number, paths, place.host))
    before, answers = target.server.log.count("\n"), Counter[str]()
    errors: list[bytes] = []
    await asyncio.gather(*(_ask(place, made, answers, errors) for _ in range(AT_ONCE)))
    lines = target.server.log.count("\n") - before
    said = ", ".join(f"{count} x {status or 'no answer'}" for status, count in sorted(answers.items()))
    table.record("S4 malformed requests", f"{number} on {len(paths)} paths", f"{said}; log +{lines} lines")
    assert target.well()
    assert answers.total() == number
    assert not errors, errors[:5]
    assert lines <= MOST_LINES


async def _paths(folder: Path, target: Target) -> list[str]:
    """A path of each route, and of what the edge answers."""
    async with opened_world(folder) as world:
        rules = [rule.rule for rule in world.app.url_map.iter_rules()]
    plain = [rule.replace("<", "").replace(">", "") for rule in rules]
    return [*plain, target.known.pixel, "/c/x/y", "*", "/p/"]


async def _ask(place: Place, made: Iterator[bytes], answers: Counter[str], errors: list[bytes]) -> None:
    for request in made:
        reader, writer = await place.open()
        answer = b""
        try:
            writer.write(request)
            async with asyncio.timeout(GIVEN_UP):
                answer = await reader.read(2**16)
        except (OSError, TimeoutError):
            pass
        finally:
            writer.transport.abort()
        answers[answer[9:12].decode("latin-1")] += 1
        if answer.startswith(b"HTTP/1.1 5") and not answer.startswith(b"HTTP/1.1 501"):
            errors.append(request[:300])
