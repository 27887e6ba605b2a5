"""Our clock is wrong, or Google's keys cannot be fetched, while somebody signs in."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import formatdate
from typing import Any

import pytest

from sandbox.signin.idtoken import SigningKey, b64u
from server.failures.codes import FailureCode
from server.google.consent import id_token
from server.google.consent.id_token import IdTokenClaims, UntrustedIdToken
from server.google.failures import Refused, Who
from server.google.judging.answer import GoogleAnswer
from server.google.settings import Google as GoogleUrls
from server.google.settings import GoogleSettings
from server.lib import clock
from server.lib.outbox import Transient
from tests.accounts.walker import Walker
from tests.google.answering import InGooglesPlace, Said, in_googles_place, point, said
from tests.google.conftest import Google, signs_in
from tests.world import World

NONCE = "the-nonce-of-this-trip"
HOUR = 3600


@pytest.fixture
def key(google_process: Google) -> SigningKey:
    """The key that the running sandbox signs with."""
    return SigningKey(next(google_process.data.glob("*.pem")))


@pytest.fixture
async def keys_at(world: World) -> AsyncIterator[InGooglesPlace]:
    """Where the server finds Google's keys."""
    async with in_googles_place(Said()) as made:
        point(world, certs_url=f"{made.url}/certs")
        yield made


def google_of(world: World) -> GoogleUrls:
    google = world.runtime[GoogleSettings].google
    assert google
    return google


def token(world: World, key: SigningKey, issued: float = 0, lasts: float = HOUR) -> str:
    """An ID token that Google issued `issued` seconds from now."""
    google, at = google_of(world), int(time.time() + issued)
    return key.signed(
        {
            "iss": google.issuers[0],
            "aud": google.client_id,
            "sub": "1000",
            "email": "alice@sandbox.example",
            "email_verified": True,
            "iat": at,
            "exp": at + int(lasts),
            "nonce": NONCE,
        }
    )


async def verified(world: World, signed: str, ahead: float | None = None) -> Any:
    return await id_token.verify(signed, google_of(world), NONCE, ahead)


