"""Begins and ends OAuth flows. A flow is used once, by the browser and in the session that began it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q

from server.accounts.models import Session
from server.google.consent import oauth
from server.google.models import OAuthFlow
from server.google.settings import GoogleSettings
from server.lib import clock
from server.lib.keys.secret import lookup, new_secret
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings

LIFETIME = timedelta(minutes=10)
_RETURNED = timedelta(minutes=2)  # longer than the requests to Google after a person has returned
COOKIE = "sightline-google"  # ties a flow to the browser that began it
SIGN_IN, SET_UP, CONNECT = "sign-in", "set-up", "connect"


async def begin(
    held: Runtime,
    purpose: str,
    scopes: Iterable[str],
    session: Session | None,
    row: dict[str, Any] | None = None,
    **parameters: str,
) -> tuple[str, str]:
    """Begin a flow. Return the URL of the consent page, and the value of the cookie for the browser.

    `row` contains more columns of the flow's row; `parameters` are added to the URL, for Google.
    """
    google = held[GoogleSettings].google
    assert google is not None, "pages ask whether Google is there"
    authorization, cookie, now, asked = (
        oauth.AuthorizationRequest.new(),
        new_secret(),
        clock.now(),
        list(scopes),
    )
    await OAuthFlow.create(
        state_lookup=lookup(authorization.state),
        browser_lookup=_browser(cookie, session),
        purpose=purpose,
        verifier=authorization.verifier,
        nonce=authorization.nonce,
        scopes=asked,
        account_id=session.account_id if session and purpose == CONNECT else None,
        created_at=now,
        expires_at=now + LIFETIME,
        **(row or {}),
    )
    return oauth.consent_url(
        google, held[ServerSettings].public_url, authorization, asked, **parameters
    ), cookie


async def take(state: str, cookie: str, session: Session | None) -> OAuthFlow | None:
    """Return the flow with this state, and mark it as used.

    Return None if the flow has expired, was used before, or belongs to another browser or session.
    """
    now = clock.now()
    flow = await OAuthFlow.filter(
        state_lookup=lookup(state), browser_lookup=_browser(cookie, session), used_at=None, expires_at__gt=now
    ).first()
    if flow is None:
        return None
    # Race: the callback is called twice at the same time. Only the update that finds the flow unused wins.
    won = await OAuthFlow.filter(id=flow.id, used_at=None).update(used_at=now, verifier="", nonce="")
    return flow if won else None


async def connecting(account_id: int) -> bool:
    """Return whether a person may be on the way to connecting Gmail, or has just returned from Google."""
    now = clock.now()
    begun = OAuthFlow.filter(account_id=account_id, purpose=CONNECT, expires_at__gt=now)
    return await begun.filter(Q(used_at=None) | Q(used_at__gt=now - _RETURNED)).exists()


async def finish(flow: OAuthFlow) -> None:
    """Delete a flow that was taken, because all that follows from it is done."""
    await OAuthFlow.filter(id=flow.id).delete()


def _browser(cookie: str, session: Session | None) -> str:
    # The session is included so that a flow begun by one person cannot end in the session of another.
    return lookup(f"{cookie}|{session.token_lookup if session else ''}")
