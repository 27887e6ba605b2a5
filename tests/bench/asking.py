"""Generates load, as fast as possible or at a fixed pace, and measures what a process uses."""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CONNECTIONS = 64
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0"
ONE_READER = f"User-Agent: {AGENT}\r\n"
_TICKS = os.sysconf("SC_CLK_TCK")


class Asker(asyncio.Protocol):
    """A connection that sends a request after each response, but at most one every `pause` seconds."""

    def __init__(self, requests: Iterator[bytes], times: list[float], pause: float = 0.0) -> None:
        self._requests, self._times, self._pause = requests, times, pause
        self._due = self._began = 0.0
        self._rest = b""
        self.stopped = False

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._due = time.perf_counter()
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._rest += data
        head, found, body = self._rest.partition(b"\r\n\r\n")
        if found and len(body) >= int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0]):
            self._times.append(time.perf_counter() - self._began)
            self._rest = b""
            self._next()

    def _next(self) -> None:
        self._due += self._pause
        late = time.perf_counter() - self._due
        if not self._pause or late >= 0:
            self._ask(late if self._pause else 0.0)  # a late start counts as waiting time
        else:
            asyncio.get_running_loop().call_later(-late, self._ask)

    def _ask(self, late: float = 0.0) -> None:
        if self.stopped:
            self._transport.close()
        else:
            self._began = time.perf_counter() - late
            self._transport.write(next(self._requests))


@dataclass(frozen=True)
class Result:
    """One round: responses per second, processor time of the server per response (µs), p99 and p50 (ms)."""

    rate: float
    cpu: float
    p99: float
    p50: float
    answers: int = 0


async def ask(
    urls: Sequence[str], pid: int, seconds: float, rate: float = 0.0, heads: Sequence[str] = ()
) -> Result:
    """Run one round: as fast as possible, or at `rate` requests per second.

    `heads`: the header lines of the request for each URL; one reader asks for all, if there are none.
    """
    place = urlsplit(urls[0])
    assert place.hostname is not None
    assert place.port is not None
    times: list[float] = []
    lines = heads or [ONE_READER] * len(urls)
    requests = itertools.cycle([_request(*each) for each in zip(urls, lines, strict=True)])
    loop, pause = asyncio.get_running_loop(), CONNECTIONS / rate if rate else 0.0
    cpu, began = processor_seconds(pid), time.perf_counter()
    askers = []
    for _ in range(CONNECTIONS):
        askers.append(
            (await loop.create_connection(lambda: Asker(requests, times, pause), place.hostname, place.port))[
                1
            ]
        )
        await asyncio.sleep(pause / CONNECTIONS)  # not all at the same time
    await asyncio.sleep(seconds)
    for asker in askers:
        asker.stopped = True
    took, answers = time.perf_counter() - began, len(times)
    await asyncio.sleep(0.3)
    cpu = processor_seconds(pid) - cpu
    centiles = statistics.quantiles(times, n=100)
    p99, p50 = centiles[98] * 1000, centiles[49] * 1000
    return Result(answers / took, cpu / len(times) * 1e6, p99, p50, len(times))


def middle(rounds: Sequence[Result]) -> Result:
    """Return the medians of several rounds."""
    return Result(
        *(statistics.median(getattr(each, name) for each in rounds) for name in ("rate", "cpu", "p99", "p50"))
    )


def processor_seconds(pid: int) -> float:
    """Return the processor time that all threads of a process have used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(pid: int) -> float:
    """Return how many megabytes of memory a process uses now."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _request(url: str, head: str) -> bytes:
    parts = urlsplit(url)
    return f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n{head}\r\n".encode()
