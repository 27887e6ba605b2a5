"""Stores facts in the caller's transaction, delivers them to listeners later, and retries with backoff.

A row may be delivered by a newer release than the one that wrote it, so the row stores the
listener's name from `reactions.TABLE`. Names of listeners are never changed or reused.

What somebody can repair waits (`Waiting`) and never counts as a failure. What fails otherwise ends by age,
and then what the delivery was for is ended, too (decision 064).
"""

from server.lib.outbox.announcing import announce, announce_all, wake
from server.lib.outbox.delivery import AT_ONCE, CLAIM, LONGEST, Deliveries, deliver
from server.lib.outbox.fate import BACK_OFF, FEWEST, FIRST_LOOK, LOOK
from server.lib.outbox.listeners import GIVE_UP, install
from server.lib.outbox.outcomes import Done, End, Listener, Outcome, Permanent, Transient, Waiting
from server.lib.outbox.rows import KEEP_DELIVERED, KEEP_FAILED, OutboxRow, prune

__all__ = [
    "AT_ONCE",
    "BACK_OFF",
    "CLAIM",
    "FEWEST",
    "FIRST_LOOK",
    "GIVE_UP",
    "KEEP_DELIVERED",
    "KEEP_FAILED",
    "LONGEST",
    "LOOK",
    "Deliveries",
    "Done",
    "End",
    "Listener",
    "OutboxRow",
    "Outcome",
    "Permanent",
    "Transient",
    "Waiting",
    "announce",
    "announce_all",
    "deliver",
    "install",
    "prune",
    "wake",
]
