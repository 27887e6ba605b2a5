"""Those who say by themselves what they are: by user agent, by a header, or by the network they come from."""

from __future__ import annotations

from server.verdicts import networks, signatures
from server.verdicts.context import Context
from server.verdicts.hits import OPEN, Hit
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import CRAWLER, PREFETCH, SCANNER, UNKNOWN_TIME, Evidence, Opinion

_QUOTED = 80  # characters of a user agent in a sentence


def no_user_agent(hit: Hit, context: Context) -> Opinion | None:
    """Nothing that people use leaves its name out."""
    if hit.user_agent.strip():
        return None
    sentence = "It did not say what program it is. Browsers and mail programs always do."
    return CRAWLER, 5, (Evidence(sentence, "no User-Agent"),)


def gmail_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """Gmail looks ahead under a name of its own."""
    if not program_of(hit.user_agent).prefetch:
        return None
    sentence = "Gmail fetched this ahead of the reader; its user agent says so."
    return PREFETCH, 5, (Evidence(sentence, f"User-Agent: …{hit.user_agent[-28:]}"),)


def announced_prefetch(hit: Hit, context: Context) -> Opinion | None:
    """A browser that says it only looks ahead."""
    headers = hit.headers
    for name in signatures.AHEAD_HEADERS:
        value = headers.get(name)
        if value and any(word in value.lower() for word in signatures.AHEAD_WORDS):
            told = f"{name}: {value[:_QUOTED].lower()}"
            return PREFETCH, 5, (Evidence(f"The program said that it only looked ahead ({told}).", told),)
    return None


def headless(hit: Hit, context: Context) -> Opinion | None:
    """A browser without a screen; its client hints still say so when the user agent is dressed up."""
    if "Headless" not in hit.headers.get("sec-ch-ua", ""):
        return None
    sentence = "The browser said that it runs without a screen."
    return CRAWLER, 2, (Evidence(sentence, f"sec-ch-ua: {hit.headers['sec-ch-ua'][:_QUOTED]}"),)


def apple_privacy(hit: Hit, context: Context) -> Opinion | None:
    """Apple Mail Privacy Protection loads every image of every mail."""
    if hit.kind != OPEN or not program_of(hit.user_agent).apple:
        return None
    lost = before_bounce(hit, context)
    if lost:
        return lost
    said = "Apple Mail loads every image by itself: that the mail arrived is sure, when it was read is not."
    evidence = [Evidence(said, "User-Agent: Mozilla/5.0")]
    if signatures.is_in(hit.address, signatures.APPLE_NETWORKS):
        evidence.append(Evidence("It came from Apple’s network.", f"address {hit.address}"))
    else:
        sentence = "It used the name that only Apple’s privacy protection uses."
        evidence.append(Evidence(sentence, "nothing else in its User-Agent"))
    if context.later is None:
        return UNKNOWN_TIME, 40, tuple(evidence)
    sentence = "Later somebody showed by more that the mail was read."
    return UNKNOWN_TIME, 60, (*evidence, Evidence(sentence, _later(context)))


def scanner_by_name(hit: Hit, context: Context) -> Opinion | None:
    """Mail filters that name themselves."""
    name = program_of(hit.user_agent).scanner
    if not name:
        return None
    sentence = f"A mail filter ({name}) checked it; its user agent says so."
    return SCANNER, 2, (Evidence(sentence, f"User-Agent: {hit.user_agent[:_QUOTED]}"),)


def scanner_by_network(hit: Hit, context: Context) -> Opinion | None:
    """Mail filters that dress up as browsers, in a network that their makers publish."""
    name = networks.filter_of(hit.address)
    if not name:
        return None
    sentence = f"It came from the network of a mail filter ({name})."
    return SCANNER, 3, (Evidence(sentence, f"address {hit.address}"),)


def crawler_by_name(hit: Hit, context: Context) -> Opinion | None:
    """The public list of robots and tools."""
    if not program_of(hit.user_agent).crawler:
        return None
    quoted = hit.user_agent[:_QUOTED]
    sentence = f"The program “{quoted}” is a known robot or tool."
    return CRAWLER, 2, (Evidence(sentence, f"User-Agent: {quoted}"),)


def unknown_program(hit: Hit, context: Context) -> Opinion | None:
    """Neither a browser nor a mail program."""
    if program_of(hit.user_agent).client:
        return None
    quoted = hit.user_agent[:_QUOTED]
    sentence = f"“{quoted}” is no known browser or mail program."
    return CRAWLER, 4, (Evidence(sentence, f"User-Agent: {quoted}"),)


def _later(context: Context) -> str:
    assert context.later
    return f"{context.later.what} {context.later.seconds:.0f} s later"
