"""How moments, pages and proofs look in every answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from server.lib.runtime import runtime
from server.lib.settings import ServerSettings

_PROOF = ("by", "pixel", "links", "of", "at")


def iso(moment: datetime | None) -> str | None:
    """A moment in ISO 8601, UTC, with milliseconds."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None


def page_of(message_id: UUID) -> str:
    """The address of a message's page on the dashboard."""
    return f"{runtime()[ServerSettings].public_url}/messages/{message_id}"


def proof_of(proof: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """PROOF: who found what of the marks in the sent copy, and when."""
    return {name: proof[name] for name in _PROOF} if proof else None
