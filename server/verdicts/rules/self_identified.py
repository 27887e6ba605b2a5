"""Rules that find programs by their user agent, headers or network.

Among these are Apple's and Gmail's prefetching proxies, scanners, crawlers and link previews.
"""

from __future__ import annotations

from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.verdicts import signatures
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import Hit
from server.verdicts.proxies import APPLE_NETWORKS
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion, opinion

_QUOTED = 80  # characters of a user agent quoted in a sentence


def no_user_agent(hit: Hit, context: Context) -> Opinion | None:
    """Match hits without a user agent, which browsers and mail programs send. Image proxies may not."""
    if hit.user_agent.strip() or (hit.kind == OPEN and context.provider):
        return None
    return opinion(VerdictKind.CRAWLER, 5, Code.NO_USER_AGENT)


def gmail_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """Match Gmail's prefetching, which has a distinct user agent."""
    if not program_of(hit.user_agent).prefetch:
        return None
    return opinion(VerdictKind.PREFETCH, 5, Code.GMAIL_PREFETCH)


def announced_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """Match browsers whose headers say that they are prefetching."""
    headers = hit.headers
    for name in signatures.AHEAD_HEADERS:
        value = headers.get(name)
        if value and any(word in value.lower() for word in signatures.AHEAD_WORDS):
            quoted = f"{name}: {value[:_QUOTED].lower()}"
            return opinion(VerdictKind.PREFETCH, 5, Code.ANNOUNCED_PREFETCH, header=quoted)
    return None


def headless(hit: Hit, context: Context) -> Opinion | None:
    """Match headless browsers by their client hints, which reveal them even if the user agent does not."""
    if "Headless" not in hit.headers.get("sec-ch-ua", ""):
        return None
    return opinion(VerdictKind.CRAWLER, 2, Code.HEADLESS)


def apple_privacy(hit: Hit, context: Context) -> Opinion | None:
    """Match Apple Mail Privacy Protection, which loads images whether or not anybody looks.

    From Apple's relays, Apple Mail's full user agent is the protection's, too; elsewhere it is a person's.
    """
    if hit.kind != OPEN or not signatures.is_apple_privacy(hit.user_agent, hit.address):
        return None
    at_home = signatures.is_in(hit.address, APPLE_NETWORKS)
    if context.provider and not at_home:  # a provider's proxy that sends no more than Apple's
        return None
    lost = before_bounce(hit, context)
    if lost:
        return lost
    evidence = (
        Evidence(Code.APPLE_PRIVACY),
        Evidence(Code.APPLE_NETWORK if at_home else Code.APPLE_NAME),
    )
    # The opinion stays unsettled even with a later sign, because the loaded image supports a later click.
    if context.later is None:
        return Opinion(VerdictKind.UNKNOWN_TIME, 40, evidence, unsettled=True)
    return Opinion(VerdictKind.UNKNOWN_TIME, 60, (*evidence, Evidence(Code.LATER_SIGN)), unsettled=True)


def link_check(hit: Hit, context: Context) -> Opinion | None:
    """Match the new Outlook, which asks for a link itself before it opens the person's browser."""
    if hit.kind != CLICK or "OneOutlook" not in hit.user_agent:
        return None
    return opinion(VerdictKind.PREFETCH, 5, Code.LINK_CHECK)


def scanner_by_name(hit: Hit, context: Context) -> Opinion | None:
    """Match mail filters that name themselves in the user agent."""
    name = program_of(hit.user_agent).scanner
    return opinion(VerdictKind.SCANNER, 2, Code.SCANNER_NAME, name=name) if name else None


def scanner_by_network(hit: Hit, context: Context) -> Opinion | None:
    """Match mail filters by the networks that their vendors publish, even if disguised as browsers."""
    if not context.filter:
        return None
    return opinion(VerdictKind.SCANNER, 3, Code.SCANNER_NETWORK, name=context.filter)


def provider_check(hit: Hit, context: Context) -> Opinion | None:
    """Match links followed from a mail provider's network: readers of a webmail follow them from their own.

    A mail program there is its own user's.
    """
    if hit.kind != CLICK or not context.provider or program_of(hit.user_agent).mail:
        return None
    return opinion(VerdictKind.SCANNER, 8, Code.PROVIDER_CHECK, name=context.provider)


def crawler_by_name(hit: Hit, context: Context) -> Opinion | None:
    """Match programs on the public list of crawlers, and developer tools."""
    if not program_of(hit.user_agent).crawler:
        return None
    return opinion(VerdictKind.CRAWLER, 2, Code.CRAWLER_NAME, program=hit.user_agent[:_QUOTED])


def unknown_program(hit: Hit, context: Context) -> Opinion | None:
    """Match programs that are neither a browser nor a mail program, and do not name a language either.

    A program that names a language and does not say that it is a machine is likely a person's, however rare.
    """
    program = program_of(hit.user_agent)
    if program.client or ("accept-language" in hit.headers and not program.hollow):
        return None
    return opinion(VerdictKind.CRAWLER, 4, Code.UNKNOWN_PROGRAM, program=hit.user_agent[:_QUOTED])
