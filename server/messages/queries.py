"""Many messages at once, without what only one at a time is needed of: a report may be a megabyte."""

from __future__ import annotations

from tortoise.queryset import QuerySet

from server.messages.models import Message

_BULKY = frozenset({"report", "differences", "search_text"})


def slim(messages: QuerySet[Message]) -> QuerySet[Message]:
    """The same query; what is left out is not there, and such a message cannot be saved."""
    kept = (name for name in Message._meta.db_fields if name not in _BULKY)  # noqa: SLF001 - no other door
    return messages.only(*kept)
