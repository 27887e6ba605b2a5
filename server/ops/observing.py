"""Stores what a process observes and its owner should know after a restart, too, by `doctor` and at /status.

Observed are hits that named a key which the server lacks, and proxies that nobody has named. Notes about what
strangers can invent are few, and end after a while.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from tortoise.exceptions import BaseORMException

from server.lib import clock, notes
from server.lib.net import forwarders
from server.lib.net.forwarders import Forwarder
from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import Network, is_trusted
from server.lib.notes import Note
from server.lib.runtime import Runtime
from server.lib.settled import SettledClock
from server.marks import unknown_keys
from server.marks.unknown_keys import KeyRefusals
from server.messages.models import Message
from server.ops import lost_keys

T = TypeVar("T")
log = logging.getLogger(__name__)

KEY, FORWARDER = "unknown-key:", "forwarder:"
MOST = 64  # notes of keys
MOST_INSIDE, MOST_OUTSIDE, _SHOWN_OUTSIDE = 32, 16, 3
SECONDS = 1.0
_CLOCK_SECONDS = 300.0
_LASTS = timedelta(days=90)  # as long as marks are valid
_FEW, _MANY, _SEVERAL = 3, 20, 5


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A key that hits named and the server lacks. `is_ours`: it was in use; see _store_key."""

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
        try:
            if clock.elapsed() >= look_at:
                await held[SettledClock].follow()
                look_at = clock.elapsed() + _CLOCK_SECONDS
            await store()
        except (BaseORMException, OSError, TimeoutError) as error:
            log.debug("what was observed is stored later: %s", error)
        await asyncio.sleep(SECONDS)


async def store() -> None:
    """Store what was observed since the last call. What can't be stored is kept for the next one."""
    await _store_each(unknown_keys.take(), _store_key, unknown_keys.put_back)
    await _store_each(forwarders.take(), _store_forwarder, forwarders.put_back)


async def _store_each(
    taken: dict[str, T], store_one: Callable[[str, T], Awaitable[None]], put_back: Callable[[str, T], None]
) -> None:
    left = dict(taken)
    try:
        for name, each in taken.items():
            await store_one(name, each)
            del left[name]
    finally:
        for name, each in left.items():
            put_back(name, each)


async def _store_key(name: str, refused: KeyRefusals) -> None:
    """Add to the note of a key. It is ours for sure if this server had it, or if several mails name it.

    Whoever has one mail of ours can write another key into its token, so one mail is no sign.
    """
    held = await notes.kept(lost_keys.NOTE)
    was_ours = bool(held and name in held["ring"])
    note = await Note.get_or_none(name=KEY + name)
    if note is None and not was_ours and await Note.filter(name__startswith=KEY).count() >= MOST:
        await Note.filter(name__startswith=KEY, at__lt=clock.now() - _LASTS).delete()
        name, note = unknown_keys.OTHERS, await Note.get_or_none(name=KEY + unknown_keys.OTHERS)
    value = (note.value if note else None) or {}
    found = await Message.filter(id__in=[*refused.mails]).values_list("id", flat=True)
    mails = sorted({*value.get("mails", []), *map(str, found)})[:_SEVERAL]
    sign = bool(value.get("sign")) or (was_ours and bool(mails)) or len(mails) >= _SEVERAL
    await notes.count(KEY + name, refused.hits, {"sign": sign, "mails": mails})


async def _store_forwarder(peer: str, seen: Forwarder) -> None:
    inside = identifies_nobody(peer)
    if seen.requests < (_FEW if inside else _MANY) or (not inside and len(seen.named) < _SEVERAL):
        forwarders.put_back(peer, seen)
        return
    if await Note.get_or_none(name=FORWARDER + peer) is None:
        await _make_room(inside)
    await notes.count(FORWARDER + peer, seen.requests, {"sign": inside})


async def _make_room(inside: bool) -> None:
    """Forget who has passed on nothing for longest, if there are too many. Outsiders take no place inside."""
    same = [
        note
        for note in await notes.under(FORWARDER)
        if identifies_nobody(note.name.removeprefix(FORWARDER)) == inside
    ]
    over = same[(MOST_INSIDE if inside else MOST_OUTSIDE) - 1 :]
    if over:
        await Note.filter(name__in=[note.name for note in over]).delete()


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
    """Return who passed on addresses lately, and is still not trusted.

    Of those outside, whom any stranger can join, only the few who passed on most.
    """
    lately = clock.now() - timedelta(days=7)
    found = [
        UnnamedProxy(address, note.number, note.since, bool(note.value and note.value["sign"]))
        for note in await notes.under(FORWARDER)
        if note.at > lately
        and (address := note.name.removeprefix(FORWARDER)) != unknown_keys.OTHERS  # of earlier versions
        and not is_trusted(address, trusted)
    ]
    outside = sorted((each for each in found if not each.is_inside), key=lambda each: -each.requests)
    return [each for each in found if each.is_inside] + outside[:_SHOWN_OUTSIDE]
