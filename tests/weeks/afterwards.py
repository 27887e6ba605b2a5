"""What must hold after a week: nothing waits, nothing was lost, nothing came twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_string
from typing import Any

from server.alerts.models import Alert
from server.copies.mime import COPY_HEADER
from server.copies.models import Copy
from server.events.models import Event
from server.google.models import GmailGrant, GmailLabels, ReplyWatch
from server.lib.outbox import OutboxRow
from server.messages.models import GmailMessage, Message, Return
from tests.weeks.life import FULL_NAMES, Life

LONGEST = timedelta(days=12)
ORIGINAL = "X-Google-Original-Message-ID"


async def settles(life: Life) -> None:
    """Everything is repaired; the time passes until the application says that nothing waits."""
    await life.google.delete("/sandbox/faults")
    await life.google.patch(
        "/sandbox/project", publishing="production", client="active", client_secret="sandbox-secret"
    )
    for name, person in life.people.items():
        person.google = ""
        await life.google.delete(f"/sandbox/send_limits/{name}")
        await life.google.patch(f"/sandbox/people/{name}", session_s=None)
    life.tell("everything is repaired")
    end = life.clock.at + LONGEST
    for name in life.people:
        await life.looks_after(name)
    await life.passes(timedelta(hours=3))
    while life.clock.at < end and [one async for one in waiting()]:
        for name in life.people:
            await life.looks_after(name)
        await life.passes(timedelta(hours=6))
    life.tell("nothing waits any more, or twelve days are over")


async def waiting() -> AsyncIterator[str]:
    """What still waits."""
    for row in await OutboxRow.filter(done_at=None, failed_at=None):
        yield f"a row waits: {row.listener} {row.payload}: {row.error}"
    for watch in await ReplyWatch.exclude(trouble=None):
        yield f"the replies of account {watch.account_id} are not read: {watch.trouble}"
    for grant in await GmailGrant.all():
        if grant.refusal or grant.disconnected_at:
            yield f"the Gmail of account {grant.account_id} is not usable: {grant.refusal or grant.failure}"


async def what_is_wrong(life: Life) -> list[str]:
    """Return what does not hold; empty if all is well."""
    boxes = {name: await life.google.mails(name) for name in FULL_NAMES}
    found = [*life.wrong, *[one async for one in waiting()]]
    for check in (_failed_rows, _not_reconciled, _alerts, _copies, _replies, _labels):
        found += [one async for one in check(life, boxes)]
    return found


Boxes = dict[str, list[dict[str, Any]]]
SHOWN_ELSEWHERE = ("alert_", "send_copy")  # what failed for them is checked below


async def _failed_rows(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for row in await OutboxRow.exclude(failed_at=None):
        if not row.listener.startswith(SHOWN_ELSEWHERE):
            yield f"a row failed for good: {row.listener} {row.payload}: {row.error}"


async def _not_reconciled(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for message in await Message.all():
        kept = await GmailMessage.filter(message_id=message.id).first()
        if kept is None or kept.verified_at is None:
            yield f"never reconciled: “{message.subject}” (state {message.state})"


async def _alerts(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for message in await Message.all():
        owner = _name(life, message.account_id)
        if not await Event.filter(message_id=message.id).exists():
            continue
        alert = await Alert.filter(message_id=message.id, kind="first_open").first()
        if alert is None:
            yield f"no alert about “{message.subject}”, which was opened"
            continue
        times = sum(_is_about(alert.rfc822_message_id, mail) for mail in boxes[owner])
        if alert.sent_at and times != 1:
            yield f"the alert about “{message.subject}” is sent, and came {times} times"
        elif alert.failed_at and (times > 1 or not await _is_shown_as_failed(life, owner, message)):
            yield f"the alert about “{message.subject}” failed, is not shown, or came {times} times"
        elif not alert.sent_at and not alert.failed_at:
            yield f"the alert about “{message.subject}” is neither sent nor failed: {alert.error}"


def _is_about(number: str, mail: dict[str, Any]) -> bool:
    head = message_from_string(mail["raw"])
    return "INBOX" in mail["labels"] and number.strip() in (
        str(head["Message-ID"]).strip(),
        str(head[ORIGINAL]).strip(),
    )


async def _is_shown_as_failed(life: Life, owner: str, message: Message) -> bool:
    page = await life.people[owner].browser.get(f"/messages/{message.id}")
    return page.status == 200 and any("alert" in action for action in page.forms)


async def _copies(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for copy in await Copy.all():
        to = copy.address.partition("@")[0]
        times = sum(
            str(message_from_string(mail["raw"])[COPY_HEADER]) == str(copy.message_id)
            and "INBOX" in mail["labels"]
            for mail in boxes[to]
        )
        words = f"the copy to {to} of account {copy.account_id}"
        if copy.state == "sent" and times != 1:
            yield f"{words} is sent, and came {times} times"
        elif copy.state == "failed" and times:
            yield f"{words} failed, and came {times} times: {copy.error}"
        elif copy.state not in ("sent", "failed"):
            yield f"{words} is {copy.state}: {copy.error}"


async def _replies(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for lease, who in life.replies:
        if not await Return.filter(message_id=lease, address=who).exists():
            yield f"the answer of {who} to “{(await Message.get(id=lease)).subject}” was not noticed"


async def _labels(life: Life, boxes: Boxes) -> AsyncIterator[str]:
    for message in await Message.all():
        owner, wanted = _name(life, message.account_id), await GmailLabels.get(account_id=message.account_id)
        kept = await GmailMessage.filter(message_id=message.id).first()
        mail = next((each for each in boxes[owner] if kept and each["id"] == kept.gmail_id), None)
        opened = await Alert.filter(message_id=message.id, kind="first_open").exists()
        if mail and opened and wanted.opened_id not in mail["labels"]:
            yield f"“{message.subject}” was opened and has no label"


def _name(life: Life, account_id: int) -> str:
    return next(name for name, person in life.people.items() if person.account.id == account_id)
