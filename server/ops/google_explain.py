"""`sightline google explain` says what the product makes of answers of Google: see docs/google-explain.md.

The answers go the way of real ones: a server on this machine plays them to our own clients, through Google's
libraries.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from server.failures.wording import failure_sentence
from server.google.consent import oauth
from server.google.failures import Disconnected, GoogleFailure, Refused, who_repairs
from server.google.judging.answer import Endpoint
from server.google.settings import GOOGLE
from server.lib.outbox import BACK_OFF, Transient
from server.ops.google_looks import gmail_to_look_at
from server.ops.google_playback import Playback, RecordedAnswer, recorded

_AT_ONCE = 8  # as many as Gmail's threads


async def explain_lines(
    lines: Iterable[bytes], emit: Callable[[bytes], None], complain: Callable[[str], None]
) -> int:
    """Emit one JSON object for each answer, in order. Returns how many lines could not be read.

    `complain` gets a sentence about each of those.
    """
    bad = 0
    logging.getLogger("googleapiclient.http").setLevel(logging.ERROR)  # it warns of each 403

    def kept() -> Iterator[RecordedAnswer]:
        nonlocal bad
        for number, line in enumerate(lines, 1):
            try:
                read = recorded(line)
            except ValueError as error:
                bad += 1
                complain(f"line {number}: {error}")
                continue
            if read:
                yield read

    answers = kept()
    async with Playback() as playback:
        while some := list(islice(answers, _AT_ONCE)):
            for line in await asyncio.gather(*(_explained(playback, each) for each in some)):
                text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
                emit(text.encode(errors="backslashreplace"))  # half an emoji in an id stays as it was written
    return bad


async def _explained(playback: Playback, answer: RecordedAnswer) -> dict[str, Any]:
    with playback.playing(answer) as name:
        found = await _asked(playback.url, answer.endpoint, name)
    if not isinstance(found, GoogleFailure):
        told: dict[str, Any] = {"kind": "works", "who": "nobody", "words": "Google did what was asked."}
        return {"id": answer.id, **told, "wait_s": None}
    words = failure_sentence(found.reason)
    return {
        "id": answer.id,
        "kind": _kind(found),
        "who": who_repairs(found),
        "words": words,
        "wait_s": _wait(found) if answer.endpoint != Endpoint.CODE else None,
    }


async def _asked(url: str, endpoint: Endpoint, name: str) -> object:
    google = replace(
        GOOGLE,
        client_id="explain.apps.googleusercontent.com",
        client_secret=name,
        token_url=f"{url}/token",
        api_root=url,
        sandbox=True,
    )
    if endpoint == Endpoint.CODE:
        return await oauth.redeem(google, url, "v" * 43, name)
    access_token = name if endpoint == Endpoint.API else None
    return await gmail_to_look_at(google, name, access_token).profile()


def _kind(failure: GoogleFailure) -> str:
    match failure:
        case Transient():
            return "busy"
        case Refused():
            return "refused for now"
        case Disconnected():
            return "ended"
        case _:
            return "never"


def _wait(failure: GoogleFailure) -> int | None:
    """Return the seconds after which the outbox asks again; None if it waits for somebody, or not at all."""
    if not isinstance(failure, Transient):
        return None
    return round(max(failure.wait or BACK_OFF[0], BACK_OFF[0]).total_seconds())
