"""Matches an incoming mail with the tracked mail that it answers or reports on."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.queryset import QuerySet

from server.google.failures import CONCERNS_ONE_REQUEST, GoogleFailure
from server.google.gmail_api import inbox, send_as
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.inbox import MailRef
from server.google.gmail_api.incoming_headers import Incoming
from server.inbound import delivery_reports
from server.inbound.automatic import HELP_DESK, PERSON_AT_DESK, Judgement
from server.inbound.judged_mail import Answered
from server.inbound.mail_parts import MOST_BYTES
from server.inbound.reported import DELAYED, FAILED, DeliveryReport, RecipientStatus
from server.lib.database.connection import read_only
from server.lib.outbox import Permanent, Transient, Waiting
from server.mail.addresses import Mailbox
from server.mail.same_mailbox import among, same_mailbox
from server.messages.models import GmailMessage, Message, Recipient
from server.messages.queries.slim import in_gmail, slim
from server.messages.replies_and_bounces import BOUNCE, DELAY, DESK, DESK_NOTE, REPLY, ReturnedItem, note

_MOST_THREADS = 500
_MOST_BEFORE = 50  # a reply's thread can contain this many individual copies
_LARGEST = 2 * MOST_BYTES
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
        asked = [*{ref.thread_id for ref in places} - self.threads]
        for start in range(0, len(asked), _MOST_THREADS):
            some = asked[start : start + _MOST_THREADS]
            mine = GmailMessage.filter(thread_id__in=some, message__account_id=self.account_id)
            found = await mine.using_db(read_only()).values_list("thread_id", flat=True)
            self.threads |= {str(each) for each in found}

    def is_tracked(self, ref: MailRef) -> bool:
        """Return whether the mail is in a thread that contains a tracked mail."""
        return ref.thread_id in self.threads

    async def is_own(self, sender: str, message: Message) -> bool | GoogleFailure:
        """Return whether `sender` is the account's person. Asks Gmail for their addresses once in a poll."""
        if not self.own:
            found = await send_as.addresses(self.gmail)
            if isinstance(found, Transient | Waiting) and found.reason.code not in CONCERNS_ONE_REQUEST:
                return found
            self.own = found if isinstance(found, frozenset) else frozenset({self.gmail.address.lower()})
        return among(sender, self.own) is not None or same_mailbox(sender, message.from_address)


async def take_in(reading: InboxRead, ref: MailRef) -> GoogleFailure | None:
    """Read one mail and store what it means for a tracked mail.

    None: done, or the mail that was read concerns no tracked mail.
    """
    if ref.labels & NOT_FOR_US or (ref.labels & _ADVERTISING and not reading.is_tracked(ref)):
        return None
    reading.left -= 1
    incoming = await inbox.headers_of(reading.gmail, ref.gmail_id)
    if isinstance(incoming, Permanent):  # deleted by now, or not readable
        return None
    if not isinstance(incoming, Incoming):
        return incoming
    report = await _delivery_report(reading, incoming)
    if report is None:
        return await _take_answer(reading, incoming)
    if not isinstance(report, DeliveryReport):
        return report
    return await _take_report(reading, incoming, report)


async def _take_answer(reading: InboxRead, incoming: Incoming) -> GoogleFailure | None:
    sender = incoming.sender
    if sender is None:
        return None
    named = await _named(reading.account_id, incoming.answers)
    message = named or await _before(reading.account_id, incoming, sender.address)
    if message is None:
        return None
    recipients = (await _recipients([message]))[message.id]
    author = await _author(reading, incoming, message, recipients)
    if not isinstance(author, Mailbox):
        return author
    # What a list sends to all may be in the same thread by chance.
    asked = among(sender.address, recipients) or among(author.address, recipients)
    by_chance = incoming.from_list and named is None and not asked
    if not by_chance:
        address, name = _known_as(sender, author, recipients)
        kind = _kind(incoming.judged(Answered(message.subject, recipients)))
        await note(message.id, [_returned_item(incoming, kind, address, name=name)])
    return None


async def _author(
    reading: InboxRead, incoming: Incoming, message: Message, recipients: Collection[str]
) -> Mailbox | GoogleFailure | None:
    """Return who wrote a mail; None if the account's person did.

    Anybody can write into a mail that a group passes it on for Bob. Only a group is believed that the message
    went to, or that the person sends as: Gmail checks that a mail comes from the domain in From.
    """
    author = incoming.sender
    own = await reading.is_own(author.address, message) if author else True
    if author and incoming.author and (own is True or among(author.address, recipients)):
        author = incoming.author
        own = await reading.is_own(author.address, message)
    if not isinstance(own, bool):
        return own
    return None if own else author


