"""What is Gmail's own of a message: the row beside it, and the message's id in Gmail."""

from __future__ import annotations

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.google.failures import GoogleFailure
from server.google.gmail import Gmail
from server.messages.models import GmailMessage, Message


async def gmail_of(message_id: UUID, db: BaseDBAsyncClient | None = None) -> GmailMessage | None:
    """The row of one message. Who changes it holds the message's lock (lock.py), which serves for both.

    None: it is not of Gmail, or neither Gmail nor the extension has told anything of it yet.
    """
    return await GmailMessage.filter(message_id=message_id).using_db(db).first()


def is_findable(message: Message, gmail_message: GmailMessage | None) -> bool:
    """Whether Gmail can be asked for it: by its id there, or by its Message-ID."""
    return bool((gmail_message and gmail_message.gmail_id) or message.rfc822_message_id)


async def gmail_id_of(gmail: Gmail, message: Message) -> str | GoogleFailure | None:
    """A message's id in Gmail; the message was loaded with its `gmail`.

    Gmail is asked where only the Message-ID is known. None: neither is.
    """
    known = message.gmail.gmail_id if message.gmail else None
    if known or not message.rfc822_message_id:
        return known
    return await gmail.find_by_rfc822_id(message.rfc822_message_id)
