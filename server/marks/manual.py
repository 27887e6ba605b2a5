"""Makes manual messages: marks for mails that are sent without the extension, by script or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.lib import clock
from server.lib.keys.secret import lookup
from server.lib.keys.signing import KeyRing
from server.lib.net.resolver import Resolver
from server.lib.user_error import UserError
from server.marks import targets
from server.marks.links import LONGEST_URL
from server.marks.marks import Marks, new_marks
from server.messages.image_blocking import domain_of
from server.messages.models import Link, Message, Recipient, Source
from server.messages.queries.search import search_text
from server.messages.report import ReportedRecipient

BATCH = 500


@dataclass(frozen=True, slots=True)
class ManualMessage:
    """The recipient, subject and links of a manual message. `to` may be empty."""

    to: str = ""
    subject: str = ""
    links: Sequence[str] = ()


async def make(
    account: Account, wanted: ManualMessage, count: int, ring: KeyRing, public_url: str
) -> list[Marks]:
    """Make `count` messages (at most BATCH), all or none.

    Raises UserError for a link that cannot be tracked.
    """
    for url in wanted.links:
        _check(url)
    marks = [new_marks(ring, public_url, account.id, account.prefix, clock.unix()) for _ in range(count)]
    async with in_transaction() as db:
        await Message.bulk_create([_message(account, wanted, mark) for mark in marks], using_db=db)
        if wanted.to:
            await Recipient.bulk_create([_recipient(mark, wanted.to) for mark in marks], using_db=db)
        links = [link for mark in marks for link in _links(mark, wanted.links)]
        await Link.bulk_create(links, using_db=db)
    return marks


async def check_names(urls: Sequence[str], resolver: Resolver) -> None:
    """Raise UserError for a link that nobody would be redirected to, as far as the DNS can tell now.

    A host that is unknown today may be known when the mail is read, so such a link is accepted.
    """
    for url in urls:
        target = _check(url)
        try:
            await targets.check(url, resolver)
        except targets.Blocked as refusal:
            if refusal.reason != "unresolved":
                raise UserError(
                    f"{target.host} has an address in a private network. {_refused(url, refusal.reason)}"
                ) from None


def _message(account: Account, wanted: ManualMessage, mark: Marks) -> Message:
    now = clock.now()
    return Message(
        id=mark.message,
        account_id=account.id,
        source=Source.MANUAL,
        state="sent",
        subject=wanted.subject[:1000],
        from_address=account.email,
        from_name=account.name,
        search_text=search_text(wanted.subject, [ReportedRecipient("to", wanted.to)] if wanted.to else []),
        sent_at=now,
        listed_at=now,
        reported_at=now,
        updated_at=now,
    )


def _recipient(mark: Marks, address: str) -> Recipient:
    kept = address[:254]
    return Recipient(message_id=mark.message, number=1, kind="to", address=kept, domain=domain_of(kept))


def _links(mark: Marks, urls: Sequence[str]) -> list[Link]:
    return [
        Link(message_id=mark.message, number=number, url=url, url_hash=lookup(url))
        for number, url in enumerate(urls, 1)
    ]


def _check(url: str) -> targets.RedirectTarget:
    try:
        target = targets.read(url)
    except targets.Blocked as refusal:
        raise UserError(_refused(url, refusal.reason)) from None
    if not target.address and "." not in target.host:
        raise UserError(_refused(url, "inside"))
    if targets.has_credentials(target):
        raise UserError(
            f"A link to {target.host} contains a user name or a password, which a tracked link would show. "
            "Leave it out, and put it into the mail as it is."
        )
    if len(url.encode()) > LONGEST_URL:
        raise UserError(
            f"A link of {len(url.encode())} bytes is too long to be tracked (at most {LONGEST_URL}): "
            "some mail programs would cut its tracked form."
        )
    return target


def _refused(url: str, reason: str) -> str:
    match reason:
        case "scheme":
            return f"{url} is not a web address. Only http and https links can be tracked."
        case "inside":
            return (
                f"{url} leads to a private network, and the server redirects nobody there. "
                "Leave it out, and put it into the mail as it is."
            )
        case _:
            return f"{url} is not a valid web address. Write it as in a browser: https://example.com/page"
