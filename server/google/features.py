"""Stores which Gmail features a person has turned on: labels, sent-copy check, reply watch."""

from __future__ import annotations

from collections.abc import Collection

from server.google import labels, reply_watch
from server.google.models import SentCopyCheck
from server.lib import clock

CHECK, REPLIES, LABELS = "check", "replies", "labels"


async def of(account_id: int) -> set[str]:
    """Return the features that the account has on."""
    rows = {
        CHECK: await wants_check(account_id),
        REPLIES: await reply_watch.of(account_id) is not None,
        LABELS: await labels.of(account_id) is not None,
    }
    return {name for name, wanted in rows.items() if wanted}


async def wants_check(account_id: int) -> bool:
    """Return whether the sent-copy check is on."""
    return await SentCopyCheck.filter(account_id=account_id).exists()


async def keep(account_id: int, allowed: Collection[str], *, same_gmail: bool = False) -> None:
    """Turn on the allowed features and turn off the others, after Gmail was connected.

    `same_gmail`: it is the Gmail that was connected before, so features go on from where they were.
    """
    if CHECK in allowed:
        await SentCopyCheck.get_or_create({"started_at": clock.now()}, account_id=account_id)
    else:
        await SentCopyCheck.filter(account_id=account_id).delete()
    start_watch = reply_watch.resume if same_gmail else reply_watch.start_anew
    start_labels = labels.start if same_gmail else labels.start_anew
    await (start_watch(account_id) if REPLIES in allowed else reply_watch.stop(account_id))
    await (start_labels(account_id) if LABELS in allowed else labels.stop(account_id))


async def end(account_id: int) -> None:
    """Turn off all features."""
    await keep(account_id, ())
