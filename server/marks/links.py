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

LONGEST_URL: Final = 1350
"""Bytes of UTF-8. The tracked form has at most 1,916 characters behind its prefix, so about 2,000 in all:
older Outlook cuts a link after 2,083 characters."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_HIDDEN = re.compile("[\\s\\\\\ufeff\x00-\x1f\x7f-\x9f]")
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


_SIGNS: Final = {
    "unsubscribe": (
        (
            r"(?:^|[^a-z])(?:unsubscribe|unsub|opt[-_]?out|abmelden|abbestellen|austragen|desabonne[a-z]*"
            r"|desinscri[a-z]*)(?:[^a-z]|$)"
        ),
        r"unsubscribe|opt[ -]out|abmelden|abbestellen|austragen|désabonner|désinscri",
    ),
    "password-reset": (
        (
            r"(?:reset|forgot|forgotten|change|new|set|recover|lost)[-_/]?(?:your[-_/]?)?pass(?:word|wd)"
            r"|pass(?:word|wd)[-_/]?(?:reset|recovery|change|set)|account[-_/]recovery"
            r"|[?&#](?:reset[-_]?(?:token|key|code)|oobcode)="
        ),
        (
            r"(?:reset|change|set|forgot)[a-z ]{0,12}password|passwort (?:zurücksetzen|ändern|vergessen)"
            r"|mot de passe oublié|réinitialiser"
        ),
    ),
    "sign-in-link": (
        (
            r"magic[-_]?(?:link|login|sign)|(?:sign|log)[-_]?in[-_/](?:link|token|email)|passwordless"
            r"|(?:verify|confirm|activate|validate)[-_/]?(?:your[-_/]?)?(?:e?-?mail|account|address|registration|login)"
            r"|(?:email|account)[-_/](?:verification|confirmation|activation|verify|confirm|activate)"
            r"|[?&#](?:[a-z_-]+[-_])?token=|[?&#]jwt="
        ),
        (
            r"magic link|(?:sign|log)[ -]?in link|anmeldelink|login-link|lien de connexion"
            r"|(?:verify|confirm) your (?:e-?mail|account|address)|e-?mail(?:-adresse)? bestätigen"
            r"|confirmer votre (?:e-?mail|adresse|compte)"
        ),
    ),
    "one-time-code": (
        (
            r"(?:^|[^a-z])(?:otp|totp|2fa|mfa|passcode|one[-_]?time[-_]?(?:code|password|pass|pin|link)"
            r"|(?:security|verification)[-_]?code)(?:[^a-z]|$)"
        ),
        (
            r"one[- ]time (?:code|password|passcode|pin|link)|security code|verification code"
            r"|einmal(?:code|passwort|kennwort)|bestätigungscode|code (?:à usage unique|de vérification)"
        ),
    ),
    "calendar-answer": (
        (
            r"[?&]action=respond(?:&|#|$)|(?:^|[^a-z])rsvp(?:[^a-z]|$)"
            r"|/(?:calendar|meeting|event|invite|invitation)s?/[^?#]*(?:accept|decline|tentative|respond)"
        ),
        r"^rsvp$",
    ),
}
"""Patterns for a URL (path, query and fragment) and for a link's text, both in lower case."""


def _matching(name: str) -> Rule:
    place, text = (re.compile(pattern) for pattern in _SIGNS[name])

    def matches(target: ada_url.URL, link: MailLink, _: LinkRules) -> bool:
        where = f"{target.pathname}{target.search}{target.hash}".lower()
        return bool(place.search(where) or text.search(_plain(link.text).lower()))

    return matches


def _guarded(name: str) -> Rule:
    matches = _matching(name)
    return lambda target, link, rules: rules.sensitive_guard and matches(target, link, rules)


_WEB_ADDRESS = re.compile(r"https?://|(?:^|[^a-z0-9])www\.[^ .]", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"[^ @<>]@[^ @<>]+\.[^ @<>.0-9]{2}")
_BARE_ADDRESS = re.compile(r"""[^ /@:?#<>"'()]+\.[^ ./@:?#<>"'()0-9]{2,}(?:[/:?#][^ ]*)?""")


def _is_address(target: ada_url.URL, link: MailLink, rules: LinkRules) -> bool:
    """Return whether a link's text is an address, which people and phishing filters compare with the target.

    Always False without the phishing guard.
    """
    text = _plain(link.text)
    if not rules.phishing_guard:
        return False
    if _WEB_ADDRESS.search(text) or _MAIL_ADDRESS.search(text):
        return True
    bare = text.rstrip(".,;:!?")
    host = target.hostname.removeprefix("www.")
    words = (re.split("[/?#]", word)[0] for word in bare.lower().split(" "))
    return bool(_BARE_ADDRESS.fullmatch(bare)) or host in words


def _plain(text: str) -> str:
    return " ".join(text.split())


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
    ("address-as-text", _is_address),
)
