"""A system that allows no further process for a while stops neither the server nor the fork server."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from pathlib import Path

import pytest

from server import serving
from server.lib.processes.fork_server import Child, ForkServer
from tests.world import settings_in

GREETING = b"here"


def greet(link: socket.socket) -> None:
    """What each child does."""
    link.sendall(GREETING)


def no_process() -> int:
    """What the system answers at its limit of processes, which does not hold for root."""
    raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")


def load_at_the_limit() -> Child:
    """Run in the fork server: its first attempt to fork fails."""
    real = os.fork

    def fork() -> int:
        os.fork = real
        return no_process()

    os.fork = fork
    return greet


async def test_a_child_that_cannot_be_forked_counts_as_ended_and_the_next_one_starts() -> None:
    with ForkServer(load_at_the_limit) as forks:
        for status, greeting in ((1, b""), (0, GREETING)):
            ours, theirs = socket.socketpair()
            with ours:
                with theirs:
                    forks.start(theirs)
                assert await asyncio.wait_for(forks.ended(), 60) == status
                ours.settimeout(60)
                assert await asyncio.to_thread(ours.recv, 100) == greeting


def test_a_server_that_cannot_fork_at_its_start_does_the_background_work_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(os, "fork", no_process)
    assert serving._fork_server(settings_in(tmp_path)) is None
    assert "the background work runs in this one" in caplog.text
