"""Hashes and checks passwords (Argon2id, in separate threads)."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from server.lib.fair_queue import Turns
from server.lib.keys.secret import new_secret

SHORTEST, LONGEST = 10, 200
_AT_ONCE = 2  # hashes computed together; each takes 32 MiB and one core
_WAITING = 32  # in each of two queues; the last in a queue waits about a second
_hasher = PasswordHasher(time_cost=2, memory_cost=32_768, parallelism=1)
_pool = ThreadPoolExecutor(_AT_ONCE, "password")
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()
_P = ParamSpec("_P")
_T = TypeVar("_T")


async def hashed(password: str) -> str:
    """Return the Argon2id hash to store (a PHC string, RFC 9106).

    Only people who proved something else choose a password, so they come before those who sign in. Raises
    QueueFull.
    """
    await _my_turn().take("new password", first=True)
    return await _in_thread(_hasher.hash, normal(password))


async def verify(
    look_up: Callable[[], Awaitable[str | None]], given: str, place: str, *, known: bool = False
) -> bool:
    """Return whether `given` is the password whose hash `look_up` finds. Takes just as long if it finds None.

    Waits in a queue, in which the places take turns that passwords come from. A `known` browser comes first.
    Only then is the hash looked up, so a crowd does not queue at the database. Raises QueueFull.
    """
    await _my_turn().take(place, first=known)
    try:
        kept = await look_up()
    except BaseException:
        _my_turn().give_back()
        raise
    given = given[: LONGEST * 5]  # a very long text must not take more work than a password
    return await _in_thread(_verify, kept, normal(given))


def _my_turn() -> Turns:
    return _turns.setdefault(asyncio.get_running_loop(), Turns(_AT_ONCE, _WAITING))


async def _in_thread(work: Callable[_P, _T], *args: _P.args, **options: _P.kwargs) -> _T:
    """Run `work`, then give back the turn. A thread cannot be cancelled: the turn lasts until it is done."""
    loop, turns = asyncio.get_running_loop(), _my_turn()

    def done(_: Future[_T]) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(turns.give_back)

    running = _pool.submit(work, *args, **options)
    running.add_done_callback(done)
    return await asyncio.wrap_future(running)


def outdated(kept: str) -> bool:
    """Return whether a hash was made with other parameters than the current ones."""
    return _hasher.check_needs_rehash(kept)


def _verify(kept: str | None, given: str) -> bool:
    decoy = _decoy()  # made for every password, so that the first unknown address is not slower
    try:
        return _hasher.verify(kept or decoy, given) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _decoy() -> str:
    return _hasher.hash(new_secret())


def normal(password: str) -> str:
    """Return the one of several spellings of a password that is hashed."""
    # Machines differ in whether they send a letter composed or decomposed (NIST SP 800-63B, 3.1.1.2).
    return unicodedata.normalize("NFKC", password)
