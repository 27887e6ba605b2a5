"""Hashes and checks passwords (Argon2id, in separate threads) and rejects those that are easy to guess."""

from __future__ import annotations

import asyncio
import re
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
from server.lib.i18n import gettext
from server.lib.keys.secret import new_secret

SHORTEST, LONGEST = 10, 200
_AT_ONCE = 2  # hashes computed together; each takes 32 MiB and one core
_WAITING = 32  # in each of two queues; the last in a queue waits about a second
_FEWEST_CHARACTERS = 5
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop")
_WORN = frozenset({
    "password", "passwort", "passw", "letmein", "welcome", "admin", "administrator", "iloveyou", "sightline",
    "changeme", "secret", "monkey", "dragon", "football", "baseball", "sunshine", "princess", "master",
})  # fmt: skip
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
    return await _in_thread(_hasher.hash, _normal(password))


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
    return await _in_thread(_verify, kept, _normal(given))


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


def weakness(password: str, *about: str) -> str | None:
    """Say in a sentence what is wrong with a new password; return None if it is acceptable.

    `about` are words that identify the person, such as their name and address. A password that equals one of
    them is not acceptable.
    """
    plain = _normal(password).lower()
    if len(plain) < SHORTEST:
        return gettext(
            "Use at least %(num)s characters. A few words in a row are easy to remember.", num=SHORTEST
        )
    if len(plain) > LONGEST:
        return gettext("Use at most %(num)s characters.", num=LONGEST)
    if len(set(plain)) < _FEWEST_CHARACTERS:
        return gettext(
            "This password uses too few different characters, so it’s easy to guess. Use a wider mix."
        )
    if _is_worn(plain) or _is_row(plain):
        return gettext(
            "This is one of the first passwords anyone would try. Use a few words that don’t belong together."
        )
    if any(plain in {word.lower(), word.lower().split("@")[0]} for word in about if word):
        return gettext("Your name and email address are easy to guess. Use something else.")
    return None


def _is_worn(plain: str) -> bool:
    letters = re.sub(r"[^a-z]", "", plain.translate(str.maketrans("0134$@5", "oieasas")))
    return letters in _WORN or re.sub(r"[^a-z]", "", plain) in _WORN


def _is_row(plain: str) -> bool:
    rows = [row * 3 for row in _ROWS] + [row[::-1] * 3 for row in _ROWS]
    halves = {plain[: len(plain) // 2], plain[len(plain) // 2 :]}
    return any(plain in row for row in rows) or len(halves) == 1


def _verify(kept: str | None, given: str) -> bool:
    decoy = _decoy()  # made for every password, so that the first unknown address is not slower
    try:
        return _hasher.verify(kept or decoy, given) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _decoy() -> str:
    return _hasher.hash(new_secret())


def _normal(password: str) -> str:
    # Machines differ in whether they send a letter composed or decomposed (NIST SP 800-63B, 3.1.1.2).
    return unicodedata.normalize("NFKC", password)
