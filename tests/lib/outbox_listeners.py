"""Listeners for tests of the outbox: what they heard, and what they answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from server.lib import outbox
from server.lib.failure import Failure
from server.lib.outbox import Done, Outcome

heard: list[Mapping[str, Any]] = []
answers: list[Outcome] = []  # of `listen`, in turn; then Done
ended: list[tuple[Mapping[str, Any], Failure]] = []


async def listen(fact: Mapping[str, Any]) -> Outcome:
    heard.append(fact)
    return answers.pop(0) if answers else Done()


async def stumble(fact: Mapping[str, Any]) -> Outcome:
    raise RuntimeError("a surprise")


async def hang(fact: Mapping[str, Any]) -> Outcome:
    heard.append(fact)
    await asyncio.Event().wait()
    return Done()


async def mumble(fact: Mapping[str, Any]) -> Outcome:
    return None  # type: ignore[return-value] # a mistake


async def end(fact: Mapping[str, Any], reason: Failure) -> bool:
    ended.append((fact, reason))
    return False


LISTENERS = {
    "rain": {"listen": listen},
    "snow": {"stumble": stumble, "listen": listen},
    "fog": {"hang": hang},
    "haze": {"mumble": mumble},
}


def install(**options: Any) -> None:
    """Install the listeners, and forget what they heard. `options`: of `outbox.install`."""
    for each in (heard, answers, ended):
        each.clear()
    outbox.install(LISTENERS, **{"ends": {}, **options})
