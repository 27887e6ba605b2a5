"""Keeps the ranges of networks up to date in a running process.

`sightline networks refresh` writes newer lists into the data folder. A process that judges hits looks there
every half a minute, and takes for each owner the newer of the shipped and the refreshed list.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from pathlib import Path

from server.lib.net.ranges import RangeTable
from server.verdicts import network_lists, networks
from server.verdicts.network_lists import Network, NetworkList

log = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 30.0
_MOST_BYTES = 4_000_000  # of a file; the largest shipped one has 100 kB
Stamp = tuple[int, int] | None


def folder_in(data: Path) -> Path:
    """Return where the data folder keeps refreshed lists."""
    return data / "networks"


def refreshed(folder: Path) -> dict[str, NetworkList]:
    """Read the refreshed lists, by the stem of the file. Logs and leaves out those that can't be used."""
    found = {}
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        log.warning("%s is not used, because the server's user may not read it", folder)
    for path in sorted(folder.glob("*.txt")):
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise ValueError("it is too large")
            found[path.stem] = network_lists.checked(network_lists.parse(path.read_text("utf-8")))
        except (OSError, ValueError, KeyError) as error:
            log.warning("%s is not used: %s", path, error)
    return found


class NetworkFiles:
    """Watches the folder of refreshed lists. One for all that judges hits in a process."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._stamp: Stamp = None
        self._look_again_at = 0.0

    def watch(self, folder: Path) -> None:
        """Look into this folder from now on."""
        self._folder, self._look_again_at = folder, 0.0

    async def look(self) -> None:
        """Take newer lists into use, if there are any; looks again only after half a minute."""
        if self._folder is None or time.monotonic() < self._look_again_at:
            return
        self._look_again_at = time.monotonic() + LOOK_AGAIN_SECONDS
        stamp = _stamp(self._folder)
        if stamp != self._stamp:
            self._stamp = stamp
            networks.use(await asyncio.to_thread(_table, self._folder))


watched = NetworkFiles()


def _table(folder: Path) -> RangeTable[Network]:
    lists = network_lists.newest(network_lists.shipped(), refreshed(folder))
    return network_lists.table_of(lists.values())


def _stamp(folder: Path) -> Stamp:
    """Return what changes whenever a file is put into the folder: a refresh renames files into it."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino
