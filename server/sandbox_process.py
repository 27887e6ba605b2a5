"""Runs the sandbox in a separate process, which ends when the server ends, even if the server is killed."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from server.google.settings import GoogleSettings
from server.lib.config import ConfigError
from server.lib.settings import ServerSettings, Settings

_START_WAIT = 60.0  # seconds
_END_WAIT = 5.0


@contextmanager
def beside(settings: Settings) -> Iterator[Settings]:
    """Yield settings that say what to use: Google itself, the sandbox at SANDBOX_URL, or a new sandbox.

    A new sandbox ends when its standard input is closed, so a killed server leaves none behind.
    """
    google = settings[GoogleSettings]
    if not google.wants_sandbox or google.sandbox_url:
        yield settings
        return
    process = _start(settings[ServerSettings])
    try:
        yield settings.replaced(google.with_sandbox(_url(process)))
    finally:
        _end(process)


def _start(settings: ServerSettings) -> subprocess.Popen[bytes]:
    folder = settings.data / "sandbox"
    folder.mkdir(parents=True, exist_ok=True)
    for path in (folder, *folder.iterdir()):
        if not os.access(path, os.R_OK | os.W_OK, effective_ids=True):
            raise ConfigError(
                f"{path} cannot be written by this user. Let the owner of the data folder run the server, or "
                f"give the folder to this user; as root: chown -R USER {settings.data}"
            )
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--tls-port", "0", "--data", str(folder)]
    return subprocess.Popen(  # noqa: S603 - our own module, our own arguments
        [*command, "--app-url", settings.public_url, "--exit-with-stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _url(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    said, _, _ = select.select([process.stdout], [], [], _START_WAIT)
    line = process.stdout.readline() if said else b""
    if not line:
        raise ConfigError("The sandbox that stands in for Google did not start. Its error message is above.")
    url: str = json.loads(line)["url"]
    return url


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(_END_WAIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
