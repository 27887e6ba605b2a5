"""Lets a worker empty the spool's file, although only the process that answers requests writes to it.

If both wrote to the file, each would wait for the other's commits, and SQLite waits by sleeping, up to a
tenth of a second. So the worker asks the other process to delete what it has stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Protocol

FORGET, FORGOTTEN = "forget", "forgotten"
PATIENCE = 5.0  # seconds; a link that is full drops answers

Tell = Callable[[str, object], bool]  # sends a message of this name to the other process, see ProcessLink


class _Forgetting(Protocol):
    def forget(self, upto: int) -> asyncio.Future[bool]:
        """See Spool."""
        ...


class RemoteForget:
    """The worker's end: asks the other process to delete records. Pass `answered` what that one tells."""

    def __init__(self, tell: Tell, patience: float = PATIENCE) -> None:
        self._tell = tell
        self._patience = patience
        self._asked: dict[int, asyncio.Future[bool]] = {}

    def __call__(self, upto: int) -> asyncio.Future[bool]:
        """Ask to delete the records up to this number. The future returns whether that succeeded.

        Without an answer within `patience` seconds it returns False: to store the same records again does no
        harm.
        """
        loop = asyncio.get_running_loop()
        done = self._asked[upto] = loop.create_future()
        if self._tell(FORGET, upto):
            loop.call_later(self._patience, self._give_up, upto, done)
        else:
            self.answered((upto, False))
        return done

    def answered(self, answer: tuple[int, bool]) -> None:
        """Take the answer: the number, and whether the records are deleted."""
        upto, deleted = answer
        done = self._asked.pop(upto, None)
        if done and not done.done():
            done.set_result(deleted)

    def end(self) -> None:
        """Give up what is not answered, because the other process has ended."""
        for upto in tuple(self._asked):
            self.answered((upto, False))

    def _give_up(self, upto: int, done: asyncio.Future[bool]) -> None:
        if self._asked.get(upto) is done:  # not what was asked again since
            self.answered((upto, False))


def forget_for(spool: _Forgetting, tell: Tell, upto: int) -> None:
    """Delete records of the spool for the worker, and tell it when that is done."""
    spool.forget(upto).add_done_callback(partial(_answer, tell, upto))


def _answer(tell: Tell, upto: int, deleted: asyncio.Future[bool]) -> None:
    tell(FORGOTTEN, (upto, not deleted.cancelled() and deleted.result()))
