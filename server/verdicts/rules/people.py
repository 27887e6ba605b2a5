"""Rules that find people: by proxies that fetch on display, such as Gmail's, and by people's own programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import Network
from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.verdicts import signatures, signs
from server.verdicts.context import Context, LaterSign
from server.verdicts.evidence import Code, Evidence, tenths
from server.verdicts.hits import Hit
from server.verdicts.rules.behaviour import SOON_TO_SHOW, repeat
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion

# What makes certain has to be a person's pace: sandboxes that draw the mail follow links for a minute or so.
PACE_SECONDS = 20.0  # from an open to a click
RETURN_SECONDS = 600.0  # after which the same client again is a person who came back
DELIVERY_SECONDS = 3600.0  # after sending, in which most scanners come

DESKTOP_SECONDS = 900.0  # after sending, before which what comes from a data centre is a filter's
DESKTOP_PACE = 30.0  # seconds from an image to a link
DISPLAY_SECONDS = 120.0  # after sending: filters check a message as it arrives

_LATER: Mapping[str, Code] = {
    "click": Code.LATER_CLICK,
    "open": Code.LATER_OPEN,
    "reply": Code.LATER_REPLY,
}


def proxy_on_display(hit: Hit, context: Context) -> Opinion | None:
    """Match opens through proxies that fetch an image when somebody looks at the mail."""
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or hit.kind != OPEN:
        return None
    evidence = [Evidence(Code.PROXY, {"proxy": proxy.key}), Evidence(Code.PROXY_HIDES)]
    score = 80
    if proxy.networks and not _may_be_in(hit.address, proxy.networks):
        evidence.append(Evidence(Code.PROXY_NETWORK))
        score = 60
    ahead = Evidence(Code.PROXY_EARLY, {"proxy": proxy.key})
    return _displayed(hit, context, evidence, score, ahead)


def _may_be_in(address: str, networks: Sequence[Network]) -> bool:
    return identifies_nobody(address) or signatures.is_in(address, networks)


def provider_display(hit: Hit, context: Context) -> Opinion | None:
    """Match images that a mail provider's network loads, whatever program it pretends to be.

    Mail.ru's proxy called itself Chrome 32 (mssola/user_agent#54). A mail program there is its own user's.
    """
    if hit.kind != OPEN or not context.provider or program_of(hit.user_agent).mail:
        return None
    name = {"name": context.provider}
    evidence = [Evidence(Code.PROVIDER_DISPLAY, name), Evidence(Code.PROXY_HIDES)]
    return _displayed(hit, context, evidence, 65, Evidence(Code.PROVIDER_EARLY, name))


def microsoft_display(hit: Hit, context: Context) -> Opinion | None:
    """Match images that Microsoft loads long after delivery, and without following a link.

    Outlook.com and Outlook on the web show images through Microsoft's network to people (warmbly#412), from
    which Microsoft also checks messages, mostly on delivery, and often with old browsers (gophish#2357).
    """
    after, network = signs.after_sending(hit, context), context.hosting or context.filter
    if hit.kind != OPEN or after is None or after < DISPLAY_SECONDS or "microsoft" not in network.lower():
        return None
    if context.beside_scanner or context.caught or context.picture_and_link is not None:
        return None
    if signs.is_old(hit) and signs.is_browsers(hit):  # Outlook's own proxy only borrows a browser's name
        return None
    evidence = [Evidence(Code.DISPLAY_OR_FILTER, {"name": network})]
    return before_bounce(hit, context) or repeat(hit, context) or _likely(50, evidence, context)


def cloud_desktop(hit: Hit, context: Context) -> Opinion | None:
    """Match people whose computer, or their company's way out, is in a data centre.

    They are told from filters by their pace, long after delivery, and by the languages that they read.
    """
    after = signs.after_sending(hit, context)
    if not context.hosting or after is None or after < DESKTOP_SECONDS or signs.is_old(hit):
        return None
    if context.caught or not _has_pace(hit, context) or not signs.names_languages(hit):
        return None
    evidence = [Evidence(Code.HOSTING, {"name": context.hosting}), Evidence(Code.PACE)]
    return before_bounce(hit, context) or repeat(hit, context) or _likely(45, evidence, context)


def _has_pace(hit: Hit, context: Context) -> bool:
    """Return whether the same client loaded the image late, and followed a link half a minute after that."""
    after = signs.after_sending(hit, context)
    if context.pace is None or context.pace < DESKTOP_PACE or after is None:
        return False
    return hit.kind != CLICK or after - context.pace >= DESKTOP_SECONDS


def direct_client(hit: Hit, context: Context) -> Opinion:
    """Match all hits that no earlier rule matched: those caused by browsers and mail programs.

    Small signs of a machine lower the score. It is certain that it was a person only if another sign of the
    same client confirms it, or if the hit came so late that delivery is long over.
    """
    lost = before_bounce(hit, context)
    if lost:
        return lost
    small = signs.of(hit, context)
    code = Code.DIRECT_CLICK if hit.kind == CLICK else Code.DIRECT_OPEN
    evidence = [Evidence(code), *(sign.evidence for sign in small)]
    if context.own:
        evidence.append(Evidence(Code.OWN_NETWORK))
    weight = sum(sign.weight for sign in small) + 2 * bool(context.own)
    # Browsers leave out these details on plain http, so their lack does not tell whether a person was there.
    confirmed = _confirmation(hit, context, weight - (signs.NO_METADATA in small) * signs.NO_METADATA.weight)
    if weight < 2 and confirmed:
        evidence.append(Evidence(confirmed))
        return Opinion(VerdictKind.PERSON, 90 - 5 * weight, tuple(evidence), unsettled=True)
    if weight < 2 and _support(context) is None:
        evidence.append(Evidence(Code.UNCONFIRMED))
    return _likely(75 - 5 * weight, evidence, context)


def _displayed(hit: Hit, context: Context, evidence: list[Evidence], score: int, ahead: Evidence) -> Opinion:
    """Return the opinion about an image that is loaded on behalf of a reader.

    `ahead`: the evidence if it is loaded so early that nobody has seen it.
    """
    otherwise = repeat(hit, context) or before_bounce(hit, context)
    if otherwise:
        return otherwise
    if _too_soon_to_see(hit, context):
        soon = Evidence(Code.SOON, {"seconds": tenths(signs.after_sending(hit, context) or 0)})
        if context.later is None:
            return Opinion(VerdictKind.PREFETCH, 20, (ahead, soon), unsettled=True)
        evidence.append(soon)
        score -= 10
    return _likely(score, evidence, context)


def _confirmation(hit: Hit, context: Context, weight: int) -> Code | None:
    """Return what makes certain that a person was there; None if nothing does."""
    later = context.later
    if later and later.same:
        clicked = hit.kind == OPEN and later.what == CLICK and later.seconds >= PACE_SECONDS
        if clicked or later.until >= RETURN_SECONDS:
            return Code.SAME_LATER
    if context.returned:
        return Code.SAME_BEFORE
    if later and later.replied:
        return Code.LATER_REPLY
    if context.displayed and hit.kind == CLICK and not weight:
        return Code.DISPLAYED_BEFORE
    after = signs.after_sending(hit, context)
    late = after is not None and after >= DELIVERY_SECONDS
    return Code.LONG_AFTER if late and not weight else None


def _too_soon_to_see(hit: Hit, context: Context) -> bool:
    after = signs.after_sending(hit, context)
    return after is not None and after <= SOON_TO_SHOW


def _likely(score: int, evidence: list[Evidence], context: Context) -> Opinion:
    """Return the opinion that a person is likely; a later sign raises the score."""
    later = _support(context)
    if later is None:
        return Opinion(VerdictKind.LIKELY_PERSON, score, tuple(evidence), unsettled=True)
    surer = (*evidence, Evidence(_LATER[later.what]))
    return Opinion(VerdictKind.LIKELY_PERSON, min(score + 12, 99), surer, unsettled=True)


def _support(context: Context) -> LaterSign | None:
    """Return the later sign, unless it is the same client within seconds: machines do that, too."""
    later = context.later
    hasty = later is not None and later.same and later.until < PACE_SECONDS and not later.replied
    return None if hasty else later
