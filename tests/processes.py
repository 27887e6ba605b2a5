"""Finds the processes that a server has started, by their ids, as Linux lists them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests import parts
from tests.serving import Server
from tests.waiting import TIMEOUT_S


def require() -> None:
    """This system lists the children of a process."""
    listed = Path("/proc/self/task").exists()
    parts.require("proc", "" if listed else "this system has no /proc that lists the children of a process")


def children(pid: int) -> list[int]:
    """The processes that `pid` has started; none if it has ended."""
    with suppress(OSError):
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that nobody has waited for does not."""
    try:
        os.kill(pid, 0)
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


def sandbox_of(server: Server) -> int:
    """The sandbox that stands in for Google."""
    [sandbox] = [each for each in _children_of(server) if _is_sandbox(each)]
    return sandbox


def fork_server_of(server: Server) -> int:
    """The process that starts the worker."""
    [forks] = [each for each in _children_of(server) if not _is_sandbox(each)]
    return forks


def worker_of(server: Server, other_than: int = 0) -> int:
    """The server's worker, as soon as there is one other than this."""

    def look() -> int:
        return next((each for each in children(fork_server_of(server)) if each != other_than), 0)

    return soon(look, within=TIMEOUT_S)


def soon(look: Callable[[], int], within: float) -> int:
    """The result of `look` as soon as it is not zero."""
    until = time.monotonic() + within
    while not (found := look()):
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.005)
    return found


def _children_of(server: Server) -> list[int]:
    assert server.process
    return children(server.process.pid)


def _is_sandbox(pid: int) -> bool:
    return "sandbox" in Path(f"/proc/{pid}/cmdline").read_text().split("\0")


def listening_on(port: int) -> list[int]:
    """Return the processes of the database server that listens on this port."""
    marks = (f"port={port}\0", f"--port={port}\0")
    found = [pid for pid in _processes() if any(mark in _read(pid, "cmdline") for mark in marks)]
    assert found
    return [*found, *(pid for pid in _processes() if _parent(pid) in found)]


def _processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def _parent(pid: int) -> int:
    fields = _read(pid, "stat").rpartition(")")[2].split()
    return int(fields[1]) if fields else 0


def _read(pid: int, what: str) -> str:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes().decode("latin-1")
    except OSError:  # the process has ended since it was listed
        return ""


def tell(processes: list[int], what: signal.Signals) -> None:
    """Send a signal to each of them that has not ended since it was listed."""
    send: Callable[[int, int], None] = os.kill
    for pid in processes:
        with suppress(ProcessLookupError):
            send(pid, what)
