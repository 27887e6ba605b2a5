"""Notices that the connected Gmail is not the one that mails are sent from; asks a new one about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from server.google.access.grants import of, reads_headers_since
from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.lib.outbox import Done, Outcome
from server.messages.confirmation import ABSENT
from server.messages.models import GmailMessage, Message, Source

SEVERAL = 4  # mails that are not there: fewer may be from another account's window, or deleted
LOOKED_AT = 50  # the newest mails among which one that Gmail has shows that it is the right one
LOOK_BACK = timedelta(days=30)
_AT_ONCE = 200
_NAMED = Q(gmail__gmail_id__not_isnull=True) | Q(rfc822_message_id__not_isnull=True)


async def seems_wrong(account_id: int) -> bool:
    """Return whether the newest mails are not in the connected Gmail, and none has been found there.

    False while Gmail is not connected.
    """
    since = await reads_headers_since(account_id)
    if since is None:
        return False
    newest = _findable(account_id).using_db(read_only()).order_by("-listed_at", "-id").select_related("gmail")
    if not are_absent(await _rows(newest.limit(SEVERAL)), since):
        return False
    return not is_one_confirmed(await _rows(newest.limit(LOOKED_AT)), since)


def are_absent(newest: Sequence[GmailMessage], since: datetime) -> bool:
    """Return whether Gmail has said since then that it has none of these mails, which are several. Pure."""
    return len(newest) >= SEVERAL and all(_absent_since(each, since) for each in newest)


def is_one_confirmed(mails: Collection[GmailMessage], since: datetime) -> bool:
    """Return whether Gmail has confirmed one of these mails since then. Pure."""
    return any(each.verified_at and each.verified_at >= since for each in mails)


async def ask_about_unconfirmed(fact: Mapping[str, Any]) -> Outcome:
    """Hears `gmail_connected` {"account", "at"}: has Gmail asked about recent mails that are not confirmed.

    Some were sent while no Gmail was connected, others were not in the Gmail that was.
    """
    grant = await of(fact["account"])
    if grant is None or grant.connected_at != datetime.fromisoformat(fact["at"]):
        return Done()  # a newer connection has its own fact
    before_it = _findable(grant.account_id).filter(reported_at__lt=grant.connected_at)
    unconfirmed = before_it.filter(gmail__verified_at=None)
    before: Message | None = None
    while some := await _after(unconfirmed, before):
        facts = {f"{each.id}:{fact['at']}": {"message": str(each.id), "again": True} for each in some}
        await outbox.announce_all("reported", facts)
        before = some[-1]
    return Done()


async def _after(unconfirmed: QuerySet[Message], before: Message | None) -> list[Message]:
    """Return the next messages, newest first: a page at a time, because there may be thousands."""
    if before is not None:
        older = Q(listed_at__lt=before.listed_at) | Q(listed_at=before.listed_at, id__lt=before.id)
        unconfirmed = unconfirmed.filter(older)
    return await unconfirmed.order_by("-listed_at", "-id").limit(_AT_ONCE).only("id", "listed_at")


def _findable(account_id: int) -> QuerySet[Message]:
    recent = Message.filter(account_id=account_id, listed_at__gte=clock.now() - LOOK_BACK)
    reported = recent.filter(_NAMED, reported_at__not_isnull=True, source__not=Source.MANUAL)
    return reported.exclude(state="undone")


async def _rows(newest: QuerySet[Message]) -> list[GmailMessage]:
    return [message.gmail for message in await newest if message.gmail]


def _absent_since(mail: GmailMessage, since: datetime) -> bool:
    said = mail.report.get(ABSENT)
    return mail.verified_at is None and said is not None and datetime.fromisoformat(said) >= since
