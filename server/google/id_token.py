"""Verifies the ID token that says who signed in at Google (OpenID Connect Core, section 3.1.3.7)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.auth import jwt
from google.auth.exceptions import GoogleAuthError

from server.google.settings import Google
from server.lib import clock
from server.lib.keys.signing import from_b64u, same
from server.lib.net.outgoing import Outgoing

_SKEW = 10  # seconds by which two clocks may differ
_HOUR = 3600.0
_REFETCH_AFTER = (
    60.0  # seconds; a token with an unknown key makes us fetch the keys again, but not more often than this
)


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
    pem: Mapping[str, bytes]
    fetched: float
    good_until: float


_keys: dict[str, _Keys] = {}


async def verify(token: str, google: Google, nonce: str) -> IdTokenClaims:
    """Verify that Google issued the token to us for this nonce. Raises UntrustedIdToken."""
    try:
        header = jwt.decode_header(token)  # type: ignore[no-untyped-call]
        if header.get("alg") != "RS256":
            raise UntrustedIdToken(f"signed with {header.get('alg')}")
        keys = await _keys_for(google, str(header.get("kid", "")))
        claims = jwt.decode(  # type: ignore[no-untyped-call]
            token, keys, audience=google.client_id, clock_skew_in_seconds=_SKEW
        )
    except (GoogleAuthError, ValueError, KeyError, TypeError) as error:
        raise UntrustedIdToken(str(error)) from None
    _check(claims, google, nonce)
    return _claims(claims, google)


def _check(claims: Mapping[str, Any], google: Google, nonce: str) -> None:
    if claims.get("iss") not in google.issuers:
        raise UntrustedIdToken("another issuer")
    if claims.get("azp", google.client_id) != google.client_id:
        raise UntrustedIdToken("made for another client")
    if not nonce or not same(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise UntrustedIdToken("another nonce")
    if not claims.get("sub"):
        raise UntrustedIdToken("no identity")


def _claims(claims: Mapping[str, Any], google: Google) -> IdTokenClaims:
    email = str(claims.get("email", "")).strip().lower()
    theirs = google.sandbox or bool(claims.get("hd")) or email.endswith(("@gmail.com", "@googlemail.com"))
    return IdTokenClaims(
        sub=str(claims["sub"]),
        email=email,
        name=str(claims.get("name", "")),
        speaks_for_address=bool(email) and claims.get("email_verified") is True and theirs,
    )


async def _keys_for(google: Google, key_id: str) -> Mapping[str, bytes]:
    held, now = _keys.get(google.certs_url), clock.unix()
    fresh = held is not None and now < held.good_until
    if held and fresh and (key_id in held.pem or now - held.fetched < _REFETCH_AFTER):
        return held.pem
    _keys[google.certs_url] = await _fetch(google, now)
    return _keys[google.certs_url].pem


async def _fetch(google: Google, now: float) -> _Keys:
    try:
        async with Outgoing(10, 10, direct=google.sandbox).client() as client:
            answer = (await client.get(google.certs_url)).raise_for_status()
    except httpx.HTTPError as error:
        raise UntrustedIdToken(f"no certificates: {error}") from None
    age = re.search(r"max-age=(\d+)", answer.headers.get("Cache-Control", ""))
    pem = {str(key["kid"]): _pem(key) for key in answer.json()["keys"] if key.get("kty") == "RSA"}
    return _Keys(pem, now, now + (min(float(age[1]), 24 * _HOUR) if age else _HOUR))


def _pem(key: Mapping[str, str]) -> bytes:
    e, n = (int.from_bytes(from_b64u(key[part]) or b"") for part in ("e", "n"))
    public = RSAPublicNumbers(e, n).public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
