"""Adds to the demo world mails that were answered, bounced or not found in Gmail, and individual copies."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from demo_world import EDGE, GMAIL, LETTERS, PHONE, Letter, write_all

from server.accounts.models import Account
from server.copies.models import Copy, CopySet
from server.events.models import ViewTime
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, pack
from server.messages.confirmation import ABSENT
from server.messages.models import GmailMessage, Message, Return
from server.messages.report import stamp

ANSWERED = "Dates for the spring workshop"
RETURNED = "Your order 4471"
THROUGH_DESK = "Seats for our group"
UNFOUND = "Payment details"
COPIED = "Programme of the opening"
_GUESTS = ("Marta Lindqvist <marta@fjordlines.example>", "Yuki Tanaka <yuki@hanabi.example>")
_SEATS = "bookings@northwind.example"


async def write(account: Account) -> dict[str, UUID]:
    """Store mails that the account sent. Returns subject -> id; for the copies, the id of the first."""
    letters = (
        Letter(
            2900, "Priya Raman <priya@northwind.example>", ANSWERED, (), ((30, EDGE, None), (90, PHONE, None))
        ),
        Letter(
            2950,
            f"Priya Raman <priya@northwind.example>; Bookings <{_SEATS}>",
            RETURNED,
            (),
            ((3, GMAIL, None),),
        ),
        Letter(2960, f"Bookings <{_SEATS}>; Priya Raman <priya@northwind.example>", THROUGH_DESK),
        Letter(2990, "Bob Bauer <bob@sandbox.example>", UNFOUND),
    )
    ids = await write_all(account, letters)
    await _answered(ids[ANSWERED])
    await _returned(ids[RETURNED])
    await _through_desk(ids[THROUGH_DESK])
    await GmailMessage.create(message_id=ids[UNFOUND], report={ABSENT: stamp(clock.now())})
    return {**ids, COPIED: await _copied(account)}


async def trouble(account: Account) -> None:
    """Store two individual copies that the account sent: one that failed, and one that is waiting."""
    copies = await _set(account, "Invitation to the opening")
    failed = {
        "state": "failed",
        "failed_at": clock.now(),
        "error": pack([Failure(FailureCode.GMAIL_REFUSED, {"status": 400, "reason": "invalidArgument"})]),
    }
    await _copy(copies, 1, "Bob Bauer <bob@sandbox.example>", uuid4(), **failed)
    busy = pack([Failure(FailureCode.GOOGLE_BUSY, {"status": 503})])
    await _copy(copies, 2, "Charlie Chen <charlie@sandbox.example>", uuid4(), error=busy)
    until = {"until": (clock.now() + timedelta(hours=20)).isoformat()}
    limit = pack([Failure(FailureCode.SENDING_LIMIT, until)])
    await _copy(copies, 3, "Dora Diaz <dora@sandbox.example>", uuid4(), error=limit)
    ended = pack([Failure(FailureCode.GRANT_ENDED)])
    await _copy(copies, 4, "Emil Ernst <emil@sandbox.example>", uuid4(), error=ended)


async def _answered(message_id: UUID) -> None:
    mail, at = await _came_back(
        message_id, 104, kind="reply", address="priya@northwind.example", name="Priya Raman"
    )
    await Message.filter(id=message_id).update(replied_at=at, last_activity_at=at)
    began = at - timedelta(minutes=74)
    await ViewTime.create(id=uuid4(), message=mail, at=began, seconds=95, address=EDGE[0], user_agent=EDGE[1])


async def _returned(message_id: UUID) -> None:
    mail, _ = await _came_back(message_id, 1, kind="bounce", address=_SEATS, lasting=True, status="5.1.1")
    await Message.filter(id=message_id).update(bounces=1, last_activity_at=mail.last_open_at)


async def _through_desk(message_id: UUID) -> None:
    """Store what machines sent before a person at the help desk answered."""
    priya = {"address": "priya@northwind.example", "name": "Priya Raman"}
    for minutes, kind, who in (
        (1, "automatic", {"address": _SEATS, "name": "Bookings"}),
        (12, "receipt", priya),
        (13, "calendar", priya),
        (15, "desk_note", {"address": _SEATS, "name": "Bookings"}),
        (35, "desk", {"address": _SEATS, "name": "Nina Berg (Bookings)"}),
    ):
        _, at = await _came_back(message_id, minutes, kind=kind, gmail_message_id=kind, **who)
    await Message.filter(id=message_id).update(replied_at=at, last_activity_at=at)


async def _came_back(message_id: UUID, minutes: float, **what: Any) -> tuple[Message, datetime]:
    """Store a reply or bounce, this long after the mail was sent. Returns the mail and the time stored."""
    mail = await Message.get(id=message_id)
    assert mail.sent_at
    at = mail.sent_at + timedelta(minutes=minutes)
    ids = {"gmail_message_id": mail.id.hex[:16], "gmail_thread_id": mail.id.hex[16:]}
    await Return.create(message=mail, at=at, noticed_at=at, **{**ids, **what})
    return mail, at


async def _copied(account: Account) -> UUID:
    """Store a sent copy for each guest; only the first copy was opened. Returns the id of that copy."""
    copies, ids = await _set(account, COPIED), []
    for number, guest in enumerate(_GUESTS, 1):
        seen = ((40, EDGE, None),) if number == 1 else ()
        ids.append((await write_all(account, (Letter(2000, guest, COPIED, (), seen),)))[COPIED])
        await _copy(copies, number, guest, ids[-1], state="sent", sent_at=clock.now())
    return ids[0]


async def _copy(copies: CopySet, number: int, reader: str, message_id: UUID, **state: Any) -> None:
    name, _, address = reader.rpartition(" ")
    await Copy.create(
        copy_set=copies, account_id=copies.account_id, number=number, message_id=message_id, name=name,
        address=address.strip("<>"), **state,
    )  # fmt: skip


async def _set(account: Account, subject: str) -> CopySet:
    at = clock.now() - timedelta(minutes=LETTERS[0].ago * 10)
    return await CopySet.create(
        id=uuid4(),
        account=account,
        draft_id=f"msg-a:r{uuid4().int % 10**12}",
        revision="1",
        subject=subject,
        from_address=account.email,
        mailbox=account.email,
        options={},
        created_at=at,
        released_at=at,
    )
