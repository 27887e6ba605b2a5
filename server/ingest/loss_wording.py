"""Words losses of hits, for the dashboard, the status page and the doctor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from server.ingest.loss_rows import KnownLoss
from server.ingest.losses import LossReason
from server.lib import clock
from server.lib.i18n import gettext, gettext_noop, ngettext, number
from server.lib.web.datetimes import words_here

ELSEWHERE = timedelta(seconds=20)  # what another node lost within this time is probably still going on

NOW: Mapping[LossReason, str] = {
    LossReason.DISK: gettext_noop("The disk is full"),
    LossReason.CAP: gettext_noop("No more hits may wait (SPOOL_MAX_BYTES)"),
    LossReason.UNWRITABLE: gettext_noop("The file for waiting hits can’t be written"),
    LossReason.STALLED: gettext_noop("The disk is too slow"),
    LossReason.DAMAGE: gettext_noop("The file for waiting hits was damaged"),
    LossReason.EARLIER: gettext_noop("Before the last update"),
}
PAST: Mapping[LossReason, str] = {
    **NOW,
    LossReason.DISK: gettext_noop("The disk was full"),
    LossReason.CAP: gettext_noop("No more hits could wait (SPOOL_MAX_BYTES)"),
    LossReason.UNWRITABLE: gettext_noop("The file for waiting hits couldn’t be written"),
    LossReason.STALLED: gettext_noop("The disk was too slow"),
}
_ADVICE: Mapping[LossReason, str] = {
    LossReason.DISK: gettext_noop("Free some space on the disk of the data folder."),
    LossReason.CAP: gettext_noop("Check that the database takes what waits, or raise SPOOL_MAX_BYTES."),
    LossReason.UNWRITABLE: gettext_noop("Check who may write to the data folder, and the server’s log."),
    LossReason.STALLED: gettext_noop("Check the disk of the data folder."),
}
_COUNTED = gettext_noop("Readers get their answers, but what they did isn’t recorded, only counted.")


@dataclass(frozen=True, slots=True)
class LossNotice:
    """One notice. `lasting`: it goes on right now. `lost`: hits were lost, so the status page says more."""

    title: str
    text: str
    lasting: bool
    lost: bool = True


def is_lasting(loss: KnownLoss, losing: LossReason | None) -> bool:
    """Return whether the loss goes on. `losing`: why hits are being lost on this node, if they are."""
    return losing is loss.reason or (clock.now() - loss.last < ELSEWHERE and loss.reason in _ADVICE)


def notice(loss: KnownLoss, losing: LossReason | None) -> LossNotice:
    """Return what the owner reads of a loss."""
    if is_lasting(loss, losing):
        text = f"{gettext(_COUNTED)} {gettext(_ADVICE.get(loss.reason, ''))}"
        lost = ngettext(
            "%(number)s open or click was lost since %(when)s",
            "%(number)s opens and clicks were lost since %(when)s",
            loss.number,
            number=number(loss.number),
            when=words_here(loss.began),
        )
        return LossNotice(f"{cause(loss, losing)}: {lost}", text, lasting=True)
    return LossNotice(f"{cause(loss, losing)}: {lost_then(loss)}", "", lasting=False)


def notice_for_members(loss: KnownLoss, losing: LossReason | None) -> LossNotice:
    """Return what everybody else reads of it: what it means for their messages."""
    lasting = is_lasting(loss, losing)
    title = (
        gettext("Some opens and clicks are being lost since %(when)s", when=words_here(loss.began))
        if lasting
        else gettext("Some opens and clicks were lost: %(when)s", when=period(loss))
    )
    text = gettext("The server couldn’t keep them, so messages may show less than what happened.")
    return LossNotice(title, text, lasting)


def cause(loss: KnownLoss, losing: LossReason | None) -> str:
    """Return why hits are being lost, or were."""
    return gettext((NOW if is_lasting(loss, losing) else PAST)[loss.reason])


def lost_then(loss: KnownLoss) -> str:
    """Return how many were lost, and when."""
    return ngettext(
        "%(number)s open or click was lost (%(when)s)",
        "%(number)s opens and clicks were lost (%(when)s)",
        loss.number,
        number=number(loss.number),
        when=period(loss),
    )


def period(loss: KnownLoss) -> str:
    """Return the time of a loss: "3 Nov, 14:03–14:20"."""
    began, last = words_here(loss.began), words_here(loss.last)
    if began == last:
        return began
    day, comma, time = last.rpartition(", ")
    return f"{began}–{time if began.startswith(day + comma) else last}"
