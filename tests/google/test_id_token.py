"""ID tokens that are almost valid; each has the right signature unless the case is about the key."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from sandbox.signin.idtoken import SigningKey, b64u
from server.google.consent import id_token
from server.google.consent.id_token import IdTokenClaims, UntrustedIdToken
from server.google.settings import GoogleSettings
from tests.faults import table
from tests.google.conftest import Google
from tests.world import World

NONCE = "the-nonce-of-this-trip"
CLIENT = "sandbox-client.apps.googleusercontent.com"
ALMOST: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://accounts.evil.example"},
    "another audience": {"aud": "another-client"},
    "an audience among others": {"aud": [CLIENT, "another-client"]},
    "no audience": {"aud": None},
    "for another client": {"azp": "another-client"},
    "running out before it was issued": {"exp": int(time.time()) - 1},
    "without numbers as times": {"iat": "now", "exp": True},
    "with endless times": {"iat": float("nan"), "exp": float("inf")},
    "never running out": {"exp": None},
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "no identity": {"sub": None},
    "an empty identity": {"sub": ""},
    "a list of identities": {"sub": ["1000"] * 100},
}


@pytest.fixture
def key(google_process: Google) -> SigningKey:
    """The key that the running sandbox signs with."""
    return SigningKey(next(google_process.data.glob("*.pem")))


def claims(world: World, **changes: Any) -> dict[str, Any]:
    now, google = int(time.time()), world.runtime[GoogleSettings].google
    assert google
    right = {
        "iss": google.issuers[0],
        "aud": CLIENT,
        "azp": CLIENT,
        "sub": "1000",
        "email": "Alice@sandbox.example",
        "email_verified": True,
        "name": "Alice Arnold",
        "iat": now,
        "exp": now + 3600,
        "nonce": NONCE,
    }
    return {name: value for name, value in {**right, **changes}.items() if value is not None}


async def verified(world: World, token: str, nonce: str = NONCE) -> IdTokenClaims:
    google = world.runtime[GoogleSettings].google
    assert google
    found = await id_token.verify(token, google, nonce)
    assert isinstance(found, IdTokenClaims), found
    return found


async def test_a_valid_token_identifies_the_person(world: World, key: SigningKey) -> None:
    found = await verified(world, key.signed(claims(world)))
    assert (found.sub, found.email, found.name) == ("1000", "alice@sandbox.example", "Alice Arnold")
    assert found.speaks_for_address


@pytest.mark.parametrize("case", ALMOST)
async def test_an_almost_valid_token_is_refused(world: World, key: SigningKey, case: str) -> None:
    """Covers S8."""
    changes = {name: value() if callable(value) else value for name, value in ALMOST[case].items()}
    with pytest.raises(UntrustedIdToken):
        await verified(world, key.signed(claims(world, **changes)))
    table.tried("S8 ID tokens that are almost valid", 1)


async def test_a_token_with_an_empty_nonce_is_refused_even_if_the_expected_nonce_is_empty(
    world: World, key: SigningKey
) -> None:
    with pytest.raises(UntrustedIdToken):
        await verified(world, key.signed(claims(world, nonce="")), nonce="")


async def test_a_token_signed_by_another_key_is_refused(world: World, tmp_path: Any, key: SigningKey) -> None:
    forged = SigningKey(tmp_path / "forged.pem")
    with pytest.raises(UntrustedIdToken):
        await verified(world, forged.signed(claims(world)))
    forged.kid = key.kid
    with pytest.raises(UntrustedIdToken):
        await verified(world, forged.signed(claims(world)))


async def test_unsigned_tokens_broken_tokens_and_tokens_with_other_algorithms_are_refused(
    world: World, key: SigningKey
) -> None:
    body = b64u(json.dumps(claims(world)).encode())
    for algorithm in ("none", "HS256", "ES256", "rs256", ""):
        head = b64u(json.dumps({"alg": algorithm, "kid": key.kid}).encode())
        with pytest.raises(UntrustedIdToken):
            await verified(world, f"{head}.{body}.")
    good = key.signed(claims(world))
    for broken in (
        "",
        "a",
        "a.b.c",
        good[:-4],
        good + "A",
        good.replace(".", ""),
        "ü.ü.ü",
        good.split(".")[1],
    ):
        with pytest.raises(UntrustedIdToken):
            await verified(world, broken)


@pytest.mark.parametrize(
    ("changes", "speaks"),
    [
        ({"email_verified": False}, False),
        ({"email_verified": "true"}, False),
        ({"email": None}, False),
        ({"email": "", "email_verified": True}, False),
    ],
)
async def test_an_unverified_address_does_not_identify_the_person(
    world: World, key: SigningKey, changes: dict[str, Any], speaks: bool
) -> None:
    assert (await verified(world, key.signed(claims(world, **changes)))).speaks_for_address is speaks


@pytest.mark.parametrize(
    ("email", "hd", "speaks"),
    [
        ("alice@gmail.com", None, True),
        ("alice@googlemail.com", None, True),
        ("alice@company.example", "company.example", True),
        ("alice@yahoo.example", None, False),
        ("alice@gmail.com.evil.example", None, False),
        ("alice@notgmail.com", None, False),
    ],
)
def test_only_an_address_in_a_mailbox_that_google_hosts_identifies_the_person(
    world: World, email: str, hd: str | None, speaks: bool
) -> None:
    """An address that Google verified once may belong to somebody else today."""
    from dataclasses import replace

    google = world.runtime[GoogleSettings].google
    assert google
    real = replace(google, sandbox=False)
    found = id_token._claims({"sub": "1", "email": email, "email_verified": True, "hd": hd}, real)
    assert found.speaks_for_address is speaks
