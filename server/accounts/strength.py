"""Rejects passwords that are easy to guess: by length, by an estimate, and by a list of breached ones."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from zxcvbn_rs_py import zxcvbn

from server.accounts import breached
from server.accounts.passwords import LONGEST, SHORTEST, normal
from server.accounts.settings import AccountsSettings
from server.lib import clock
from server.lib.i18n import gettext, gettext_noop
from server.lib.settings import ServerSettings, Settings

GUESSES = 8.0  # the power of ten; limits on sign-in allow 360 guesses at an account in an hour
# The estimator holds Python's lock while it works. Its time grows with the length and with the number of
# different signs that can stand for letters: at most these take it 5 ms, all of 100 characters 3 s.
_ESTIMATED, _SIGNS = 40, 10
_SIGN = re.compile(r"[4@8({\[<369&#!1/|0$5+7%2]")
_NEUTRAL = "~"
_DECORATED = re.compile(r"[\W\d_]{0,9}([^\W\d_](?:[ ._-]?[^\W\d_]){3,})[\W\d_]{0,9}")
_WORD_GUESSES = 5.0  # the power of ten
# Popular parts of passwords in German and French; the estimator knows those in English.
_POPULAR = (
    "passwort", "kennwort", "hallo", "sommer", "winter", "herbst", "schatz", "fussball", "geheim",
    "liebe", "schalke", "berlin", "hamburg", "muenchen", "münchen", "deutschland", "willkommen",
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember", "montag", "freitag", "sonntag", "motdepasse", "bonjour", "soleil",
    "frühling", "fruehling", "printemps", "automne", "hiver", "doudou", "chouchou", "amour", "jetaime",
    "marseille", "paris", "france", "bienvenue", "janvier", "fevrier", "février", "mars", "avril",
    "juin", "juillet", "aout", "août", "octobre", "novembre", "decembre", "décembre", "lundi",
    "vendredi", "dimanche",
)  # fmt: skip
_ROWS = ("qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")  # German and French keyboards
_WALKS = tuple(way[:length] for row in _ROWS for way in (row, row[::-1]) for length in range(4, len(row) + 1))
_COMMON = gettext_noop(
    "This password is easy to guess: it is close to a common one. Use four or more words that don’t "
    "belong together."
)
_PATTERN = gettext_noop(
    "Rows of keys, repeats, years and dates are easy to guess. Use four or more words that don’t "
    "belong together."
)
_PERSONAL = gettext_noop(
    "This password is easy to guess from your name, your email address or this server’s name. "
    "Use other words."
)
_BREACHED = gettext_noop(
    "This password has appeared in a data breach, so attackers try it early. "
    "Use one that you use nowhere else."
)
_PATTERNS = ("Rows", "Keyboard", "Repeats", "Sequences", "Years", "Dates")


async def weakness(password: str, settings: Settings, *about: str) -> str | None:
    """Say in a sentence what is wrong with a new password; return None if it is acceptable.

    `about`: the person's name and email address. Raises OSError if the list of breached passwords cannot be
    read.
    """
    plain = normal(password)
    if len(plain) < SHORTEST:
        return gettext(
            "Use at least %(num)s characters. A few words in a row are easy to remember.", num=SHORTEST
        )
    if len(plain) > LONGEST:
        return gettext("Use at most %(num)s characters.", num=LONGEST)
    host = urlsplit(settings[ServerSettings].public_url).hostname or ""
    guessed = await asyncio.to_thread(easy_to_guess, plain, own_words(host, *about), clock.now().year)
    if guessed:
        return gettext(guessed)
    path = settings[AccountsSettings].breached_passwords
    leaked = path is not None and await asyncio.to_thread(breached.is_breached, path, plain)
    return gettext(_BREACHED) if leaked else None


def easy_to_guess(password: str, personal: Sequence[str], year: int) -> str | None:
    """Return why a password is easy to guess, as an English text; None if it is not."""
    text = _bounded(password)
    popular = [*_POPULAR, *_WALKS, *(str(each) for each in range(year - 2, year + 3))]
    found = zxcvbn(text, popular)
    if found.guesses_log10 < GUESSES or _is_decorated_word(text, popular):
        warning = str(found.feedback.warning) if found.feedback else ""
        return _PATTERN if any(name in warning for name in _PATTERNS) else _COMMON
    known = [*popular, *personal]
    if zxcvbn(text, known).guesses_log10 < GUESSES or _is_decorated_word(text, known):
        return _PERSONAL
    return None


def _is_decorated_word(text: str, known: list[str]) -> bool:
    """Return whether the text is something popular with digits and signs around it, such as `Summer2024!`.

    The estimator takes such digits and signs for random, but programs that guess try them first.
    """
    found = _DECORATED.fullmatch(text.lower())
    return found is not None and zxcvbn(found[1], known).guesses_log10 < _WORD_GUESSES


def own_words(*texts: str) -> list[str]:
    """Return the words that anybody would try who knows these names, addresses and hosts."""
    return [*dict.fromkeys(word for text in (*texts, "sightline") for word in _words(text.lower()))]


def _words(text: str) -> Iterable[str]:
    parts = [part for part in re.split(r"[\W_]+", text) if len(part) > 2]
    return [text, text.partition("@")[0], "".join(parts), *parts] if parts else []


def _bounded(password: str) -> str:
    """Return what is estimated of a password: enough to tell, and nothing that takes long."""
    text = password[:_ESTIMATED]
    for sign in sorted(set(_SIGN.findall(text)), key=text.index)[_SIGNS:]:
        text = text.replace(sign, _NEUTRAL)
    return text
