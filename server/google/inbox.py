"""Lists the mail that a person's Gmail received, from its history or by a search. Failures are values."""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.google import incoming_headers
from server.google.failures import GoogleFailure
from server.google.gmail import Gmail
from server.google.incoming_headers import Incoming
from server.lib.failure import other
from server.lib.outbox import Permanent

log = logging.getLogger(__name__)

UNREADABLE = Permanent(other("the headers of this mail cannot be read"))
_PAGE = 500


@dataclass(frozen=True, slots=True)
class MailRef:
    """A reference to a mail: its ids and labels."""

    gmail_id: str
    thread_id: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """One entry of the history. With its `number`, the entries after it can be requested."""

    number: str
    added: tuple[MailRef, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Entries, oldest first. `number` is the current one, to be stored once `next_page` is empty."""

    records: tuple[HistoryRecord, ...]
    number: str
    next_page: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The results of a search, newest first, without labels. `next_page`: the token of the next page."""

    refs: tuple[MailRef, ...]
    next_page: str


async def number_of_now(gmail: Gmail) -> str | GoogleFailure:
    """Return the current number of the history."""
    found = await gmail.call(lambda users: users.getProfile(userId="me"))
    return str(found["historyId"]) if isinstance(found, dict) else found


async def added_since(gmail: Gmail, number: str, page: str = "") -> HistoryPage | GoogleFailure:
    """Return what was added after `number`. GONE: that is too long ago for Gmail, so search instead."""
    found = await gmail.call(
        lambda users: users.history().list(
            userId="me",
            startHistoryId=number,
            historyTypes=["messageAdded"],
            maxResults=_PAGE,
            pageToken=page or None,
        )
    )
    if not isinstance(found, dict):
        return found
    records = tuple(map(_record, found.get("history", ())))
    return HistoryPage(records, str(found["historyId"]), str(found.get("nextPageToken", "")))


async def received_since(
    gmail: Gmail, since: datetime, sender: str = "", page: str = ""
) -> SearchPage | GoogleFailure:
    """Search for mail received since a moment, from anybody or from a sender with this name."""
    asked = f"after:{int(since.timestamp())} -in:sent -in:drafts -in:chats"
    asked += f" from:{sender}" if sender else ""
    found = await gmail.call(
        lambda users: users.messages().list(userId="me", q=asked, maxResults=_PAGE, pageToken=page or None)
    )
    if not isinstance(found, dict):
        return found
    return SearchPage(tuple(map(_ref, found.get("messages", ()))), str(found.get("nextPageToken", "")))


async def thread(gmail: Gmail, thread_id: str) -> list[MailRef] | GoogleFailure:
    """Return the mails of a thread, oldest first."""
    found = await gmail.call(lambda users: users.threads().get(userId="me", id=thread_id, format="minimal"))
    return [_ref(each) for each in found.get("messages", ())] if isinstance(found, dict) else found


async def headers_of(gmail: Gmail, gmail_id: str) -> Incoming | GoogleFailure:
    """Return the headers of a received mail."""
    found = await gmail.call(
        lambda users: users.messages().get(
            userId="me", id=gmail_id, format="metadata", metadataHeaders=[*incoming_headers.WANTED]
        )
    )
    if not isinstance(found, dict):
        return found
    try:
        return incoming_headers.read(found)
    except Exception:  # nothing a stranger puts into one mail may keep the others from being read
        log.exception("the headers of a mail cannot be read; the mail is skipped")
        return UNREADABLE


async def bytes_of(gmail: Gmail, gmail_id: str) -> bytes | GoogleFailure:
    """Return a whole mail as it was received."""
    found = await gmail.call(lambda users: users.messages().get(userId="me", id=gmail_id, format="raw"))
    return _bytes(str(found.get("raw", ""))) if isinstance(found, dict) else found


async def own_addresses(gmail: Gmail) -> frozenset[str] | GoogleFailure:
    """Return the person's own address and the others that they send as, in lower case."""
    found = await gmail.call(lambda users: users.settings().sendAs().list(userId="me"))
    if not isinstance(found, dict):
        return found
    addresses = {str(each.get("sendAsEmail", "")).lower() for each in found.get("sendAs", ())}
    return frozenset(addresses | {gmail.address.lower()})


def _record(entry: Mapping[str, Any]) -> HistoryRecord:
    added = tuple(_ref(each["message"]) for each in entry.get("messagesAdded", ()))
    return HistoryRecord(str(entry["id"]), added)


def _ref(message: Mapping[str, Any]) -> MailRef:
    labels = frozenset(message.get("labelIds", ()))
    return MailRef(str(message["id"]), str(message["threadId"]), labels)


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""
