"""Gmail's limit for sending: while it lasts, each further attempt moves its end on."""

from datetime import UTC, datetime

MOVES_ON_S = 900.0


class SendLimits:
    """Until when whom Gmail does not let send, in Unix seconds."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}
        self._moves_on_s: dict[str, float] = {}

    def begin(self, person: str, until: float, moves_on_s: float = MOVES_ON_S) -> None:
        """Let the limit last until then; each attempt moves that on by `moves_on_s`."""
        self._until[person], self._moves_on_s[person] = until, moves_on_s

    def ends(self, person: str) -> float | None:
        """Return when the limit ends; None if there is none."""
        return self._until.get(person)

    def end(self, person: str) -> None:
        self._until.pop(person, None)

    def clear(self) -> None:
        self._until.clear()

    def attempt(self, person: str, now: float) -> str | None:
        """Return Gmail's words if the person may not send now, and move the end on; else None."""
        until = self._until.get(person)
        if until is None or until <= now:
            self.end(person)
            return None
        self._until[person] = until = until + self._moves_on_s[person]
        moment = datetime.fromtimestamp(until, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return f"User-rate limit exceeded.  Retry after {moment} (Mail sending)"