def moved(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Move our own clock; Google's goes on as before."""
    monkeypatch.setattr(clock, "unix", lambda: time.time() + seconds)


@pytest.mark.parametrize("off", [-58, -12, 0, 12, 58, 240, 1800])
async def test_a_clock_that_is_not_far_off_prevents_nothing(
    world: World, key: SigningKey, off: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(monkeypatch, off)
    assert isinstance(await verified(world, token(world, key), off), IdTokenClaims)


@pytest.mark.parametrize("issued", [12, 58, -HOUR - 50])
async def test_sixty_seconds_between_the_clocks_are_fine(world: World, key: SigningKey, issued: int) -> None:
    assert isinstance(await verified(world, token(world, key, issued)), IdTokenClaims)


@pytest.mark.parametrize(
    ("off", "code"),
    [(-70, FailureCode.CLOCK_BEHIND), (-240, FailureCode.CLOCK_BEHIND), (2 * HOUR, FailureCode.CLOCK_AHEAD)],
)
@pytest.mark.parametrize("told", [True, False])
async def test_a_clock_that_is_far_off_is_named(
    world: World, key: SigningKey, off: int, code: FailureCode, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(monkeypatch, off)
    found = await verified(world, token(world, key), off if told else None)
    assert isinstance(found, Refused)
    assert (found.reason.code, found.who) == (code, Who.OWNER)
    assert abs(int(found.reason.values["duration"]) - abs(off)) <= 2


@pytest.mark.parametrize(("issued", "lasts"), [(240, HOUR), (-3 * HOUR, HOUR)])
async def test_a_token_of_another_time_is_refused_although_the_clock_is_right(
    world: World, key: SigningKey, issued: int, lasts: int
) -> None:
    with pytest.raises(UntrustedIdToken):
        await verified(world, token(world, key, issued, lasts), 0)


@pytest.mark.parametrize("ahead", [240.0, 10.0])
async def test_a_clock_that_is_ahead_explains_no_token_from_the_future(
    world: World, key: SigningKey, ahead: float
) -> None:
    with pytest.raises(UntrustedIdToken):
        await verified(world, token(world, key, 240), ahead)


async def test_alice_reads_how_far_the_clock_is_behind(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    moved(monkeypatch, -240)
    browser = Walker(world)
    visitor = await world.browser_of(world.alice)
    auth = world.app.extensions["QUART_AUTH"][0]
    browser.client.set_cookie("127.0.0.1", auth.cookie_name, auth.dump_token(visitor.token, world.app))
    answer = await signs_in(browser, "alice", "/settings/gmail/connect")
    assert answer.status == 400
    assert (
        "This server’s clock is 4 minutes behind Google’s. Set the clock (NTP) and try again." in answer.text
    )
    assert any("clock is 4 minutes behind" in record.getMessage() for record in caplog.records)
    stranger = await signs_in(Walker(world), "alice")
    assert "Ask the owner of this server" in stranger.text


async def test_a_clock_twelve_seconds_behind_lets_alice_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(monkeypatch, -12)
    assert (await signs_in(Walker(world), "alice")).status == 303


def test_the_time_of_an_answer_is_read_if_it_has_one() -> None:
    got_at = datetime.fromtimestamp(1240, UTC)
    assert GoogleAnswer(200, {"date": formatdate(1000, usegmt=True)}, b"", got_at).clock_ahead == 240
    for odd in ("", "yesterday", "Mon, 99 Foo 2026", "Thu, 01 Jan 99999 00:00:00 GMT"):
        assert GoogleAnswer(200, {"date": odd}, b"", got_at).clock_ahead is None
    assert GoogleAnswer(200, {}, b"", got_at).clock_ahead is None


ODD_KEYS = {
    "503": said(503, b"<html>busy</html>"),
    "404": said(404, {"keys": []}),
    "HTML": said(200, b"<html>Anmeldung n\xf6tig</html>", Content_Type="text/html"),
    "broken JSON": said(200, b'{"keys": ['),
    "deep JSON": said(200, b"[" * 100_000),
    "a list": said(200, []),
    "null": said(200, b"null"),
    "no keys": said(200, {"keys": []}),
    "keys of another form": said(200, {"keys": "none"}),
    "keys of other kinds": said(
        200, {"keys": [1, None, {"kty": "EC"}, {"kty": "RSA"}, {"kty": "RSA", "kid": "1", "n": 3, "e": None}]}
    ),
    "impossible numbers": said(
        200, {"keys": [{"kty": "RSA", "kid": "1", "n": b64u(b"\x01"), "e": b64u(b"\x02")}]}
    ),
    "a broken encoding": said(200, b"not gzip", Content_Encoding="gzip"),
    "an end without an answer": Said(cut=True),
}


@pytest.mark.parametrize("case", ODD_KEYS)
async def test_without_keys_google_is_busy(
    world: World, keys_at: InGooglesPlace, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    keys_at.answer = ODD_KEYS[case]
    answer = await signs_in(Walker(world), "alice")
    assert answer.status == 503
    assert "Try again in a minute." in answer.text
    assert any("certificates" in record.getMessage() for record in caplog.records)


async def test_an_odd_key_hides_none_of_the_others(
    world: World, keys_at: InGooglesPlace, key: SigningKey
) -> None:
    keys_at.answer = said(200, {"keys": [None, {"kty": "RSA", "kid": "1", "n": 7}, *key.jwks()["keys"]]})
    assert (await signs_in(Walker(world), "alice")).status == 303


async def test_known_keys_are_used_on_while_no_newer_ones_come(
    world: World, keys_at: InGooglesPlace, key: SigningKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys_at.answer = said(200, key.jwks(), Cache_Control="public, max-age=3600")
    assert isinstance(await verified(world, token(world, key)), IdTokenClaims)
    keys_at.answer = said(503, b"")
    for later, asked in ((1800, 1), (2 * HOUR, 2), (2 * HOUR + 30, 2), (2 * HOUR + 90, 3), (24 * HOUR, 4)):
        moved(monkeypatch, later)
        assert isinstance(await verified(world, token(world, key, later)), IdTokenClaims)
        assert len(keys_at.heard) == asked
    moved(monkeypatch, 26 * HOUR)
    assert isinstance(await verified(world, token(world, key, 26 * HOUR)), Transient)
    keys_at.answer = said(200, key.jwks())
    assert isinstance(await verified(world, token(world, key, 26 * HOUR)), IdTokenClaims)


async def test_a_new_key_that_cannot_be_fetched_is_no_forgery(
    world: World, keys_at: InGooglesPlace, key: SigningKey, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys_at.answer = said(200, key.jwks(), Cache_Control="max-age=3600")
    assert isinstance(await verified(world, token(world, key)), IdTokenClaims)
    moved(monkeypatch, 90)
    newer = SigningKey(tmp_path / "newer.pem")
    keys_at.answer = said(503, b"")
    for _ in range(2):
        assert isinstance(await verified(world, token(world, newer, 90)), Transient)
    keys_at.answer = said(200, newer.jwks())
    assert isinstance(await verified(world, token(world, newer, 90)), IdTokenClaims)
    with pytest.raises(UntrustedIdToken):
        await verified(world, token(world, key, 90))
