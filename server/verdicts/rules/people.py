"""Rules that find people: by proxies that fetch on display, such as Gmail's, and by people's own programs."""

from __future__ import annotations

from collections.abc import Mapping

from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.verdicts import signatures, signs
from server.verdicts.context import Context
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import Hit
from server.verdicts.rules.behaviour import repeat
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Opinion

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
    otherwise = repeat(hit, context) or before_bounce(hit, context)
    if otherwise:
        return otherwise
    evidence = [Evidence(Code.PROXY, {"proxy": proxy.key}), Evidence(Code.PROXY_HIDES)]
    score = 80
    if proxy.networks and not signatures.is_in(hit.address, proxy.networks):
        evidence.append(Evidence(Code.PROXY_NETWORK))
        score = 60
    hasty = signs.haste(hit, context)
    if hasty:
        evidence.append(hasty.evidence)
        score -= 10 * hasty.weight
    return _likely(score, evidence, context)


def direct_client(hit: Hit, context: Context) -> Opinion:
    """Match all hits that no earlier rule matched: those caused by browsers and mail programs.

    Small signs of a machine lower the score.
    """
    lost = before_bounce(hit, context)
    if lost:
        return lost
    small = signs.of(hit, context)
    code = Code.DIRECT_CLICK if hit.kind == CLICK else Code.DIRECT_OPEN
    evidence = [Evidence(code), *(sign.evidence for sign in small)]
    if context.own == "network":
        evidence.append(Evidence(Code.OWN_NETWORK))
    weight = sum(sign.weight for sign in small) + 2 * (context.own == "network")
    if weight >= 2:
        return _likely(70 - 5 * weight, evidence, context)
    return Opinion(VerdictKind.PERSON, 90 - 5 * weight, tuple(evidence))


def _likely(score: int, evidence: list[Evidence], context: Context) -> Opinion:
    """Return the opinion that a person is likely; a later sign raises the score."""
    later = context.later
    if later is None:
        return Opinion(VerdictKind.LIKELY_PERSON, score, tuple(evidence), unsettled=True)
    surer = (*evidence, Evidence(_LATER[later.what]))
    return Opinion(VerdictKind.LIKELY_PERSON, min(score + 12, 99), surer)
