"""Debian's `age`, which asks for a passphrase on the terminal only: here on one of its own."""

from __future__ import annotations

import os
import pty
from pathlib import Path

from tests import parts


def decrypt(file: Path, to: Path, passphrase: str) -> int:
    """Decrypt a file. Returns the exit status."""
    return _answered(["--decrypt", "--output", str(to), str(file)], passphrase, times=1)


def encrypt(file: Path, to: Path, passphrase: str) -> int:
    """Encrypt a file with a passphrase. Returns the exit status."""
    return _answered(["--passphrase", "--output", str(to), str(file)], passphrase, times=2)


def _answered(arguments: list[str], passphrase: str, times: int) -> int:
    age = str(parts.program("age", "age"))
    child, terminal = pty.fork()
    if child == 0:
        os.execv(age, [age, *arguments])
    try:
        for _ in range(times):
            _until_asked(terminal)
            os.write(terminal, f"{passphrase}\n".encode())
        while _heard(terminal):
            pass
    finally:
        os.close(terminal)
        status = os.waitpid(child, 0)[1]
    return os.waitstatus_to_exitcode(status)


def _until_asked(terminal: int) -> None:
    heard = b""
    while b"passphrase" not in heard.lower() or not heard.rstrip().endswith(b":"):
        piece = _heard(terminal)
        assert piece, f"age did not ask for the passphrase: {heard!r}"
        heard += piece


def _heard(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end of the terminal is closed
        return b""
