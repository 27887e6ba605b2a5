"""The device cookie: tells a browser in which a person signed in before from one that was never seen.

It opens nothing. A browser that has it is slowed down by its own wrong tries only, so that others cannot lock
the person out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It says for whom it was made
only to those who know the email address. Nothing is stored on the server, so checking it takes no query.
"""

from __future__ import annotations

from quart import after_this_request, request
from quart.typing import ResponseTypes

from server.lib import clock
from server.lib.keys.secret import new_secret
from server.lib.keys.signing import SessionKey, b64u, derive, mac, same
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.cookies import cookie_name

LIFETIME = 365 * 86_400  # seconds; renewed at each sign-in
_MOST = 200  # characters


def issued(key: bytes, email: str, now: float) -> str:
    """Return a new cookie for the person with that address: nonce, end (Unix seconds) and signature."""
    signed = f"{new_secret()}.{int(now) + LIFETIME}"
    return f"{signed}.{_signature(key, signed, email)}"


def device_of(key: bytes, cookie: str, email: str, now: float) -> str | None:
    """Return the name of the browser if the cookie was made for this person and has not ended."""
    signed, _, signature = cookie[:_MOST].rpartition(".")
    nonce, _, end = signed.partition(".")
    if not same(_signature(key, signed, email).encode(), signature.encode()):
        return None
    return nonce if int(end) > now else None


def remember(email: str) -> None:
    """Set the cookie with the response to the current request, after the person has proved who they are."""
    held = runtime()
    secure, cookie = held[ServerSettings].secure, issued(held[SessionKey], email, clock.unix())

    @after_this_request
    def set_cookie(answer: ResponseTypes) -> ResponseTypes:
        answer.set_cookie(
            _name(secure), cookie, max_age=LIFETIME, httponly=True, secure=secure, samesite="Lax", path="/"
        )
        return answer


def of_request(email: str) -> str | None:
    """Return the name of the current browser if the person with that address signed in there before."""
    held = runtime()
    cookie = request.cookies.get(_name(held[ServerSettings].secure), "")
    return device_of(held[SessionKey], cookie, email, clock.unix())


def _name(secure: bool) -> str:
    return cookie_name("sightline-device", secure=secure)


def _signature(key: bytes, signed: str, email: str) -> str:
    return b64u(mac(derive(key, "device"), f"{signed}.{email}".encode()))
