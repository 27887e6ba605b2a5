"""Verifies the ID token that says who signed in at Google (OpenID Connect Core, section 3.1.3.7)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.auth import jwt
from google.auth.exceptions import GoogleAuthError

from server.failures.codes import FailureCode
from server.google.consent import clock_skew
from server.google.consent.clock_skew import WrongTime
from server.google.failures import Refused
from server.google.judging.library_errors import unreached
from server.google.settings import Google
from server.lib import clock
from server.lib.failure import Failure
from server.lib.keys.signing import from_b64u, same
from server.lib.net.outgoing import Outgoing
from server.lib.outbox import Transient

log = logging.getLogger(__name__)

_LONGEST_SUB, _LONGEST_ADDRESS = 255, 254  # characters (OpenID Connect Core, section 2; RFC 5321)
_ANY_TIME = 10**12  # seconds; clock_skew.py judges the times, because it also knows Google's clock
_HOUR = 3600.0
_REFETCH_AFTER = 60.0  # seconds from one request for keys to the next, for an unknown key or after a failure
_GRACE = 24 * _HOUR  # for so long after their time, keys are used on while Google gives no newer ones
# What Google's library raises for tokens that are broken, of another form, or nested without end
_BROKEN = (GoogleAuthError, ValueError, KeyError, TypeError, AttributeError, RecursionError, WrongTime)


class UntrustedIdToken(Exception):
    """The ID token is not valid. The text is only for the log, because the person could not act on it."""


@dataclass(frozen=True, slots=True)
class IdTokenClaims:
    """The identity of a person at Google. `sub` identifies the person, whose address may change.

    `speaks_for_address`: Google hosts the mailbox, so Google knows that the address is this person's. Other
    addresses were only verified at some time in the past (developers.google.com/identity/sign-in).
    """

    sub: str
    email: str
    name: str
    speaks_for_address: bool


@dataclass(frozen=True, slots=True)
class _Keys:
    """Google's keys. `asked`: when Google was last asked for newer ones, although none came."""

    pem: Mapping[str, bytes]
    fetched: float
    asked: float
    good_until: float


_keys: dict[str, _Keys] = {}


async def verify(
    token: str, google: Google, nonce: str, clock_ahead: float | None = None
) -> IdTokenClaims | Transient | Refused:
    """Verify that Google issued the token to us for this nonce. Raises UntrustedIdToken.

    Transient: Google's keys cannot be fetched now. Refused: the way to Google, or our clock, is wrong.
    `clock_ahead`: by how many seconds it is ahead of Google's, if that is known.
    """
    try:
        header = jwt.decode_header(token)  # type: ignore[no-untyped-call]
        if header.get("alg") != "RS256":
            raise UntrustedIdToken(f"signed with {header.get('alg')}")
        keys = await _keys_for(google, str(header.get("kid", "")))
        if isinstance(keys, Transient | Refused):
            return keys
        claims = jwt.decode(  # type: ignore[no-untyped-call]
            token, keys, audience=google.client_id, clock_skew_in_seconds=_ANY_TIME
        )
        _check(claims, google, nonce)
        skew = clock_skew.judged(claims, clock.unix(), clock_ahead)
    except _BROKEN as error:
        raise UntrustedIdToken(str(error)) from None
    return Refused(skew) if skew else _claims(claims, google)


def _check(claims: Mapping[str, Any], google: Google, nonce: str) -> None:
    if claims.get("iss") not in google.issuers:
        raise UntrustedIdToken("another issuer")
    if claims.get("azp", google.client_id) != google.client_id:
        raise UntrustedIdToken("made for another client")
    if not nonce or not same(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise UntrustedIdToken("another nonce")
    if not 0 < len(str(claims.get("sub") or "")) <= _LONGEST_SUB:
        raise UntrustedIdToken("no identity")


def _claims(claims: Mapping[str, Any], google: Google) -> IdTokenClaims:
    email = str(claims.get("email") or "").strip().lower()
    email = email if len(email) <= _LONGEST_ADDRESS else ""
    theirs = google.sandbox or bool(claims.get("hd")) or email.endswith(("@gmail.com", "@googlemail.com"))
    return IdTokenClaims(
        sub=str(claims["sub"]),
        email=email,
        name=str(claims.get("name", "")),
        speaks_for_address=bool(email) and claims.get("email_verified") is True and theirs,
    )


async def _keys_for(google: Google, key_id: str) -> Mapping[str, bytes] | Transient | Refused:
    held, now = _keys.get(google.certs_url), clock.unix()
    if held and now < _until(held, key_id):
        return held.pem
    fetched = await _fetch(google, now)
    if isinstance(fetched, _Keys):
        _keys[google.certs_url] = fetched
        return fetched.pem
    log.warning("Google's certificates can't be fetched: %s", fetched.reason)
    if held is None or key_id not in held.pem or now >= held.good_until + _GRACE:
        return fetched
    _keys[google.certs_url] = replace(held, asked=now)
    return held.pem


def _until(held: _Keys, key_id: str) -> float:
    """Return until when no newer keys are needed for a token that was signed with this key."""
    if key_id in held.pem:
        return max(held.good_until, held.asked + _REFETCH_AFTER)
    return min(held.good_until, held.fetched + _REFETCH_AFTER)


async def _fetch(google: Google, now: float) -> _Keys | Transient | Refused:
    try:
        async with Outgoing(10, 10, direct=google.sandbox).client() as client:
            answer = (await client.get(google.certs_url)).raise_for_status()
    except httpx.HTTPStatusError as error:
        return _no_keys(f"HTTP {error.response.status_code}")
    except httpx.HTTPError as error:
        return unreached(error)
    pem = _pem_by_id(answer)
    if not pem:
        return _no_keys("no keys in the answer")
    age = re.search(r"max-age=(\d+)", answer.headers.get("Cache-Control", ""))
    return _Keys(pem, now, now, now + (min(float(age[1]), 24 * _HOUR) if age else _HOUR))


def _no_keys(error: str) -> Transient:
    return Transient(Failure(FailureCode.SIGN_IN_BUSY, {"error": f"certificates: {error}"}))


def _pem_by_id(answer: httpx.Response) -> Mapping[str, bytes]:
    """Return the RSA keys of an answer by their ids; leave out what is not such a key."""
    try:
        keys = answer.json()["keys"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    found = {}
    for key in keys if isinstance(keys, list) else ():
        try:
            if key["kty"] == "RSA":
                found[str(key["kid"])] = _pem(key)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def _pem(key: Mapping[str, str]) -> bytes:
    e, n = (int.from_bytes(from_b64u(key[part]) or b"") for part in ("e", "n"))
    public = RSAPublicNumbers(e, n).public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
