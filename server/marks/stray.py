"""Reads marks whose URLs came back with stray characters, as mail programs and scanners leave them. Pure.

A link at the end of a sentence takes the full stop with it, a forwarded one a bracket, a zero-width space or
the rest of an encoding, and advertising adds a query. The signature decides which part was the token.
extension/gmail/sending/tokens.ts reads tokens in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote_plus

from server.marks.targets import RedirectTarget, query_of, with_query

_TOKEN = re.compile(r"[\w-]*", re.ASCII)
# `=` ends a line in quoted-printable. JavaScript's `\s` is another one, so the set is written out in both.
_BREAKS = re.compile(r"=?[\t-\r \x85\xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")
_ODD_ENDS: Final = "-_"
_MOST_ODD: Final = 3
_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_PICTURE = re.compile(rf"/p/[^/]+/(?:r/)?[\w-]{{20,}}|/(?:p|track/open)/{_UUID}", re.ASCII | re.IGNORECASE)
_BEFORE = re.compile(r"\A/[^/]*/[^/]*/[\w-]*", re.ASCII)
_BEHIND = re.compile(
    r"(?:%(?!3f|26)[0-9a-f]{2}|[^\w?&%]){0,12}(?:[?&]|%3f|%26)(?:amp;)?(.+)", re.ASCII | re.IGNORECASE
)
_PARAMETER = re.compile(
    r"(?:amp;)*([a-z_][\w.~%+\[\]-]*)=([\w.~%+!$'()*,;:@/?=-]*)", re.ASCII | re.IGNORECASE
)
_JOINTS = re.compile("[&;]")  # older servers take `;` for `&`


def spellings(text: str) -> Iterator[str]:
    """Yield the tokens that `text`, which begins with one, may contain; the likeliest come first.

    A token ends where a character cannot belong to it. Otherwise `text` may have been broken into lines, be
    followed by `-` or `_`, or lack such an end, which some mail programs leave out of a link.
    """
    first = _leading(text)
    broken = _BREAKS.match(text[len(first) : len(first) + 2]) is not None
    for token in dict.fromkeys((first, _leading(_BREAKS.sub("", text)) if broken else first)):
        yield token
        bare = len(token.rstrip(_ODD_ENDS))
        yield from (token[:end] for end in range(len(token) - 1, max(bare, len(token) - _MOST_ODD) - 1, -1))
        if len(token) % 4 == 3:
            yield from (token + end for end in _ODD_ENDS)


def picture_path(path: str) -> str | None:
    """Return the part of an image's path that names it, without its file ending; None if there is none."""
    found = _PICTURE.match(path)
    return found[0] if found else None


def location(target: RedirectTarget, raw_path: bytes, raw_query: bytes) -> str:
    """Return where a tracked link leads: to its target, with the query that was added to the tracked form.

    `raw_path` and `raw_query` are as received.
    """
    if not raw_query and b"&" not in raw_path and b"%" not in raw_path:
        return target.location
    added = query_behind(raw_path, raw_query, query_of(target))
    return with_query(target, added).location if added else target.location


def query_behind(raw_path: bytes, raw_query: bytes, own_query: str) -> str:
    """Return the query that somebody added to a tracked link, with or without its question mark.

    What is no parameter is left out, and so is what `own_query`, the query of the target, already has under a
    name that some server takes for the same: nobody may change that from outside.
    """
    behind = _BEHIND.fullmatch(_BEFORE.sub("", raw_path.decode("ascii", "replace")))
    added = [behind[1] if behind else "", raw_query.decode("ascii", "replace")]
    kept = _names(own_query)
    found = (_PARAMETER.match(each) for text in added for each in text.split("&"))
    parameters = (f"{each[1]}={each[2]}" for each in found if each)
    return "&".join(each for each in parameters if kept.isdisjoint(_names(each)))


def _names(query: str) -> frozenset[str]:
    """Return the names in a query. What servers take for the same name is the same: `A[]`, `a[0]` and `a`."""
    return frozenset(_name(each.partition("=")[0]) for each in _JOINTS.split(query)) - {""}


def _name(spelt: str) -> str:
    # ASP.NET ignores case; PHP keeps `a[0]` in `a`, and takes `a.b` and `a b` for `a_b`.
    bare = unquote_plus(spelt).casefold().strip()
    return re.sub(r"[. ]", "_", bare.partition("[")[0])


def _leading(text: str) -> str:
    found = _TOKEN.match(text)
    return found[0] if found else ""
