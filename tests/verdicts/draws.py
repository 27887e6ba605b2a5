"""Draws mails outside the rules' tables: gateways and programs without a known name, networks in no list.

Each mail is seeded by its name. Nobody has seen these mails, so they are scored apart. They show whether a
rule works beyond what its tables name. What happens in the world, the rounds show.
"""

from __future__ import annotations

import ipaddress
import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from server.ingest.rates import is_mail_proxy
from server.verdicts.networks import network_of
from tests.agents import GMAIL_PROXY
from tests.verdicts.sight import ASSUMED, Mail

EACH = 30  # mails of each kind
_SYLLABLES = ("ba", "dor", "fen", "gal", "kim", "lus", "mor", "nex", "pra", "quo", "ril", "tas", "vel", "zun")
_SYSTEMS = ("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64")
_LANGUAGES = ("en-US,en;q=0.9", "de-DE,de;q=0.9,en;q=0.8", "pt-BR,pt;q=0.9", "pl-PL,pl;q=0.9,en-US;q=0.8")
_PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
_PICTURE = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
Event = dict[str, Any]


@cache
def drawn_mails() -> tuple[Mail, ...]:
    """Return all drawn mails, which are the same in every run."""
    return tuple(_mail(kind, number) for kind in KINDS for number in range(EACH))


def _mail(kind: str, number: int) -> Mail:
    draw, opened = Draw(f"{kind}/{number}"), not kind.startswith("a machine")
    events = sorted(KINDS[kind](draw), key=lambda event: str(event["at"]))
    return {
        "id": f"{kind}/{number}", "source": "", "basis": ASSUMED, "opened": opened,
        "sent_at": draw.sent.isoformat(), "events": events,
    }  # fmt: skip


