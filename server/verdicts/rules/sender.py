"""Rules about the sender: corrections, own views, the time of sending, bounces, and the sender's programs."""

from __future__ import annotations

from server.messages.kinds import CLICK, Cause, VerdictKind
from server.verdicts.context import Context
from server.verdicts.evidence import Code, tenths
from server.verdicts.hits import Hit
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

VIEWING_SECONDS = 10.0  # between an own view and the fetch, before or after: a proxy takes a while

_CORRECTED: dict[str, Opinion] = {
    Cause.SENDER: opinion(VerdictKind.YOU, 0, Code.CORRECTED_SENDER),
    Cause.AUTOMATED: opinion(VerdictKind.CRAWLER, 0, Code.CORRECTED_AUTOMATED),
    Cause.RECIPIENT: opinion(VerdictKind.PERSON, 100, Code.CORRECTED_RECIPIENT),
}
_LEARNED: dict[str, Opinion] = {
    Cause.SENDER: opinion(VerdictKind.MAYBE_YOU, 15, Code.LEARNED_SENDER),
    Cause.AUTOMATED: opinion(VerdictKind.CRAWLER, 3, Code.LEARNED_AUTOMATED),
    Cause.RECIPIENT: opinion(VerdictKind.PERSON, 95, Code.LEARNED_RECIPIENT),
}


def corrected(hit: Hit, context: Context) -> Opinion | None:
    """Match events that the sender corrected; only "a recipient followed the decoy" is not believed."""
    if hit.is_decoy and context.correction == Cause.RECIPIENT:
        return None
    return _CORRECTED.get(context.correction)


def before_sending(hit: Hit, context: Context) -> Opinion | None:
    """Match hits before the mail was sent: only the sender had it then."""
    if context.sent_at is None or hit.moment >= context.sent_at:
        return None
    seconds = tenths((context.sent_at - hit.moment).total_seconds())
    return opinion(VerdictKind.BEFORE_SENDING, 0, Code.BEFORE_SENDING, seconds=seconds)


def corrected_alike(hit: Hit, context: Context) -> Opinion | None:
    """Match hits that look the same as an event that the sender corrected."""
    return _LEARNED.get(context.learned)


def own_view(hit: Hit, context: Context) -> Opinion | None:
    """Match opens within ten seconds of a time when the sender had the mail on screen in a paired browser."""
    if context.viewing is None or abs(context.viewing) > VIEWING_SECONDS or hit.kind == CLICK:
        return None
    if context.viewing_same:
        return opinion(VerdictKind.YOU, 0, Code.VIEWED_SAME_BROWSER)
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or proxy.shown_in != "Gmail":
        return None
    return opinion(VerdictKind.YOU, 10, Code.VIEWED_IN_GMAIL)


def after_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Match opens after a bounce, which may contain the mail with its pixel, so the sender may load it."""
    if context.bounced_at is None or hit.moment < context.bounced_at or hit.kind == CLICK:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 10, Code.AFTER_BOUNCE)


def before_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Match hits before the mail bounced for all recipients, so no recipient can have seen it.

    Machines on the way may have loaded its pixel. Rules that would find a person call this rule first.
    """
    if context.bounced_at is None or hit.moment >= context.bounced_at:
        return None
    return opinion(VerdictKind.MAYBE_YOU, 15, Code.BEFORE_BOUNCE)


def own_client(hit: Hit, context: Context) -> Opinion | None:
    """Match hits by a program and network from which the sender signs in, and nobody else on this server.

    Another program at the same address is the sender's phone more often than a reader: colleagues who share
    the address read their mail through Gmail's proxy, too, and follow links after that.
    """
    if context.own == "client":
        return opinion(VerdictKind.MAYBE_YOU, 25, Code.OWN_CLIENT)
    if context.own == "address" and not (hit.kind == CLICK and context.opened):
        return opinion(VerdictKind.MAYBE_YOU, 30, Code.OWN_ADDRESS)
    return None
