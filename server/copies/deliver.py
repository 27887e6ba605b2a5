"""Marks and sends one copy, claimed by one worker; looks for it among the sent mails before a repeat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from tortoise.expressions import Q

from server.copies.accept import FAILED, SENT, STOPPED, WAITING, forget_text, sealed_for
from server.copies.draft import read
from server.copies.mime import COPY_HEADER, copy_for
from server.copies.models import Copy, CopySet, CopyText
from server.events.sends.recording import store
from server.failures.codes import FailureCode
from server.google.access.grant_keeper import key_of
from server.google.access.grants import gmail_for
from server.google.failures import Disconnected, GoogleFailure, Refused, Unsure
from server.google.gmail_api import earlier_try
from server.google.gmail_api.gmail import Gmail
from server.lib import clock
from server.lib.database.due import is_free
from server.lib.failure import Failure, other, pack, unexpected
from server.lib.keys.vault import Vault
from server.lib.outbox import LONGEST, Done, Outcome, Permanent, Transient, Waiting
from server.lib.runtime import Runtime, runtime
from server.lib.settings import ServerSettings
from server.mail.same_mailbox import same_mailbox
from server.marks.key_file import LiveRing
from server.marks.links import LinkRules
from server.marks.marks import marks_for
from server.marks.rewrite import MailMarks, MarkedHtml, mark, own_prefixes
from server.messages.models import Source
from server.messages.report import Correspondent, Report, ReportedLink, ReportedRecipient
from server.messages.touch import changed

log = logging.getLogger(__name__)

CLAIM: Final = timedelta(seconds=LONGEST + 20)
SETTLED: Final = timedelta(minutes=2)
"""How long a request whose answer was lost may take until its mail appears among the sent mails."""
ONE_BY_ONE: Final = timedelta(seconds=5)
"""The pause between copies after Gmail's daily limit: if the first is refused again, the others wait on."""
SINCE: Final = timedelta(days=1)
"""The search for a copy covers mails from this long before the first try, because clocks differ."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The copy must no longer be sent."""

    reason: str = ""


async def send_copy(fact: Mapping[str, Any]) -> Outcome:
    """Hears `copy_released` {"copy"}: sends the copy once, or stores on its row why it was not sent.

    It waits for as long as somebody can repair what prevents it: see decision 066.
    """
    copy = await Copy.filter(id=fact["copy"]).select_related("copy_set", "account").first()
    if copy is None or copy.state != WAITING:
        return Done()
    if not await _claim(copy):
        return Transient(other("it is being sent by another worker"))
    return await _settle(copy, await _try_whatever_comes(copy))


async def _claim(copy: Copy) -> bool:
    # Race: two workers have the same copy. The update that finds it free wins. `tried_at` is stored before
    # anything is sent, so after a crash the next worker knows that the copy may be among the sent mails.
    now = clock.now()
    won = await Copy.filter(_free(), id=copy.id, state=WAITING, tried_at=copy.tried_at).update(
        claimed_until=now + CLAIM, tried_at=copy.tried_at or now
    )
    return won == 1


def _free() -> Q:
    return is_free("claimed_until", clock.now())


async def _try_whatever_comes(copy: Copy) -> str | GoogleFailure | Stopped:
    """Return the Gmail id of the sent copy, or why it was not sent."""
    try:
        return await _try(copy)
    except Exception as error:  # the outbox would not store the error on the copy, so nobody would see it
        log.exception("copy %s could not be sent", copy.id)
        return Unsure(unexpected(error))


async def _try(copy: Copy) -> str | GoogleFailure | Stopped:
    gmail = await _gmail_of(copy)
    if not isinstance(gmail, Gmail):
        return gmail
    known = await _look(gmail, copy, copy.tried_at) if copy.tried_at else None
    if known is not None:
        return known
    if copy.copy_set.stopped_at:
        return Stopped()
    text = await CopyText.get(copy_set_id=copy.copy_set_id)
    # In a thread, because writing megabytes of mail takes long and must not delay the answers to pixels.
    content = await asyncio.to_thread(_content, copy, text, runtime())
    # Race: the copy was stopped while it was looked for and written.
    if await _is_stopped(copy):
        return Stopped()
    return await gmail.send(content, copy.copy_set.thread_id)


async def _gmail_of(copy: Copy) -> Gmail | GoogleFailure:
    """Return the Gmail that holds the draft, or what somebody has to repair before it can send copies."""
    gmail = await gmail_for(copy.account_id)
    if gmail is None:
        return Disconnected(Failure(FailureCode.COPIES_NOT_ALLOWED))
    if not isinstance(gmail, Gmail):
        return gmail
    if not gmail.can_copy:
        return Refused(Failure(FailureCode.COPIES_NOT_ALLOWED))
    if not same_mailbox(gmail.address, copy.copy_set.mailbox):
        return Refused(Failure(FailureCode.OTHER_GMAIL))
    return gmail


async def _look(gmail: Gmail, copy: Copy, tried_at: datetime) -> str | GoogleFailure | None:
    """Return the outcome of an earlier try; None if the copy was certainly not sent."""
    ended = copy.claimed_until or tried_at
    return await earlier_try.outcome(gmail, COPY_HEADER, str(copy.message_id), tried_at, ended)


async def _is_stopped(copy: Copy) -> bool:
    return await CopySet.filter(id=copy.copy_set_id, stopped_at__not_isnull=True).exists()


