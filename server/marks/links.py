"""Decides which links of a mail are tracked, and why the others are not.

Pure. The name of the first rule that applies is the reason. extension/lib/links/rules.ts must decide the
same; tests/vectors/links.json tests both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import ada_url

from server.marks import targets
from server.marks.html_tags import SPACE
from server.marks.link_signs import SIGNS, folded, place_of
from server.marks.link_text import is_address

LONGEST_URL: Final = 1350
"""Bytes of UTF-8. The tracked form has at most 1,916 characters behind its prefix, so about 2,000 in all:
older Outlook cuts a link after 2,083 characters."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_HIDDEN = re.compile("[\\s\\\\\ufeff\x00-\x1f\x7f-\x9f]")
_SPACES = re.compile(f"[{SPACE}]+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MailLink:
    """A link in a mail. `url` is decoded, `text` is visible; `quoted` means that it is in quoted text."""

    url: str
    text: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class LinkRules:
    """Which links a person does not want tracked.

    `exclusions`: `example.com` or `example.com/path`. `without`: URLs that the person excluded in this one
    mail. `own_hosts`: the hosts (with port) of this server, whose links are never tracked.
    """

    own_hosts: frozenset[str] = frozenset()
    exclusions: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    phishing_guard: bool = True
    sensitive_guard: bool = True


def why_left(link: MailLink, rules: LinkRules) -> str | None:
    """Return the name of the rule by which a link is not tracked; None if it is tracked."""
    target = _read(link.url)
    if isinstance(target, str):
        return target
    return next((name for name, applies in _RULES if applies(target, link, rules)), None)


def _read(url: str) -> ada_url.URL | str:
    if not _WEB.match(url):
        return "not-web"
    if _HIDDEN.search(url):
        return "unreadable"
    try:
        parsed, target = ada_url.URL(url), targets.read(url)
    except (ValueError, UnicodeError):
        return "unreadable"
    except targets.Blocked as refused:
        return "inside" if refused.reason == "inside" else "unreadable"
    if parsed.username or parsed.password:
        return "credentials"
    named = target.address or ("." in target.host and not target.host.endswith(".lan"))
    return parsed if named else "inside"


Rule = Callable[[ada_url.URL, MailLink, LinkRules], bool]


def _is_excluded(target: ada_url.URL, _: MailLink, rules: LinkRules) -> bool:
    return any(_covers(entry, target) for entry in rules.exclusions)


def _covers(entry: str, target: ada_url.URL) -> bool:
    bare = _SCHEME.sub("", entry.strip()).removeprefix("*.")
    try:
        excluded = ada_url.URL(f"http://{bare}")
    except (ValueError, UnicodeError):
        return False
    host, path = excluded.hostname, excluded.pathname.rstrip("/")
    if target.hostname != host and not target.hostname.endswith(f".{host}"):
        return False
    return not path or target.pathname == path or target.pathname.startswith(f"{path}/")


def _matching(name: str) -> Rule:
    looks_so = SIGNS[name]
    return lambda target, link, _: looks_so(
        place_of(f"{target.pathname}{target.search}{target.hash}"), folded(_plain(link.text))
    )


def _guarded(name: str) -> Rule:
    matches = _matching(name)
    return lambda target, link, rules: rules.sensitive_guard and matches(target, link, rules)


_FROM_CALENDAR = re.compile(r"/calendar/(?:u/\d+/)?(?:selfsched|appointments|event\?(?:.*&)?eid=)", re.ASCII)
_FROM_DRIVE = re.compile(r"[?&]usp=drive_web(?:&|$)")


def _is_google_card(target: ada_url.URL, _: MailLink, __: LinkRules) -> bool:
    """Return whether Gmail inserts such a link itself, and shows it as a card or with a button to join."""
    match target.hostname:
        case "meet.google.com" | "tel.meet":
            return True
        case "calendar.google.com":
            return bool(_FROM_CALENDAR.match(target.pathname + target.search))
        case "drive.google.com" | "docs.google.com":
            return bool(_FROM_DRIVE.search(target.search))
        case _:
            return False


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("quoted", lambda _, link, __: link.quoted),
    ("own-server", lambda target, _, rules: target.host in rules.own_hosts),
    ("too-long", lambda _, link, __: len(link.url.encode()) > LONGEST_URL),
    ("opted-out", lambda _, link, rules: link.url in rules.without),
    ("excluded", _is_excluded),
    ("unsubscribe", _matching("unsubscribe")),
    ("password-reset", _guarded("password-reset")),
    ("sign-in-link", _guarded("sign-in-link")),
    ("one-time-code", _guarded("one-time-code")),
    ("calendar-answer", _guarded("calendar-answer")),
    ("google-card", _is_google_card),
    (
        "address-as-text",
        lambda target, link, rules: rules.phishing_guard and is_address(_plain(link.text), target.hostname),
    ),
)
