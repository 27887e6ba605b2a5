"""Those that are left: somebody’s proxy, or somebody’s own program."""

from __future__ import annotations

from server.verdicts import signatures, signs
from server.verdicts.context import Context
from server.verdicts.hits import CLICK, OPEN, Hit
from server.verdicts.rules.behaviour import repeat
from server.verdicts.rules.sender import before_bounce
from server.verdicts.signatures import program_of
from server.verdicts.verdict import LIKELY_PERSON, PERSON, Evidence, Opinion

_LATER = {
    "click": "Later somebody followed a link of it, which makes this surer.",
    "open": "Later somebody loaded its picture with a program of their own, which makes this surer.",
    "reply": "Later somebody answered it, which makes this surer.",
}


def proxy_on_display(hit: Hit, context: Context) -> Opinion | None:
    """A proxy that fetches when somebody looks."""
    proxy = program_of(hit.user_agent).proxy
    if proxy is None or hit.kind != OPEN:
        return None
    otherwise = repeat(hit, context) or before_bounce(hit, context)
    if otherwise:
        return otherwise
    said = f"{proxy.name}: somebody displayed the mail in {proxy.shown_in}."
    evidence = [
        Evidence(said, f"User-Agent: {proxy.token}"),
        Evidence("Their device and place stay unknown.", "fetched by a proxy"),
    ]
    score = 80
    if proxy.networks and not signatures.is_in(hit.address, proxy.networks):
        sentence = "It did not come from a network that this proxy is known for."
        evidence.append(Evidence(sentence, f"address {hit.address}"))
        score = 60
    hasty = signs.haste(hit, context)
    if hasty:
        evidence.append(Evidence(hasty.sentence, hasty.fact))
        score -= 10 * hasty.weight
    return _raised(LIKELY_PERSON, score, evidence, context)


def direct_client(hit: Hit, context: Context) -> Opinion:
    """A browser or mail program of somebody's; surer when more speaks for it."""
    lost = before_bounce(hit, context)
    if lost:
        return lost
    if hit.kind == CLICK:
        sentence = "A browser or mail program followed the link directly, without a proxy in between."
    else:
        sentence = "A browser or mail program loaded the image directly, without a proxy in between."
    evidence = [Evidence(sentence, f"User-Agent: {hit.user_agent[:80]}")]
    small = signs.of(hit, context)
    evidence += [Evidence(sign.sentence, sign.fact) for sign in small]
    if context.own == "network":
        evidence.append(Evidence("It came from a network that you use, too.", f"address {hit.address}"))
    weight = sum(sign.weight for sign in small) + 2 * (context.own == "network")
    if weight >= 2:
        return _raised(LIKELY_PERSON, 70 - 5 * weight, evidence, context)
    return _raised(PERSON, 90 - 5 * weight, evidence, context)


def _raised(kind: str, score: int, evidence: list[Evidence], context: Context) -> Opinion:
    """Surer, since a person showed up later; what kind of client it was stays as it is."""
    later = context.later
    if later is None or kind == PERSON:
        return kind, score, tuple(evidence)
    sentence = _LATER.get(later.what, "Later somebody showed up, which makes this surer.")
    return (
        kind,
        min(score + 12, 99),
        (*evidence, Evidence(sentence, f"{later.what} {later.seconds:.0f} s later")),
    )
