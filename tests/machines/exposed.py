"""A machine on which everything may go wrong: disk, clock, keys, database, Redis, proxy, and the server."""

from __future__ import annotations

import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.faults.disk import fill
from tests.machines.machine import Machine, waits_until
from tests.machines.moved_clock import DAY, MovedClock
from tests.machines.proxies import nginx
from tests.machines.weather import Trouble
from tests.nodes.redis_server import RedisServer
from tests.processes import listening_on, tell
from tests.serving import free_port

_FORBIDS_PUT = "limit_except GET POST { deny all; }"
_CLOSES = "keepalive_timeout 0;"


@dataclass
class Exposed:
    """The server, its disk and its clock, and the proxy in front of it. `disk`: what holds its folder."""

    server: Machine
    disk: Path
    clock: MovedClock
    keys: bytes = b""
    pixel: str = ""
    proxy_port: int = field(default_factory=free_port)
    _proxy: ExitStack = field(default_factory=ExitStack)
    _lock: sqlite3.Connection | None = None

    def troubles(self) -> list[Trouble]:
        """What may happen to a server on SQLite with a spool in a file."""
        return [
            Trouble("the disk is full", self._fill, self._free),
            *(
                Trouble(f"the clock is {ahead} off", self._moves(ahead), self._moves(timedelta()))
                for ahead in (timedelta(minutes=10), -DAY, 366 * DAY)
            ),
            Trouble("keys.json may not be read", lambda: self._mode(0o000), lambda: self._mode(0o600)),
            Trouble("keys.json is half written", self._halve, self.put_keys_back),
            Trouble("the keys are rotated", self._rotate, lasts=False),
            Trouble("the proxy is restarted", self.restart_proxy, lasts=False),
            Trouble("the proxy forbids PUT", lambda: self.restart_proxy(_FORBIDS_PUT), self.restart_proxy),
            Trouble("the proxy closes connections", lambda: self.restart_proxy(_CLOSES), self.restart_proxy),
            Trouble("the server is restarted", lambda: self._restart(signal.SIGTERM), lasts=False),
            Trouble("the server is killed", lambda: self._restart(signal.SIGKILL), lasts=False),
        ]

    def of_sqlite(self) -> list[Trouble]:
        """What may happen to its SQLite database, too."""
        return [Trouble("the database is locked", self._lock_database, self._unlock_database)]

    def restart_proxy(self, more: str = "") -> None:
        """Start nginx again in front of the server, with `more` lines for its location."""
        self._proxy.close()
        self._proxy.enter_context(nginx(self.server.port, more, self.proxy_port))

    def put_keys_back(self) -> None:
        """Restore the keys, as their owner does who finds them damaged."""
        file = self.server.data / "keys.json"
        waits_until(lambda: self._written(file, self.keys), otherwise="the keys cannot be put back")

    def heal(self) -> None:
        """Put all right that no trouble put right by itself."""
        self.clock.move(timedelta())
        self._free()
        self.put_keys_back()
        if self.server.process is None or self.server.process.poll() is not None:
            self.server.launch()

    def close(self) -> None:
        """Stop everything."""
        self._proxy.close()
        if self._lock:
            self._unlock_database()
        self.server.kill()

    def _moves(self, ahead: timedelta) -> Callable[[], None]:
        return lambda: self.clock.move(ahead)

    def _fill(self) -> None:
        fill(self.disk / "ballast")

    def _free(self) -> None:
        (self.disk / "ballast").unlink(missing_ok=True)

    def _mode(self, mode: int) -> None:
        file = self.server.data / "keys.json"
        if file.exists():
            file.chmod(mode)

    def _halve(self) -> None:
        self._written(self.server.data / "keys.json", self.keys[: len(self.keys) // 2])

    def _written(self, file: Path, text: bytes) -> bool:
        """Write the file in place, as an editor does; on a full disk, nothing changes."""
        try:
            file.chmod(0o600)
            with file.open("r+b") as opened:
                opened.write(text)
                opened.truncate()
        except OSError:
            return False
        return True

    def _rotate(self) -> None:
        self.put_keys_back()
        self.server.outcome("keys", "rotate")  # on a full disk it fails
        self.keys = (self.server.data / "keys.json").read_bytes() or self.keys

    def _restart(self, how: signal.Signals) -> None:
        """Stop the server, and start it with keys that it can read: it refuses others, and says so."""
        if self.server.process and self.server.process.poll() is None:
            self.server.stop(how)
        self.put_keys_back()
        self.server.launch()
        self.server.wait_until_it_answers(self.pixel)

    def _lock_database(self) -> None:
        path = self.server.data / "sightline.db"
        held = sqlite3.connect(path, isolation_level=None, timeout=60, check_same_thread=False)
        held.execute("BEGIN EXCLUSIVE")
        self._lock = held

    def _unlock_database(self) -> None:
        if self._lock:
            self._lock.execute("ROLLBACK")
            self._lock.close()
            self._lock = None


def of_redis(redis: RedisServer) -> list[Trouble]:
    """What may happen to the Redis in which hits wait."""

    def flush() -> None:
        if redis.process and not frozen.is_set():
            with redis.client as client:
                client.flushall()

    def freeze() -> None:
        if redis.process:
            redis.freeze()
            frozen.set()

    def thaw() -> None:
        if redis.process and frozen.is_set():
            redis.freeze(signal.SIGCONT)
        frozen.clear()

    def start() -> None:
        frozen.clear()
        redis.start()

    frozen = threading.Event()
    return [
        Trouble("Redis is killed", redis.stop, start),
        Trouble("Redis is silent", freeze, thaw),
        Trouble("Redis forgets everything", flush, lasts=False),
    ]


def of_postgres(server_port: int, bouncer: Callable[[], object]) -> list[Trouble]:
    """What may happen to a PostgreSQL on this port, and to the pgbouncer in front of it.

    `bouncer` starts pgbouncer again.
    """

    def crash() -> None:
        """Kill a process that serves a client: PostgreSQL ends all of them, and recovers."""
        tell(listening_on(server_port)[-1:], signal.SIGKILL)

    return [
        Trouble(
            "PostgreSQL is silent",
            lambda: tell(listening_on(server_port), signal.SIGSTOP),
            lambda: tell(listening_on(server_port), signal.SIGCONT),
        ),
        Trouble("PostgreSQL crashes", crash, lasts=False),
        Trouble("pgbouncer is restarted", bouncer, lasts=False),
    ]
