"""Derives the marks of one mail from the keys: its images, its decoy, and the key that signs its links."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from server.lib.keys.signing import KeyRing
from server.marks.tokens import LIFETIME, Purpose, TokenClaims, link_head, link_key, sign, sign_click


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one mail. `expires_at` is in unix seconds; `link_base` ends with a slash."""

    message: UUID
    pixel_url: str
    pixel_token: str
    decoy_url: str
    view_time_url: str  # of the view-time image
    link_base: str
    link_head: bytes
    link_key: bytes
    expires_at: int

    def tracked(self, url: str) -> str:
        """Return the tracked form of `url`."""
        return self.link_base + sign_click(self.link_head, self.link_key, url)


def new_marks(ring: KeyRing, public_url: str, account: int, prefix: str, now: float) -> Marks:
    """Return marks for a future mail, with a new message id."""
    return marks_for(uuid4(), ring, public_url, account, prefix, now)


def marks_for(message: UUID, ring: KeyRing, public_url: str, account: int, prefix: str, now: float) -> Marks:
    """Return marks for the mail `message`; they expire one lifetime of an open's token after `now`."""
    claims = TokenClaims(account, message, 0, int(now) + LIFETIME[Purpose.OPEN])
    token = sign(ring, Purpose.OPEN, claims)
    head = link_head(ring, claims)
    link_base = f"{public_url}/c/{prefix}/"
    return Marks(
        message=message,
        pixel_url=f"{public_url}/p/{prefix}/{token}.gif",
        pixel_token=token,
        decoy_url=link_base + sign(ring, Purpose.DECOY, claims),
        view_time_url=f"{public_url}/p/{prefix}/r/{sign(ring, Purpose.VIEW_TIME, claims)}.gif",
        link_base=link_base,
        link_head=head,
        link_key=link_key(ring, head),
        expires_at=claims.expiry,
    )
