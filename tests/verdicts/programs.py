"""Measures how well programs are recognised, with collections that the project neither wrote nor holds.

`python -m tests.verdicts.programs FOLDER` reads checkouts of the repositories that COLLECTIONS names, each in
a folder of FOLDER with the repository's own name. It prints, for each collection, how many of people's
programs are called machines, or how many machines are called people. `--list NAME` prints these.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from server.messages.kinds import OPEN, VerdictKind
from server.verdicts.classify import classify
from server.verdicts.context import Context
from server.verdicts.hits import Hit, new_id
from server.verdicts.signatures import program_of

PEOPLE, MACHINES = "people", "machines"
_AT = 1_790_000_000_000_000
_LANGUAGE = {"accept-language": "en-GB,en;q=0.8", "accept-encoding": "gzip", "accept": "*/*"}
_YAML = r"^\s+user_agent: (.+)$"
_ITEM = r"^  - (.+)$"
_UAP = r"^\s*-? ?user_agent_string: (.+)$"
_HEADERS = r"^\s+headers: .?User-Agent: (.+)$"
_DETECTOR = "device-detector/Tests"
_WHICH = "Parser-PHP/tests/data"


@dataclass(frozen=True)
class Collection:
    """Some user agents of people's programs, or of machines. `group` 1 of `line` is the user agent."""

    name: str
    kind: str
    files: str
    line: str


COLLECTIONS = (
    Collection("matomo mail programs", PEOPLE, f"{_DETECTOR}/Parser/Client/fixtures/pim.yml", _YAML),
    Collection("matomo browsers", PEOPLE, f"{_DETECTOR}/Parser/Client/fixtures/browser.yml", _YAML),
    Collection("matomo apps", PEOPLE, f"{_DETECTOR}/Parser/Client/fixtures/mobile_app.yml", _YAML),
    Collection("matomo phones of old", PEOPLE, f"{_DETECTOR}/fixtures/feature_phone.yml", _YAML),
    Collection("matomo televisions", PEOPLE, f"{_DETECTOR}/fixtures/tv*.yml", _YAML),
    Collection("matomo consoles", PEOPLE, f"{_DETECTOR}/fixtures/console.yml", _YAML),
    Collection("matomo desktops", PEOPLE, f"{_DETECTOR}/fixtures/desktop*.yml", _YAML),
    Collection("matomo smartphones", PEOPLE, f"{_DETECTOR}/fixtures/smartphone*.yml", _YAML),
    Collection("isbot browsers", PEOPLE, "isbot/fixtures/browsers.yml", _ITEM),
    Collection("uap browsers", PEOPLE, "uap-core/test_resources/firefox_user_agent_strings.yaml", _UAP),
    Collection("uap phones of old", PEOPLE, "uap-core/test_resources/opera_mini*.yaml", _UAP),
    Collection("whichbrowser mail", PEOPLE, f"{_WHICH}/mobile/app-email.yaml", _HEADERS),
    Collection("whichbrowser text", PEOPLE, f"{_WHICH}/desktop/browser-text.yaml", _HEADERS),
    Collection("whichbrowser desktops", PEOPLE, f"{_WHICH}/desktop/*.yaml", _HEADERS),
    Collection("whichbrowser phones", PEOPLE, f"{_WHICH}/mobile/*.yaml", _HEADERS),
    Collection("whichbrowser televisions", PEOPLE, f"{_WHICH}/television/*.yaml", _HEADERS),
    Collection("whichbrowser others", PEOPLE, f"{_WHICH}/[egpt]*[!ns]/*.yaml", _HEADERS),
    Collection("matomo bots", MACHINES, f"{_DETECTOR}/fixtures/bots.yml", _YAML),
    Collection("matomo libraries", MACHINES, f"{_DETECTOR}/Parser/Client/fixtures/library.yml", _YAML),
    Collection("isbot crawlers", MACHINES, "isbot/fixtures/crawlers.yml", _ITEM),
    Collection("crawler-detect", MACHINES, "Crawler-Detect/tests/data/user_agent/crawlers.txt", r"^(.+)$"),
    Collection("whichbrowser bots", MACHINES, f"{_WHICH}/bots/generic.yaml", _HEADERS),
)


def agents_of(folder: Path, collection: Collection) -> list[str]:
    """Return the user agents of a collection, each once, in order."""
    found: dict[str, None] = {}
    for path in sorted(folder.glob(collection.files)):
        text = path.read_text(encoding="utf-8", errors="replace")
        found |= dict.fromkeys(_plain(each) for each in re.findall(collection.line, text, re.MULTILINE))
    return [agent for agent in found if agent]


def _plain(written: str) -> str:
    return written.strip().strip("'\"").replace("''", "'").replace('\\"', '"')[:1024]


def is_machine(agent: str, headers: dict[str, str]) -> bool:
    """Return whether an open an hour after sending is called a machine's."""
    hit = Hit(new_id(_AT), _AT, OPEN, 1, new_id(_AT), 0, "", "93.184.216.9", agent, "", "GET", headers)
    verdict = classify(hit, Context(sent_at=hit.moment - timedelta(hours=1)))
    return verdict.kind in (VerdictKind.CRAWLER, VerdictKind.SCANNER)


def wrong(agents: list[str], kind: str, headers: dict[str, str]) -> list[str]:
    """Return the user agents that are called the other kind."""
    return [agent for agent in agents if is_machine(agent, headers) != (kind == MACHINES)]


def lines(folder: Path) -> Iterator[str]:
    """Return one line for each collection: its size, and how much of it is called the other kind."""
    yield f"{'collection':<26}{'kind':<10}{'agents':>7}{'wrong, no language':>20}{'with language':>15}"
    for each in COLLECTIONS:
        agents = agents_of(folder, each)
        if agents:
            shares = [100 * len(wrong(agents, each.kind, given)) / len(agents) for given in ({}, _LANGUAGE)]
            yield f"{each.name:<26}{each.kind:<10}{len(agents):>7}{shares[0]:>19.1f}%{shares[1]:>14.1f}%"


def nanoseconds(folder: Path) -> float:
    """Return how much processor time `program_of` takes for an agent that it has not seen."""
    agents = [agent for each in COLLECTIONS for agent in agents_of(folder, each)][::7][:4000]
    program_of("warm")
    program_of.cache_clear()
    start = time.process_time_ns()
    for agent in agents:
        program_of(agent)
    return (time.process_time_ns() - start) / max(len(agents), 1)


def main() -> None:
    """Print the table, or the wrong agents of one collection."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", default="", help="print the wrong user agents of this collection")
    parser.add_argument("--language", action="store_true", help="with --list: the hits carry a language")
    given = parser.parse_args()
    for each in COLLECTIONS:
        if each.name == given.list:
            headers = _LANGUAGE if given.language else {}
            print("\n".join(wrong(agents_of(given.folder, each), each.kind, headers)))
    if not given.list:
        print("\n".join(lines(given.folder)))
        print(f"{nanoseconds(given.folder):,.0f} ns for a user agent that was not seen before")


if __name__ == "__main__":
    main()
