"""Accepts a draft, with one copy for each recipient, and releases or stops the copies. Sends nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.copies import draft as drafts
from server.copies.draft import Draft, UnsuitableDraft
from server.copies.models import Copy, CopySet, CopyText
from server.failures.wording import failure_sentence
from server.google.access.grants import gmail_for
from server.google.failures import GONE, Disconnected, GoogleFailure, Refused
from server.google.gmail_api import send_as
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.stored_mail import StoredMail
from server.lib import clock, outbox
from server.lib.keys.vault import Vault
from server.lib.runtime import runtime
from server.mail.same_mailbox import among, same_mailbox
from server.messages.report import ReportedRecipient

MOST: Final = 50
"""The largest number of recipients of one mail."""
FACT: Final = "copy_released"
"""Fact {"copy": id}: the copy may be sent."""
WAITING, SENT, FAILED, STOPPED = "waiting", "sent", "failed", "stopped"


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """The draft as the sender sees it.

    `revision`: Gmail's id of the draft as last saved; `recipients`: addresses in lower case; `text_digest`:
    the digest of the body's text.
    """

    draft_id: str
    revision: str
    subject: str
    recipients: frozenset[str]
    text_digest: str
    options: Mapping[str, Any]


class Rejected(Exception):
    """The request was refused and nothing has changed. `code` is for programs, the text for the sender."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


_NOT_ALLOWED: Final = (
    "Your server isn’t allowed to send through your Gmail. Allow individual copies in its settings."
)
_UNSAVED: Final = "Gmail hasn’t saved your latest changes yet. Try again in a moment."
_ABSENT: Final = (
    "This draft isn’t in the Gmail account that your server is connected to. Try again in a moment. Copies "
    "can’t be sent from another account’s window."
)
_UNSUITABLE: Final = {
    "plain": "This message is plain text, which can’t be tracked.",
    "sealed": (
        "This message is encrypted or signed. Individual copies would break the encryption or signature."
    ),
    "address": "One of the addresses contains characters that can’t be used in an individual message.",
    "unreadable": "Your server can’t read this draft. Nothing was sent.",
}
_NOT_THEIRS: Final = (
    "Gmail doesn’t let you send as %(address)s, so it would send the copies from another address. Choose "
    "another From address, or add this one under Send mail as in Gmail’s settings. Nothing was sent."
)
_TOO_LARGE: Final = (
    "With its attachments, this message is too large for individual copies. The limit is 5 MB."
)
_STOPPED: Final = "The copies of this message were stopped because it went out with Gmail’s Send button."


async def accept(account: Account, asked: CopyRequest) -> CopySet:
    """Store the draft as it is in Gmail, and a row for each recipient. Replaces an unreleased set.

    If the set of this draft was released or stopped, nothing changes. Raises Rejected.
    """
    known = await CopySet.filter(account_id=account.id, draft_id=asked.draft_id).first()
    if known and (known.stopped_at or known.released_at):
        return _known(known, asked)
    gmail = await gmail_for(account.id)
    if isinstance(gmail, Refused):
        raise _failed(gmail)
    if not isinstance(gmail, Gmail) or not gmail.can_copy:
        raise Rejected("not_allowed", _NOT_ALLOWED)
    stored = await _stored(gmail, asked)
    # In a thread, because parsing megabytes of mail takes long and must not delay the answers to pixels.
    draft = await asyncio.to_thread(_draft, stored.raw)
    _compare(draft, asked)
    await _check_sender(gmail, draft)
    try:
        async with in_transaction() as db:
            await (
                CopySet.filter(
                    account_id=account.id, draft_id=asked.draft_id, released_at=None, stopped_at=None
                )
                .using_db(db)
                .delete()
            )
            return await _keep(account, asked, draft, stored, gmail.address, db)
    except IntegrityError:  # Race: Send was pressed twice. The other set is used if its revision is the same.
        return _known(await CopySet.get(account_id=account.id, draft_id=asked.draft_id), asked)


async def release(account: Account, set_id: UUID) -> CopySet | None:
    """Let the copies be sent. A repeated call changes nothing. Return None if `account` has no such set.

    Raises Rejected.
    """
    mine = CopySet.filter(id=set_id, account_id=account.id)
    async with in_transaction() as db:
        waiting = mine.filter(released_at=None, stopped_at=None).using_db(db)
        # Race: the set is stopped, or released by a second press, at this moment. One update wins.
        if await waiting.update(released_at=clock.now()):
            ids = await Copy.filter(copy_set_id=set_id).using_db(db).values_list("id", flat=True)
            await outbox.announce_all(FACT, {str(each): {"copy": each} for each in ids}, using=db)
    found = await mine.first()
    if found and found.stopped_at and not found.released_at:
        raise Rejected("stopped", _STOPPED)
    return found


