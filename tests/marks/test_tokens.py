"""Signed tokens are accepted, and all others are refused. Covers S1, 6, 7, 8, 12, 13, 16, 21."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.lib.keys.signing import KeyRing, b64u, from_b64u
from server.marks import tokens
from server.marks.tokens import (
    MAX_URL_BYTES,
    Purpose,
    TokenClaims,
    TokenError,
    click_target,
    is_decoy,
    link_head,
    link_key,
    read,
    sign,
    sign_click,
    verify,
)

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors" / "tokens.json").read_text())
RING = KeyRing.of([b"a secret of these tests", b"an older one"])
NOW = 1_800_000_000
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BY_KEY_NAME = {purpose.key_name: purpose for purpose in Purpose}
PURPOSES = [purpose for purpose in Purpose if purpose is not Purpose.CLICK]

claims = st.builds(
    TokenClaims,
    account=st.integers(1, 2**64 - 1),
    message=st.uuids(),
    recipient=st.integers(0, 2**32 - 1),
    expiry=st.integers(NOW + 1, 2**32 - 1),
    url=st.just(""),
)
urls = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).map(
    lambda x: f"https://{x}"
)


def open_token(**changed: Any) -> str:
    """Alice's pixel."""
    said: dict[str, Any] = {"account": 1, "message": UUID(int=7), "recipient": 0, "expiry": NOW + 100}
    return sign(RING, Purpose.OPEN, TokenClaims(**said | changed))


def click_token(url: str = "https://example.com/") -> str:
    """A link in Alice's mail."""
    head = link_head(RING, TokenClaims(1, UUID(int=7), 0, NOW + 100))
    return sign_click(head, link_key(RING, head), url)


def reason(purpose: Purpose, token: str, now: float = NOW, ring: KeyRing = RING) -> str:
    """Why a token is refused; fails if it is accepted."""
    with pytest.raises(TokenError) as refused:
        verify(ring, purpose, token, now)
    return refused.value.reason


@given(claims, st.sampled_from(PURPOSES))
def test_a_token_returns_what_was_signed(said: TokenClaims, purpose: Purpose) -> None:
    assert verify(RING, purpose, sign(RING, purpose, said), NOW) == said


@given(claims, urls)
def test_a_signed_link_returns_its_target(said: TokenClaims, url: str) -> None:
    head = link_head(RING, said)
    found = verify(RING, Purpose.CLICK, sign_click(head, link_key(RING, head), url), NOW)
    assert (found.account, found.message, found.url) == (said.account, said.message, url)


@pytest.mark.parametrize(
    "token",
    [open_token(), open_token(recipient=9), click_token(), click_token("https://ü.example/?" + "x" * 90)],
)
def test_a_token_with_one_flipped_bit_is_refused(token: str) -> None:
    """More than 4,000 cases, each against two purposes."""
    content = from_b64u(token)
    assert content is not None
    for bit in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        for purpose in (Purpose.OPEN, Purpose.CLICK):
            reason(purpose, b64u(bytes(flipped)))


@pytest.mark.parametrize(("purpose", "token"), [(Purpose.OPEN, open_token()), (Purpose.CLICK, click_token())])
def test_another_spelling_of_a_token_is_refused(purpose: Purpose, token: str) -> None:
    """Each character is replaced by every other, and the token is cut at every place."""
    verify(RING, purpose, token, NOW)
    for place in range(len(token)):
        reason(purpose, token[:place])
        for other in ALPHABET.replace(token[place], ""):
            reason(purpose, token[:place] + other + token[place + 1 :])
    for spelling in (
        token + "=",
        token + "==",
        token + "A",
        f" {token}",
        token + "\n",
        token.replace("-", "+"),
    ):
        if spelling != token:
            reason(purpose, spelling)


@given(st.text(max_size=150) | st.text(ALPHABET, max_size=150))
@settings(max_examples=1000)
def test_any_text_is_refused_as_a_token_without_an_unexpected_error(text: str) -> None:
    for purpose in Purpose:
        reason(purpose, text)


@given(st.binary(max_size=6000))
@settings(max_examples=500)
def test_any_bytes_are_refused_as_a_token(content: bytes) -> None:
    for purpose in Purpose:
        reason(purpose, b64u(content))


def test_a_token_is_refused_for_every_purpose_but_its_own() -> None:
    said = TokenClaims(1, UUID(int=7), 0, NOW + 100)
    for made_for in PURPOSES:
        for used_as in Purpose:
            if used_as is not made_for:
                assert reason(used_as, sign(RING, made_for, said)) == "purpose"
    assert reason(Purpose.OPEN, click_token()) == "purpose"


def test_the_key_of_one_mail_signs_no_links_of_another() -> None:
    """Covers S1, another tenant: a link key in a page is valid for only one mail."""
    mine, yours = (link_head(RING, TokenClaims(who, UUID(int=who), 0, NOW + 100)) for who in (1, 2))
    assert (
        reason(Purpose.CLICK, sign_click(yours, link_key(RING, mine), "https://example.com/")) == "signature"
    )


def test_a_token_is_refused_from_the_second_of_its_expiry() -> None:
    token = open_token(expiry=NOW)
    verify(RING, Purpose.OPEN, token, NOW - 1)
    assert reason(Purpose.OPEN, token, NOW) == "expired"


def test_an_older_key_verifies_until_it_is_removed() -> None:
    old = KeyRing.of([b"an older one"])
    token = sign(old, Purpose.OPEN, TokenClaims(1, UUID(int=7), 0, NOW + 100))
    verify(RING, Purpose.OPEN, token, NOW)
    assert reason(Purpose.OPEN, token, ring=KeyRing.of([b"a secret of these tests"])) == "key"


