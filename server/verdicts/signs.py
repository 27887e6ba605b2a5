"""Finds small signs that a program that claims to be a browser is not one, or that no person is using it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from server.messages.kinds import CLICK, OPEN
from server.verdicts.browser_age import behind, is_abandoned
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence, tenths
from server.verdicts.hits import Hit
from server.verdicts.signatures import program_of
from server.verdicts.vicinity import system_of

HASTE: dict[str, tuple[tuple[float, int], ...]] = {  # seconds after sending, with the weight of the sign
    CLICK: ((10.0, 2), (60.0, 1)),
    OPEN: ((5.0, 2), (10.0, 1)),
}
# Days for which a newer version had been out, with the weight of the sign on delivery and later: people's
# browsers update themselves, and filters claim to be what they were when they were written.
AGE = ((400, 3, 2), (200, 2, 1), (110, 1, 1))
OLD_DAYS = 200
EARLY_DAYS = 60  # before its release: people try previews
AT_ONCE_SECONDS = 1.5  # between an image and a link: faster than a person reads
DELIVERY_SECONDS = 600.0  # after sending, in which filters try links
QUICK_SECONDS = 1.0  # between an image and a link: no person follows a link this fast, at any time
SWEEP_LINKS, MANY_SWEPT = 3, 4  # different links of one mail within a minute, on delivery
_FETCH_SINCE = re.compile(r"(?:Chrome|Firefox)/(?:9\d|[1-9]\d\d)\.")  # all send Sec-Fetch-* over https
_CHROMIUM = re.compile(r"Chrome/(\d+)")
# Chrome on computers since it sends "0.0.0" instead of its build (chromium.org/updates/ua-reduction), without
# the names of programs that are built on it and still send theirs.
_REDUCED_SINCE = 107
_DESKTOP_CHROME = re.compile(
    r"Mozilla/5\.0 \((?:Windows|Macintosh|X11)[^)]*\) AppleWebKit/537\.36 \(KHTML, like Gecko\)"
    r" Chrome/(\d+)\.(\d+\.\d+\.\d+) Safari/537\.36"
)
_BRANDS = re.compile(r'"([^"]+)"; ?v=')  # Chromium names itself and a made-up brand; others add their own
_ONE_LANGUAGE = re.compile(r"[A-Za-z]{2,3}-[A-Za-z]{2}")
_PLATFORMS = {"Windows": "windows", "Android": "android", "Macintosh": "macos", "CrOS": "chrom"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One small sign. Signs with a total `weight` of four are enough for a verdict (rules/behaviour.py)."""

    weight: int
    evidence: Evidence


NO_LANGUAGE = Sign(2, Evidence(Code.NO_LANGUAGE))
NO_ENCODING = Sign(1, Evidence(Code.NO_ENCODING))
NO_PAGE = Sign(2, Evidence(Code.NO_PAGE))
NO_IMAGE = Sign(2, Evidence(Code.NO_IMAGE))
NO_METADATA = Sign(1, Evidence(Code.NO_METADATA))
BY_SCRIPT = Sign(2, Evidence(Code.BY_SCRIPT))
ONE_LANGUAGE = Sign(1, Evidence(Code.ONE_LANGUAGE))
FULL_VERSION = Sign(1, Evidence(Code.FULL_VERSION))
NO_BRAND = Sign(1, Evidence(Code.NO_BRAND))
CONTRADICTION = Sign(3, Evidence(Code.CONTRADICTION))
UNFAMILIAR = Sign(1, Evidence(Code.UNFAMILIAR))
EARLY = Sign(2, Evidence(Code.EARLY_BROWSER))
UNSEEN = Sign(1, Evidence(Code.UNSEEN))


class _Last:
    """The last answer: several rules ask about one hit. It is set at once, since other threads ask, too."""

    found: tuple[Hit, Context, list[Sign]] | None = None


def of(hit: Hit, context: Context) -> list[Sign]:
    """Return the small signs of `hit`. Headers are judged only if they were stored, and only for browsers."""
    last = _Last.found
    if last and last[0] is hit and last[1] is context:
        return last[2]
    found = _signs(hit, context)
    _Last.found = hit, context, found
    return found


def _signs(hit: Hit, context: Context) -> list[Sign]:
    program, delivery = program_of(hit.user_agent), _is_delivery(hit, context)
    found = list(_headers(hit)) if hit.headers and program.browser else []
    if not program.client:
        found.append(UNFAMILIAR)
    aged = _age(hit, delivery)
    if aged:
        found.append(aged)
    if context.hosting:
        found.append(Sign(2, Evidence(Code.HOSTING, {"name": context.hosting})))
    if hit.kind == CLICK and context.opened is False:
        found.append(UNSEEN)
    if is_abandoned(hit.user_agent, hit.moment.date()):
        found.append(Sign(2 if delivery else 1, Evidence(Code.OLD_SYSTEM)))
    hasty = haste(hit, context)
    return [*found, *_vicinity(hit, context, delivery), *([hasty] if hasty else [])]


def names_languages(hit: Hit) -> bool:
    """Return whether the request names the languages that a person reads: several, or one in order."""
    language = hit.headers.get("accept-language", "").strip()
    return bool(language) and not _ONE_LANGUAGE.fullmatch(language)


