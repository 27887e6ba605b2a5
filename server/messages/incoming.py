"""Match one incoming mail with its tracked mail: a reply, an automatic reply, a bounce or a delay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.queryset import QuerySet

from server.google import delivery_status, inbox
from server.google.delivery_status import DELAYED, FAILED, DeliveryReport, RecipientStatus
from server.google.failures import GoogleFailure
from server.google.gmail import Gmail
from server.google.inbox import MailRef
from server.google.incoming_headers import Incoming
from server.lib.database.connection import read_only
from server.lib.outbox import Permanent
from server.messages.models import GmailMessage, Message, Recipient
from server.messages.queries.slim import in_gmail, slim
from server.messages.replies_and_bounces import AUTOMATIC, BOUNCE, DELAY, REPLY, ReturnedItem, note

_MOST_THREADS = 500
_MOST_BEFORE = 50  # as many as one reply can have individual copies
_LARGEST = 2 * delivery_status.MOST_BYTES
NOT_FOR_US = frozenset({"SENT", "DRAFT", "SPAM", "TRASH", "CHAT"})
_ADVERTISING = frozenset({"CATEGORY_PROMOTIONS", "CATEGORY_SOCIAL", "CATEGORY_FORUMS"})


@dataclass(slots=True)
class InboxRead:
    """One poll of one person's Gmail. `left`: how many more mails may be read in it."""

    account_id: int
    gmail: Gmail
    left: int
    threads: set[str] = field(default_factory=set)  # threads with a tracked mail
    own: frozenset[str] = frozenset()

    async def expect(self, places: Iterable[MailRef]) -> None:
        """Look up which threads of these mails contain a tracked mail."""
        asked = [*{place.thread_id for place in places} - self.threads]
        for start in range(0, len(asked), _MOST_THREADS):
            some = asked[start : start + _MOST_THREADS]
            mine = GmailMessage.filter(thread_id__in=some, message__account_id=self.account_id)
            found = await mine.using_db(read_only()).values_list("thread_id", flat=True)
            self.threads |= {str(each) for each in found}

    def is_tracked(self, place: MailRef) -> bool:
        """Return whether the mail is in a thread that contains a tracked mail."""
        return place.thread_id in self.threads

    async def is_own(self, sender: str, message: Message) -> bool | GoogleFailure:
        """Return whether the sender of a reply is the account; asks Gmail for its addresses once a poll."""
        if not self.own:
            found = await inbox.own_addresses(self.gmail)
            if not isinstance(found, frozenset | Permanent):
                return found
            self.own = found if isinstance(found, frozenset) else frozenset({self.gmail.address.lower()})
        return sender in self.own or sender == message.from_address.lower()


async def take_in(reading: InboxRead, place: MailRef) -> GoogleFailure | None:
    """Read one mail and note what it means for a tracked one. None: done, or not about a tracked mail."""
    if place.labels & NOT_FOR_US or (place.labels & _ADVERTISING and not reading.is_tracked(place)):
        return None
    reading.left -= 1
    came = await inbox.headers_of(reading.gmail, place.gmail_id)
    if isinstance(came, Permanent):  # deleted meanwhile, or not readable
        return None
    if not isinstance(came, Incoming):
        return came
    if came.is_report or (came.failed and came.automatic):
        return await _take_report(reading, came)
    return await _take_answer(reading, came)


async def _take_answer(reading: InboxRead, came: Incoming) -> GoogleFailure | None:
    if came.sender is None:
        return None
    message = await _named(reading.account_id, came.answers)
    if message is None:
        message = await _before(reading.account_id, came, came.sender.address)
    if message is None:
        return None
    own = await reading.is_own(came.sender.address, message)
    if not isinstance(own, bool):
        return own
    if not own:
        kind, address = AUTOMATIC if came.automatic else REPLY, came.sender.address
        # Anybody may call themselves Bob: only a recipient's name is shown.
        known = address in (await _readers([message]))[message.id]
        name = came.sender.name if known else ""
        await note(message.id, [_came(came, kind, address, name=name)])
    return None


async def _take_report(reading: InboxRead, came: Incoming) -> GoogleFailure | None:
    told = await _notification(reading, came)
    if not isinstance(told, DeliveryReport):
        return told
    # Only the mail that the report is about: that may be an untracked mail in the thread of a tracked one.
    message = await _named(reading.account_id, told.message_ids or came.answers[:1])
    if message is None:
        return None
    readers = (await _readers([message]))[message.id]
    found = [each for reader in told.readers if (each := _lost(came, reader, readers))]
    if found:
        await note(message.id, found)
    return None


async def _notification(reading: InboxRead, came: Incoming) -> DeliveryReport | GoogleFailure:
    """Return the content of the delivery report, or what its headers say if it cannot be read."""
    by_headers = DeliveryReport(tuple(RecipientStatus((one,), FAILED, "") for one in came.failed), ())
    if not came.is_report or came.size > _LARGEST:
        return by_headers
    raw = await inbox.bytes_of(reading.gmail, came.gmail_id)
    if isinstance(raw, Permanent):
        return by_headers
    if not isinstance(raw, bytes):
        return raw
    told = delivery_status.read(raw)
    return told if told and told.readers else by_headers


def _lost(came: Incoming, reader: RecipientStatus, readers: Collection[str]) -> ReturnedItem | None:
    kind = {FAILED: BOUNCE, DELAYED: DELAY}.get(reader.action)
    if kind is None:  # delivered, or relayed to another server
        return None
    address = next((one for one in reader.addresses if one in readers), reader.addresses[-1])
    return _came(came, kind, address, lasting=reader.lasting, status=reader.status)


def _came(came: Incoming, kind: str, address: str, **more: Any) -> ReturnedItem:
    return ReturnedItem(kind, address[:254], came.at, came.gmail_id, came.thread_id, **more)


async def _named(account_id: int, message_ids: Sequence[str]) -> Message | None:
    """Return the tracked mail with the first of these Message-IDs that belongs to one."""
    spelled = {each: place for place, one in enumerate(message_ids) for each in (one, one.strip("<>"))}
    if not spelled:
        return None
    named = await _tracked(account_id).filter(rfc822_message_id__in=[*spelled])
    known = [each for each in named if each.rfc822_message_id in spelled]  # MariaDB ignores case
    return min(known, key=lambda each: spelled[str(each.rfc822_message_id)], default=None)


async def _before(account_id: int, came: Incoming, sender: str) -> Message | None:
    """Return the newest tracked mail before this one in its thread, preferring mails to its sender."""
    rows = in_gmail(account_id, thread_id=came.thread_id, message__sent_at__lte=came.at).using_db(read_only())
    found = await rows.exclude(message__state="undone").order_by("-message__sent_at").limit(_MOST_BEFORE)
    newest = [row.message for row in found]
    readers = await _readers(newest)
    return next((each for each in newest if sender in readers[each.id]), newest[0] if newest else None)


def _tracked(account_id: int) -> QuerySet[Message]:
    return slim(Message.filter(account_id=account_id).exclude(state="undone")).using_db(read_only())


async def _readers(messages: Collection[Message]) -> Mapping[UUID, Collection[str]]:
    found: dict[UUID, set[str]] = {each.id: set() for each in messages}
    rows = Recipient.filter(message_id__in=[*found]).using_db(read_only())
    for message_id, address in await rows.values_list("message_id", "address") if found else ():
        found[message_id].add(str(address).lower())
    return found
