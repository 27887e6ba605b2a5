"""Reads a sent mail back through the Gmail API and checks its marks; this proof outranks the browser's."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from tortoise.transactions import in_transaction

from server.google.access.grants import gmail_for
from server.google.failures import GONE, GoogleFailure
from server.google.features import wants_check
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.sent_copy import SentCopy
from server.lib import clock
from server.lib.failure import other
from server.lib.keys.signing import KeyRing
from server.lib.outbox import Done, Outcome, Transient, Waiting
from server.lib.runtime import runtime
from server.marks.key_file import LiveRing
from server.marks.tokens import Purpose, TokenClaims, TokenError, verify
from server.messages.confirmation import had_time_to_appear
from server.messages.gmail import gmail_id_of, gmail_of
from server.messages.lock import locked
from server.messages.models import GmailMessage, Link, Message
from server.messages.proof import GMAIL, MarksFound, write
from server.messages.reconcile import SENT
from server.messages.touch import tell
from server.messages.unfinished import UNASKED, forget

log = logging.getLogger(__name__)

_MARK = re.compile(r"/(p|c)/[a-z0-9]{4,16}/([A-Za-z0-9_-]{90,})")
_PURPOSE = {"p": Purpose.OPEN, "c": Purpose.CLICK}
_MOST = 5000  # the most marks that are checked in one mail


async def check_sent_copy(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reported` and `reconciled` {"message"}: checks Gmail's copy of the mail for its marks, once.

    Does nothing unless the person has turned the check on. What could not be read of the copy proves nothing.
    """
    message = await Message.filter(id=fact["message"]).select_related("gmail").first()
    if message is None or message.state != "sent" or _is_checked(message.gmail):
        return Done()
    gmail = await gmail_for(message.account_id)
    if isinstance(gmail, Waiting):
        return gmail
    if gmail is None or not gmail.can_read_bodies or not await wants_check(message.account_id):
        return Done()
    copy = await _copy(gmail, message)
    if not isinstance(copy, SentCopy):
        return _for_the_outbox(copy, message)
    if SENT not in copy.labels:
        return Transient(other("Gmail has not sent this mail yet"))
    await _keep(message, copy)
    await forget(message, UNASKED)
    return Done()


def found_in(html: str, message: Message, urls: set[str], ring: KeyRing) -> MarksFound:
    """Look in an HTML body for the marks of `message`: its pixel, and tracked links to `urls`."""
    pixel, links = False, set()
    for claims in _marks(html, ring):
        if (claims.account, claims.message) == (message.account_id, message.id):
            pixel = pixel or not claims.url
            links.add(claims.url)
    return MarksFound(pixel=pixel, links=len(links & urls), of=len(urls))


def _marks(html: str, ring: KeyRing) -> Iterator[TokenClaims]:
    for number, mark in enumerate(_MARK.finditer(html)):
        if number >= _MOST:
            return
        try:
            yield verify(ring, _PURPOSE[mark[1]], mark[2], clock.unix())
        except TokenError:
            continue


def _is_checked(known: GmailMessage | None) -> bool:
    return known is not None and (known.proof or {}).get("by") == GMAIL


async def _copy(gmail: Gmail, message: Message) -> SentCopy | GoogleFailure | None:
    found = await gmail_id_of(gmail, message)
    return await gmail.sent_copy(found) if isinstance(found, str) else found


def _for_the_outbox(failure: GoogleFailure | None, message: Message) -> Outcome:
    if failure is None or isinstance(failure, Waiting | Transient):
        return failure or Done()
    if not had_time_to_appear(message, message.gmail, clock.now()):
        return Transient(other("Gmail does not show this mail yet"))
    return Done() if failure == GONE else failure


async def _keep(message: Message, copy: SentCopy) -> None:
    async with in_transaction() as db:
        current = await locked(message.id, db)
        gmail = await gmail_of(message.id, db)
        if current is None or gmail is None or _sending(gmail) != _sending(message.gmail):
            return  # the mail was sent again in the meantime, and that send has its own fact
        rows = Link.filter(message_id=message.id).using_db(db)
        urls = {str(url) for url in await rows.values_list("url", flat=True)}
        found = found_in(copy.html, message, urls, runtime()[LiveRing].current())
        if not (_is_whole(copy) or (found.pixel and found.links == found.of)):
            log.info("message %s: not all of Gmail's copy could be read, which proves nothing", message.id)
            return
        changed = await write(current, gmail, GMAIL, found, db)
    if changed:
        tell(message.account_id, message.id)


def _is_whole(copy: SentCopy) -> bool:
    """Return whether everything in the copy was looked at: what is not found then is not there."""
    too_many = next(islice(_MARK.finditer(copy.html), _MOST, None), None)
    return copy.complete and too_many is None


def _sending(known: GmailMessage | None) -> Any:
    return known and known.report.get("fields", {}).get("sent_at")
