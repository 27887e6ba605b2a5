"""Tells the programs of people from those of machines by what a user agent says.

Not a list of all programs: rare ones are recognised by their kind. A user agent speaks for a machine if it
says what only machines do (crawl, check, preview…), names a library for scripts, or says where to reach its
operator. It speaks for a person if it names a mail program, a browser's engine, or a system with a screen.
What does neither is unknown; rules/self_identified.py then asks whether the request names a language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import crawleruseragents
import ua_parser_rs

from server.verdicts.program_names import MAIL_PROGRAMS, SCANNERS, SMALL_BROWSERS
from server.verdicts.program_words import (
    CONTACT,
    DEEDS,
    ENGINES,
    LIBRARIES,
    NOT_ONLY_CRAWLERS,
    SYSTEMS,
)

# Outlook for Windows displays mails with Word, which is believed to make people wait behind a message box
# until every image has loaded completely (docs/live-gmail-checklist.md).
WAITING = ("ms-office", "microsoft office", "microsoft outlook")

# The part of a user agent in which phones name their model; models are called Expanse, Butterfly, ViewSonic….
_MODEL = re.compile(
    r"\((?![^()]*(?:compatible|bot[/-]))(?:[^()]*; ?)?android [^()]*(?:\([^()]*\)[^()]*)*\)", re.IGNORECASE
)


def _matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a text matches one of the patterns.

    Compiled by ua-parser's library, since Python's `re` takes a hundred times as long for so many.
    """
    extract = _extractor((f"(?:{pattern})", "found") for pattern in patterns).extract
    return lambda text: extract(text) is not None


def _words(words: str) -> Callable[[str], bool]:
    return _matcher(f"(?i:{word})" for word in words.split())


def _names(table: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that names the first token of a table with which a word of a text begins."""
    extract = _extractor(
        (rf"(?i:(?:^|[\s;(,/]){re.escape(token)})", name) for token, name in table.items()
    ).extract

    def name(text: str) -> str:
        found = extract(text)
        return found.family if found else ""

    return name


def _extractor(named: Iterable[tuple[str, str]]) -> ua_parser_rs.UserAgentExtractor:
    return ua_parser_rs.UserAgentExtractor((pattern, name, None, None, None, None) for pattern, name in named)


mail_program_of = _names(MAIL_PROGRAMS)
small_browser_of = _names(SMALL_BROWSERS)
_names_engine, _names_system = _words(ENGINES), _words(SYSTEMS)
_says_machine = _words(DEEDS + LIBRARIES + CONTACT)
_is_listed = _matcher(
    each["pattern"]
    for each in crawleruseragents.CRAWLER_USER_AGENTS_DATA
    if each["pattern"] not in NOT_ONLY_CRAWLERS
)


def scanner_of(user_agent: str) -> str:
    """Return the name of the mail filter that the user agent names, or ""."""
    lower = user_agent.lower()
    return next((name for token, name in SCANNERS.items() if token in lower), "")


def is_crawler(user_agent: str) -> bool:
    """Return whether a program says that it is a machine, or is on the public list of crawlers.

    Mail programs and apps for computers (Electron) are on that list by mistake, or for their previews.
    """
    said = _MODEL.sub("()", user_agent) if "ndroid" in user_agent else user_agent
    if _says_machine(said):
        return True
    return _is_listed(said) and "Electron/" not in said and not mail_program_of(user_agent)


def is_client(user_agent: str) -> bool:
    """Return whether a program that is no crawler is a person's: it names a program, engine or system.

    What calls itself Mozilla has to name an engine and a system.
    """
    if mail_program_of(user_agent) or small_browser_of(user_agent):
        return True
    engine, system = _names_engine(user_agent), _names_system(user_agent)
    return engine and system if user_agent[:8].lower() == "mozilla/" else engine or system


def is_hollow(user_agent: str) -> bool:
    """Return whether a program calls itself Mozilla, as browsers do, but names neither engine nor system."""
    return (
        user_agent[:8].lower() == "mozilla/"
        and not (_names_engine(user_agent) or _names_system(user_agent))
        and not (mail_program_of(user_agent) or small_browser_of(user_agent))
    )


def holds_up(user_agent: str) -> bool:
    """Return whether a program makes people wait for an image that loads slowly."""
    lower = user_agent.lower()
    return any(name in lower for name in WAITING)
