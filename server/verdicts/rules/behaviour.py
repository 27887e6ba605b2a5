"""Machines that look like people's programs, and give themselves away by how they go about it."""

from __future__ import annotations

from server.verdicts import signs
from server.verdicts.context import Context
from server.verdicts.hits import CLICK, Hit
from server.verdicts.rules.names import announced_prefetch
from server.verdicts.signatures import program_of
from server.verdicts.verdict import LIKELY_PERSON, REPEAT, SCANNER, Evidence, Opinion

SOON = 2.0  # nobody reads and clicks this fast: a mail takes about a second to arrive
AT_ONCE = 1.0  # not even with the mail on screen
HEAD_SECONDS = 60.0
MANY_LINKS = 3  # within 3 s; of two within one second one alone is enough
MANY_CLICKED_MAILS = 3  # within 10 s
MANY_OPENED_MAILS = 8  # a conversation that is shown at once loads the pictures of each of its mails
REPEAT_SECONDS = 5.0
ENOUGH_SIGNS = 4


def decoy(hit: Hit, context: Context) -> Opinion | None:
    """The link that people do not see; a browser that says it only looks ahead may do so for one of them."""
    if not hit.is_decoy:
        return None
    ahead = announced_prefetch(hit, context)
    if ahead:
        return ahead
    sentence = "The hidden link was followed: only a machine does that."
    return SCANNER, 1, (Evidence(sentence, "the decoy link of this mail"),)


def head_before_get(hit: Hit, context: Context) -> Opinion | None:
    """Asked what it would get, then got it: filters do, browsers do not."""
    if context.head is None or context.head > HEAD_SECONDS:
        return None
    sentence = f"It asked for the headers alone {context.head:.1f} s before, as only machines do."
    return SCANNER, 3, (Evidence(sentence, f"HEAD {context.head:.1f} s before GET"),)


def links_at_once(hit: Hit, context: Context) -> Opinion | None:
    """Several links of one mail at once."""
    if hit.kind != CLICK or (context.links < MANY_LINKS and context.quick_links < 2):
        return None
    number, span = (context.links, 3) if context.links >= MANY_LINKS else (context.quick_links, 1)
    sentence = f"{number} links of this mail were followed within {span} s, faster than a person can."
    return SCANNER, 2, (Evidence(sentence, f"{number} links, {span} s"),)


def beside_a_burst(hit: Hit, context: Context) -> Opinion | None:
    """From the network that followed the links all at once."""
    if not context.in_burst or program_of(hit.user_agent).proxy:
        return None
    sentence = "The same network followed several links of this mail at once."
    return SCANNER, 3, (Evidence(sentence, f"address {hit.address}"),)


def beside_a_decoy(hit: Hit, context: Context) -> Opinion | None:
    """From the network that followed the link that people do not see."""
    if not context.by_decoy or program_of(hit.user_agent).proxy:
        return None
    sentence = "The same network followed the hidden link of this mail, as only machines do."
    return SCANNER, 3, (Evidence(sentence, f"address {hit.address}"),)


def mails_at_once(hit: Hit, context: Context) -> Opinion | None:
    """Many mails of one sender at once."""
    if context.mails < (MANY_CLICKED_MAILS if hit.kind == CLICK else MANY_OPENED_MAILS):
        return None
    sentence = f"The same program went through {context.mails} of your mails within 10 s."
    return SCANNER, 3, (Evidence(sentence, f"{context.mails} mails, 10 s"),)


def too_soon(hit: Hit, context: Context) -> Opinion | None:
    """So soon after sending that nobody can have read it; the same client again later takes that back."""
    if context.sent_at is None or hit.kind != CLICK:
        return None
    after = (hit.moment - context.sent_at).total_seconds()
    if after > (AT_ONCE if context.opened else SOON):
        return None
    soon = Evidence(f"It came {after:.1f} s after sending.", f"sent at {context.sent_at.isoformat()}")
    if context.later and context.later.same:
        sentence = "The same program came back later, as a person does."
        fact = f"{context.later.what} {context.later.seconds:.0f} s later"
        return LIKELY_PERSON, 55, (soon, Evidence(sentence, fact))
    return SCANNER, 10, (soon, Evidence("Nobody is that fast: a machine checked it.", f"{after:.1f} s"))


def small_signs(hit: Hit, context: Context) -> Opinion | None:
    """Things that each may happen to a person, and together do not."""
    found = signs.of(hit, context)
    if sum(sign.weight for sign in found) < ENOUGH_SIGNS:
        return None
    together = Evidence("Each of these happens to people; together they point to a machine.", "signs")
    return SCANNER, 12, (*(Evidence(sign.sentence, sign.fact) for sign in found), together)


def repeat(hit: Hit, context: Context) -> Opinion | None:
    """The same once more, within seconds."""
    if context.since_same is None or context.since_same > REPEAT_SECONDS:
        return None
    seconds = f"{context.since_same:.1f}"
    if hit.kind == CLICK:
        sentence = f"The same program followed the same link {seconds} s before: it counts once."
    else:
        sentence = f"The same program loaded the image {seconds} s before: it counts once."
    return REPEAT, 20, (Evidence(sentence, f"{seconds} s since the one before"),)
