"""Lists all copies of a mail and their outcomes, for the page of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from server.copies.accept import FAILED, STOPPED
from server.copies.models import Copy
from server.copies.waiting import waits_for
from server.failures.wording import failure_text
from server.lib.database.connection import read_only
from server.lib.i18n import gettext
from server.messages.models import Message
from server.messages.queries.slim import slim
from server.messages.wording import state_kind, state_words


@dataclass(frozen=True, slots=True)
class Member:
    """One copy: its recipient, and its outcome in words. `message_id` is None until the copy is sent."""

    who: str
    words: str
    kind: str
    message_id: UUID | None


async def group_of(message_id: UUID, threshold: str) -> Sequence[Member]:
    """Return all copies of the mail that this message is a copy of; none if the message is not a copy."""
    db = read_only()
    copy = await Copy.filter(message_id=message_id).using_db(db).first()
    if copy is None:
        return ()
    copies = await Copy.filter(copy_set_id=copy.copy_set_id).using_db(db).order_by("number")
    left = slim(Message.filter(id__in=[each.message_id for each in copies]))
    messages = {message.id: message for message in await left.using_db(db)}
    return [_member(each, messages.get(each.message_id), threshold) for each in copies]


def _member(copy: Copy, message: Message | None, threshold: str) -> Member:
    who = copy.name or copy.address
    if message is None:
        return Member(who, _unsent(copy), "undone", None)
    return Member(who, state_words(message, threshold), state_kind(message, threshold), message.id)


def _unsent(copy: Copy) -> str:
    if copy.state == STOPPED:
        return gettext("Not sent (stopped)")
    if copy.state != FAILED:
        reason = waits_for(copy)
        return gettext("Waiting: %(reason)s", reason=reason) if reason else gettext("Being sent")
    error = failure_text(copy.error)
    if copy.in_doubt:
        return gettext("May not have been sent: %(error)s", error=error)
    return gettext("Not sent: %(error)s", error=error)
