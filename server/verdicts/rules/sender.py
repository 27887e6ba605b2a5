"""Rules about the sender: corrections, own screens, own views, and own programs."""

from __future__ import annotations

from server.messages.kinds import EventKind, Said, VerdictKind
from server.verdicts.context import Context
from server.verdicts.evidence import Code, tenths
from server.verdicts.hits import Hit
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

VIEWING_SECONDS = 10.0  # between the sender's screen and the fetch, either way: a proxy takes a while

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
    """Match corrected events: a correction of this very event wins over every rule."""
    if hit.is_decoy and context.said == Said.THEM:
        return None
    return _SAID.get(context.said)


def before_sending(hit: Hit, context: Context) -> Opinion | None:
    """Match hits before the mail was sent: they come from the composer."""
    if context.sent_at is None or hit.moment >= context.sent_at:
        return None
    seconds = tenths((context.sent_at - hit.moment).total_seconds())
    return opinion(VerdictKind.BEFORE_SENDING, 0, Code.BEFORE_SENDING, seconds=seconds)


def you_said_of_its_like(hit: Hit, context: Context) -> Opinion | None:
    """Match hits that look the same as another event that was corrected."""
    return _LEARNED.get(context.learned)


def own_view(hit: Hit, context: Context) -> Opinion | None:
    """Match opens while the sender had this mail on screen in a paired browser."""
    if context.viewing is None or abs(context.viewing) > VIEWING_SECONDS or hit.kind == EventKind.CLICK:
        return None
    if context.viewing_same:
        return opinion(VerdictKind.YOU, 0, Code.VIEWED_SAME_BROWSER)
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or proxy.shown_in != "Gmail":
        return None
    return opinion(VerdictKind.YOU, 10, Code.VIEWED_IN_GMAIL)


def after_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Match opens after a bounce: an undeliverable mail comes back with its image in it."""
    if context.bounced_at is None or hit.moment < context.bounced_at or hit.kind == EventKind.CLICK:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 10, Code.AFTER_BOUNCE)


def before_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Match hits before a bounce from all recipients: no recipient can have seen the mail.

    Machines on its way can. Rules that would find a person ask this one first: it was hardly a person.
    """
    if context.bounced_at is None or hit.moment >= context.bounced_at:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 15, Code.BEFORE_BOUNCE)


def own_client(hit: Hit, context: Context) -> Opinion | None:
    """Match a program and network that the sender signs in with, and no other account here."""
    if context.own != "client":
        return None
    return opinion(VerdictKind.MAYBE_YOU, 25, Code.OWN_CLIENT)
