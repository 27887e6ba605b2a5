"""A real server rejects every forged token and handles it without an error. Covers S1."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.lib.keys.signing import KeyRing
from server.marks.tokens import Purpose, verify
from tests.faults.conftest import UNLIMITED, marked, stored
from tests.faults.forger import GOOD_URL, Forger
from tests.faults.load import AGENT
from tests.faults.table import amount, record
from tests.serving import Server

SECRET = "the key of this server, which Mallory does not know"
AT_ONCE = 8
CASES = amount(6_000, 120_000)
Answer = tuple[bytes, tuple[bytes, ...], bytes]  # status line, headers except Date, body


@pytest.mark.timeout(900)
async def test_no_forged_token_is_accepted_and_a_forged_pixel_gets_the_same_answer_as_a_valid_one(
    tmp_path: Path,
) -> None:
    with Server(tmp_path / "data", UNLIMITED | {"TRACKING_SECRET": SECRET}) as server:
        [pixel], _ = await asyncio.to_thread(marked, server, 1, GOOD_URL)
        ring, token = KeyRing.of([SECRET.encode()]), pixel.rpartition("/")[2].removesuffix(".gif")
        forger = Forger(ring, verify(ring, Purpose.OPEN, token, 0))
        [good] = await _answers(server.port, iter([("good", Purpose.OPEN, forger.open)]))
        [followed] = await _answers(server.port, iter([("good", Purpose.CLICK, forger.click)]))
        assert followed[2][0].startswith(b"HTTP/1.1 302")
        cases = itertools.islice(forger.attempts(), CASES)
        answers = [
            each
            for some in await asyncio.gather(*(_answers(server.port, cases) for _ in range(AT_ONCE)))
            for each in some
        ]
        found = await asyncio.to_thread(stored, server)
    tricks, statuses = Counter(name for name, _, _ in answers), Counter(what[0] for _, _, what in answers)
    believed = [
        each for each in answers if each[1] is Purpose.CLICK and each[2][0].startswith(b"HTTP/1.1 30")
    ]
    other = [each for each in answers if each[1] is Purpose.OPEN and each[2] != good[2]]
    result = f"{len(believed) + found.total() - 2} accepted, {len(other)} pixels differ from a valid one's"
    record(f"S1 forged tokens, {len(tricks)} tricks", f"{len(answers)} tokens", result)
    assert len(answers) == CASES
    assert believed == []
    assert other == []
    assert not any(status.startswith(b"HTTP/1.1 5") for status in statuses)
    assert found == {0: 2}, "a forged token was recorded"


async def _answers(port: int, cases: Iterator[tuple[str, Purpose, str]]) -> list[tuple[str, Purpose, Answer]]:
    """Send each token on one connection. Returns the responses."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    try:
        for name, purpose, token in cases:
            path = f"/p/aaaaaaaa/{token}.gif" if purpose is Purpose.OPEN else f"/c/aaaaaaaa/{token}"
            writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nUser-Agent: {AGENT}0\r\n\r\n".encode())
            answers.append((name, purpose, await asyncio.wait_for(_answer(reader), 30)))
    finally:
        writer.close()
    return answers


async def _answer(reader: asyncio.StreamReader) -> Answer:
    status, *headers = (await reader.readuntil(b"\r\n\r\n")).strip().split(b"\r\n")
    lower = [header.lower() for header in headers]
    [length] = [int(header[16:]) for header in lower if header.startswith(b"content-length: ")]
    body = await reader.readexactly(length)
    return status, tuple(header for header in lower if not header.startswith(b"date:")), body