class Draw:
    """All random choices of one mail."""

    def __init__(self, name: str) -> None:
        self.chance = random.Random(name)
        day = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(days=self.chance.uniform(0, 970))
        self.sent = day.replace(microsecond=0)
        self.language = self.chance.choice(_LANGUAGES)

    def word(self) -> str:
        """A name that nobody has heard."""
        return "".join(self.chance.sample(_SYLLABLES, 3)).capitalize()

    def address(self) -> str:
        """A public address in a network that no list names."""
        while True:
            found = ipaddress.IPv4Address(self.chance.randrange(0x0B000000, 0xDF000000))
            if found.is_global and not network_of(str(found)).kind and not is_mail_proxy(str(found)):
                return str(found)

    def browser(self, *, phone: bool = False) -> str:
        """A browser that was current on the day."""
        day = self.sent.date()
        kind = self.chance.choice(("Chrome", "Edge", "Firefox"))
        chrome = 120 + (day - date(2023, 12, 5)).days // 31
        engine = f"AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome}.0.0.0"
        if phone:
            return f"Mozilla/5.0 (Linux; Android 10; K) {engine} Mobile Safari/537.36"
        system = self.chance.choice(_SYSTEMS)
        if kind == "Firefox":
            version = 121 + (day - date(2023, 12, 19)).days // 29
            return f"Mozilla/5.0 ({system}; rv:{version}.0) Gecko/20100101 Firefox/{version}.0"
        return f"Mozilla/5.0 ({system}) {engine} Safari/537.36" + (f" Edg/{chrome}.0.0.0" * (kind == "Edge"))

    def client(self, agent: str, owner: str, truth: str, **headers: str) -> Event:
        """A client with a browser's headers, in a network of its own."""
        sent = {"accept-language": self.language, "accept-encoding": "gzip, deflate, br, zstd"} | headers
        return {
            "address": self.address(), "user_agent": agent, "network": owner, "truth": truth,
            "headers": {name: value for name, value in sent.items() if value},
        }  # fmt: skip

    def person(self, *, phone: bool = False) -> Event:
        """A person with a current browser, at home."""
        owner = f"{self.word()} {self.chance.choice(('Telecom', 'Broadband', 'Kabel GmbH', 'Fibra'))}"
        return self.client(self.browser(phone=phone), owner, "person")

    def sandbox(self) -> Event:
        """A filter that runs a browser, in a data centre that no list names."""
        owner = f"{self.word()} {self.chance.choice(('Hosting Ltd', 'Cloud Services', 'Servers BV'))}"
        return self.client(self.browser(), owner, "machine")

    def at(self, seconds: float, kind: str, client: Event, link: int = 1) -> Event:
        """An event by a client, that many seconds after sending."""
        is_open = kind == "open"
        fetch = {
            "sec-fetch-dest": "image" if is_open else "document",
            "sec-fetch-mode": "no-cors" if is_open else "navigate",
            "sec-fetch-site": "cross-site",
        }
        headers = {"accept": _PICTURE if is_open else _PAGE} | fetch | client["headers"]
        moment = (self.sent + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
        url = {} if is_open else {"url": f"https://example.com/{link}"}
        return client | {"at": moment, "kind": kind, "headers": headers} | url

    def hours(self) -> float:
        """Some hours after sending, in seconds."""
        return self.chance.uniform(1800, 40_000)


def _named_gateway(draw: Draw) -> Iterator[Event]:
    """A gateway that names itself as no table knows it follows a link, seconds or hours later."""
    word = draw.word()
    name = draw.chance.choice((
        f"Mozilla/5.0 (compatible; {word}MailGuard/3.{draw.chance.randint(0, 9)})",
        f"{word}UrlInspector/2.{draw.chance.randint(0, 9)} (+https://{word.lower()}.example/scanner)",
        f"{word.lower()}-link-checker/1.{draw.chance.randint(0, 9)}",
        f"{word} Security Gateway",
    ))  # fmt: skip
    client = draw.client(name, f"{word} Security", "machine", **{"accept-language": ""})
    start = draw.chance.choice((draw.chance.uniform(2, 90), draw.hours()))
    yield draw.at(start, "open", client)
    yield draw.at(start + draw.chance.uniform(0.5, 20), "click", client)


def _on_delivery(draw: Draw) -> Iterator[Event]:
    """A real browser takes the picture and a link in the same second, on delivery."""
    client, start = draw.sandbox(), draw.chance.uniform(3, 55)
    yield draw.at(start, "open", client)
    yield draw.at(start + draw.chance.uniform(0.05, 0.95), "click", client)


def _again_hours_later(draw: Draw) -> Iterator[Event]:
    """The same, and once more hours later from the same network."""
    yield from _on_delivery(draw)
    client, start = draw.sandbox(), draw.hours()
    yield draw.at(start, "open", client)
    yield draw.at(start + draw.chance.uniform(0.05, 0.8), "click", client, 2)


def _slow_crawl(draw: Draw) -> Iterator[Event]:
    """A sandbox follows all links, one every few seconds."""
    client, at = draw.sandbox(), draw.chance.uniform(5, 300)
    yield draw.at(at, "open", client)
    for link in range(1, draw.chance.randint(4, 7)):
        at += draw.chance.uniform(1.2, 4.5)
        yield draw.at(at, "click", client, link)


def _two_networks(draw: Draw) -> Iterator[Event]:
    """Two networks follow the same link within seconds, with the same browser."""
    first, at = draw.sandbox(), draw.chance.uniform(5, 120)
    second = first | {"address": draw.address()}
    yield draw.at(at, "click", first)
    yield draw.at(at + draw.chance.uniform(0.5, 6), "click", second)


def _tool(draw: Draw) -> Iterator[Event]:
    """A library with a name that no table has, late."""
    agent = f"{draw.word().lower()}-http/{draw.chance.randint(0, 9)}.{draw.chance.randint(0, 9)}"
    client = draw.client(agent, f"{draw.word()} Hosting Ltd", "machine", **{"accept-language": ""})
    yield draw.at(draw.hours(), "click", client | {"headers": {"accept": "*/*"}})


def _reads_and_clicks(draw: Draw) -> Iterator[Event]:
    """A person reads the mail in webmail, and follows a link."""
    client, at = draw.person(), draw.chance.uniform(45, 90_000)
    yield draw.at(at, "open", client)
    yield draw.at(at + draw.chance.uniform(4, 90), "click", client)


def _only_reads(draw: Draw) -> Iterator[Event]:
    """A person reads the mail, at a desk or on a phone."""
    yield draw.at(draw.chance.uniform(90, 200_000), "open", draw.person(phone=draw.chance.random() < 0.5))


def _behind_gmail(draw: Draw) -> Iterator[Event]:
    """Gmail's proxy shows the picture, and the person's own browser follows the link."""
    proxy = draw.client(GMAIL_PROXY, "GOOGLE", "person", **{"accept-language": ""}) | {
        "address": "66.249.84.33"
    }
    at = draw.chance.uniform(30, 50_000)
    yield draw.at(at, "open", proxy | {"headers": {}})
    yield draw.at(at + draw.chance.uniform(5, 60), "click", draw.person(phone=True))


def _rare_program(draw: Draw) -> Iterator[Event]:
    """A mail program that no table has, which says its language."""
    version = f"{draw.chance.randint(1, 9)}.{draw.chance.randint(0, 9)}"
    agent = f"{draw.word()}/{version} ({draw.chance.choice(_SYSTEMS)})"
    client = draw.client(agent, f"{draw.word()} Telecom", "person")
    yield draw.at(draw.chance.uniform(90, 90_000), "open", client | {"headers": {"accept-language": "de"}})


def _after_a_filter(draw: Draw) -> Iterator[Event]:
    """A filter looks on delivery, and the person reads later from another network."""
    yield from _slow_crawl(draw)
    yield from _reads_late(draw)


def _reads_late(draw: Draw) -> Iterator[Event]:
    """A person reads the mail hours later, and follows a link."""
    client, at = draw.person(), draw.hours()
    yield draw.at(at, "open", client)
    yield draw.at(at + draw.chance.uniform(5, 60), "click", client)


KINDS: dict[str, Callable[[Draw], Iterator[Event]]] = {
    "a machine: a gateway with an unheard name": _named_gateway,
    "a machine: picture and link on delivery": _on_delivery,
    "a machine: the same again hours later": _again_hours_later,
    "a machine: all links, slowly": _slow_crawl,
    "a machine: one link from two networks": _two_networks,
    "a machine: a tool without a known name": _tool,
    "a person reads and clicks": _reads_and_clicks,
    "a person only reads": _only_reads,
    "a person behind Gmail": _behind_gmail,
    "a person with a rare program": _rare_program,
    "a person after a filter": _after_a_filter,
}
