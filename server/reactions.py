"""Lists the listeners of each fact. The outbox delivers facts and retries them.

A slice announces a fact in its own transaction. Stored rows refer to listeners by the names in this table, so
a function may be moved or renamed, but its name here may not change. New names are added to
tests/lib/listener_names.json. No name is ever removed from that file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from server.alerts.deliver import GIVE_UP, end_alert_again, send_alert_again
from server.alerts.first_open import end_first_open_alert, send_first_open_alert
from server.alerts.reminders import DUE, end_reminder_alert, send_reminder_alert
from server.copies import accept as copies
from server.copies.deliver import end_copy, send_copy
from server.events.evaluation import corrections
from server.events.evaluation.reevaluate import SIGNS_CHANGED
from server.events.evaluation.reevaluate_listeners import reevaluate_reconciled, reevaluate_returned
from server.events.sends.readback import check_sent_copy
from server.google import labels
from server.google.access import grants, revocation
from server.lib.outbox import End, Listener
from server.messages.inbox_poll import look_in_thread
from server.messages.labels import label_clicked, label_opened, settle_labels
from server.messages.reconcile import read_sent_headers
from server.messages.replies_and_bounces import RETURNED
from server.messages.unfinished import note_unasked, note_unlabelled
from server.messages.wrong_gmail import ask_about_unconfirmed

TABLE: Mapping[str, Mapping[str, Listener]] = {
    # {"message": id, "event": id}: first opened, according to the sender's threshold
    "first_open": {"alert_first_open": send_first_open_alert, "label_opened": label_opened},
    # {"message": id, "event": id}: first click by a person, or likely by one
    "first_click": {"label_clicked": label_clicked},
    # {"message": id}: reevaluation has changed whether the message counts as opened or clicked
    SIGNS_CHANGED: {"settle_labels": settle_labels},
    # {"copy": id}: the sender has released this copy
    copies.FACT: {"send_copy": send_copy},
    # {"message": id}: the extension reported a sent mail
    "reported": {"read_sent_headers": read_sent_headers, "check_sent_copy": check_sent_copy},
    # {"message": id}: Gmail's own headers were read
    "reconciled": {
        "reevaluate_reconciled": reevaluate_reconciled,
        "check_sent_copy": check_sent_copy,
        "look_in_thread": look_in_thread,
    },
    # {"message": id}: a reply or a bounce arrived
    RETURNED: {"reevaluate_returned": reevaluate_returned},
    # {"account": id, "network", "user_agent"}: a person has said who uses that program in that network
    corrections.FACT: {"reevaluate_like": corrections.reevaluate_like},
    # {"message": id, "due": ISO 8601}: a reminder about an unopened message fell due
    DUE: {"alert_reminder": send_reminder_alert},
    # {"account": id, "at": ISO 8601}: the person has connected Gmail, for the first time or again
    grants.GMAIL_CONNECTED: {"ask_about_unconfirmed": ask_about_unconfirmed},
    # {"account": id}: our labels must be removed from the person's Gmail
    labels.LABELS_DROPPED: {"remove_labels": labels.remove_labels},
    # {"alert": id}: the person wants a failed alert to be retried
    "alert_retried": {"alert_again": send_alert_again},
    # {"account": id, "sealed": token, "sub", "email"}: a permission is deleted here and is to be revoked
    revocation.GMAIL_LEFT: {"revoke_grant": revocation.revoke_later},
}

ENDS: Mapping[str, End] = {
    "send_copy": end_copy,
    "alert_first_open": end_first_open_alert,
    "alert_reminder": end_reminder_alert,
    "alert_again": end_alert_again,
    "read_sent_headers": note_unasked,
    "check_sent_copy": note_unasked,
    "look_in_thread": note_unasked,
    "label_opened": note_unlabelled,
    "label_clicked": note_unlabelled,
    "settle_labels": note_unlabelled,
}
"""By the names of listeners: what ends that for which a delivery was, once it has failed for good."""

WITHOUT_END: Mapping[str, str] = {
    "revoke_grant": "the settings show the permission as still in force, with a link to Google's own page",
    "remove_labels": "the labels stay in Gmail, where the person sees them and can delete them",
    "reevaluate_reconciled": "needs this server only: the owner sees the failure at /status, with a button",
    "reevaluate_returned": "needs this server only: the owner sees the failure at /status, with a button",
    "ask_about_unconfirmed": "needs this server only: the owner sees the failure at /status, with a button",
    "reevaluate_like": "needs this server only: the owner sees the failure at /status, with a button",
}
"""By the names of the other listeners: why nothing has to be ended. Each row is also shown at /status."""

PATIENCE: Mapping[str, timedelta] = {
    "alert_first_open": GIVE_UP,
    "alert_reminder": GIVE_UP,
    "alert_again": GIVE_UP,
}
"""By the names of listeners: for how long a delivery may fail, if not for the outbox's GIVE_UP."""