async def stop(account_id: int, draft_id: str) -> CopySet | None:
    """Stop the unsent copies of a draft that was sent with Gmail's own button.

    Returns None if there are no copies of the draft.
    """
    mine = CopySet.filter(account_id=account_id, draft_id=draft_id)
    async with in_transaction() as db:
        await mine.filter(stopped_at=None).using_db(db).update(stopped_at=clock.now())
        found = await mine.using_db(db).first()
        if found is None:
            return None
        # Race: a worker is sending a copy right now. The worker that has claimed a copy settles it.
        unclaimed = Copy.filter(copy_set_id=found.id, state=WAITING, claimed_until=None, tried_at=None)
        await unclaimed.using_db(db).update(state=STOPPED)
    await forget_text(found.id)
    return found


async def forget_text(set_id: UUID) -> None:
    """Delete the stored draft once each of its copies is sent, stopped, or failed and dismissed."""
    async with in_transaction() as db:
        # Race: two copies end together, and neither sees the other's row yet. The lock makes one of them
        # wait.
        await CopySet.filter(id=set_id).using_db(db).update(created_at=F("created_at"))
        of_set = Copy.filter(copy_set_id=set_id).using_db(db)
        if await of_set.filter(state=WAITING).exists():
            return
        if await of_set.filter(state=FAILED, dismissed_at=None, copy_set__stopped_at=None).exists():
            return
        await CopyText.filter(copy_set_id=set_id).using_db(db).delete()


def sealed_for(set_id: UUID) -> str:
    """Return the name of the owner for whom the vault seals the draft of a set."""
    return f"copies:{set_id}"


def _known(known: CopySet, asked: CopyRequest) -> CopySet:
    if known.stopped_at:
        raise Rejected("stopped", _STOPPED)
    if known.revision != asked.revision:
        raise Rejected("sent", "Copies of an earlier version of this draft are already on their way.")
    return known


async def _stored(gmail: Gmail, asked: CopyRequest) -> StoredMail:
    found = await gmail.stored(asked.revision, drafts.LARGEST)
    if not isinstance(found, StoredMail):
        raise _failed(found)
    if "DRAFT" not in found.labels:
        raise Rejected("unsaved", _UNSAVED)
    if found.size > drafts.LARGEST:
        raise Rejected("too_large", _TOO_LARGE)
    return found


def _failed(failure: GoogleFailure) -> Rejected:
    if isinstance(failure, Disconnected):
        return Rejected("not_allowed", _NOT_ALLOWED)
    if failure == GONE:
        return Rejected("absent", _ABSENT)
    return Rejected(
        "google", f"Your server can’t get the draft from Gmail. {failure_sentence(failure.reason)}"
    )


def _draft(raw: bytes) -> Draft:
    try:
        return drafts.read(raw)
    except UnsuitableDraft as unsuitable:
        raise Rejected(unsuitable.reason, _UNSUITABLE[unsuitable.reason]) from None


def _compare(draft: Draft, asked: CopyRequest) -> None:
    """Raise Rejected unless the stored draft is what the sender sees, and has 2 to MOST recipients."""
    recipients = {recipient.address.lower() for recipient in draft.recipients}
    if (
        recipients != asked.recipients
        or draft.text_digest != asked.text_digest
        or draft.subject != drafts.one_line(asked.subject)
    ):
        raise Rejected("unsaved", _UNSAVED)
    if not 2 <= len(draft.recipients) <= MOST:
        raise Rejected("recipients", f"You can send individual copies to between 2 and {MOST} recipients.")


async def _check_sender(gmail: Gmail, draft: Draft) -> None:
    """Raise Rejected if Gmail would send the copies from another address than the draft's.

    If Gmail does not say from which addresses the person sends, it decides; the copies' From is read back.
    """
    sender = draft.sender.address
    if same_mailbox(sender, gmail.address):
        return
    known = await send_as.addresses(gmail, verified=True)
    if isinstance(known, frozenset) and among(sender, known) is None:
        raise Rejected("sender", _NOT_THEIRS % {"address": sender})


async def _keep(
    account: Account,
    asked: CopyRequest,
    draft: Draft,
    stored: StoredMail,
    mailbox: str,
    db: BaseDBAsyncClient,
) -> CopySet:
    kept = await CopySet.create(
        id=uuid4(),
        account_id=account.id,
        draft_id=asked.draft_id,
        revision=asked.revision,
        subject=draft.subject[:1000],
        from_address=draft.sender.address[:254],
        from_name=draft.sender.name[:300],
        mailbox=mailbox,
        thread_id=stored.thread_id if draft.is_answer else "",
        options=asked.options,
        created_at=clock.now(),
        using_db=db,
    )
    vault, text = runtime()[Vault], stored.raw.decode("latin-1")
    sealed = await asyncio.to_thread(vault.seal, text, sealed_for(kept.id))
    await CopyText.create(copy_set_id=kept.id, sealed=sealed, using_db=db)
    await Copy.bulk_create(
        [_copy(kept, number, one) for number, one in enumerate(draft.recipients, 1)], using_db=db
    )
    return kept


def _copy(kept: CopySet, number: int, recipient: ReportedRecipient) -> Copy:
    return Copy(
        copy_set_id=kept.id,
        account_id=kept.account_id,
        message_id=uuid4(),
        number=number,
        address=recipient.address,
        name=recipient.name,
    )
