"""More mails of the demo world: one that was answered, one that came back, and individual copies."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from demo_world import EDGE, GMAIL, LETTERS, PHONE, Letter, write_all

from server.accounts.models import Account
from server.copies.models import Copy, CopySet
from server.lib import clock
from server.messages.models import Message, Return
from server.tracking.models import Reading

ANSWERED = "Dates for the spring workshop"
RETURNED = "Your order 4471"
COPIED = "Programme of the opening"
_GUESTS = ("Marta Lindqvist <marta@fjordlines.example>", "Yuki Tanaka <yuki@hanabi.example>")
_SEATS = "bookings@northwind.example"


async def write(account: Account) -> dict[str, UUID]:
    """Store them as sent by `account`. Answers subject -> id; of the copies the first one's."""
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
    )
    ids = await write_all(account, letters)
    await _answered(ids[ANSWERED])
    await _returned(ids[RETURNED])
    return {**ids, COPIED: await _copied(account)}


async def trouble(account: Account) -> None:
    """Copies of `account` of which one failed and one waits."""
    copies = await _set(account, "Invitation to the opening")
    usual = {"copy_set": copies, "account": account}
    await Copy.create(
        **usual,
        message_id=uuid4(),
        number=1,
        address="bob@sandbox.example",
        name="Bob Bauer",
        state="failed",
        failed_at=clock.now(),
        error="Gmail did not take it: invalid address (400).",
    )
    await Copy.create(
        **usual,
        message_id=uuid4(),
        number=2,
        address="charlie@sandbox.example",
        name="Charlie Chen",
        error="Google is busy (503).",
    )


async def _answered(message_id: UUID) -> None:
    mail = await Message.get(id=message_id)
    assert mail.sent_at
    at = mail.sent_at + timedelta(minutes=104)
    await Return.create(
        message=mail,
        kind="reply",
        address="priya@northwind.example",
        name="Priya Raman",
        at=at,
        noticed_at=at,
        gmail_message_id="a1",
        gmail_thread_id="a0",
    )
    await Message.filter(id=message_id).update(replied_at=at, last_activity_at=at)
    seen = {"address": EDGE[0], "user_agent": EDGE[1]}
    await Reading.create(
        id=uuid4(), message=mail, at=mail.sent_at + timedelta(minutes=30), seconds=95, **seen
    )


async def _returned(message_id: UUID) -> None:
    mail = await Message.get(id=message_id)
    assert mail.sent_at
    at = mail.sent_at + timedelta(minutes=1)
    await Return.create(
        message=mail,
        kind="bounce",
        address=_SEATS,
        at=at,
        noticed_at=at,
        lasting=True,
        status="5.1.1",
        gmail_message_id="b1",
        gmail_thread_id="b0",
    )
    await Message.filter(id=message_id).update(bounces=1, last_activity_at=mail.last_open_at)


async def _copied(account: Account) -> UUID:
    """Each its own mail; the rest of the set is two known letters' readers."""
    subjects = {f"{COPIED}{' ' * at}": guest for at, guest in enumerate(_GUESTS)}
    letters = [
        Letter(2000, guest, subject, (), ((40, EDGE, None),) if at == 0 else ())
        for at, (subject, guest) in enumerate(subjects.items())
    ]
    ids = list((await write_all(account, letters)).values())
    await Message.filter(id__in=ids).update(subject=COPIED)
    copies = await _set(account, COPIED)
    for number, (message_id, guest) in enumerate(zip(ids, _GUESTS, strict=True), 1):
        name, _, address = guest.rpartition(" ")
        await Copy.create(
            copy_set=copies,
            account=account,
            message_id=message_id,
            number=number,
            name=name,
            address=address.strip("<>"),
            state="sent",
            sent_at=clock.now(),
        )
    return ids[0]


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
        wishes={},
        created_at=at,
        released_at=at,
    )
