"""Runs the programs that dump and load a database server's data, which come with the server's client."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.backup.storage import Step
from server.lib.user_error import UserError

_LOOK_SECONDS = 0.2
_PIECE = 1 << 20  # bytes
_PASSED_ON = ("PATH", "HOME", "TZDIR")
_MOST_WORDS = 600  # characters of an error that are shown
_DEBIAN = Path("/usr/lib/postgresql")
_NUMBER = re.compile(r"\) (\d+)")


@dataclass(frozen=True, slots=True)
class DatabaseProgram:
    """A program, and the package that people install to get it."""

    name: str
    package: str

    def path(self) -> str:
        """Return where the newest such program is. Raises UserError if there is none."""
        places = [str(path / "bin") for path in sorted(_DEBIAN.glob("*"), key=_version, reverse=True)]
        found = shutil.which(self.name, path=os.pathsep.join([*places, os.environ.get("PATH", os.defpath)]))
        if found is None:
            raise UserError(f"{self.name} is missing. Install it with: apt install {self.package}")
        return found

    async def version(self) -> int:
        """Return the first number of the program's version. Raises UserError."""
        process = await asyncio.create_subprocess_exec(
            self.path(), "--version", stdout=asyncio.subprocess.PIPE, env=environment({})
        )
        said = (await process.communicate())[0].decode(errors="replace")
        number = _NUMBER.search(said)
        return int(number[1]) if number else 0

    async def run(
        self, arguments: Sequence[str], secrets: Mapping[str, str], step: Step, growing: Path | None = None
    ) -> None:
        """Run the program to its end. `secrets` go into its environment, where other people can't see them.

        `step` hears how the file `growing` grows; if it raises, the program is ended. Raises UserError with
        what the program said if it fails.
        """
        process = await asyncio.create_subprocess_exec(
            self.path(),
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=environment(secrets),
        )
        talking = asyncio.create_task(process.communicate())
        try:
            size = 0
            while not (await asyncio.wait({talking}, timeout=_LOOK_SECONDS))[0]:
                present = _size(growing)
                step(present - size)
                size = present
        except BaseException:
            process.kill()
            await talking
            raise
        if process.returncode:
            raise self._failed(talking.result()[1])

    async def pieces(self, arguments: Sequence[str]) -> AsyncIterator[bytes]:
        """Run the program, and yield what it prints. Raises UserError with what it said if it fails."""
        process = await asyncio.create_subprocess_exec(
            self.path(),
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment({}),
        )
        assert process.stdout
        assert process.stderr
        talking = asyncio.create_task(process.stderr.read())
        try:
            while piece := await process.stdout.read(_PIECE):
                yield piece
        except BaseException:
            process.kill()
            raise
        finally:
            said = await talking
            await process.wait()
        if process.returncode:
            raise self._failed(said)

    def _failed(self, said: bytes) -> UserError:
        words = " ".join(said.decode(errors="replace").split())
        return UserError(f"{self.name} failed: {words[:_MOST_WORDS]}")


def make_private(path: Path) -> None:
    """Make an empty file that only its owner can read."""
    path.touch(0o600)


def _size(path: Path | None) -> int:
    return path.stat().st_size if path and path.exists() else 0


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return an environment for a program: its own variables, and none of the settings, which hold keys."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def _version(path: Path) -> int:
    return int(path.name) if path.name.isdecimal() else 0
