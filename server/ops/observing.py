"""Stores what a process observes and its owner should know after a restart, too, by `doctor` and at /status.

Observed are hits that named a key which the server lacks, and proxies that nobody has named. Notes about what
strangers can invent are few, and end after a while.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.exceptions import BaseORMException

from server.lib import clock, notes
from server.lib.net import forwarders
from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import Network, is_trusted
from server.lib.notes import Note
from server.lib.runtime import Runtime
from server.lib.settled import SettledClock
from server.marks import unknown_keys
from server.marks.key_file import LiveRing
from server.messages.models import Message

log = logging.getLogger(__name__)

KEY, FORWARDER = "unknown-key:", "forwarder:"
MOST = 64  # notes of each kind
SECONDS = 1.0
_CLOCK_SECONDS = 300.0
_LASTS = timedelta(days=90)  # as long as marks are valid
_FEW, _MANY, _SEVERAL = 3, 20, 5


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A key that hits named and the server lacks. `is_ours`: they named mails that are in the database."""

    id: str
    hits: int
    since: datetime
    is_ours: bool


@dataclass(frozen=True, slots=True)
class UnnamedProxy:
    """An address that passes on those of others, although TRUSTED_PROXIES does not name it."""

    address: str
    requests: int
    since: datetime
    is_inside: bool


@asynccontextmanager
async def going_on(held: Runtime) -> AsyncIterator[None]:
    """Store what is observed within the block, every second."""
    task = asyncio.create_task(_store_on(held))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _store_on(held: Runtime) -> None:
    look_at = 0.0
    while True:
        held[LiveRing].current()  # also without hits, it is said soon that the file is gone
        try:
            if clock.elapsed() >= look_at:
                await held[SettledClock].read()
                look_at = clock.elapsed() + _CLOCK_SECONDS
            await store()
        except (BaseORMException, OSError, TimeoutError) as error:
            log.debug("what was observed is stored later: %s", error)
        await asyncio.sleep(SECONDS)


async def store() -> None:
    """Store what was observed since the last call. What can't be stored is kept for the next one."""
    for name, refused in unknown_keys.take().items():
        try:
            ours = await Message.filter(id__in=[*refused.mails]).exists()
            await _count(KEY, name, refused.hits, ours)
        except BaseException:
            unknown_keys.put_back(name, refused)
            raise
    for peer, seen in forwarders.take().items():
        inside = identifies_nobody(peer)
        if seen.requests < (_FEW if inside else _MANY) or (not inside and len(seen.named) < _SEVERAL):
            forwarders.put_back(peer, seen)
            continue
        try:
            await _count(FORWARDER, peer, seen.requests, inside)
        except BaseException:
            forwarders.put_back(peer, seen)
            raise


async def _count(kind: str, name: str, number: int, sign: bool) -> None:
    """Add to a note. `sign` stays true once it was. Without room for another note, count under `others`."""
    note = await Note.get_or_none(name=kind + name)
    if note is None and await Note.filter(name__startswith=kind).count() >= MOST:
        await Note.filter(name__startswith=kind, at__lt=clock.now() - _LASTS).delete()
        name = unknown_keys.OTHERS
    known = bool(note and note.value and note.value["sign"])
    await notes.count(kind + name, number, {"sign": sign or known})


async def unknown_keys_seen(present: frozenset[str]) -> list[UnknownKey]:
    """Return the keys that hits named lately, without those that are `present` (ids in hex)."""
    found = [
        UnknownKey(
            note.name.removeprefix(KEY), note.number, note.since, bool(note.value and note.value["sign"])
        )
        for note in await notes.under(KEY)
        if note.at > clock.now() - _LASTS
    ]
    return [each for each in found if each.id not in present]


async def unnamed_proxies(trusted: tuple[Network, ...]) -> list[UnnamedProxy]:
    """Return who passed on addresses lately, and is still not trusted."""
    lately = clock.now() - timedelta(days=7)
    return [
        UnnamedProxy(address, note.number, note.since, bool(note.value and note.value["sign"]))
        for note in await notes.under(FORWARDER)
        if (address := note.name.removeprefix(FORWARDER)) != unknown_keys.OTHERS
        and note.at > lately
        and not is_trusted(address, trusted)
    ]
