"""Loads many messages without their large fields, and their Gmail rows without the reports."""

from __future__ import annotations

from typing import Any

from tortoise.queryset import QuerySet

from server.messages.models import GmailMessage, Message

_BULKY = frozenset({"search_text"})
_OF_GMAIL = ("gmail__id", "gmail__gmail_id", "gmail__thread_id", "gmail__mailbox", "gmail__proof")


def slim(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Return the query without large fields. Messages loaded by it lack these, and cannot be saved."""
    return messages.only(*_kept())


def slim_with_gmail(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Return the query without large fields, with each message's `gmail`, which has only ids and proof."""
    return messages.select_related("gmail").only(*_kept(), *_OF_GMAIL)


def in_gmail(account_id: int, **which: Any) -> QuerySet[GmailMessage]:
    """Return a query for the account's Gmail rows without reports, each with its message as `slim` loads it.

    The query starts at the Gmail row, whose ids are indexed. If it started at the message, SQLite would read
    all messages.
    """
    rows = GmailMessage.filter(message__account_id=account_id, **which).select_related("message")
    return rows.only(
        "id", "message_id", "gmail_id", "thread_id", "proof", *(f"message__{name}" for name in _kept())
    )


def _kept() -> list[str]:
    return [name for name in Message._meta.db_fields if name not in _BULKY]  # noqa: SLF001 - no other door
