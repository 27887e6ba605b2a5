"""Turns the Gmail labels for opened and clicked mails on and off; creates and deletes them in Gmail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tortoise.transactions import in_transaction

from server.google.access.grants import gmail_for
from server.google.failures import GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailLabels
from server.lib import clock, outbox
from server.lib.outbox import Done, Outcome, Waiting

OPENED, CLICKED = "opened", "clicked"
NAMES = {OPENED: "Sightline/Opened", CLICKED: "Sightline/Clicked"}
LABELS_DROPPED = (
    "labels_dropped"  # fact: {"account": id}: the labels are to be deleted from the person's Gmail
)


async def of(account_id: int) -> GmailLabels | None:
    """Return the row of the labels feature; None if it is off."""
    return await GmailLabels.filter(account_id=account_id).first()


async def start(account_id: int) -> None:
    """Turn labels on, if they are not on already."""
    await GmailLabels.get_or_create({"started_at": clock.now()}, account_id=account_id)


async def start_anew(account_id: int) -> None:
    """Turn labels on for a newly connected Gmail, and forget the ids of labels in any earlier Gmail."""
    await start(account_id)
    await GmailLabels.filter(account_id=account_id).update(opened_id="", clicked_id="")


async def stop(account_id: int, *, remove: bool = False) -> None:
    """Turn labels off. With `remove`, also delete the labels in Gmail, but not the mails that have them."""
    async with in_transaction() as db:
        await GmailLabels.filter(account_id=account_id).using_db(db).delete()
        if remove:
            key = f"{account_id}:{clock.now().isoformat()}"
            await outbox.announce(LABELS_DROPPED, key, {"account": account_id}, using=db)


async def label_id(gmail: Gmail, gmail_labels: GmailLabels, which: str) -> str | GoogleFailure:
    """Return Gmail's id of one of our two labels; create the label if there is none."""
    known = str(getattr(gmail_labels, f"{which}_id"))
    if known:
        return known
    found = await gmail.label_called(NAMES[which])
    if isinstance(found, str):
        await _keep(gmail_labels, which, found)
    return found


async def forget_id(gmail_labels: GmailLabels, which: str) -> None:
    """Forget the id of a label that no longer exists in Gmail; the person may have deleted it there."""
    await _keep(gmail_labels, which, "")


async def remove_labels(fact: Mapping[str, Any]) -> Outcome:
    """Hears `labels_dropped` {"account"}: deletes our labels from the person's Gmail."""
    account_id = fact["account"]
    gmail = await gmail_for(account_id)
    if isinstance(gmail, Waiting):
        return gmail
    if gmail is None or not gmail.can_label or await of(account_id):  # disconnected, or turned on again
        return Done()
    for name in NAMES.values():
        found = await gmail.find_label(name)
        failure = await gmail.remove_label(found) if isinstance(found, str) else found
        if failure is not None:
            return failure
    return Done()


async def _keep(gmail_labels: GmailLabels, which: str, value: str) -> None:
    setattr(gmail_labels, f"{which}_id", value)
    await GmailLabels.filter(id=gmail_labels.id).update(**{f"{which}_id": value})
