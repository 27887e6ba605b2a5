"""The server's process: how it starts and how it stops."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests import processes
from tests.processes import fork_server_of, is_alive, sandbox_of, worker_of
from tests.serving import Server


@pytest.fixture
def proc() -> None:
    """This system lists the children of a process."""
    processes.require()


@pytest.mark.usefixtures("proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_cleanly_and_stops_its_sandbox(tmp_path: Path, how: signal.Signals) -> None:
    server = Server(tmp_path / "data").start()
    others = [sandbox_of(server), fork_server_of(server), worker_of(server)]
    assert server.stop(how) == 0
    assert not any(is_alive(each) for each in others)
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
