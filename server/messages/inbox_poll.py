"""Polls Gmail for replies, automatic replies and bounces of tracked mails.

A poll reads Gmail's history from where the last poll ended. If that is too long ago for Gmail, or if nothing
was read yet, a search replaces the history. A poll reads only the headers and first words of incoming mails,
and the whole text of those that may be delivery reports; it stores no text.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tortoise.exceptions import BaseORMException

from server.failures.codes import FailureCode
from server.google import reply_watch
from server.google.access.grants import gmail_for
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.gmail_api import inbox
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.inbox import HistoryRecord, MailRef
from server.google.models import ReplyWatch
from server.inbound import report_signs, report_subjects
from server.lib.failure import Failure, unexpected
from server.lib.outbox import Done, Outcome, Permanent, Transient, Waiting
from server.messages.incoming import NOT_FOR_US, InboxRead, take_in
from server.messages.models import Message
from server.messages.unfinished import UNASKED, forget

log = logging.getLogger(__name__)

MOST = 100  # mails whose headers are read in one poll; the next poll reads the others
# Mails whose headers are read after a search, half of them reports, half in tracked mails' threads, each from
# the newest on; older ones are never read.
MOST_SEARCHED = 200
# How a search finds delivery reports, which may be in another thread than the mail that they are about.
REPORTS = (
    *(f"from:{each}" for each in report_signs.SEARCHED_SENDERS),
    *(f'subject:"{each}"' for each in report_subjects.SEARCHED),
)
MOST_IN_THREAD = 20
_PAGES = 10  # pages of a history or a search, of 500 each
LOOK_BACK = timedelta(days=30)
LONGEST = 110.0  # seconds for one poll; less than the claim of its reply watch
AT_ONCE = 3
_SOON = timedelta(seconds=15)  # Google allows thousands of units per minute, and reading a mail costs twenty


async def look_for_returns() -> None:
    """Poll for all reply watches that are due, a few at a time. One that hangs delays few others."""
    due = await reply_watch.due()
    at_once = asyncio.Semaphore(AT_ONCE)

    async def one(watch: ReplyWatch) -> None:
        async with at_once:
            await _look(watch)

    await asyncio.gather(*map(one, due))


async def look_in_thread(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reconciled` {"message"}: reads the message's thread, in which polls may have skipped mails."""
    message = await Message.filter(id=fact["message"]).select_related("gmail").first()
    thread = message.gmail.thread_id if message and message.gmail else None
    if message is None or not thread or not await reply_watch.of(message.account_id):
        return Done()
    gmail = await gmail_for(message.account_id)
    if isinstance(gmail, Waiting):
        return gmail
    if gmail is None or not gmail.can_read_bodies:
        return Done()
    refs = await inbox.thread(gmail, thread)
    if not isinstance(refs, list):
        return refs if isinstance(refs, Transient | Waiting) else Done()
    reading = InboxRead(message.account_id, gmail, MOST, {thread})
    for ref in _of_interest(refs)[-MOST_IN_THREAD:]:
        failure = await _take(reading, ref)
        if isinstance(failure, Transient | Waiting):
            return failure
    await forget(message, UNASKED)
    return Done()


async def _look(watch: ReplyWatch) -> None:
    if not await reply_watch.claim(watch):
        return
    try:
        async with asyncio.timeout(LONGEST):
            left = await _read(watch)
    except TimeoutError:
        left = Transient(Failure(FailureCode.GMAIL_SLOW))
    except Exception as error:  # an unexpected error in one person's mail must not affect other people
        log.exception("looking for replies and bounces failed for account %s", watch.account_id)
        left = Transient(unexpected(error))
    if left is True:
        await reply_watch.rest(watch, None, _SOON)
    else:
        await reply_watch.rest(watch, left or None)


async def _read(watch: ReplyWatch) -> bool | GoogleFailure:
    """Read what is new. Return whether there is more to read, or why reading failed."""
    gmail = await gmail_for(watch.account_id)
    if isinstance(gmail, Refused | Disconnected):
        return gmail
    if gmail is None or not gmail.can_read_bodies:
        return Disconnected(Failure(FailureCode.REPLIES_NOT_ALLOWED))
    reading = InboxRead(watch.account_id, replace(gmail, retries=0), MOST)  # the next poll is the next try
    if not watch.history_id:
        return await _search(watch, reading)
    found = await _follow(watch, reading)
    if isinstance(found, Permanent) and watch.history_page:  # Gmail no longer knows this page
        start = watch.history_id
        await reply_watch.turn_page(watch, "")
        found = await _follow(watch, reading)
        if found is True and watch.history_id == start:
            # Many pages have nothing for us, and Gmail forgets them between two polls.
            return await _search(watch, reading)
    # 404, perhaps 400: Gmail no longer knows this history id. Without permission to read, a search fails,
    # too.
    return await _search(watch, reading) if isinstance(found, Permanent) else found


