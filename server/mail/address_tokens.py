"""Splits an address header into tokens, also one that breaks the rules of RFC 5322. Pure, in linear time.

A quote or a parenthesis that is never closed is an ordinary character: whoever writes "Bob :-(" as their name
still has an address. So is a comment in a comment, however deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is. MARK is one of `<`, `>`, `,`, `;` and `:`."""

    ATOM = auto()
    QUOTED = auto()
    ENCODED = auto()
    COMMENT = auto()
    MARK = auto()
    SPACE = auto()


class Token(NamedTuple):
    """A token: its text in the header, and the text that it stands for."""

    kind: Kind
    raw: str
    text: str


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARENTHESES = re.compile(r"\\.|[()]", re.DOTALL)
_TOKEN = re.compile(
    r"""
      (?P<SPACE>\s+)
    | (?P<ENCODED>=\?[\w.:*+-]{1,40}\?[bBqQ]\?[^?<>]{0,1000}\?=)      # with raw spaces and commas, too
    | (?P<QUOTED>"[^"\\]*(?:\\.[^"\\]*)*")
    | <\s*(?:@[^@<>:,\s"()]*[,\s]*)+(?P<ROUTE>:)  # its commas separate no addresses
    | (?P<MARK>[<>,;:])
    | (?P<ATOM>(?:\\[()"\\]?|\[(?:[\d.]{7,15}|ipv6:[\da-f:.]{2,45})\]|[^\s"(<>,;:\\])+)
    | .
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def tokens(header: str) -> Iterator[Token]:
    """Yield the tokens of an unfolded address header, in order. A route is left out."""
    ends = _ends_of_comments(header)
    at = 0
    while at < len(header):
        if header[at] == "(":
            end = ends.get(at)
            inner = header[at + 1 : end] if end else ""
            yield Token(Kind.COMMENT, "", _unescaped(inner)) if end else Token(Kind.ATOM, "(", "(")
            at = (end or at) + 1
            continue
        found = _TOKEN.match(header, at)
        if found is None:
            return
        yield _token(found)
        at = found.end()


def _token(found: re.Match[str]) -> Token:
    raw, group = found[0], found.lastgroup
    match group:
        case "ROUTE":
            return Token(Kind.MARK, "<", "<")
        case "QUOTED":
            return Token(Kind.QUOTED, raw, _unescaped(raw[1:-1]))
        case "SPACE" | "ENCODED" | "MARK":
            return Token(Kind[group], raw, raw)
        case "ATOM":
            return Token(Kind.ATOM, raw, _unescaped(raw))
        case _:
            return Token(Kind.SPACE, " ", " ")  # a quote that is never closed


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _ends_of_comments(header: str) -> dict[int, int]:
    """Return where the comment that begins at each parenthesis ends; one that never ends is left out."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for found in _PARENTHESES.finditer(header) if "(" in header else ():
        if found[0] == "(":
            begun.append(found.start())
        elif found[0] == ")" and begun:
            ends[begun.pop()] = found.start()
    return ends
