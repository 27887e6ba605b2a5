"""Predicts whether mail programs at an address or domain load images, from the account's earlier mails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tortoise.queryset import QuerySet

from server.accounts.models import Account
from server.lib import clock
from server.lib.database.connection import read_only
from server.messages.models import Message, Recipient
from server.messages.queries.related import NOBODY, recipient_summaries
from server.messages.queries.slim import slim
from server.messages.wording import recipients_of, state_kind

ON, OFF, UNKNOWN = "on", "usually off", "unknown"
RIPE = timedelta(days=3)  # a mail younger than this may still be opened
ENOUGH = 5  # the number of mails without any load from which we conclude that images are blocked
ENOUGH_CLICKED = 3  # fewer are enough if links were followed: somebody reads the mails
DOMAIN_PEOPLE, DOMAIN_MAILS = 3, 6
_RECENT = 20  # how many of the newest mails to one address count, because people change programs
_MOST = 500
# Anybody can have an address at these domains, with any program, so nothing is learned about them.
PUBLIC = frozenset({
    "aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com",
    "icloud.com", "live.com", "mac.com", "mail.ru", "me.com", "msn.com", "orange.fr", "outlook.com",
    "proton.me", "protonmail.com", "qq.com", "seznam.cz", "t-online.de", "web.de",
    "yahoo.com", "yandex.ru", "ymail.com",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PastMail:
    """What happened to one mail to one recipient. `loaded`: by anybody or anything; `opened`: by a person."""

    opened: bool
    loaded: bool
    clicked: bool


def images_of(past: Sequence[PastMail]) -> str:
    """Return whether a recipient's program loads images: on | usually off | unknown.

    `past` are the mails to the recipient, newest first.
    """
    recent = past[:_RECENT]
    opened = sum(each.opened for each in recent)
    if opened and opened * 3 >= len(recent):
        return ON
    if any(each.opened or each.loaded for each in recent):
        return UNKNOWN
    enough = ENOUGH_CLICKED if any(each.clicked for each in recent) else ENOUGH
    return OFF if len(recent) >= enough else UNKNOWN


def images_at_domain(people: Collection[Sequence[PastMail]]) -> str:
    """Return whether a whole organisation blocks images: usually off | unknown.

    Never returns "on", because whether images are loaded depends on each recipient.
    """
    mails = [each for past in people for each in past]
    if len(people) < DOMAIN_PEOPLE or len(mails) < DOMAIN_MAILS:
        return UNKNOWN
    return UNKNOWN if any(each.opened or each.loaded for each in mails) else OFF


def domain_of(address: str) -> str:
    """Return the domain of an address, in lower case."""
    return address.rpartition("@")[2].lower()[:253]


async def predictions(account: Account, addresses: Iterable[str]) -> dict[str, str]:
    """Return address -> on | usually off | unknown, from the account's earlier mails; at most six queries."""
    asked = set(addresses)
    known = await _history(account, to_addresses(asked)) if asked else {}
    found = {address: images_of(known.get(address.lower(), ())) for address in asked}
    open_questions = {domain_of(each) for each, images in found.items() if images == UNKNOWN} - PUBLIC
    if open_questions:
        people = await _history(account, to_domains(open_questions))
        for address in asked:
            if found[address] == UNKNOWN and not any(each.loaded for each in known.get(address.lower(), ())):
                found[address] = images_at_domain(_of_domain(people, domain_of(address)))
    return found


async def without_images(account: Account, messages: Iterable[Message]) -> set[UUID]:
    """Return the ids of those messages without a load whose only recipient usually has images off.

    The messages' recipients must have been loaded.
    """
    waiting = {
        message.id: recipients_of(message)[0].address
        for message in messages
        if not message.raw_opens and state_kind(message) == "waiting" and len(recipients_of(message)) == 1
    }
    found = await predictions(account, waiting.values())
    return {message for message, address in waiting.items() if found[address] == OFF}


def to_addresses(addresses: set[str]) -> QuerySet[Recipient]:
    """Return a query for the recipients with these addresses, newest first."""
    spelled = addresses | {each.lower() for each in addresses}
    domains = {domain_of(each) for each in addresses}
    found = Recipient.filter(domain__in=list(domains), address__in=list(spelled))
    return found.using_db(read_only()).order_by("-id").limit(_MOST)


def to_domains(domains: set[str]) -> QuerySet[Recipient]:
    """Return a query for some recipients at these domains, in no order, because sorting would be slow."""
    return Recipient.filter(domain__in=list(domains)).using_db(read_only()).limit(_MOST)


async def _history(account: Account, recipients_there: QuerySet[Recipient]) -> dict[str, list[PastMail]]:
    """Return lower-case address -> what happened to the account's mails that had only this recipient.

    Mails younger than RIPE are left out.
    """
    rows = await recipients_there
    ids = {row.message_id for row in rows}
    ripe = Message.filter(
        id__in=list(ids),
        account_id=account.id,
        state="sent",
        sent_at__lte=clock.now() - RIPE,
        bounced_at=None,
    )
    messages = {message.id: message for message in await slim(ripe).using_db(read_only())}
    names = await recipient_summaries(messages)
    history: dict[str, list[PastMail]] = defaultdict(list)
    for row in rows:
        if row.message_id in messages and names.get(row.message_id, NOBODY).count == 1:
            history[row.address.lower()].append(_past(messages[row.message_id]))
    return history


def _of_domain(people: Mapping[str, Sequence[PastMail]], domain: str) -> list[Sequence[PastMail]]:
    return [past for address, past in people.items() if domain_of(address) == domain]


def _past(message: Message) -> PastMail:
    opened = message.opens > 0
    return PastMail(opened, opened or message.loaded_at is not None, message.clicks > 0)
