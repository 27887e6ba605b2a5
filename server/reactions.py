"""Fact -> who listens. Announced in the slice's own transaction, delivered from the outbox, with retries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from server.alerts.deliver import send_alert_again
from server.alerts.first_open import send_first_open_alert
from server.alerts.reminders import DUE, send_reminder_alert
from server.copies import accept as copies
from server.copies.deliver import send_copy
from server.google import grants, labels
from server.lib.outbox import Listener
from server.messages.labels import label_clicked, label_opened, settle_labels
from server.messages.reconcile import read_sent_headers
from server.messages.returns import RETURNED
from server.messages.watching import look_in_thread
from server.tracking import corrections
from server.tracking.readback import check_sent_copy
from server.tracking.reconsider import TURNED
from server.tracking.reconsidered import reconsider_reconciled, reconsider_returned

TABLE: Mapping[str, Sequence[Listener]] = {
    "first_open": (
        send_first_open_alert,
        label_opened,
    ),  # {"message": id, "event": id}: opened, by its sender’s threshold
    # {"message": id, "event": id}: first click by a person or likely person
    "first_click": (label_clicked,),
    TURNED: (
        settle_labels,
    ),  # {"message": id}: judged again, it counts as opened or clicked no more, or again
    copies.FACT: (send_copy,),  # {"copy": id}: its writer let it go
    "reported": (read_sent_headers, check_sent_copy),  # {"message": id}: the extension reported a sent mail
    "reconciled": (
        reconsider_reconciled,
        check_sent_copy,
        look_in_thread,
    ),  # {"message": id}: Gmail's own headers were read
    RETURNED: (reconsider_returned,),  # {"message": id}: an answer or a bounce came
    # {"account": id, "network", "user_agent"}: a person said who that is
    corrections.FACT: (corrections.reconsider_like,),
    DUE: (send_reminder_alert,),  # {"message": id, "due": ISO 8601}: a reminder fell due, unopened
    labels.DROPPED: (labels.remove_labels,),  # {"account": id}: our labels are to leave their Gmail
    "alert_retried": (send_alert_again,),  # {"alert": id}: the person wants a failed alert to be tried again
    grants.LEFT: (grants.revoke_later,),  # {"account": id, "sealed": token}: Google was away at a disconnect
}
