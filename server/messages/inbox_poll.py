"""Look from time to time what came back to tracked mails: answers, automatic answers, bounces.

Gmail's history is read from where the last look ended; where that is too long ago, or nothing was read yet, a
search takes its place. Of what came in the headers are read, of delivery reports all; none of it is kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tortoise.exceptions import BaseORMException

from server.google import inbox, reply_watch
from server.google.failures import Disconnected, GoogleFailure
from server.google.gmail import Gmail
from server.google.grants import gmail_for
from server.google.inbox import HistoryRecord, MailRef
from server.google.models import ReplyWatch
from server.lib.outbox import Done, Outcome, Permanent, Transient
from server.messages.incoming import NOT_FOR_US, InboxRead, take_in
from server.messages.models import Message

log = logging.getLogger(__name__)

MOST = 100  # mails whose headers are read in one look, the rest in the next
MOST_SEARCHED = 200  # the same of a search, the newest; what is older is left out
DAEMONS = ("mailer-daemon", "postmaster")  # their reports need not be in the thread of the mail
MOST_IN_THREAD = 20
_PAGES = 10  # of a history or a search, of 500 each
LOOK_BACK = timedelta(days=30)
LONGEST = 110.0  # seconds for one look: less than its claim
AT_ONCE = 3
_SOON = timedelta(seconds=15)  # Google allows some thousand units a minute, and reading a mail is twenty


async def look_for_returns() -> None:
    """Look for everybody who is due. One Gmail that hangs delays few others."""
    due = await reply_watch.due()
    at_once = asyncio.Semaphore(AT_ONCE)

    async def one(watch: ReplyWatch) -> None:
        async with at_once:
            await _look(watch)

    await asyncio.gather(*map(one, due))


async def look_in_thread(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reconciled` {"message"}: a look may have passed over what came back before it was reported."""
    message = await Message.filter(id=fact["message"]).select_related("gmail").first()
    thread = message.gmail.thread_id if message and message.gmail else None
    if message is None or not thread or not await reply_watch.of(message.account_id):
        return Done()
    gmail = await gmail_for(message.account_id)
    if gmail is None or not gmail.can_read_bodies:
        return Done()
    places = await inbox.thread(gmail, thread)
    if not isinstance(places, list):
        return places if isinstance(places, Transient) else Done()
    reading = InboxRead(message.account_id, gmail, MOST, {thread})
    for place in _of_interest(places)[-MOST_IN_THREAD:]:
        failure = await _take(reading, place)
        if isinstance(failure, Transient):
            return failure
    return Done()


async def _look(watch: ReplyWatch) -> None:
    if not await reply_watch.claim(watch):
        return
    try:
        async with asyncio.timeout(LONGEST):
            left = await _read(watch)
    except TimeoutError:
        left = Transient("Gmail took too long.")
    except Exception:  # a surprise in one person's mail must not keep others from theirs
        log.exception("looking for what came back failed for account %s", watch.account_id)
        left = Transient("Something unexpected happened, which is in the server’s log.")
    if left is True:
        await reply_watch.rest(watch, None, _SOON)
    else:
        await reply_watch.rest(watch, left or None)


async def _read(watch: ReplyWatch) -> bool | GoogleFailure:
    """Returns whether there is more to be read, or why it could not be."""
    gmail = await gmail_for(watch.account_id)
    if gmail is None or not gmail.can_read_bodies:
        return Disconnected("Gmail is not connected for this.")
    reading = InboxRead(watch.account_id, replace(gmail, retries=0), MOST)  # the next look is the next try
    if not watch.history_id:
        return await _search(watch, reading)
    found = await _follow(watch, reading)
    # 404, perhaps 400: Gmail knows this number no more. Without leave to read, a search fails, too.
    return await _search(watch, reading) if isinstance(found, Permanent) else found


async def _follow(watch: ReplyWatch, reading: InboxRead) -> bool | GoogleFailure:
    start, page = watch.history_id, ""
    for _ in range(_PAGES):
        found = await inbox.added_since(reading.gmail, start, page)
        if not isinstance(found, inbox.HistoryPage):
            return found
        failure = await _take_steps(watch, reading, found.steps)
        if failure is not None:
            return failure
        page = found.then
        if not page:
            await reply_watch.advance(watch, found.number)
            return False
    return True


async def _take_steps(
    watch: ReplyWatch, reading: InboxRead, steps: Iterable[HistoryRecord]
) -> bool | GoogleFailure | None:
    """None: all of them are done. How far it came is kept, so that nothing is read twice or left out."""
    steps = [*steps]
    await reading.expect(place for step in steps for place in _of_interest(step.added))
    for step in steps:
        for place in _of_interest(step.added):
            if not reading.left:
                return True
            failure = await _take(reading, place)
            if failure is not None:
                return failure
        if step.added and not await reply_watch.advance(watch, step.number):
            return False
    return None


async def _take(reading: InboxRead, place: MailRef) -> GoogleFailure | None:
    """One mail. A surprise in what strangers wrote must not keep later looks from the mails behind it."""
    try:
        return await take_in(reading, place)
    except (BaseORMException, OSError):  # the database, not the mail: the next look reads it again
        raise
    except Exception:
        log.exception("mail %s of account %s was passed over", place.gmail_id, reading.account_id)
        return None


async def _search(watch: ReplyWatch, reading: InboxRead) -> bool | GoogleFailure:
    number = await inbox.number_of_now(reading.gmail)  # first: what comes meanwhile is found from here on
    if not isinstance(number, str):
        return number
    received = await _received(reading.gmail, watch)
    if not isinstance(received, list):
        return received
    reported = await _received(reading.gmail, watch, *DAEMONS)
    if not isinstance(reported, list):
        return reported
    await reading.expect(received)
    in_threads = [place for place in received if reading.is_tracked(place)]
    for place in list(dict.fromkeys([*reported, *in_threads]))[:MOST_SEARCHED]:
        failure = await _take(reading, place)
        if failure is not None:
            return failure
    await reply_watch.advance(watch, number)
    return False


async def _received(gmail: Gmail, watch: ReplyWatch, *senders: str) -> list[MailRef] | GoogleFailure:
    """Newest first, of each sender, or of anybody."""
    places: list[MailRef] = []
    since = reply_watch.since(watch, LOOK_BACK)
    for sender in senders or ("",):
        page = ""
        for _ in range(_PAGES):
            found = await inbox.received_since(gmail, since, sender, page)
            if not isinstance(found, inbox.SearchPage):
                return found
            places += found.places
            page = found.then
            if not page:
                break
    return places


def _of_interest(places: Iterable[MailRef]) -> list[MailRef]:
    return [place for place in places if not place.labels & NOT_FOR_US]
