"""Requests start one at a time, in turn by address, so that a crowd leaves room for everybody else."""

from __future__ import annotations

import asyncio
from typing import Any

from server.lib.web.asgi import Message
from server.lib.work_pace import WorkPace
from server.ops.pacing import Pacing


class Application:
    """Notes from where requests arrive, and answers nothing."""

    def __init__(self) -> None:
        self.started: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.started.append(scope["client"][0])


async def receive() -> Message:
    """No body."""
    return {"type": "http.request", "body": b""}


async def send(_: Message) -> None:
    """Nobody reads the answer."""


def request(address: str, path: str = "/login") -> dict[str, Any]:
    """A request as the server passes it on."""
    return {"type": "http", "method": "GET", "path": path, "client": (address, 4711), "headers": []}


async def test_alices_request_starts_before_the_rest_of_charlies_crowd() -> None:
    application = Application()
    pacing = Pacing(application, (), WorkPace())
    crowd = ["2001:db8:7:1::1", "2001:db8:7:2::1", *["2001:db8:7:3::1"] * 20, "198.51.100.1"]
    await asyncio.gather(*(pacing(request(address), receive, send) for address in crowd))
    assert application.started.index("198.51.100.1") == 1


async def test_a_crowd_beyond_the_limit_is_told_when_to_come_back() -> None:
    application, answers = Application(), list[Message]()
    pacing = Pacing(application, (), WorkPace(waiting=5))

    async def note(message: Message) -> None:
        answers.append(message)

    await asyncio.gather(*(pacing(request("203.0.113.9"), receive, note) for _ in range(8)))
    heads = [answer for answer in answers if answer["type"] == "http.response.start"]
    assert (len(application.started), [head["status"] for head in heads]) == (5, [503] * 3)
    assert (b"retry-after", b"3") in heads[0]["headers"]


async def test_a_request_that_is_cancelled_before_its_turn_is_passed_over() -> None:
    application = Application()
    pacing = Pacing(application, (), WorkPace())
    gone, alice = (
        asyncio.create_task(pacing(request(address), receive, send))
        for address in ("203.0.113.9", "198.51.100.1")
    )
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait_for(alice, 5)
    assert application.started == ["198.51.100.1"]


async def test_a_monitor_is_not_kept_waiting_by_a_crowd() -> None:
    application = Application()
    pacing = Pacing(application, (), WorkPace())
    crowd = [pacing(request("203.0.113.9"), receive, send) for _ in range(20)]
    await asyncio.gather(*crowd, pacing(request("198.51.100.1", "/health"), receive, send))
    assert application.started[0] == "198.51.100.1"