async def _follow(watch: ReplyWatch, reading: InboxRead) -> bool | GoogleFailure:
    """Read pages of the history. Stores after each how far it came, so that the next poll goes on there."""
    for _ in range(_PAGES):
        start = watch.history_id
        found = await inbox.added_since(reading.gmail, start, watch.history_page)
        if not isinstance(found, inbox.HistoryPage):
            return found
        failure = await _take_records(watch, reading, found.records)
        if failure is not None:
            return failure
        if not found.next_page:
            await reply_watch.advance(watch, found.number)
            return False
        if watch.history_id == start and not await _turn(watch, found):
            return False
    return True


async def _turn(watch: ReplyWatch, read: inbox.HistoryPage) -> bool:
    """Store where the history goes on after a page without mails. Return False if the claim is lost.

    A page belongs to the number after which the history was asked for; a new one begins with its first page.
    """
    last = read.records[-1].number if read.records else watch.history_id
    if last != watch.history_id:
        return await reply_watch.advance(watch, last)
    return await reply_watch.turn_page(watch, read.next_page)


async def _take_records(
    watch: ReplyWatch, reading: InboxRead, records: Iterable[HistoryRecord]
) -> bool | GoogleFailure | None:
    """Read the mails of the history records. None: all were read; True: there are more; False: claim lost.

    Stores the progress after each record, so that no mail is skipped, and few are read twice.
    """
    records = [*records]
    await reading.expect(ref for record in records for ref in _of_interest(record.added))
    for record in records:
        if reading.left <= 0:  # not within a record, which would never be read to its end
            return True
        for ref in _of_interest(record.added):
            failure = await _take(reading, ref)
            if failure is not None:
                return failure
        if record.added and not await reply_watch.advance(watch, record.number):
            return False
    return None


async def _take(reading: InboxRead, ref: MailRef) -> GoogleFailure | None:
    """Read one mail and store what it means. An unexpected error in one mail must not block later mails."""
    try:
        return await take_in(reading, ref)
    except (BaseORMException, OSError):  # the database, not the mail: the next poll reads it again
        raise
    except Exception:
        log.exception("mail %s of account %s was skipped", ref.gmail_id, reading.account_id)
        return None


async def _search(watch: ReplyWatch, reading: InboxRead) -> bool | GoogleFailure:
    number = await inbox.number_of_now(reading.gmail)  # first, so the next poll finds mail that arrives now
    if not isinstance(number, str):
        return number
    received = await _received(reading.gmail, watch)
    if not isinstance(received, list):
        return received
    reported = await _received(reading.gmail, watch, REPORTS)
    if not isinstance(reported, list):
        return reported
    await reading.expect(received)
    in_threads = [ref for ref in received if reading.is_tracked(ref)]
    for ref in of_both(in_threads, reported):
        failure = await _take(reading, ref)
        if failure is not None:
            return failure
    await reply_watch.advance(watch, number)
    return False


def of_both(in_threads: Sequence[MailRef], reported: Sequence[MailRef]) -> list[MailRef]:
    """Return the mails to read, at most MOST_SEARCHED, by turns from both searches.

    Anybody can send mails that look like reports: these must not displace replies, nor the other way round.
    """
    by_turns = (ref for pair in itertools.zip_longest(in_threads, reported) for ref in pair if ref)
    return list(itertools.islice(dict.fromkeys(by_turns), MOST_SEARCHED))


async def _received(
    gmail: Gmail, watch: ReplyWatch, terms: Sequence[str] = ()
) -> list[MailRef] | GoogleFailure:
    """Return received mails, newest first: those that fit any of the terms, without terms all."""
    refs: list[MailRef] = []
    since, page = reply_watch.since(watch, LOOK_BACK), ""
    for _ in range(_PAGES):
        found = await inbox.received_since(gmail, since, page, any_of=terms)
        if not isinstance(found, inbox.SearchPage):
            return found
        refs += found.refs
        page = found.next_page
        if not page:
            break
    return refs


def _of_interest(refs: Iterable[MailRef]) -> list[MailRef]:
    return [ref for ref in refs if not ref.labels & NOT_FOR_US]
