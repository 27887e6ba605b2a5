"""The published rules of other open trackers, retold, to be scored on the same mails as ours.

Each rule says which requests it counts as a person's. What a peer does not see, it does not count: some have
no links that they follow. None of them counts a request for the headers alone here, which is in their favour.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import crawleruseragents

from server.lib.net.ip import parse_address
from server.verdicts.sequences import METHOD, moment_of
from tests.verdicts.sight import Mail


@dataclass(frozen=True)
class Request:
    """A request. `agent`: the name as `written`, in lower case; `after`: seconds after sending, or None."""

    kind: str
    url: str
    address: str
    written: str
    agent: str
    at: float
    after: float | None


Rule = Callable[[Request, Sequence[Request], Mail], bool]


def _is_in(address: str, networks: Sequence[str]) -> bool:
    parsed = parse_address(address)
    return parsed is not None and any(parsed in ipaddress.ip_network(each) for each in networks)


def _soon(request: Request, seconds: float) -> bool:
    return request.after is not None and 0 <= request.after < seconds


def every_load(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """Count every load, as trackers do that have no rule."""
    return True


def open_mailtrack(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/cx18121/open-mailtrack packages/server/src/classify.ts, version 1.

    Every load of the image is an open, unless the sender looked at the mail 15 s before to 5 s after.
    """
    views = [moment_of(view["at"]).timestamp() for view in (mail.get("about") or {}).get("viewed") or ()]
    return request.kind == "open" and not any(-5 <= request.at - view <= 15 for view in views)


def mailtracker(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/mbuckingham74/mailtracker app/proxy_detection.py and app/services/tracking.py.

    No load within 5 s, by Apple's or Google's proxies (networks and names), or by Microsoft within 45 s.
    """
    if request.kind != "open" or (request.after is not None and request.after < 5):
        return False
    apple = ("17.0.0.0/8", "104.28.0.0/16")
    google = ("66.102.0.0/20", "66.249.64.0/19", "72.14.192.0/18", "74.125.0.0/16", "209.85.128.0/17")
    if _is_in(request.address, (*apple, *google)):
        return False
    if request.agent.strip() in {"", "mozilla/5.0"} and _is_in(request.address, ["172.224.0.0/12"]):
        return False
    names = "googleimageproxy" in request.agent or "ggpht.com" in request.agent
    if names or ("apple" in request.agent and "mail" in request.agent):
        return False
    browser = any(word in request.agent for word in ("mozilla/5.0", "chrome/", "safari/", "edg/", "firefox/"))
    microsoft = _is_in(request.address, ("51.54.0.0/15", "51.56.0.0/14"))
    return not (browser and microsoft and request.after is not None and 0 <= request.after <= 45)


def personal_mailtrack(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/thesoham2203/personal-mailtrack backend/app/services/tracking/classifier.py.

    A browser's name, no name of a proxy, filter or bot, and not within 1.5 s.
    """
    proxies = (
        *("googleimageproxy", "yahoo! slurp", "barracuda", "mimecast", "proofpoint", "trend micro"),
        *("symantec", "bot", "spider", "crawler", "headless", "python-requests", "curl", "wget"),
        "go-http-client",
    )
    browsers = ("mozilla", "applewebkit", "chrome", "safari", "firefox", "edge")
    if any(word in request.agent for word in proxies) or _soon(request, 1.5):
        return False
    return any(word in request.agent for word in browsers)


def mailtrack(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/MDub3y/mailtrack server/src/services/classifierService.ts, its seed rules.

    Every load of the image, unless within 3 s or by a browser that calls itself Edge/12.246.
    """
    return request.kind == "open" and "edge/12.246" not in request.agent and not _soon(request, 3)


def mautic(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/mautic/mautic/pull/14593 and /pull/12750, Mautic 7 as it is installed.

    No known bot by name. Two of three: within 2 s, an ignored address, an ignored name; both lists are empty.
    """
    return not crawleruseragents.is_crawler(request.written)


def mautic_with_bursts(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """Mautic 7 and a rule on bursts, as https://github.com/mautic/mautic/issues/9798 and /16263 describe it.

    No click that is within 10 s of clicks on two other links, and no load within 10 s of those.
    """
    if not mautic(request, others, mail):
        return False
    near = {each.url for each in others if each.kind != "open" and abs(each.at - request.at) <= 10}
    return len(near) < 3


def crawlers(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/monperrus/crawler-user-agents: every request but those of the listed crawlers."""
    return not crawleruseragents.is_crawler(request.written)


def isbot(request: Request, others: Sequence[Request], mail: Mail) -> bool:
    """https://github.com/omrilotan/isbot, its short pattern for browsers without look-behind."""
    words = ("bot", "crawl", "http", "lighthouse", "scan", "search", "spider")
    return bool(request.agent) and not any(word in request.agent for word in words)


PEERS: dict[str, Rule] = {
    "open-mailtrack": open_mailtrack,
    "mailtracker (mbuckingham74)": mailtracker,
    "personal-mailtrack": personal_mailtrack,
    "mailtrack (MDub3y)": mailtrack,
    "Mautic 7": mautic,
    "Mautic 7 and a rule on bursts": mautic_with_bursts,
    "crawler-user-agents alone": crawlers,
    "isbot alone": isbot,
    "every load counted": every_load,
}


def judged_by(rule: Rule, mails: Sequence[Mail]) -> list[Mail]:
    """Return what a peer says about these mails, in the form of `sightline judge`."""
    return [_judged(rule, mail) for mail in mails]


def _judged(rule: Rule, mail: Mail) -> Mail:
    requests = list(_requests(mail))
    counted = [
        METHOD not in (event.get("headers") or {}) and rule(request, requests, mail)
        for event, request in zip(mail["events"], requests, strict=True)
    ]
    return {"opened": any(counted), "events": [{"counts": each} for each in counted]}


def _requests(mail: Mail) -> Iterator[Request]:
    sent = moment_of(mail["sent_at"]).timestamp() if mail.get("sent_at") else None
    for event in mail["events"]:
        at = moment_of(event["at"]).timestamp()
        agent = event.get("user_agent") or ""
        address, after = event.get("address") or "", None if sent is None else at - sent
        yield Request(event["kind"], event.get("url") or "", address, agent, agent.lower(), at, after)
