"""Sessions: a row on the server and an opaque token in the cookie; they can be listed and revoked."""

from __future__ import annotations

import warnings
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from quart import Quart, g, make_response, redirect, request, url_for
from quart_auth import AuthUser, QuartAuth, current_user, login_user, logout_user
from quart_auth.extension import _AuthSerializer

from server.accounts import devices, trust
from server.accounts.models import Account, Session
from server.accounts.trust import Reason
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.hub import Hub
from server.lib.keys.secret import lookup, new_secret
from server.lib.net import forwarders
from server.lib.net.ip import client_address
from server.lib.runtime import Runtime, runtime
from server.lib.settings import ServerSettings
from server.lib.web.cookies import cookie_name
from server.lib.web.page import wants_fragment

LIFETIME = timedelta(days=30)  # from the sign-in; trust.py says how long a session may be idle
FRESH = timedelta(minutes=10)  # within which a sign-in still proves who is there
MOST_OPEN = 50  # of one person; beyond, the sessions that were idle for longest end
_SEEN_EVERY = timedelta(minutes=5)


class _Cookie(_AuthSerializer):
    """Signs the cookie. The session's row says when it ends, so the age of the cookie is not asked.

    By its age, a cookie that was made before the clock was set back would come from the future and be
    refused, and everybody would be signed out.
    """

    def loads(self, *signed: Any, **options: Any) -> Any:
        """Return what the cookie contains. Raises BadSignature."""
        return super().loads(*signed, **options | {"max_age": None})


def install(app: Quart, held: Runtime) -> None:
    """Set up quart-auth; its cookie carries nothing but the session's token."""
    secure = held[ServerSettings].secure
    # TLS ends at the proxy in front of us, so quart-auth sees plain requests and would warn about each.
    warnings.filterwarnings("ignore", "Secure cookies will be ignored", UserWarning, "quart_auth")
    QuartAuth(
        app,
        cookie_name=cookie_name("sightline", secure=secure),
        cookie_secure=secure,
        cookie_http_only=True,
        cookie_samesite="Lax",
        duration=int(LIFETIME.total_seconds()),
        salt="sightline session",
        serializer_class=_Cookie,
        user_class=AuthUser,
    )


async def load() -> None:
    """Set `g.account` and `g.session` before each request; both are None if nobody is signed in."""
    g.session = await _session(current_user.auth_id)
    g.account = g.session.account if g.session else None
    if g.session and clock.now() - g.session.last_seen_at > _SEEN_EVERY:
        await Session.filter(id=g.session.id).update(last_seen_at=clock.now(), address=visitor_address())


async def begin(account: Account) -> Session:
    """Sign `account` in with a new session and end the browser's old one (against session fixation)."""
    await end()
    token, now = new_secret(), clock.now()
    session = await Session.create(
        account=account,
        token_lookup=lookup(token),
        created_at=now,
        last_seen_at=now,
        expires_at=now + LIFETIME,
        address=visitor_address(),
        user_agent=request.headers.get("User-Agent", "")[:512],
    )
    login_user(AuthUser(token), remember=True)
    devices.remember(account.email)
    g.session, g.account = session, account
    for surplus in (await open_of(account))[MOST_OPEN:]:
        await revoke(surplus, Reason.TOO_MANY)
    return session


async def end() -> None:
    """Sign out: revoke the current session and remove the cookie."""
    if g.get("session"):
        await revoke(g.session)
    logout_user()
    g.session = g.account = None


def is_fresh(session: Session) -> bool:
    """Return whether the person signed in just now, so that nobody else has found the session open."""
    return timedelta() <= clock.now() - session.created_at < FRESH  # it is negative if the clock was set back


async def revoke(session: Session, why: Reason = Reason.BY_HAND) -> None:
    """End a session, whichever browser it is in."""
    await Session.filter(id=session.id, revoked_at=None).update(revoked_at=clock.now(), revoked_for=why)
    trust.announce_end(runtime()[Hub], session.account_id)


async def open_of(account: Account) -> list[Session]:
    """Return a person's open sessions, most recently seen first."""
    mine = trust.open_sessions(clock.now()).filter(account_id=account.id)
    return await mine.order_by("-last_seen_at", "-id")


def visitor_address() -> str:
    """Return the IP address that the current request comes from."""
    return client_address(*_hops(), runtime()[ServerSettings].trusted_proxies)


def claimed_address() -> str | None:
    """Return for whom a proxy that TRUSTED_PROXIES should name says to ask; see forwarders.py."""
    return forwarders.claimed_address(*_hops(), runtime()[ServerSettings].trusted_proxies)


def _hops() -> tuple[str, str]:
    client = request.scope.get("client")
    return client[0] if client else "", ",".join(request.headers.getlist("X-Forwarded-For"))


Handler = Callable[..., Awaitable[Any]]


def signed_in(handler: Handler) -> Handler:
    """Decorate a handler for signed-in people; others are sent to sign in and come back afterwards."""

    @wraps(handler)
    async def guarded(*args: Any, **values: Any) -> Any:
        if g.account is None:
            return await _ask_to_sign_in()
        return await handler(*args, **values)

    return guarded


async def _ask_to_sign_in() -> Any:
    here = request.full_path.rstrip("?") if request.method == "GET" else "/"
    sign_in_url = url_for("accounts.sign_in", next=here)
    if wants_fragment():
        answer = await make_response("", 401)
        answer.headers["HX-Redirect"] = sign_in_url
        return answer
    return redirect(sign_in_url, 303)


async def _session(token: str | None) -> Session | None:
    if token is None:
        return None
    open_ = trust.open_sessions(clock.now()).filter(token_lookup=lookup(token)).using_db(read_only())
    session = await open_.select_related("account").first()
    if session is None or session.account.disabled_at:
        return None
    return session