def _content(copy: Copy, text: CopyText, held: Runtime) -> bytes:
    raw = _raw(copy, text, held)
    html = _marked(copy, raw, held).html
    return copy_for(raw, Correspondent(copy.address, copy.name), html, str(copy.message_id), clock.now())


def _raw(copy: Copy, text: CopyText, held: Runtime) -> bytes:
    return held[Vault].open(text.sealed, sealed_for(copy.copy_set_id)).encode("latin-1")


def _marked(copy: Copy, raw: bytes, held: Runtime) -> MarkedHtml:
    since = copy.copy_set.created_at.timestamp()
    ring, public_url, account = held[LiveRing].current(), held[ServerSettings].public_url, copy.account
    marks = marks_for(copy.message_id, ring, public_url, account.id, account.prefix, since)
    options, own = copy.copy_set.options, own_prefixes(public_url, account.prefix)
    rules = _link_rules(options, public_url) if options["links"] else None
    more = {"decoy": options["decoy"], "view_time": options["view_time"]}
    return mark(read(raw).html, MailMarks(own, marks, rules, **more))


def _link_rules(options: Mapping[str, Any], public_url: str) -> LinkRules:
    host = public_url.partition("://")[2].partition("/")[0]
    return LinkRules(
        own_hosts=frozenset({host}),
        exclusions=tuple(options["exclusions"]),
        without=frozenset(options["without"]),
        phishing_guard=options["phishing_guard"],
        sensitive_guard=options["sensitive_guard"],
    )


async def _settle(copy: Copy, result: str | GoogleFailure | Stopped) -> Outcome:
    match result:
        case str():
            return await _sent(copy, result)
        case Stopped():
            return await _ended(copy, state=STOPPED)
        case Unsure(reason, wait):
            outcome = Transient(reason, max(wait or SETTLED, SETTLED))
            return await _later(copy, outcome, claimed_until=clock.now())
        case Transient(reason, wait):
            return await _later(copy, Transient(reason, wait), **_undone(copy))
        case Waiting(reason, _, wait):
            one_by_one = wait and wait + copy.number * ONE_BY_ONE
            waiting = Waiting(reason, key_of(copy.account_id), one_by_one)
            return await _later(copy, waiting, **_undone(copy))
        case Permanent(reason):
            return await _ended(copy, **_failed(copy, reason), tried_at=copy.tried_at)


async def end_copy(fact: Mapping[str, Any], reason: Failure) -> bool:
    """End a copy whose delivery has failed for good: the sender is told, and can have it tried again."""
    copy = await Copy.filter(id=fact["copy"]).select_related("account").first()
    if copy is None:
        return True
    # Race: another delivery of the copy is sending it now, and will settle it.
    waiting = Copy.filter(_free(), id=copy.id, state=WAITING, tried_at=copy.tried_at)
    if await waiting.update(**_failed(copy, reason)):
        await forget_text(copy.copy_set_id)
        await _touch_others(copy)
    return True


def _undone(copy: Copy) -> dict[str, Any]:
    """Return the marks from before this try, which sent nothing; an earlier try may have sent the copy."""
    return {"tried_at": copy.tried_at, "claimed_until": copy.claimed_until if copy.tried_at else None}


async def _sent(copy: Copy, gmail_id: str) -> Outcome:
    now, copy_set = clock.now(), copy.copy_set
    report = Report(
        lease=copy.message_id,
        state="sent",
        sender=Correspondent(copy_set.from_address, copy_set.from_name),
        recipients=(ReportedRecipient("to", copy.address, copy.name),),
        links=await _links(copy),
        subject=copy_set.subject,
        sent_at=now,
        observed_at=now,
        gmail_message_id=gmail_id,
        view_time=copy_set.options["view_time"],
        source=Source.COPY,
    )
    await store(copy.account_id, report, copy_set.created_at)
    return await _ended(copy, state=SENT, sent_at=now)


async def _links(copy: Copy) -> tuple[ReportedLink, ...]:
    text, held = await CopyText.get(copy_set_id=copy.copy_set_id), runtime()
    marked = await asyncio.to_thread(lambda: _marked(copy, _raw(copy, text, held), held))
    return tuple(ReportedLink(link.url, link.text) for link in marked.links)


async def _later(copy: Copy, outcome: Transient | Waiting, **change: Any) -> Outcome:
    known = {"tries": copy.tries + 1, "error": pack([outcome.reason])}
    await Copy.filter(id=copy.id, state=WAITING).update(**known | change)
    # Race: the set was stopped while this copy was being tried, so stop() left it out. If neither transaction
    # sees the other, the copy is stopped at its next try.
    if change.get("tried_at", copy) is None and await _is_stopped(copy):
        return await _ended(copy, state=STOPPED)
    return outcome


async def _ended(copy: Copy, **change: Any) -> Outcome:
    await Copy.filter(id=copy.id).update(
        **{"claimed_until": None, "tries": copy.tries + 1, "error": None, **change}
    )
    await forget_text(copy.copy_set_id)
    await _touch_others(copy)
    return Done()


async def _touch_others(copy: Copy) -> None:
    """Mark the messages of all copies as changed, because their pages show the outcome of this one."""
    others = await Copy.filter(copy_set_id=copy.copy_set_id)
    await changed(copy.account_id, *(other.message_id for other in others))


def _failed(copy: Copy, reason: Failure) -> dict[str, Any]:
    doubt = [Failure(FailureCode.MAYBE_SENT)] if copy.in_doubt else []
    return {"state": FAILED, "failed_at": clock.now(), "error": pack([*doubt, reason])}
