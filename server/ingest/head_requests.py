"""Marks hits that follow a HEAD request by the same client, because browsers do not send HEAD first.

Another program at the same address may be a person’s: Office and antivirus programs ask for the headers of
links that a person is about to follow.
"""

from __future__ import annotations

from server.lib import clock
from server.marks.tokens import TokenClaims
from server.verdicts.surroundings import HEAD_MARK

SECONDS = 60.0
MOST = 10_000

_Asked = tuple[object, str, str, str]  # message, link, address, user agent


class HeadRequests:
    """The last HEAD requests to this process, at most MOST; beyond that the oldest is dropped."""

    def __init__(self) -> None:
        self._asked: dict[_Asked, float] = {}

    def note(self, claims: TokenClaims, address: str, user_agent: str) -> None:
        """Note that a client sent a HEAD request."""
        asked = claims.message, claims.url, address, user_agent
        self._asked.pop(asked, None)
        if len(self._asked) >= MOST:
            del self._asked[next(iter(self._asked))]
        self._asked[asked] = clock.unix()

    def mark(self, claims: TokenClaims, address: str, user_agent: str, now: float) -> dict[str, str]:
        """Return a header for a hit at `now` (unix seconds) whose client sent HEAD in the minute before."""
        if not self._asked:
            return {}
        asked = self._asked.get((claims.message, claims.url, address, user_agent))
        if asked is None or not 0 <= now - asked <= SECONDS:
            return {}
        return {HEAD_MARK: f"{now - asked:.1f}"}
