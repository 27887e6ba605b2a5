"""What the sender said, and what the sender did: own screens, own views, own programs."""

from __future__ import annotations

from server.messages.kinds import EventKind, Said, VerdictKind
from server.verdicts.context import Context
from server.verdicts.evidence import Code, tenths
from server.verdicts.hits import Hit
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

VIEWING_SECONDS = 10.0  # between the sender's screen and the fetch, either way: a proxy takes its time

_SAID: dict[str, Opinion] = {
    Said.ME: opinion(VerdictKind.YOU, 0, Code.CORRECTED_ME),
    Said.MACHINE: opinion(VerdictKind.CRAWLER, 0, Code.CORRECTED_MACHINE),
    Said.THEM: opinion(VerdictKind.PERSON, 100, Code.CORRECTED_THEM),
}
_LEARNED: dict[str, Opinion] = {
    Said.ME: opinion(VerdictKind.MAYBE_YOU, 15, Code.LEARNED_ME),
    Said.MACHINE: opinion(VerdictKind.CRAWLER, 3, Code.LEARNED_MACHINE),
    Said.THEM: opinion(VerdictKind.PERSON, 95, Code.LEARNED_THEM),
}


def you_said(hit: Hit, context: Context) -> Opinion | None:
    """A correction of this very event wins over all."""
    if hit.is_decoy and context.said == Said.THEM:
        return None
    return _SAID.get(context.said)


def before_sending(hit: Hit, context: Context) -> Opinion | None:
    """Fetched by the composer, before the mail went out."""
    if context.sent_at is None or hit.moment >= context.sent_at:
        return None
    seconds = tenths((context.sent_at - hit.moment).total_seconds())
    return opinion(VerdictKind.BEFORE_SENDING, 0, Code.BEFORE_SENDING, seconds=seconds)


def you_said_of_its_like(hit: Hit, context: Context) -> Opinion | None:
    """A correction of another event that looked the same."""
    return _LEARNED.get(context.learned)


def own_view(hit: Hit, context: Context) -> Opinion | None:
    """The sender had this mail on screen in a paired browser in that moment."""
    if context.viewing is None or abs(context.viewing) > VIEWING_SECONDS or hit.kind == EventKind.CLICK:
        return None
    if context.viewing_same:
        return opinion(VerdictKind.YOU, 0, Code.VIEWED_SAME_BROWSER)
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or proxy.shown_in != "Gmail":
        return None
    return opinion(VerdictKind.YOU, 10, Code.VIEWED_IN_GMAIL)


def after_bounce(hit: Hit, context: Context) -> Opinion | None:
    """A mail that could not be delivered comes back with its picture in it."""
    if context.bounced_at is None or hit.moment < context.bounced_at or hit.kind == EventKind.CLICK:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 10, Code.AFTER_BOUNCE)


def before_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Of a mail that comes back from everybody later, no reader can have seen anything. Machines on its way
    can; for those who ask, it says of what would be a person's that it was hardly one."""
    if context.bounced_at is None or hit.moment >= context.bounced_at:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 15, Code.BEFORE_BOUNCE)


def own_client(hit: Hit, context: Context) -> Opinion | None:
    """The same program in the same network as one that the sender signs in with, and nobody else here."""
    if context.own != "client":
        return None
    return opinion(VerdictKind.MAYBE_YOU, 25, Code.OWN_CLIENT)
