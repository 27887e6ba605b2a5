"""Rules about behaviour: the decoy, bursts, haste, small signs of a machine, and repeats."""

from __future__ import annotations

from server.messages.kinds import CLICK, VerdictKind
from server.verdicts import signs
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence, tenths
from server.verdicts.hits import Hit
from server.verdicts.rules.self_identified import announced_prefetch
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

# Seconds after sending. A mail takes about a second to arrive, and a person some more to look at it.
SOON = 2.0  # nobody clicks this fast
AT_ONCE = 1.0  # nobody clicks this fast, even with the mail on screen
SOON_TO_SEE = 2.5  # hardly anybody has opened the mail this fast
SOON_TO_SHOW = 5.0  # proxies load ahead of readers until then: gophish#1390, gophish#3086, mautic#7884
HEAD_SECONDS = 60.0
MANY_LINKS = 3  # within 3 s; within 1 s, two are enough
MANY_CLICKED_MAILS = 3  # within 10 s
MANY_OPENED_MAILS = 8  # opening a conversation loads the images of all its mails together
NEAR_SECONDS = 60.0  # a scanner taints its network for that long
REPEAT_SECONDS = 5.0
ENOUGH_SIGNS = 4


def decoy(hit: Hit, context: Context) -> Opinion | None:
    """Match clicks on the decoy. If the browser says that it prefetches, it may do so for a person."""
    if not hit.is_decoy:
        return None
    return announced_prefetch(hit, context) or opinion(VerdictKind.SCANNER, 1, Code.DECOY)


def head_before_get(hit: Hit, context: Context) -> Opinion | None:
    """Match hits after a HEAD request by the same client: filters send HEAD first, browsers do not."""
    if context.head is None or context.head > HEAD_SECONDS:
        return None
    return opinion(VerdictKind.SCANNER, 3, Code.HEAD, seconds=tenths(context.head))


def links_at_once(hit: Hit, context: Context) -> Opinion | None:
    """Match clicks on several links of one mail at once."""
    if hit.kind != CLICK or (context.links < MANY_LINKS and context.quick_links < 2):
        return None
    number, span = (context.links, 3) if context.links >= MANY_LINKS else (context.quick_links, 1)
    return opinion(VerdictKind.SCANNER, 2, Code.LINKS_AT_ONCE, links=number, seconds=span)


def beside_a_burst(hit: Hit, context: Context) -> Opinion | None:
    """Match hits from a network that followed several links at once."""
    if not context.in_burst or program_of(hit.user_agent).proxy:
        return None
    return opinion(VerdictKind.SCANNER, 3, Code.BESIDE_BURST)


def beside_a_scanner(hit: Hit, context: Context) -> Opinion | None:
    """Match hits from a network in which a scanner gave itself away, and by clients that did so."""
    if context.caught:
        return opinion(VerdictKind.SCANNER, 5, Code.CAUGHT)
    if context.beside_scanner:
        return opinion(VerdictKind.SCANNER, 8, Code.BESIDE_SCANNER)
    return None


def beside_a_decoy(hit: Hit, context: Context) -> Opinion | None:
    """Match hits from a network that followed the decoy."""
    if not context.by_decoy or program_of(hit.user_agent).proxy:
        return None
    return opinion(VerdictKind.SCANNER, 3, Code.BESIDE_DECOY)


def mails_at_once(hit: Hit, context: Context) -> Opinion | None:
    """Match hits on many mails of one sender at once."""
    if context.mails < (MANY_CLICKED_MAILS if hit.kind == CLICK else MANY_OPENED_MAILS):
        return None
    return opinion(VerdictKind.SCANNER, 3, Code.MAILS_AT_ONCE, mails=context.mails)


def too_soon(hit: Hit, context: Context) -> Opinion | None:
    """Match hits that come too soon after sending to be a person's.

    If the same client comes back in a person's time, a person is likely.
    """
    if context.sent_at is None:
        return None
    after = (hit.moment - context.sent_at).total_seconds()
    limit = SOON_TO_SEE if hit.kind != CLICK else AT_ONCE if context.opened else SOON
    if after > limit:
        return None
    soon = Evidence(Code.SOON, {"seconds": tenths(after)})
    if context.later and context.later.same and context.later.until > NEAR_SECONDS:
        return Opinion(VerdictKind.LIKELY_PERSON, 55, (soon, Evidence(Code.CAME_BACK)), unsettled=True)
    return Opinion(VerdictKind.SCANNER, 10, (soon, Evidence(Code.TOO_SOON)), unsettled=True)


def data_centre(hit: Hit, context: Context) -> Opinion | None:
    """Match browsers in data centres, where filters try links.

    Mail programs and rare browsers there are people's: on virtual desktops, and on servers of their own.
    """
    if not context.hosting or not program_of(hit.user_agent).browser:
        return None
    evidence = (Evidence(Code.HOSTING, {"name": context.hosting}),)
    return Opinion(VerdictKind.SCANNER, 8, evidence, unsettled=hit.kind != CLICK)  # see people.cloud_desktop


def small_signs(hit: Hit, context: Context) -> Opinion | None:
    """Match hits with several small signs of a machine. A person may show one of them, but not all."""
    found = signs.of(hit, context)
    if sum(sign.weight for sign in found) < ENOUGH_SIGNS:
        return None
    evidence = (*(sign.evidence for sign in found), Evidence(Code.TOGETHER))
    return Opinion(VerdictKind.SCANNER, 12, evidence)


def repeat(hit: Hit, context: Context) -> Opinion | None:
    """Match hits by the same client on the same pixel or link within seconds."""
    if context.since_same is None or context.since_same > REPEAT_SECONDS:
        return None
    code = Code.REPEATED_CLICK if hit.kind == CLICK else Code.REPEATED_OPEN
    return opinion(VerdictKind.REPEAT, 20, code, seconds=tenths(context.since_same))
