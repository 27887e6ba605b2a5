"""Lists the mails that a person's Gmail has received, from its history or by a search.

Failures are values.
"""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.google.failures import GoogleFailure
from server.google.gmail_api import incoming_headers
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.incoming_headers import Incoming
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
    """One entry of the history. `added_since` with its `number` returns the entries after it."""

    number: str
    added: tuple[MailRef, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Entries, oldest first. `number` is the history's current number, to be stored after the last page."""

    records: tuple[HistoryRecord, ...]
    number: str
    next_page: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Mails found by a search, newest first, without labels. `next_page`: the next page's token, or ""."""

    refs: tuple[MailRef, ...]
    next_page: str


async def number_of_now(gmail: Gmail) -> str | GoogleFailure:
    """Return the current number of the Gmail account's history."""
    found = await gmail.call(lambda users: users.getProfile(userId="me"))
    return str(found["historyId"]) if isinstance(found, dict) else found


async def added_since(gmail: Gmail, number: str, page: str = "") -> HistoryPage | GoogleFailure:
    """Return the mails added after `number`. GONE: Gmail no longer has that history, so search."""
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
    gmail: Gmail, since: datetime, page: str = "", *, any_of: Sequence[str] = ()
) -> SearchPage | GoogleFailure:
    """Search for mail received after `since`: all, or what fits any of these terms (`from:postmaster`)."""
    asked = f"after:{int(since.timestamp())} -in:sent -in:drafts -in:chats"
    asked += f" {{{' '.join(any_of)}}}" if any_of else ""
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
    """Return what the headers of a received mail say.

    All fields are asked for: the names of those by which programs mark their mails are too many for a URL.
    """
    found = await gmail.call(lambda users: users.messages().get(userId="me", id=gmail_id, format="metadata"))
    if not isinstance(found, dict):
        return found
    try:
        return incoming_headers.read(found)
    except Exception:  # a stranger's mail with broken headers must not prevent us from reading the others
        log.exception("the headers of a mail cannot be read; the mail is skipped")
        return UNREADABLE


async def bytes_of(gmail: Gmail, gmail_id: str) -> bytes | GoogleFailure:
    """Return the bytes of a whole mail, as Gmail received it."""
    found = await gmail.call(lambda users: users.messages().get(userId="me", id=gmail_id, format="raw"))
    return _bytes(str(found.get("raw", ""))) if isinstance(found, dict) else found


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
