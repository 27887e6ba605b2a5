"""Finds what belongs to a message in Gmail: its GmailMessage row, and its id there."""

from __future__ import annotations

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.google.failures import GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.messages.models import GmailMessage, Message


async def gmail_of(message_id: UUID, db: BaseDBAsyncClient | None = None) -> GmailMessage | None:
    """Return the Gmail row of one message.

    To change the row, hold the message's lock (lock.py). None: the message is not in Gmail, or neither Gmail
    nor the extension has reported it yet.
    """
    return await GmailMessage.filter(message_id=message_id).using_db(db).first()


def is_findable(message: Message, gmail_message: GmailMessage | None) -> bool:
    """Return whether Gmail can be asked for the message, by its id there or by its Message-ID."""
    return bool((gmail_message and gmail_message.gmail_id) or message.rfc822_message_id)


async def gmail_id_of(gmail: Gmail, message: Message) -> str | GoogleFailure | None:
    """Return a message's id in Gmail. The message must have been loaded with its `gmail`.

    Asks Gmail if only the Message-ID is known. None: neither id is known, or Gmail does not find the mail.
    """
    known = message.gmail.gmail_id if message.gmail else None
    if known or not message.rfc822_message_id:
        return known
    return await gmail.find_by_rfc822_id(message.rfc822_message_id)
