"""Redirects a browser to Google and sets a cookie, so that only this browser can finish the flow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quart import abort, g, redirect, request
from werkzeug import Response

from server.accounts import sessions
from server.google import flows
from server.google.settings import GoogleSettings
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.net.ip import network
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings

_NAME = "sightline-departures"


async def redirect_to_google(
    purpose: str, scopes: Iterable[str], row: dict[str, Any], **parameters: str
) -> Response:
    """Begin a flow and redirect to Google. Aborts with 404 if Google is not configured."""
    held = runtime()
    if held[GoogleSettings].google is None:
        abort(404)
    _slow_down()
    url, cookie = await flows.begin(held, purpose, scopes, g.session, row, **parameters)
    answer = redirect(url, 303)
    answer.headers["Cache-Control"] = "no-store"
    answer.set_cookie(
        flows.cookie_name(held[ServerSettings].secure),
        cookie,
        max_age=int(flows.LIFETIME.total_seconds()),
        httponly=True,
        secure=held[ServerSettings].secure,
        samesite="Lax",  # the return from Google is a navigation from another site
    )
    return answer


def browser_cookie() -> str:
    """Return the value of the current browser's flow cookie, or "" if it has none."""
    return request.cookies.get(flows.cookie_name(runtime()[ServerSettings].secure), "")


def _slow_down() -> None:
    # Anybody may begin a flow, and each flow takes a row in the database until it ends.
    begun = backoff.of_all_nodes(_NAME, Backoff(free=60, longest=60, forget_after=600))
    origin, now = network(sessions.visitor_address()), clock.unix()
    if begun.wait(origin, now):
        abort(429)
    begun.count(origin, now)