def _kind(judgement: Judgement) -> str:
    if judgement.kind != "answer":
        return judgement.kind
    if HELP_DESK in judgement.evidence:
        return DESK if PERSON_AT_DESK in judgement.evidence else DESK_NOTE
    return REPLY


def _known_as(sender: Mailbox, author: Mailbox, recipients: Collection[str]) -> tuple[str, str]:
    """Return the address and the name to show. Anybody may call themselves Bob: only a recipient is named.

    Whoever answers through a group that the mail went to counts as the group: "Bob Bauer via Team".
    """
    if known := among(author.address, recipients):
        return known, author.name
    if known := among(sender.address, recipients):
        return known, sender.name.replace("'", "")
    return author.address, ""


async def _take_report(
    reading: InboxRead, incoming: Incoming, report: DeliveryReport
) -> GoogleFailure | None:
    # Only the mail that the report names, because that may be an untracked mail in a tracked mail's thread.
    message = await _named(reading.account_id, report.message_ids)
    if message is None:
        return None
    recipients = (await _recipients([message]))[message.id]
    found = [each for recipient in report.recipients if (each := _lost(incoming, recipient, recipients))]
    if found:
        await note(message.id, found)
    return None


async def _delivery_report(reading: InboxRead, incoming: Incoming) -> DeliveryReport | GoogleFailure | None:
    """Return what the mail reports, by its content or, if that cannot be read, by a header. None: nothing."""
    if not incoming.may_be_report:
        return None
    failed = tuple(RecipientStatus((one,), FAILED, "", permanent=True) for one in incoming.failed)
    by_header = DeliveryReport(failed, incoming.answers[:1]) if failed else None
    if incoming.size > _LARGEST:
        return by_header
    raw = await inbox.bytes_of(reading.gmail, incoming.gmail_id)
    if isinstance(raw, bytes):
        return await asyncio.to_thread(delivery_reports.read_bytes, raw) or by_header
    return by_header if isinstance(raw, Permanent) else raw


def _lost(incoming: Incoming, recipient: RecipientStatus, recipients: Collection[str]) -> ReturnedItem | None:
    kind = {FAILED: BOUNCE, DELAYED: DELAY}.get(recipient.action)
    named = recipient.addresses or (tuple(recipients) if len(recipients) == 1 else ())
    if kind is None or not named:  # delivered, or relayed to another server; or nobody knows whom it is about
        return None
    address = next((known for one in named if (known := among(one, recipients))), named[-1])
    lasting = kind == BOUNCE and recipient.permanent is not False
    return _returned_item(incoming, kind, address, lasting=lasting, status=recipient.status)


def _returned_item(incoming: Incoming, kind: str, address: str, **more: Any) -> ReturnedItem:
    return ReturnedItem(kind, address[:254], incoming.at, incoming.gmail_id, incoming.thread_id, **more)


async def _named(account_id: int, message_ids: Sequence[str]) -> Message | None:
    """Return the tracked mail with one of these Message-IDs; an earlier id takes precedence."""
    spelled = {each: position for position, one in enumerate(message_ids) for each in (one, one.strip("<>"))}
    if not spelled:
        return None
    named = await _tracked(account_id).filter(rfc822_message_id__in=[*spelled])
    known = [each for each in named if each.rfc822_message_id in spelled]  # MariaDB ignores case
    return min(known, key=lambda each: spelled[str(each.rfc822_message_id)], default=None)


async def _before(account_id: int, incoming: Incoming, sender: str) -> Message | None:
    """Return the newest tracked mail before `incoming` in its thread, if possible one sent to `sender`."""
    rows = in_gmail(account_id, thread_id=incoming.thread_id, message__sent_at__lte=incoming.at).using_db(
        read_only()
    )
    found = await rows.exclude(message__state="undone").order_by("-message__sent_at").limit(_MOST_BEFORE)
    newest = [row.message for row in found]
    recipients = await _recipients(newest)
    to_sender = (each for each in newest if among(sender, recipients[each.id]))
    return next(to_sender, newest[0] if newest else None)


def _tracked(account_id: int) -> QuerySet[Message]:
    return slim(Message.filter(account_id=account_id).exclude(state="undone")).using_db(read_only())


async def _recipients(messages: Collection[Message]) -> Mapping[UUID, set[str]]:
    found: dict[UUID, set[str]] = {each.id: set() for each in messages}
    rows = Recipient.filter(message_id__in=[*found]).using_db(read_only())
    for message_id, address in await rows.values_list("message_id", "address") if found else ():
        found[message_id].add(str(address).lower())
    return found
