"""POST /pairings and POST /pairings/token: starts a pairing, and gives the polling browser its token."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from server.accounts.sessions import visitor_address
from server.extension import pairing
from server.extension.api import account
from server.extension.api.fields import WORD
from server.extension.pairing import PairingGranted, PairingPending
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.net.ip import network
from server.lib.plain_text import plain_line
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.problem import Problem
from server.lib.web.request_input import json_body

MOST_NAME = 60  # characters of a browser's name
MAX_BODY = 4096  # bytes: anybody may send these requests
_WORDS = {
    "authorization_pending": "Nobody has allowed this browser yet.",
    "slow_down": "You asked too soon. Wait `interval` seconds between requests.",
    "access_denied": "The person denied the connection.",
    "expired_token": "This code has expired or has already been used. Start again.",
}


class PairingBody(Struct):
    """The name under which the person will see the browser."""

    browser: str


class PairingTokenBody(Struct):
    """The device code, which is the browser's secret."""

    device_code: Annotated[str, Meta(max_length=100, pattern=WORD)]


async def begin() -> Any:
    """Open a pairing. The rate for each network and the number of open pairings are limited."""
    browser = plain_line((await json_body(PairingBody, MAX_BODY)).browser, MOST_NAME) or "A browser"
    address = visitor_address()
    _slow_down(network(address))
    begun = await pairing.begin(browser, clock.now(), network(address), address)
    if begun is None:
        raise _too_many(60)
    return {
        "device_code": begun.device_code,
        "user_code": begun.user_code,
        "verify_url": f"{runtime()[ServerSettings].public_url}/pair",
        "expires_in": int(pairing.LIFETIME.total_seconds()),
        "interval": int(pairing.INTERVAL.total_seconds()),
    }, 201


async def claim() -> Any:
    """Return the token once the person has allowed the pairing; until then an `error` of RFC 8628, 3.5."""
    asked = await json_body(PairingTokenBody, MAX_BODY)
    match await pairing.claim(asked.device_code, clock.now()):
        case PairingGranted(token, person):
            return {"token": token, "account": account.as_json(person)}
        case PairingPending(why):
            raise Problem(400, why, _WORDS[why], members={"error": why})


def _slow_down(key: str) -> None:
    limit = backoff.of_all_nodes("sightline-pairings", Backoff(free=10, longest=120, first=5))
    wait = limit.wait(key, clock.unix())
    if wait > 0:
        raise _too_many(int(wait) + 1)
    limit.count(key, clock.unix())


def _too_many(wait: int) -> Problem:
    detail = f"Too many browsers are trying to pair. Try again in {wait} seconds."
    return Problem(429, "too_many_requests", detail, headers={"Retry-After": str(wait)})
