"""Decides whether a link's text is an address, which people and mail filters compare with the target. Pure.

extension/lib/links/address.ts decides the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import ada_url
from publicsuffixlist import PublicSuffixList

_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]")
_DOTS = re.compile("[。．｡]")  # a dot in a host name, too
_WEB_ADDRESS = re.compile(r"https?://|(?:^|[^a-z0-9])www\.[^ .]", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"[^ @<>]@[^ @<>]+\.[^ @<>.0-9]{2}")
_AROUND = "[ \"'„“”‚‘’«»‹›()\\[\\]{}<>,;!|…=–—]"
_WORD_ENDS = re.compile(f"(?:{_AROUND}|[/?@:#])+")
_ENDS = re.compile(rf"\A(?:{_AROUND}|[.?:])+|(?:{_AROUND}|[.?:])+\Z")
_ONE_WORD = re.compile(r"""[^ /@:?#<>"'()]+\.[^ ./@:?#<>"'()]{2,}(?:[/:?#][^ ]*)?""")
_NAME = re.compile(r"[a-z0-9_.-]+")
_ALSO_FILES: Final = frozenset(
    ("ai", "cc", "md", "mk", "ml", "mov", "pl", "ps", "py", "rs", "sh", "so", "tf", "zip")
)
"""Top-level domains that more often end the name of a file."""


def is_address(text: str, hostname: str) -> bool:
    """Return whether `text` is an address, or contains the name of the target's host.

    `hostname`: the target's, as a browser spells it.
    """
    shown = _DOTS.sub(".", _INVISIBLE.sub("", text))
    if _WEB_ADDRESS.search(shown) or _MAIL_ADDRESS.search(shown):
        return True
    if "." not in shown:
        return False
    host = hostname.removesuffix(".").removeprefix("www.")
    if any(_is_near(_name(word), host) for word in _WORD_ENDS.split(shown) if "." in word):
        return True
    bare = _ENDS.sub("", shown)
    return bool(_ONE_WORD.fullmatch(bare)) and _is_public(_name(re.split("[/:?#]", bare, maxsplit=1)[0]))


def _name(word: str) -> str:
    """Return the host name that `word` is, as a browser spells it; empty if it cannot be one."""
    low = word.strip(".-").lower()
    if not low.isascii():
        try:
            low = ada_url.URL(f"http://{low}").hostname
        except (ValueError, UnicodeError):
            return ""
    return low.removeprefix("www.") if _NAME.fullmatch(low) else ""


def _is_near(name: str, host: str) -> bool:
    """Return whether one of both names is the other, or lies below it."""
    return "." in name and (name == host or host.endswith(f".{name}") or name.endswith(f".{host}"))


def _is_public(name: str) -> bool:
    ending = name.rpartition(".")[2]
    return bool(name) and ending not in _ALSO_FILES and _domains().publicsuffix(f"a.{ending}") is not None


@cache
def _domains() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False, only_icann=True)
