"""Authenticates a paired browser by its bearer token. Cookies are ignored, so CSRF is impossible."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from quart import g, request
from tortoise.expressions import Q

from server.accounts import languages, trust
from server.accounts.models import PairedBrowser
from server.accounts.sessions import visitor_address
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.keys.secret import lookup
from server.lib.web.problem import Problem

Handler = Callable[..., Awaitable[Any]]
_SEEN_EVERY = timedelta(minutes=1)


def paired(handler: Handler) -> Handler:
    """Decorate a handler for paired browsers: set `g.browser` and `g.account`, and answer others with 401."""

    @wraps(handler)
    async def guarded(*args: Any, **values: Any) -> Any:
        browser = await _browser()
        if browser is None:
            raise _revoked()
        g.browser, g.account = browser, browser.account
        await languages.note_asked(browser.account)
        return await handler(*args, **values)

    return guarded


def _revoked() -> Problem:
    headers = {"WWW-Authenticate": "Bearer"}
    return Problem(401, "revoked", "This browser is no longer paired. Connect it again.", headers=headers)


async def _browser() -> PairedBrowser | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    now = clock.now()
    found = trust.paired_browsers(now).filter(token_lookup=lookup(token.strip()))
    browser = await found.using_db(read_only()).select_related("account").first()
    if browser is None or browser.account.disabled_at:
        return None
    await _note_visit(browser, now)
    return browser


async def _note_visit(browser: PairedBrowser, now: datetime) -> None:
    if browser.last_seen_at is None or now - browser.last_seen_at > _SEEN_EVERY:
        longer_ago = Q(last_seen_at=None) | Q(last_seen_at__lt=now)
        address = visitor_address()
        await PairedBrowser.filter(longer_ago, id=browser.id).update(last_seen_at=now, address=address)
