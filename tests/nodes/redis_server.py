"""Runs a private Redis for one test, on a free loopback port; the test can stop and restart it."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from redis import Redis, RedisError

from server.lib.redis.names import Names
from tests import parts
from tests.migrations.databases import kept_port

NAMES = Names("c0ffee")


@dataclass
class RedisServer:
    """`redis-server` on a folder; `fsync`: its appendfsync."""

    folder: Path
    port: int
    fsync: str = "always"
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def client(self) -> Redis:
        """A separate client."""
        return Redis(host="127.0.0.1", port=self.port, protocol=2)

    def start(self) -> None:
        """Start the process, and wait until it answers."""
        options = {
            "port": self.port,
            "bind": "127.0.0.1",
            "dir": self.folder,
            "appendonly": "yes",
            "appendfsync": self.fsync,
            "save": "",
            "logfile": self.folder / "redis.log",
        }
        words = [str(word) for name, value in options.items() for word in (f"--{name}", value)]
        self.process = subprocess.Popen(
            [parts.program("redis", "redis-server"), *words], stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + 60
        while not self._answers():
            assert time.monotonic() < until, (self.folder / "redis.log").read_text()
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Stop the process."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(60)
            self.process = None

    def freeze(self, how: signal.Signals = signal.SIGSTOP) -> None:
        """Stop answering but keep the connections; SIGCONT ends that."""
        assert self.process
        self.process.send_signal(how)

    def _answers(self) -> bool:
        try:
            with self.client as client:
                return bool(client.ping())
        except (RedisError, OSError):
            return False


@contextmanager
def redis_server(folder: Path, fsync: str = "always") -> Iterator[RedisServer]:
    """Run a Redis on a free port, with its files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with kept_port() as port:
        server = RedisServer(folder, port, fsync)
        server.start()
        try:
            yield server
        finally:
            if server.process:
                server.process.send_signal(signal.SIGCONT)
            server.stop()
