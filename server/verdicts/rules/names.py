"""Those who say by themselves what they are: by user agent, by a header, or by the network they come from."""

from __future__ import annotations

from server.messages.kinds import EventKind, VerdictKind
from server.verdicts import networks, signatures
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import Hit
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

_QUOTED = 80  # characters of a user agent in a sentence


def no_user_agent(hit: Hit, context: Context) -> Opinion | None:
    """Nothing that people use leaves its name out."""
    return None if hit.user_agent.strip() else opinion(VerdictKind.CRAWLER, 5, Code.NO_USER_AGENT)


def gmail_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """Gmail looks ahead under a name of its own."""
    if not program_of(hit.user_agent).prefetch:
        return None
    return opinion(VerdictKind.PREFETCH, 5, Code.GMAIL_PREFETCH)


def announced_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """A browser that says it only looks ahead."""
    headers = hit.headers
    for name in signatures.AHEAD_HEADERS:
        value = headers.get(name)
        if value and any(word in value.lower() for word in signatures.AHEAD_WORDS):
            told = f"{name}: {value[:_QUOTED].lower()}"
            return opinion(VerdictKind.PREFETCH, 5, Code.ANNOUNCED_PREFETCH, header=told)
    return None


def headless(hit: Hit, context: Context) -> Opinion | None:
    """A browser without a screen; its client hints still say so when the user agent is dressed up."""
    if "Headless" not in hit.headers.get("sec-ch-ua", ""):
        return None
    return opinion(VerdictKind.CRAWLER, 2, Code.HEADLESS)


def apple_privacy(hit: Hit, context: Context) -> Opinion | None:
    """Apple Mail Privacy Protection loads every image of every mail."""
    if hit.kind != EventKind.OPEN or not program_of(hit.user_agent).apple:
        return None
    lost = before_bounce(hit, context)
    if lost:
        return lost
    at_home = signatures.is_in(hit.address, signatures.APPLE_NETWORKS)
    evidence = (
        Evidence(Code.APPLE_PRIVACY),
        Evidence(Code.APPLE_NETWORK if at_home else Code.APPLE_NAME),
    )
    # Unsettled also with a later sign: that a picture was loaded makes a click that comes more credible.
    if context.later is None:
        return Opinion(VerdictKind.UNKNOWN_TIME, 40, evidence, unsettled=True)
    return Opinion(VerdictKind.UNKNOWN_TIME, 60, (*evidence, Evidence(Code.LATER_SIGN)), unsettled=True)


def scanner_by_name(hit: Hit, context: Context) -> Opinion | None:
    """Mail filters that name themselves."""
    name = program_of(hit.user_agent).scanner
    return opinion(VerdictKind.SCANNER, 2, Code.SCANNER_NAME, name=name) if name else None


def scanner_by_network(hit: Hit, context: Context) -> Opinion | None:
    """Mail filters that dress up as browsers, in a network that their makers publish."""
    name = networks.filter_of(hit.address)
    return opinion(VerdictKind.SCANNER, 3, Code.SCANNER_NETWORK, name=name) if name else None


def crawler_by_name(hit: Hit, context: Context) -> Opinion | None:
    """The public list of robots and tools."""
    if not program_of(hit.user_agent).crawler:
        return None
    return opinion(VerdictKind.CRAWLER, 2, Code.CRAWLER_NAME, program=hit.user_agent[:_QUOTED])


def unknown_program(hit: Hit, context: Context) -> Opinion | None:
    """Neither a browser nor a mail program."""
    if program_of(hit.user_agent).client:
        return None
    return opinion(VerdictKind.CRAWLER, 4, Code.UNKNOWN_PROGRAM, program=hit.user_agent[:_QUOTED])
