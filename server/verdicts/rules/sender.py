"""What the sender said, and what the sender did: own screens, own views, own programs."""

from __future__ import annotations

from server.verdicts.context import MACHINE, ME, THEM, Context
from server.verdicts.hits import CLICK, Hit
from server.verdicts.signatures import program_of
from server.verdicts.verdict import BEFORE_SENDING, CRAWLER, MAYBE_YOU, PERSON, YOU, Evidence, Opinion

VIEWING_SECONDS = 10.0  # between the sender's screen and the fetch, either way: a proxy takes its time

_SAID = {
    ME: (YOU, 0, "You said: that was you."),
    MACHINE: (CRAWLER, 0, "You said: that was a machine."),
    THEM: (PERSON, 100, "You said: that was them."),
}
_LEARNED = {
    ME: (MAYBE_YOU, 15, "You said of the same program in the same network: that was you."),
    MACHINE: (CRAWLER, 3, "You said of the same program in the same network: that was a machine."),
    THEM: (PERSON, 95, "You said of the same program in the same network: that was them."),
}


def you_said(hit: Hit, context: Context) -> Opinion | None:
    """A correction of this very event wins over all."""
    if context.said not in _SAID or (hit.is_decoy and context.said == THEM):
        return None
    kind, score, sentence = _SAID[context.said]
    return kind, score, (Evidence(sentence, f"corrected: {context.said}"),)


def before_sending(hit: Hit, context: Context) -> Opinion | None:
    """Fetched by the composer, before the mail went out."""
    if context.sent_at is None or hit.moment >= context.sent_at:
        return None
    sentence = _early((context.sent_at - hit.moment).total_seconds())
    return BEFORE_SENDING, 0, (Evidence(sentence, f"sent at {context.sent_at.isoformat()}"),)


def you_said_of_its_like(hit: Hit, context: Context) -> Opinion | None:
    """A correction of another event that looked the same."""
    if context.learned not in _LEARNED:
        return None
    kind, score, sentence = _LEARNED[context.learned]
    return kind, score, (Evidence(sentence, f"learned from a correction: {context.learned}"),)


def own_view(hit: Hit, context: Context) -> Opinion | None:
    """The sender had this mail on screen in a paired browser in that moment."""
    if context.viewing is None or abs(context.viewing) > VIEWING_SECONDS or hit.kind == CLICK:
        return None
    fact = f"viewing {context.viewing:+.1f} s"
    if context.viewing_same:
        return YOU, 0, (Evidence("You had this mail on screen in the same browser in that moment.", fact),)
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or proxy.shown_in != "Gmail":
        return None
    sentence = (
        "You had this mail on screen in Gmail in that moment; Gmail’s proxy hides whether it was for you."
    )
    return YOU, 10, (Evidence(sentence, fact),)


def after_bounce(hit: Hit, context: Context) -> Opinion | None:
    """A mail that could not be delivered comes back with its picture in it."""
    if context.bounced_at is None or hit.moment < context.bounced_at or hit.kind == CLICK:
        return None
    sentence = "The mail had come back as undeliverable: only its sender can look at it."
    return MAYBE_YOU, 10, (Evidence(sentence, f"bounced at {context.bounced_at.isoformat()}"),)


def before_bounce(hit: Hit, context: Context) -> Opinion | None:
    """Of a mail that comes back from everybody later, no reader can have seen anything. Machines on its way
    can; for those who ask, it says of what would be a person's that it was hardly one."""
    if context.bounced_at is None or hit.moment >= context.bounced_at:
        return None
    sentence = "The mail came back as undeliverable later, so that no reader had it: hardly one of them."
    return MAYBE_YOU, 15, (Evidence(sentence, f"bounced at {context.bounced_at.isoformat()}"),)


def own_client(hit: Hit, context: Context) -> Opinion | None:
    """The same program in the same network as one that the sender signs in with, and nobody else here."""
    if context.own != "client":
        return None
    sentence = "You use the same program in the same network."
    return MAYBE_YOU, 25, (Evidence(sentence, f"network and program of a sign-in: {hit.address}"),)


def _early(seconds: float) -> str:
    if seconds < 120:
        return f"This was {seconds:.1f} s before the mail was sent: the sender’s own screen."
    if seconds < 7200:
        return f"This was {seconds / 60:.0f} minutes before the mail was sent: the sender’s own screen."
    return f"This was {seconds / 3600:.0f} hours before the mail was sent: the sender’s own screen."
