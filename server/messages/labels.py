"""Labels mails in Gmail as opened or clicked, for people who turned that on; phones show the labels too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from server.google import labels
from server.google.access.grants import gmail_for
from server.google.failures import GONE, GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.google.labels import CLICKED, OPENED
from server.google.models import GmailLabels
from server.lib import clock
from server.lib.failure import other
from server.lib.outbox import Done, Outcome, Permanent, Transient, Waiting
from server.messages.confirmation import had_time_to_appear
from server.messages.gmail import gmail_id_of
from server.messages.models import Message
from server.messages.opened import is_opened
from server.messages.unfinished import UNLABELLED, forget

Act = Callable[[Gmail, GmailLabels, str, str], Awaitable[Outcome]]


async def label_opened(fact: Mapping[str, Any]) -> Outcome:
    """Hears `first_open` {"message"}: puts the label for opened mails on the message in Gmail."""
    return await _label(fact["message"], OPENED)


async def label_clicked(fact: Mapping[str, Any]) -> Outcome:
    """Hears `first_click` {"message"}: puts the label for clicked mails on the message in Gmail."""
    return await _label(fact["message"], CLICKED)


async def settle_labels(fact: Mapping[str, Any]) -> Outcome:
    """Hears `signs_changed` {"message"}: adds and removes labels to match the new verdicts."""
    message = await Message.filter(id=fact["message"]).select_related("account", "gmail").first()
    for which in (OPENED, CLICKED):
        act = _put if message and _still_true(message, which) else _take
        outcome = await _at_gmail(message, which, act)
        if not isinstance(outcome, Done):
            return outcome
    return Done()


async def _label(message_id: str, which: str) -> Outcome:
    message = await Message.filter(id=message_id).select_related("account", "gmail").first()
    if message is None or not _still_true(message, which):
        return Done()
    return await _at_gmail(message, which, _put)


async def _at_gmail(message: Message | None, which: str, act: Act) -> Outcome:
    gmail_labels = await labels.of(message.account_id) if message else None
    gmail = await gmail_for(message.account_id) if message and gmail_labels else None
    if isinstance(gmail, Waiting):
        return gmail
    if message is None or gmail_labels is None or gmail is None or not gmail.can_label:
        return Done()
    found = await gmail_id_of(gmail, message)
    if not isinstance(found, str):
        return _later_or_never(found, message)
    outcome = await act(gmail, gmail_labels, which, found)
    if isinstance(outcome, Done):
        await forget(message, UNLABELLED)
    return outcome


def _still_true(message: Message, which: str) -> bool:
    """Return whether the mail still counts as opened or clicked, which a reevaluation may have changed."""
    return message.state != "undone" and (
        message.clicks > 0 if which == CLICKED else is_opened(message, message.account.threshold)
    )


async def _put(gmail: Gmail, gmail_labels: GmailLabels, which: str, gmail_id: str) -> Outcome:
    label = await labels.label_id(gmail, gmail_labels, which)
    if not isinstance(label, str):
        return _outcome(label)
    failure = await gmail.add_label(gmail_id, label)
    if isinstance(failure, Permanent):  # the label or the mail is gone: another try tells which
        await labels.forget_id(gmail_labels, which)
        label = await labels.label_id(gmail, gmail_labels, which)
        failure = await gmail.add_label(gmail_id, label) if isinstance(label, str) else label
    return _outcome(failure)


async def _take(gmail: Gmail, gmail_labels: GmailLabels, which: str, gmail_id: str) -> Outcome:
    label = str(getattr(gmail_labels, f"{which}_id"))
    failure = await gmail.take_label(gmail_id, label) if label else None  # "": the label was never added
    return Done() if isinstance(failure, Permanent) else _outcome(failure)  # the label or the mail is gone


def _later_or_never(failure: GoogleFailure | None, message: Message) -> Outcome:
    if failure is None and not had_time_to_appear(message, message.gmail, clock.now()):
        return Transient(other("Gmail's id of this mail is not known yet"))
    return _outcome(failure)


def _outcome(failure: GoogleFailure | None) -> Outcome:
    return Done() if failure is None or failure == GONE else failure  # a mail that is gone needs no label
