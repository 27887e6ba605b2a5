"""What Gmail's calls ask of whoever keeps the state of a grant."""

from __future__ import annotations

from typing import Protocol

from server.google.failures import GoogleFailure


class GrantKeeper(Protocol):
    """Keeps what Google's answers mean for one grant."""

    def barred(self, *, sends: bool) -> GoogleFailure | None:
        """Return why Google is not to be asked now; None if it may be asked."""

    async def worked(self) -> None:
        """Note that Google has carried out a request."""

    async def failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        """Note a failure, `of_profile` or of another request; return it as the caller is to see it."""