def is_browsers(hit: Hit) -> bool:
    """Return whether a browser made the request: others don't name languages, or what the request is for."""
    return "accept-language" in hit.headers or any(name.startswith("sec-") for name in hit.headers)


def is_old(hit: Hit) -> bool:
    """Return whether a browser should have been updated long before the hit."""
    days = behind(hit.user_agent, hit.moment.date())
    return days is not None and days >= OLD_DAYS


def _age(hit: Hit, delivery: bool) -> Sign | None:
    """Return the sign that a browser was old on the day of the hit, or was not released yet."""
    days = behind(hit.user_agent, hit.moment.date())
    if days is None:
        return None
    if days < -EARLY_DAYS:
        return EARLY
    for least, on_delivery, later in AGE:
        if days >= least:
            code = Code.OLD_BROWSER if least == AGE[0][0] else Code.OUTDATED_BROWSER
            return Sign(on_delivery if delivery else later, Evidence(code))
    return None


def after_sending(hit: Hit, context: Context) -> float | None:
    """Return how many seconds after sending the hit came; None if that is unknown."""
    return (hit.moment - context.sent_at).total_seconds() if context.sent_at else None


def haste(hit: Hit, context: Context) -> Sign | None:
    """Return the sign that the hit was hasty, very soon after sending; None if it was not."""
    after = after_sending(hit, context)
    if after is None:
        return None
    weight = next((weight for seconds, weight in HASTE.get(hit.kind, ()) if after <= seconds), 0)
    return Sign(weight, Evidence(Code.SOON, {"seconds": tenths(after)})) if weight else None


def _is_delivery(hit: Hit, context: Context) -> bool:
    after = after_sending(hit, context)
    return after is not None and after <= DELIVERY_SECONDS


def _vicinity(hit: Hit, context: Context, delivery: bool) -> Iterator[Sign]:
    """Yield the signs that the hits close to this one give."""
    apart = context.picture_and_link
    if apart is not None and (delivery or apart <= AT_ONCE_SECONDS):
        weight = 2 if apart > AT_ONCE_SECONDS else 4 if delivery or apart <= QUICK_SECONDS else 3
        yield Sign(weight, Evidence(Code.PICTURE_AND_LINK, {"seconds": tenths(apart)}))
    if context.other_network_alike is not None:
        yield Sign(3, Evidence(Code.OTHER_NETWORK, {"seconds": tenths(context.other_network_alike)}))
    elif context.other_network is not None:
        yield Sign(2, Evidence(Code.OTHER_NETWORK, {"seconds": tenths(context.other_network)}))
    if context.other_system is not None:
        weight = 3 if delivery else 2
        yield Sign(weight, Evidence(Code.OTHER_SYSTEM, {"seconds": tenths(context.other_system)}))
    if hit.kind == CLICK and delivery and context.swept >= SWEEP_LINKS:
        weight = 4 if context.swept >= MANY_SWEPT else 2 if context.opened else 3
        yield Sign(weight, Evidence(Code.SWEPT, {"links": context.swept}))


def _headers(hit: Hit) -> Iterator[Sign]:
    headers = hit.headers
    embedded = "; wv)" in hit.user_agent  # Android's web views leave out what apps don't ask for
    if "accept-language" not in headers:
        yield replace(NO_LANGUAGE, weight=1) if embedded else NO_LANGUAGE
    # Web filters in offices ask for uncompressed answers, to look into them.
    if "accept-encoding" not in headers and "accept-language" not in headers:
        yield NO_ENCODING
    yield from _disguise(hit)
    if (
        not embedded
        and _FETCH_SINCE.search(hit.user_agent)
        and not any(name.startswith("sec-") for name in headers)
    ):
        yield NO_METADATA
    mode = headers.get("sec-fetch-mode", "")
    if hit.kind != CLICK:
        if mode == "navigate":
            yield NO_IMAGE
        return
    if "text/html" not in headers.get("accept", "text/html" if "accept-language" in headers else ""):
        yield NO_PAGE
    if mode not in ("", "navigate"):
        yield BY_SCRIPT


def _disguise(hit: Hit) -> Iterator[Sign]:
    """Yield the signs that a program imitates a current browser, or is one that runs without a person."""
    if _contradicts_itself(hit):
        yield CONTRADICTION
    chrome = _DESKTOP_CHROME.fullmatch(hit.user_agent)
    if not chrome:
        return
    if int(chrome[1][:4]) >= _REDUCED_SINCE and chrome[2] != "0.0.0":
        yield FULL_VERSION
    if _ONE_LANGUAGE.fullmatch(hit.headers.get("accept-language", "").strip()):
        yield ONE_LANGUAGE
    brands = _BRANDS.findall(hit.headers.get("sec-ch-ua", ""))
    if "Chromium" in brands and len(brands) <= 2 and "X11" not in hit.user_agent:
        yield NO_BRAND


def _contradicts_itself(hit: Hit) -> bool:
    """Return whether the client hints name another version or system than the user agent."""
    brands, platform = hit.headers.get("sec-ch-ua", ""), hit.headers.get("sec-ch-ua-platform", "")
    version = _CHROMIUM.search(hit.user_agent)
    if brands and version and "Chromium" in brands and f'"Chromium";v="{version[1]}"' not in brands:
        return True
    named = _PLATFORMS.get(system_of(hit.user_agent), "")
    return bool(named and platform) and named not in platform.lower()
