"""Finds small signs that a program that claims to be a browser is not one, or that no person is using it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.messages.kinds import CLICK, OPEN
from server.verdicts.browser_age import behind
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence, tenths
from server.verdicts.hits import Hit
from server.verdicts.signatures import program_of

# A browser is odd if it is so many days behind the current version, or ahead of it: previews are.
OLD_DAYS, EARLY_DAYS = 1200, 90

# By kind of hit: how many seconds after sending a hit is hasty, and the weight of that sign.
HASTE: dict[str, tuple[float, int]] = {CLICK: (30.0, 1), OPEN: (1.0, 3)}


@dataclass(frozen=True, slots=True)
class Sign:
    """One small sign. Signs with a total `weight` of four are enough for a verdict (rules/behaviour.py)."""

    weight: int
    evidence: Evidence


NO_LANGUAGE = Sign(1, Evidence(Code.NO_LANGUAGE))
NO_ENCODING = Sign(1, Evidence(Code.NO_ENCODING))
NO_PAGE = Sign(1, Evidence(Code.NO_PAGE))
BY_SCRIPT = Sign(2, Evidence(Code.BY_SCRIPT))
OLD = Sign(1, Evidence(Code.OLD_BROWSER))
EARLY = Sign(1, Evidence(Code.EARLY_BROWSER))
UNSEEN = Sign(1, Evidence(Code.UNSEEN))


def of(hit: Hit, context: Context) -> list[Sign]:
    """Return the small signs of `hit`. Headers are judged only if they were stored, and only for browsers."""
    found = list(_headers(hit)) if hit.headers and program_of(hit.user_agent).browser else []
    age = behind(hit.user_agent, hit.moment.date()) if hit.kind == CLICK else None
    if age is not None and not -EARLY_DAYS <= age <= OLD_DAYS:
        found.append(OLD if age > 0 else EARLY)
    if context.hosting:
        found.append(Sign(3, Evidence(Code.HOSTING, {"name": context.hosting})))
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
    """Return the sign that the hit was hasty, very soon after sending; None if it was not."""
    if context.sent_at is None or hit.kind not in HASTE:
        return None
    seconds, weight = HASTE[hit.kind]
    after = (hit.moment - context.sent_at).total_seconds()
    return Sign(weight, Evidence(Code.SOON, {"seconds": tenths(after)})) if after <= seconds else None