def test_the_longest_allowed_link_fits_into_a_token_and_a_longer_one_is_refused() -> None:
    url = "https://example.com/" + "x" * (MAX_URL_BYTES - 20)
    token = click_token(url)
    assert verify(RING, Purpose.CLICK, token, NOW).url == url
    assert len(token) < 8192 - 100
    assert reason(Purpose.CLICK, click_token(url + "x" * 10)) == "malformed"


def test_the_server_signs_and_verifies_the_tokens_in_the_vectors() -> None:
    """The same file tests the extension's own signing."""
    ring = KeyRing.of([each["secret"].encode() for each in VECTORS["ring"]])
    for purpose in (Purpose.OPEN, Purpose.VIEW_TIME, Purpose.DECOY):
        for case in VECTORS[purpose.key_name]:
            said = TokenClaims(int(case["account"]), UUID(case["message"]), case["recipient"], case["expiry"])
            assert sign(ring, purpose, said) == case["token"]
            assert verify(ring, purpose, case["token"], VECTORS["now"]) == said
    for case in VECTORS["click"]:
        head, key = from_b64u(case["link_head"]), from_b64u(case["link_key"])
        assert head is not None
        assert key == link_key(ring, head)
        assert sign_click(head, key, case["url"]) == case["token"]
        assert verify(ring, Purpose.CLICK, case["token"], VECTORS["now"]).url == case["url"]
    assert (
        verify(ring, Purpose.CLICK, VECTORS["longer"]["token"], VECTORS["now"]).url
        == VECTORS["longer"]["url"]
    )
    for case in VECTORS["refused"]:
        assert reason(BY_KEY_NAME[case["purpose"]], case["token"], VECTORS["now"], ring) == case["why"]


@pytest.mark.parametrize("end", VECTORS["stray"]["ends"])
def test_what_follows_a_token_does_not_invalidate_it(end: str) -> None:
    """A full stop, a bracket, a zero-width space, a query: all seen behind links in mails."""
    ring = KeyRing.of([each["secret"].encode() for each in VECTORS["ring"]])
    link, decoy = VECTORS["stray"]["token"] + end, VECTORS["decoy"][0]["token"] + end
    assert (
        read(ring, Purpose.CLICK, link, VECTORS["now"]).url == VECTORS["stray"]["url"] == click_target(link)
    )
    assert read(ring, Purpose.DECOY, decoy, VECTORS["now"]).message == UUID(VECTORS["decoy"][0]["message"])
    assert is_decoy(decoy)


def _broken(by: str) -> str:
    """A link in Alice's mail, broken in two places."""
    token = VECTORS["stray"]["token"]
    return f"{token[:60]}{by}{token[60:120]}{by}{token[120:]}"


@pytest.mark.parametrize("by", VECTORS["broken"]["between"])
def test_a_token_that_was_broken_into_lines_is_put_together(by: str) -> None:
    ring = KeyRing.of([each["secret"].encode() for each in VECTORS["ring"]])
    found = read(ring, Purpose.CLICK, _broken(by), VECTORS["now"]).url
    assert found == click_target(_broken(by)) == VECTORS["stray"]["url"]


@pytest.mark.parametrize("by", VECTORS["broken"]["not_between"])
def test_other_characters_end_a_token(by: str) -> None:
    assert click_target(_broken(by)) is None


@pytest.mark.parametrize("end", ["", "_", "--_", ".", "\n", "=\r\n\r\nRegards", "?a=1"])
@pytest.mark.parametrize("token", [click_token(), open_token(), "", "short", "A" * 3000])
def test_no_spelling_of_a_forged_token_is_verified_twice_and_none_that_is_too_short(
    monkeypatch: pytest.MonkeyPatch, token: str, end: str
) -> None:
    tried: list[str] = []

    def noted(ring: KeyRing, purpose: Purpose, token: str, now: float) -> TokenClaims:
        tried.append(token)
        return verify(ring, purpose, token, now)

    monkeypatch.setattr(tokens, "verify", noted)
    forged = token[:-9] + "AAAAAAAAA" + end if token else end
    with pytest.raises(TokenError):
        read(RING, Purpose.CLICK, forged, NOW)
    assert len(tried) == len(set(tried)) <= 7
    assert all(len(each) >= len(open_token()) for each in tried[1:])


def test_a_link_token_ends_in_a_letter_or_a_digit() -> None:
    """Covers liberapay.com#1476: mail programs leave `-` and `_` at the end out of a link."""
    for number in range(500):
        token = click_token(f"https://example.com/{number}")
        assert token[-1].isalnum()
        assert verify(RING, Purpose.CLICK, token, NOW).url == f"https://example.com/{number}"


def test_an_older_token_is_read_without_the_end_that_a_mail_program_left_out() -> None:
    ring = KeyRing.of([each["secret"].encode() for each in VECTORS["ring"]])
    assert len(VECTORS["cut"]) == 2
    for case in VECTORS["cut"]:
        assert (
            read(ring, Purpose.CLICK, case["text"], VECTORS["now"]).url
            == click_target(case["text"])
            == case["url"]
        )


@given(st.text(max_size=20), st.integers(0, 150))
def test_text_behind_a_token_never_makes_a_damaged_one_valid(end: str, place: int) -> None:
    token = click_token()
    at = place % len(token)
    damaged = token[:at] + ("B" if token[at] == "A" else "A") + token[at + 1 :]
    with pytest.raises(TokenError):
        read(RING, Purpose.CLICK, damaged + end, NOW)


@given(st.text(max_size=150) | st.text(ALPHABET, max_size=150))
def test_no_text_is_read_as_a_token_by_chance(text: str) -> None:
    with pytest.raises(TokenError):
        read(RING, Purpose.CLICK, text, NOW)
    assert click_target(text) is None
    assert not is_decoy(text)
