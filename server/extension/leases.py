"""Creates leases: marks for mails that are yet to be written, which the extension keeps ready."""

from __future__ import annotations

from typing import Any

from server.accounts.models import Account
from server.lib.keys.signing import KeyRing, b64u
from server.marks.marks import Marks, new_marks


def new_leases(
    ring: KeyRing, public_url: str, account: Account, count: int, now: float, *, view_time: bool
) -> list[dict[str, Any]]:
    """Return `count` new leases as JSON. `now` is in Unix seconds.

    `view_time`: whether leases include the URL of the view-time image.
    """
    made = (new_marks(ring, public_url, account.id, account.prefix, now) for _ in range(count))
    return [as_json(marks) | ({"view_time_url": marks.view_time_url} if view_time else {}) for marks in made]


def as_json(marks: Marks) -> dict[str, Any]:
    """Return one lease: everything that the extension needs to mark one mail without asking the server."""
    return {
        "id": str(marks.message),
        "pixel_url": marks.pixel_url,
        "pixel_token": marks.pixel_token,
        "decoy_url": marks.decoy_url,
        "link_base": marks.link_base,
        "link_head": b64u(marks.link_head),
        "link_key": b64u(marks.link_key),
        "expires_at": marks.expires_at,
    }
