"""Formats moments, page addresses and proofs for the answers of the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from server.lib.runtime import runtime
from server.lib.settings import ServerSettings

_PROOF = ("by", "pixel", "links", "of", "at")


def iso(moment: datetime | None) -> str | None:
    """Return a moment in ISO 8601, UTC, with milliseconds."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None


def page_of(message_id: UUID) -> str:
    """Return the URL of a message's page on the dashboard."""
    return f"{runtime()[ServerSettings].public_url}/messages/{message_id}"


def proof_of(proof: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return the API's PROOF object: who found which marks in the sent copy, and when."""
    return {name: proof[name] for name in _PROOF} if proof else None
