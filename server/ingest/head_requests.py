"""Who asked by HEAD a moment ago: a mark for the hit that follows, since browsers do not ask twice."""

from __future__ import annotations

from server.lib import clock
from server.marks.tokens import TokenClaims
from server.verdicts.correlate import HEAD_MARK

SECONDS = 60.0
MOST = 10_000

_Asked = tuple[object, str, str]  # message, link, address


class HeadRequests:
    """Of this process and the last minute; the oldest are forgotten when there are very many."""

    def __init__(self) -> None:
        self._asked: dict[_Asked, float] = {}

    def note(self, claims: TokenClaims, address: str) -> None:
        """`address` asked what it would get."""
        if len(self._asked) >= MOST:
            del self._asked[next(iter(self._asked))]
        self._asked[claims.message, claims.url, address] = clock.unix()

    def mark(self, claims: TokenClaims, address: str, now: float) -> dict[str, str]:
        """The header that tells of it, for a hit of the same address at `now` (unix seconds)."""
        if not self._asked:
            return {}
        asked = self._asked.get((claims.message, claims.url, address))
        if asked is None or not 0 <= now - asked <= SECONDS:
            return {}
        return {HEAD_MARK: f"{now - asked:.1f}"}
