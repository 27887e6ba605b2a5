"""Forks processes for a server that itself can no longer fork safely, because it runs threads.

The fork server is forked while there are no threads. It loads what its children need, shares that memory with
them, and starts one of them in milliseconds, where a new interpreter would take a second or two. It has no
threads and no loop of events, and does nothing between two orders. If the server dies, its end of the socket
is closed, whatever killed it; then the fork server ends its child and itself.
"""

from __future__ import annotations

import asyncio
import logging
import os
import select
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, NoReturn, Self

log = logging.getLogger(__name__)

Child = Callable[[socket.socket], None]  # what a child does with its end of the socket to the server

ORPHAN_SECONDS = 1.0  # what a child gets to end by itself after the server has died
_END_SECONDS = 3.0
_START, _KILL = b"s", b"k"
_NOT_BEGUN = 1  # what is reported like the exit status of a child that could not be forked


class ForkServerGone(Exception):
    """The fork server has ended, so it can start nothing any more."""


class ForkServer:
    """The server's end. Create it before the first thread starts; one child runs at a time.

    `load` runs in the fork server, and returns what each child does. Raises OSError if it cannot be forked.
    """

    def __init__(self, load: Callable[[], Child]) -> None:
        self._control, theirs = socket.socketpair()
        self._reports: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        try:
            self._pid = _forked(lambda: _obey(theirs, load))
        except OSError:
            self._control.close()
            raise
        finally:
            theirs.close()

    def start(self, link: socket.socket) -> None:
        """Start a child, to which `link` is passed. Raises ForkServerGone."""
        try:
            socket.send_fds(self._control, [_START], [link.fileno()])
        except OSError as error:
            raise ForkServerGone from error

    def kill(self) -> None:
        """Kill the child; do nothing if there is none."""
        with suppress(OSError):
            self._control.send(_KILL)

    async def ended(self) -> int:
        """Wait until the child has ended. Returns its exit status; a negative number is a signal's.

        Raises ForkServerGone.
        """
        if self._reports is None:
            self._reports = await asyncio.open_unix_connection(sock=self._control.dup())
        try:
            return int(await self._reports[0].readuntil(b"\n"))
        except (asyncio.IncompleteReadError, OSError):
            raise ForkServerGone from None

    def close(self) -> None:
        """End the fork server and its child. Blocks until both are gone."""
        if self._reports:
            with suppress(RuntimeError):  # its loop may be closed
                self._reports[1].close()
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # for its duplicate, too
        self._control.close()
        until = time.monotonic() + _END_SECONDS
        with suppress(ChildProcessError):
            while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
                if time.monotonic() > until:
                    os.kill(self._pid, signal.SIGKILL)
                time.sleep(0.01)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Running(NamedTuple):
    pid: int
    pulse: int  # reading from it ends when the child does, since only the child can write to it


def _obey(control: socket.socket, load: Callable[[], Child]) -> None:
    """Follow the orders of the server until it closes its end."""
    # The server alone decides when to end; a terminal and systemd signal all processes at once.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    _close_all_but(control.fileno())
    child, running = load(), None
    while True:
        watched: list[socket.socket | int] = [control, running.pulse] if running else [control]
        ready, _, _ = select.select(watched, [], [])
        if running and running.pulse in ready:
            control.sendall(b"%d\n" % _status(running))
            running = None
        if control in ready:
            order, links, _, _ = socket.recv_fds(control, 1, 1)
            if not order:
                _bury(running)
                return
            if order == _START:
                running = _begin(child, socket.socket(fileno=links[0]), control)
            elif running:
                os.kill(running.pid, signal.SIGKILL)


def _begin(child: Child, link: socket.socket, control: socket.socket) -> _Running | None:
    """Start a child. If the system allows no further process, report that, so that it is tried again."""
    running = None
    try:
        pulse, alive = os.pipe()
        try:
            running = _Running(_forked(lambda: _live(child, link, control, pulse)), pulse)
        finally:
            os.close(alive)
            if running is None:
                os.close(pulse)
    except OSError:
        log.exception("no process can be started at present")
        control.sendall(b"%d\n" % _NOT_BEGUN)
    link.close()
    return running


def _forked(work: Callable[[], None]) -> int:
    """Return the id of a process that does `work` and ends. Raises OSError."""
    pid = os.fork()
    if pid == 0:
        _exit_after(work)
    return pid


def _live(child: Child, link: socket.socket, control: socket.socket, pulse: int) -> None:
    os.close(pulse)
    control.close()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    child(link)


def _status(running: _Running) -> int:
    os.close(running.pulse)
    return os.waitstatus_to_exitcode(os.waitpid(running.pid, 0)[1])


def _bury(running: _Running | None) -> None:
    """Wait until the child has ended, and end it if it needs too long."""
    if running:
        if not select.select([running.pulse], [], [], ORPHAN_SECONDS)[0]:
            os.kill(running.pid, signal.SIGKILL)
        _status(running)


def _close_all_but(kept: int) -> None:
    """Close what was inherited: a copy of the server's sockets would keep its port or its sandbox alive."""
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def _exit_after(work: Callable[[], None]) -> NoReturn:
    """Do `work` and end this process, without what the process that it was forked from does at its end."""
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # nothing above this frame may run a second time
        log.critical("process %s has failed", os.getpid(), exc_info=True)
    finally:
        os._exit(status)
