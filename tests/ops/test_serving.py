"""The server's process: how it starts and how it stops."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests import parts
from tests.serving import Server


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in listed.read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()


@pytest.fixture
def proc() -> None:
    """This system lists the children of a process."""
    listed = Path("/proc/self/task").exists()
    parts.require("proc", "" if listed else "this system has no /proc that lists the children of a process")


@pytest.mark.usefixtures("proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_cleanly_and_stops_its_sandbox(tmp_path: Path, how: signal.Signals) -> None:
    server = Server(tmp_path / "data").start()
    assert server.process
    [sandbox] = children(server.process.pid)
    assert server.stop(how) == 0
    assert not is_alive(sandbox)
    assert "Traceback" not in server.log


def test_a_server_creates_its_key_only_at_its_first_start(tmp_path: Path) -> None:
    server = Server(tmp_path / "data").start()
    first = server.log
    server.stop()
    server.start()
    second = server.log[len(first) :]
    server.stop()
    assert "a key was made" in first
    assert "a key was made" not in second
    assert "/setup/" in second
