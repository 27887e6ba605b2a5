"""Measures what an attack does: to readers of pixels, to the server's memory and log, and to the attacker."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.attacks.attack import Known, Tally
from tests.attacks.attacker import Order
from tests.attacks.prober import Figures, Plan
from tests.faults import table
from tests.faults.load import AGENT
from tests.serving import ROOT, Server

_BEFORE = table.amount(1, 3) / 2  # seconds of reading before an attack
_LATE = 40.0  # seconds after which a process of ours counts as stuck
_STORED_WITHIN = 30.0
_MEMORY = 96.0  # megabytes that an attack may cost; two passwords that are hashed take 64
_LINES = 20  # lines that an attack may add to the log
_first = count(0, 100_000)


class Readers:
    """A prober in a process of its own."""

    def __init__(self, urls: Sequence[str], rate: int = 50) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attacks.prober"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._say(json.dumps(asdict(Plan(list(urls), rate, next(_first)))))

    def figures(self) -> Figures:
        """What happened since the last call."""
        self._say("")
        assert self._process.stdout
        return Figures(**json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()


@dataclass
class Outcome:
    """What an attack did. `memory`: megabytes that the server grew; `lines`: lines that it logged."""

    before: Figures
    during: Figures
    tallies: list[Tally]
    memory: float
    lines: int
    lost: int

    @property
    def p99(self) -> float:
        """Milliseconds in which 99 of 100 readers were answered during the attack."""
        return self.during.percentile(0.99)

    @property
    def limit(self) -> float:
        """The milliseconds that are allowed: 50, and more on a machine that is slow or busy anyway.

        A short run does many attacks at once, on a machine whose load does not show yet. What it is to notice
        made readers wait for seconds.
        """
        return max((50 if table.FULL else 300) * table.busy(), 3 * self.before.percentile(0.9))

    @property
    def answers(self) -> Counter[str]:
        """How often the attackers got each status."""
        return sum((Counter(tally.answers) for tally in self.tallies), Counter())

    def harm(self) -> list[str]:
        """What the attack did and must not be able to do."""
        share = 0.99 if table.FULL else 0.95  # few readers: their slowest says more about the machine
        wait = self.during.percentile(share)
        found = {
            f"p{share * 100:.0f} of the pixel is {wait:.0f} ms (at most {self.limit:.0f})": wait > self.limit,
            f"pixels failed, such as {self.during.failed[:3]}": self.during.failed,
            f"{self.lost} opens are not stored": self.lost,
            f"the server has grown by {self.memory:.0f} MB (at most {_MEMORY:.0f})": self.memory > _MEMORY,
            f"{self.answers.get('500')} answers were errors of the server": self.answers.get("500"),
            f"{self.lines} lines in the log (at most {_LINES})": self.lines > _LINES,
        }
        return [harm for harm, there in found.items() if there]

    def __str__(self) -> str:
        before = self.before
        said = ", ".join(f"{number} x {status}" for status, number in sorted(self.answers.items()))
        return (
            f"pixel p50 {self.during.percentile(0.5):.0f} ms, p99 {self.p99:.0f} ms"
            f" (before {before.percentile(0.5):.0f} and {before.percentile(0.99):.0f}),"
            f" {len(self.during.failed)} of {len(self.during.waits)} failed, {self.lost} lost;"
            f" memory {self.memory:+.0f} MB, log {self.lines:+d} lines"
            f"; answers: {said or 'none'}"
        )


def under(
    server: Server,
    pixels: Sequence[str],
    labels: Sequence[str],
    seconds: float,
    known: Known | None = None,
    at_once: int | None = None,
) -> Outcome:
    """Read `pixels` while these attacks go on, against the port that the pixels' address names.

    `at_once`: connections of each attack, instead of its own number.
    """
    assert server.process
    rest, lines = _memory(server.process.pid), server.log.count("\n")
    with Readers(pixels) as readers:
        readers.figures()  # they have started
        time.sleep(_BEFORE)
        before = readers.figures()
        order = Order(pixels[0], list(labels), seconds, table.FULL, at_once, asdict(known or Known()))
        tallies, most = _carry_out(order, server.process.pid)
        during = readers.figures()
    lost = _lost(server, [*before.answered, *during.answered])
    return Outcome(before, during, tallies, most - rest, server.log.count("\n") - lines, lost)


def _carry_out(order: Order, pid: int) -> tuple[list[Tally], float]:
    """Returns what the attacker saw, and the most memory that the server used, in megabytes."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.attacks.attacker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as attacker:
        assert attacker.stdin
        assert attacker.stdout
        attacker.stdin.write(json.dumps(asdict(order)))
        attacker.stdin.close()
        most, until = 0.0, time.monotonic() + order.seconds + _LATE
        while attacker.poll() is None and time.monotonic() < until:
            most = max(most, _memory(pid))
            time.sleep(0.05)
        if attacker.poll() is None:
            attacker.kill()
        return [Tally(**each) for each in json.loads(attacker.stdout.read())], most


def _memory(pid: int) -> float:
    resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return resident * os.sysconf("SC_PAGE_SIZE") / 1e6


def _lost(server: Server, answered: Sequence[int]) -> int:
    """How many of the requests that were answered are not stored."""
    agents, until = {f"{AGENT}{number}" for number in answered}, time.monotonic() + _STORED_WITHIN
    while missing := len(agents - _stored(server.data)):
        if time.monotonic() > until:
            return missing
        time.sleep(0.2)
    return 0


def _stored(data: Path) -> set[str]:
    with sqlite3.connect(data / "sightline.db", timeout=30) as database:
        rows = database.execute("SELECT DISTINCT user_agent FROM event JOIN agent ON agent.id = agent_id")
        return {agent for (agent,) in rows}
