"""Hides passwords in texts that are shown or logged: of errors, and of settings that cannot be used. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

_WORD = re.compile(r"[^\s'\"]*@[^\s'\"]*")
_IN_QUERY = re.compile(r"(?i)((?:password|passwd|pwd|secret|token|sslpassword)=)[^\s&'\"]+")
_SHORTEST = 4  # shorter values are words of every text


def without_password(text: str) -> str:
    """Return `text` without what stands before the @ of URLs, and without passwords in their queries.

    A word with a : or / before its @ is taken for a URL, since people write redis//:PASSWORD@HOST, too.
    """
    return _IN_QUERY.sub(r"\1…", _WORD.sub(_without_login, text))


def _without_login(found: re.Match[str]) -> str:
    before, _, place = found[0].rpartition("@")
    scheme, separator, _ = before.partition("://")
    if separator:
        return f"{scheme}://…@{place}"
    return f"…@{place}" if ":" in before or "/" in before else found[0]


def without(text: str, secrets: Iterable[str | None]) -> str:
    """Return `text` without these secrets, in plain or as in a URL, and without the logins of URLs."""
    spelt = {form for each in secrets if each for form in (each, quote(each), quote(each, safe=""))}
    for each in sorted(spelt, key=len, reverse=True):
        if len(each) >= _SHORTEST:
            text = text.replace(each, "…")
    return without_password(text)
