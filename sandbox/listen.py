"""Serves one app on two listeners, plain and TLS, until it is asked to stop."""

import asyncio
import contextlib
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from quart import Quart

from sandbox.hang_up import WithConnection


class Listener(uvicorn.Server):
    """A uvicorn server that does not handle signals, because two servers share a process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def loopback_socket(port: int) -> socket.socket:
    """Open a socket on 127.0.0.1; port 0 means any free port."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    return listener


class Serving:
    """The two listeners of a running sandbox."""

    def __init__(
        self, app: Quart, plain: socket.socket, secure: socket.socket, cert: tuple[Path, Path]
    ) -> None:
        self._sockets = (plain, secure)
        self._listeners = (Listener(_config(app)), Listener(_config(app, cert)))

    def stop(self) -> None:
        """Ask both listeners to stop; open requests get two seconds."""
        for listener in self._listeners:
            listener.should_exit = True

    async def run(self, *, with_stdin: bool, ready: asyncio.Event) -> None:
        """Serve until SIGTERM, SIGINT, or the end of stdin; set `ready` once both listeners answer."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        if with_stdin:
            threading.Thread(target=self._follow_stdin, args=(loop,), daemon=True).start()
        # The plain listener runs the app's lifespan, so it starts first and stops last.
        plain = asyncio.create_task(self._listeners[0].serve(sockets=[self._sockets[0]]))
        await _started(self._listeners[0], plain)
        secure = asyncio.create_task(self._listeners[1].serve(sockets=[self._sockets[1]]))
        await _started(self._listeners[1], secure)
        ready.set()
        await asyncio.gather(plain, secure)

    def _follow_stdin(self, loop: asyncio.AbstractEventLoop) -> None:
        # Not sys.stdin: this thread would still hold the lock of sys.stdin at exit, a fatal error in Python.
        while os.read(0, 4096):
            pass
        with contextlib.suppress(RuntimeError):  # the loop is already closed
            loop.call_soon_threadsafe(self.stop)


def _config(app: Quart, cert: tuple[Path, Path] | None = None) -> uvicorn.Config:
    crt, key = cert or (None, None)
    return uvicorn.Config(
        app,
        http=WithConnection,
        log_level="warning",
        date_header=False,  # the app sets the date, by the sandbox's clock
        access_log=False,
        lifespan="off" if cert else "on",
        timeout_graceful_shutdown=2,
        ssl_certfile=crt,
        ssl_keyfile=key,
    )


async def _started(listener: Listener, task: asyncio.Task[None]) -> None:
    while not listener.started:
        if task.done():
            task.result()
            raise RuntimeError("the listener ended before it began")
        await asyncio.sleep(0.01)
