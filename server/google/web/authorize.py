"""Redirects a browser to Google and sets a cookie, so that only this browser can finish the flow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode, urlsplit

from quart import abort, g, redirect, request

from server.accounts import sessions
from server.google.consent import flows
from server.google.settings import GoogleSettings
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.net.ip import network
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web import page
from server.lib.web.cookies import cookie_name

_NAME = "sightline-departures"
_MOVED = "moved"  # a parameter


async def redirect_to_google(
    purpose: str, scopes: Iterable[str], row: dict[str, Any], **parameters: str
) -> Any:
    """Begin a flow and redirect to Google; without Google, redirect to the page that says so."""
    held = runtime()
    if held[GoogleSettings].google is None:
        return await _to_what_is_missing(purpose)
    elsewhere = _at_public_url(held[ServerSettings].public_url)
    if elsewhere:
        return redirect(elsewhere, 303)
    _slow_down()
    url, cookie = await flows.begin(held, purpose, scopes, g.session, row, **parameters)
    answer = redirect(url, 303)
    answer.headers["Cache-Control"] = "no-store"
    answer.set_cookie(
        cookie_name(flows.COOKIE, secure=held[ServerSettings].secure),
        cookie,
        max_age=int(flows.LIFETIME.total_seconds()),
        httponly=True,
        secure=held[ServerSettings].secure,
        samesite="Lax",  # the return from Google is a navigation from another site
    )
    return answer


def browser_cookie() -> str:
    """Return the value of the current browser's flow cookie, or "" if it has none."""
    return request.cookies.get(cookie_name(flows.COOKIE, secure=runtime()[ServerSettings].secure), "")


async def _to_what_is_missing(purpose: str) -> Any:
    if purpose == flows.CONNECT:
        return await page.go("accounts.settings", _anchor="gmail")
    return await page.go("accounts.sign_in")


def _at_public_url(public_url: str) -> str | None:
    """Return the current URL at PUBLIC_URL if the browser has come by another name, such as localhost.

    Google sends the browser back to PUBLIC_URL, where it has no cookies of the other name.
    """
    # A proxy may replace the Host header, so that every request seems to come by another name: one try only.
    if request.host == urlsplit(public_url).netloc or _MOVED in request.args:
        return None
    return f"{public_url}{request.path}?{urlencode([*request.args.items(), (_MOVED, '1')])}"


def _slow_down() -> None:
    # Anybody may begin a flow, and each flow takes a row in the database until it ends.
    begun = backoff.of_all_nodes(_NAME, Backoff(free=60, longest=60, forget_after=600))
    origin, now = network(sessions.visitor_address()), clock.unix()
    if begun.wait(origin, now):
        abort(429)
    begun.count(origin, now)
