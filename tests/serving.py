"""Runs the server as a real process for tests, on free ports, and stops it by its process id."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

ROOT = Path(__file__).parents[1]
READY_WITHIN = 60.0


def free_port() -> int:
    """A port on which nobody listens at the moment.

    The port is outside the range that the system assigns. Otherwise another test could get it before this
    server listens or while it restarts.
    """
    for _ in range(1000):
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


@dataclass
class Server:
    """`sightline serve` on a data folder. A test can start, kill and restart it any number of times."""

    data: Path
    env: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    descriptors: int | None = None  # how many files and sockets the process may have open

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What the process has printed so far."""
        return self._log_file.read_text() if self._log_file.exists() else ""

    @property
    def exit_code(self) -> int | None:
        """The exit code of a process that has ended by itself; None while it runs."""
        return self.process.poll() if self.process else None

    def forget_log(self) -> None:
        """Empty the log."""
        self._log_file.write_text("")

    @property
    def _log_file(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def start(self) -> Server:
        """Start the server and wait until it answers pages."""
        self.launch().wait_until_ready()
        return self

    def launch(self) -> Server:
        """Start the server's process, and wait for nothing."""
        with self._log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self._limited(), sys.executable, "-m", "server", "serve"],
                cwd=ROOT,
                env=self.environment(),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        return self

    def _limited(self) -> list[str]:
        return ["prlimit", f"--nofile={self.descriptors}"] if self.descriptors else []

    def wait_until_ready(self) -> None:
        """Wait for a healthy answer; fails with the log if the process ends first."""
        assert self.process is not None
        deadline, last = time.monotonic() + READY_WITHIN, "nothing"
        # One client for all requests, because each client reads all certificates.
        with httpx.Client(timeout=2) as client:
            while time.monotonic() < deadline:
                assert self.process.poll() is None, f"the server ended:\n{self.log}"
                try:
                    answer = client.get(f"{self.url}/health")
                    if answer.status_code == 200:
                        return
                    last = answer.text.strip()
                except httpx.TransportError:
                    pass
                time.sleep(0.05)
        raise AssertionError(f"the server was not ready in {READY_WITHIN} s; /health: {last}\n{self.log}")

    def stop(self, how: int = signal.SIGTERM, within: float = 60.0) -> int:
        """Stop the process with the signal `how`, and return its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        code = self.process.wait(within)
        self.process = None
        return code

    def run(self, *arguments: str, stdin: str = "") -> str:
        """Run another `sightline` command on the same data folder; returns what it printed."""
        done = self.outcome(*arguments, stdin=stdin)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def outcome(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run another `sightline` command on the same data folder, which may fail."""
        return subprocess.run(
            [*self._limited(), sys.executable, "-m", "server", *arguments],
            cwd=ROOT,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def environment(self) -> dict[str, str]:
        """A clean environment, without the developer's own settings."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "SIGHTLINE_DATA": str(self.data), "PORT": str(self.port), **self.env}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None:
            self.stop(signal.SIGKILL)


def listens(process: subprocess.Popen[bytes], port: int, within: float) -> bool:
    """Whether a process accepts connections at its port; False if it has ended, or not within the time."""
    until = time.monotonic() + within
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False
