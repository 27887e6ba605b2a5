"""How long each kind of token is valid. Covers 17-20."""

from __future__ import annotations

from uuid import UUID

import pytest

from server.lib.keys.signing import KeyRing
from server.marks.marks import marks_for
from server.marks.tokens import DAY, LIFETIME, Purpose, TokenClaims, TokenError, sign, verify

RING = KeyRing.of([b"a secret of these tests"])
NOW = 1_800_000_000
MAIL = UUID(int=7)


def expires(purpose: Purpose, token: str, days: int) -> None:
    """The token is accepted until the last second of its `days`, and not afterwards."""
    assert verify(RING, purpose, token, NOW + days * DAY - 1).message == MAIL
    with pytest.raises(TokenError, match="expired"):
        verify(RING, purpose, token, NOW + days * DAY)


def test_the_pixel_and_the_links_of_a_mail_are_valid_for_ninety_days() -> None:
    marks = marks_for(MAIL, RING, "https://track.example", 1, "alicexxx", NOW)
    expires(Purpose.OPEN, marks.pixel_token, 90)
    expires(Purpose.CLICK, marks.tracked("https://example.com/").rpartition("/")[2], 90)


@pytest.mark.parametrize("purpose", [Purpose.UNSUBSCRIBE, Purpose.WEB_VERSION])
def test_unsubscribe_and_web_version_tokens_are_valid_for_a_year(purpose: Purpose) -> None:
    expires(purpose, sign(RING, purpose, TokenClaims(1, MAIL, 3, NOW + LIFETIME[purpose])), 365)
