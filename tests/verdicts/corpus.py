"""Reads sequences of hits with their true verdicts (sequences/*.toml), and draws variations of them.

A line is `SECONDS KIND CLIENT NETWORK [name=value …] -> VERDICT`, seconds after sending (`60..7200` is drawn,
`+60` is after the hit before),
KIND `open`, `click2` (the second link) or `decoy`, CLIENT a program or `*group` (one sequence for each),
NETWORK one of networks.toml (`office:b` is another address there). Names: headers (a profile), head, mails,
hosting.
"""

from __future__ import annotations

import ipaddress
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from server.messages.kinds import EventKind
from server.verdicts.hits import DECOY_URL, Hit
from server.verdicts.networks import neighbourhood
from server.verdicts.observed import MailContext, ObservedHit, OwnView, observed
from server.verdicts.surroundings import HEAD_MARK

HERE = Path(__file__).parent
SENT = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
# Versions of the half year before SENT: browsers update themselves.
_VERSIONS = {"c": (149, 157), "f": (151, 157), "s": (26, 27), "o": (127, 133), "n": (1, 9)}
_LANGUAGES = (
    "en-US,en;q=0.9",
    "de-DE,de;q=0.8,en;q=0.5",
    "fr-FR,fr;q=0.9",
    "en-GB,en;q=0.9",
    "es,en;q=0.7",
    "ja",
)
_PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_PAGE_LOAD = {"sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
_PICTURE_LOAD = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
_PICTURE = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"


@dataclass(frozen=True)
class Case:
    """One sequence. `wanted`: a verdict for each hit; `person`: whether a person opened or clicked it."""

    name: str
    source: str
    observed: tuple[ObservedHit, ...]
    wanted: tuple[str, ...]
    about: MailContext
    person: bool


@cache
def cases() -> tuple[Case, ...]:
    """Return all sequences, which are the same in every run."""
    return tuple(case for path in sorted((HERE / "sequences").glob("*.toml")) for case in _file(path))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _file(path: Path) -> Iterator[Case]:
    for written in tomllib.loads(path.read_text(encoding="utf-8"))["sequence"]:
        group = next((word[1:] for line in written["hits"] for word in line.split() if word[0] == "*"), "")
        programs = [name for name in _read("clients.toml")[group] if name != "source"] if group else [""]
        for program in programs:
            for number in range(written.get("times", 1)):
                yield _case(written, group, program, number)


def _case(written: dict[str, Any], group: str, program: str, number: int) -> Case:
    name = "/".join(filter(None, (written["name"], program, str(number))))
    draw = _Draw(name)
    lines = [line.replace(f"*{group}", program) for line in written["hits"]]
    made = [draw.hit(place, line) for place, line in enumerate(lines)]
    return Case(
        name,
        written["source"],
        tuple(seen for seen, _ in made),
        tuple(wanted for _, wanted in made),
        draw.about(written),
        written["person"],
    )


class _Draw:
    """All random choices of one sequence, seeded by its name."""

    def __init__(self, name: str) -> None:
        self._chance = random.Random(name)
        self._addresses: dict[str, str] = {}
        self._agents: dict[str, str] = {}
        self._before = 0.0
        self._language = self._chance.choice(_LANGUAGES)

    def hit(self, place: int, line: str) -> tuple[ObservedHit, str]:
        given, wanted = (part.strip() for part in line.split("->"))
        seconds, kind, client, network, *more = given.split()
        extra = dict(each.split("=", 1) for each in more)
        at = int((SENT.timestamp() + self._seconds(seconds)) * 1_000_000)
        what = EventKind.OPEN if kind == EventKind.OPEN else EventKind.CLICK
        agent = self.agent(client)
        headers = self._headers(extra.get("headers", _profile(client)), what)
        if "head" in extra:
            headers[HEAD_MARK] = extra["head"]
        if "ahead" in extra:
            headers["sec-purpose"] = extra["ahead"]
        hit = Hit(
            UUID(int=self._chance.getrandbits(100) << 8 | place), at, what, 1, UUID(int=1), 0,
            _url(kind),
            self.address(network), agent, "", "GET", headers,
        )  # fmt: skip
        owner, mails = extra.get("hosting", ""), int(extra.get("mails", 0))
        return observed(hit, owner, mails, extra.get("correction", "")), wanted

    def about(self, written: dict[str, Any]) -> MailContext:
        """The context of the mail; times are in seconds after the mail was sent."""
        about = written.get("about", {})
        clients = {name: self._client(about[name]) for name in ("own", "learned", "viewer") if name in about}
        moments: dict[str, Any] = {
            f"{name}_at": SENT + timedelta(seconds=about[name])
            for name in ("replied", "bounced")
            if name in about
        }
        viewer = clients.get("viewer", ("", ""))
        return MailContext(
            sent_at=SENT if about.get("reported", True) else None,
            own=frozenset({_like(clients["own"])} if "own" in clients else ()),
            own_addresses=frozenset({clients["own"][0]} if "own" in clients else ()),
            learned={_like(clients["learned"]): about["correction"]} if "learned" in clients else {},
            viewings=tuple(OwnView(SENT + timedelta(seconds=at), *viewer) for at in about.get("viewed", ())),
            **moments,
        )

    def _client(self, given: str) -> tuple[str, str]:
        client, network = given.split()
        return self.address(network), self.agent(client)

    def address(self, name: str) -> str:
        if name not in self._addresses:
            kind = name.split(":", maxsplit=1)[0]
            network = ipaddress.ip_network(self._chance.choice(_read("networks.toml")[kind]))
            place = self._chance.randrange(1, min(network.num_addresses, 2**60) - 1)
            self._addresses[name] = str(network[place])
        return self._addresses[name]

    def agent(self, name: str) -> str:
        if name not in self._agents:
            written = next(group[name] for group in _read("clients.toml").values() if name in group)
            drawn = {letter: self._chance.randint(*span) for letter, span in _VERSIONS.items()}
            self._agents[name] = written.format(**drawn)
        return self._agents[name]

    def _seconds(self, given: str) -> float:
        """`+1..9` is counted from the previous hit."""
        first, _, last = given.removeprefix("+").partition("..")
        drawn = self._chance.uniform(float(first), float(last)) if last else float(first)
        self._before = drawn + (self._before if given.startswith("+") else 0)
        return self._before

    def _headers(self, profile: str, what: str) -> dict[str, str]:
        if profile == "none":
            return {}
        found = {
            "accept": _PAGE if what == EventKind.CLICK else _PICTURE,
            "accept-encoding": "gzip, deflate, br",
        }
        if profile == "script":
            return {"accept": "*/*", "accept-encoding": "gzip, deflate"}
        if profile == "bare":
            return {"accept": "*/*"}
        if profile == "browser":
            found["accept-language"] = self._language
            found |= _PAGE_LOAD if what == EventKind.CLICK else _PICTURE_LOAD
        return found


def _url(kind: str) -> str:
    if kind == "decoy":
        return DECOY_URL
    return "" if kind == EventKind.OPEN else f"https://example.com/{kind.removeprefix(EventKind.CLICK)}"


def _profile(client: str) -> str:
    groups = _read("clients.toml")
    if any(client in groups[name] for name in ("browsers", "yesterday")):
        return "browser"
    return "script" if any(client in groups[name] for name in ("tools", "filters")) else "mail"


def _like(client: tuple[str, str]) -> tuple[str, str]:
    return neighbourhood(client[0]), client[1]
