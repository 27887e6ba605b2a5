"""Runs the server as on somebody's machine, and reads what `sightline doctor` tells that person."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from tests.faults.load import AGENT
from tests.faults.stores import hits_in
from tests.faults.table import busy
from tests.serving import Server

SCREEN_COLUMNS, SCREEN_LINES = 120, 30
# As root, no mode of a file would bind the server, so it runs without those rights of root.
_UNPRIVILEGED = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-sys_resource")
_LINE = re.compile(r"^● (green|yellow|red)\s+(.*)$")
_LOST = re.compile(r"(\d[\d,]*) (?:of the )?(?:hits?|opens?|clicks?|events?)\b[^.;]*?\b(?:lost|dropped)")
_SECTION = re.compile(r'<section[^>]* id="lost".*?</section>', re.DOTALL)
_ROW = re.compile(r"<td>([\d,]+)</td>")


@dataclass(frozen=True)
class Doctor:
    """What `sightline doctor` printed, and how it ended."""

    text: str
    errors: str
    code: int

    def lines(self, colour: str) -> list[str]:
        """The lines of this colour, without it: the part, then the sentence."""
        found = map(_LINE.match, self.text.splitlines())
        return [each[2] for each in found if each and each[1] == colour]

    def elsewhere(self, data: Path) -> Doctor:
        """The same, as if the data were in the folder of the example unit, which has a shorter name."""
        return replace(self, text=self.text.replace(str(data), "/var/lib/sightline"))

    @property
    def told(self) -> int:
        """How many hits it says were lost."""
        return sum(int(number.replace(",", "")) for number in _LOST.findall(self.text))

    @property
    def height(self) -> int:
        """How many lines of a terminal it fills."""
        return sum(max(1, math.ceil(len(line) / SCREEN_COLUMNS)) for line in self.text.splitlines())


@dataclass
class Machine(Server):
    """`sightline serve` without any right that root has beyond other users. `mails`: URLs that it marked."""

    mails: list[dict[str, str]] = field(default_factory=list)

    def _limited(self) -> list[str]:
        return [*super()._limited(), *(_UNPRIVILEGED if os.geteuid() == 0 else ())]

    @property
    def command(self) -> list[str]:
        """`sightline`, to be run in the folder of the project."""
        return [*self._limited(), sys.executable, "-m", "server"]

    def doctor(self) -> Doctor:
        """Ask `sightline doctor`."""
        done = self.outcome("doctor")
        return Doctor(done.stdout, done.stderr, done.returncode)

    def takes(self, other: Machine) -> None:
        """Begin with a copy of another one's folder, and of its mails."""
        shutil.copytree(other.data, self.data)
        self.mails = [
            {kind: url.replace(other.url, self.url) for kind, url in mail.items()} for mail in other.mails
        ]

    def marked(self, count: int, *links: str) -> list[str]:
        """The URLs of the pixels of `count` mails, and of their links if they have any."""
        mails = self.mails[:count] if len(self.mails) >= count else self.marked_anew(count, *links)
        return [url for mail in mails for kind, url in mail.items() if links or kind == "pixel"]

    def marked_anew(self, count: int, *links: str) -> list[dict[str, str]]:
        """Create `count` mails. Returns the URLs of each by their kind: pixel, link 0, link 1 and so on."""
        wanted = [part for link in links for part in ("--link", link)]
        lines = self.run("mark", "--count", str(count), *wanted).splitlines()
        return [_urls(json.loads(line)) for line in lines]

    def emptied(self, within: float = 60.0, spool: Path | None = None) -> None:
        """Wait until the spool on disk is empty."""
        waits_until(
            lambda: hits_in(spool or self.data / "spool.db") == 0, within, "the spool is not digested"
        )

    def stored(self, spool: Path | None = None) -> Counter[int]:
        """How often each numbered hit is in the SQLite database, once the spool is empty."""
        self.emptied(spool=spool)
        with sqlite3.connect(self.data / "sightline.db", timeout=20) as database:
            agents = database.execute("SELECT user_agent FROM event JOIN agent ON agent.id = agent_id")
            return Counter(int(agent.removeprefix(AGENT)) for (agent,) in agents if agent.startswith(AGENT))

    def wait_until_it_answers(self, pixel: str, within: float = 60.0) -> float:
        """Wait until a reader gets the image of a pixel, as a test of the server. Returns the seconds."""
        began = time.monotonic()
        waits_until(lambda: self._answers(pixel), within, "no pixel is answered")
        return time.monotonic() - began

    def _answers(self, url: str) -> bool:
        assert self.process
        assert self.process.poll() is None, f"the server ended:\n{self.log}"
        try:
            return httpx.head(url, timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def ended(self, within: float = 20.0) -> int | None:
        """How the launched server ended; None if it still runs after this time."""
        return self._ended(within, lambda: False)

    def ended_or_ready(self) -> int | None:
        """How the launched server ended; None as soon as it answers pages."""
        return self._ended(60.0, self._is_ready)

    def _ended(self, within: float, runs: Callable[[], bool]) -> int | None:
        assert self.process
        end = time.monotonic() + within * busy()
        while self.process.poll() is None and time.monotonic() < end and not runs():
            time.sleep(0.1)
        return self.process.returncode

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def warnings(self, since: int = 0) -> list[str]:
        """The warnings and errors in the log, from this place on; not a path that happens to name a word."""
        lines = self.log[since:].replace(str(self.data), "DATA").splitlines()
        return [line for line in lines if re.search(r"\b(WARNING|ERROR|CRITICAL|Error:)", line)]

    def kill(self) -> None:
        """Kill the server, if it runs."""
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGKILL)
        self.process = None


def soon(look: Callable[[], list[str]], within: float = 20.0) -> list[str]:
    """What `look` finds as soon as it finds something; nothing if it has not by then."""
    end = time.monotonic() + within * busy()
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def _urls(mail: dict[str, Any]) -> dict[str, str]:
    links = {f"link {number}": link["tracked_url"] for number, link in enumerate(mail["links"])}
    return {"pixel": mail["pixel_url"], **links}


def waits_until(true: Callable[[], object], within: float = 60.0, otherwise: str = "it never came") -> None:
    """Wait until this is true, as long as a busy machine may need."""
    end = time.monotonic() + within * busy()
    while not true():
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)


def last(said: str) -> str:
    """The last line of what a command printed, shortened for the table."""
    return (said.strip().splitlines() or ["nothing"])[-1][:100]


def shown_as_lost(status_page: str) -> int:
    """How many hits the status page says were answered and lost, altogether; its rows must add up to that."""
    section = _SECTION.search(status_page)
    numbers = [int(number.replace(",", "")) for number in _ROW.findall(section[0])] if section else []
    if not numbers:
        return 0
    total, *rows = numbers
    assert sum(rows) == total
    return total
