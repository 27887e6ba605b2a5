"""Small signs that a program which calls itself a browser is none, or that nobody sits before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.verdicts.context import Context
from server.verdicts.hits import CLICK, OPEN, Hit
from server.verdicts.signatures import program_of

# So many seconds after sending, and what it weighs.
HASTE = {CLICK: (30.0, 1), OPEN: (1.0, 3)}


@dataclass(frozen=True, slots=True)
class Sign:
    """One of them. `weight`: four in all are enough."""

    weight: int
    sentence: str
    fact: str


NO_LANGUAGE = Sign(1, "It said no language, as browsers always do.", "no Accept-Language")
NO_ENCODING = Sign(1, "It took no compressed answer, as browsers always do.", "no Accept-Encoding")
NO_PAGE = Sign(
    1, "It did not ask for a page, as browsers do when a link is followed.", "Accept without text/html"
)
BY_SCRIPT = Sign(2, "A script asked for it, not a person’s click.", "Sec-Fetch-Mode is not navigate")
OLD = Sign(1, "It called itself a browser so old that hardly anybody has it.", "version in User-Agent")
UNSEEN = Sign(1, "The link was followed before any picture was loaded.", "no open before")


def of(hit: Hit, context: Context) -> list[Sign]:
    """Those of `hit`. Headers are judged only where they were kept, and of browsers only."""
    found = list(_headers(hit)) if hit.headers and program_of(hit.user_agent).browser else []
    if program_of(hit.user_agent).old and hit.kind == CLICK:
        found.append(OLD)
    if context.hosting:
        sentence = f"It came from a data centre ({context.hosting}), where few people sit."
        found.append(Sign(3, sentence, f"network of {context.hosting}"))
    if hit.kind == CLICK and context.opened is False:
        found.append(UNSEEN)
    hasty = haste(hit, context)
    return [*found, hasty] if hasty else found


def _headers(hit: Hit) -> Iterator[Sign]:
    headers = hit.headers
    if "accept-language" not in headers:
        yield NO_LANGUAGE
    if "accept-encoding" not in headers:
        yield NO_ENCODING
    if hit.kind != CLICK:
        return
    if "text/html" not in headers.get("accept", ""):
        yield NO_PAGE
    if headers.get("sec-fetch-mode", "navigate") != "navigate":
        yield BY_SCRIPT


def haste(hit: Hit, context: Context) -> Sign | None:
    """Whether it came soon after sending, and what that weighs."""
    if context.sent_at is None or hit.kind not in HASTE:
        return None
    seconds, weight = HASTE[hit.kind]
    after = (hit.moment - context.sent_at).total_seconds()
    if after <= seconds:
        fact = f"sent at {context.sent_at.isoformat()}"
        return Sign(weight, f"It came {after:.1f} s after sending.", fact)
    return None
