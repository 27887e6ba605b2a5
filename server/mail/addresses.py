"""Reads the mail addresses and the encoded words in header fields (RFC 5322, RFC 2047). Pure.

People and programs break the rules, and a mail program shows their mails all the same. So we read what such a
program would read: an address in brackets is the address, whatever its name looks like (CVE-2023-27043);
semicolons separate addresses, as Outlook writes them; and a broken address hides none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header

from server.mail.address_tokens import Kind, Token, tokens

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_ADDRESS = re.compile(
    r"""
      ( "(?:[^"\\]|\\.)+" | [^\s@"(),:;<>\[\]\\]+ )          # also with dots where RFC 5322 forbids them
    @ ( \[[^\[\]\s@]+\] | [^\x00-,/:-@\[-^`{-\x9f\s]+ )      # also with other letters than ASCII (RFC 6532)
    """,
    re.VERBOSE,
)
_NEEDLESSLY_QUOTED = re.compile(r'"([\w.!#$%&\'*+/=?^`{|}~-]+)"')
_LONGEST_TEXT = 2000  # characters of one name or subject; the decoder takes quadratic time


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mail address in lower case, and the name that goes with it, which may be empty."""

    address: str
    name: str


def people(values: list[str]) -> tuple[Mailbox, ...]:
    """Return the mailboxes in a header's values, in order; leave out the rest, such as a group's name."""
    return tuple(mailbox for value in values for mailbox in _mailboxes(" ".join(value.split())))


def decoded(value: str) -> str:
    """Decode the encoded words (RFC 2047) in a header's text; broken ones stay as they are.

    The result is one line without control characters, which encoded words may contain.
    """
    unfolded = " ".join(value.split())[:_LONGEST_TEXT]
    return " ".join(_CONTROL.sub(" ", _words_decoded(unfolded)).split())


def _words_decoded(text: str) -> str:
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text))) or text
    except (MessageError, LookupError, ValueError):
        return text


def _mailboxes(header: str) -> Iterator[Mailbox]:
    entry = _Entry()
    for token in tokens(header):
        if token.kind is not Kind.MARK:
            entry.add(token)
        elif token.raw == "<":
            entry.open()
        elif token.raw == ">":
            entry.close()
        elif token.raw == ":":
            entry.begin_again()
        else:
            yield from entry.finish()
            entry = _Entry()
    yield from entry.finish()


class _Entry:
    """What stands between two separators: usually one mailbox, without its comma or semicolon."""

    def __init__(self) -> None:
        self._read: list[tuple[str, list[Token]]] = []  # addresses in brackets, and what names them
        self._outside: list[Token] = []
        self._inside: list[Token] | None = None
        self._spoken = False  # whether anything but spaces is outside

    def add(self, token: Token) -> None:
        if self._inside is not None:
            self._inside.append(token)
        elif token.kind is Kind.COMMENT and self._read and not self._spoken:
            self._read[-1][1].append(token)
        else:
            self._put_outside([token])

    def open(self) -> None:
        self._put_outside(self._inside or ())  # of two brackets, the inner one
        self._inside = []

    def close(self) -> None:
        if self._inside is None:
            return
        found = _among(_words(self._inside, joining=True))
        if found:
            self._read.append((found[0][0], self._outside))
            self._clear_outside()
        else:
            self._put_outside(self._inside)
        self._inside = None

    def begin_again(self) -> None:
        """Forget what was a group's name, or a scheme such as `mailto`."""
        if self._inside is not None:
            self._inside = []
        else:
            self._clear_outside()

    def finish(self) -> Iterator[Mailbox]:
        self.close()
        if self._read:
            return (Mailbox(address, _name(naming)) for address, naming in self._read)
        found = _among(_words(self._outside, joining=False)) or _among(_words(self._outside, joining=True))
        if len(found) != 1:
            return (Mailbox(address, "") for address, _ in found)
        address, word = found[0][0], frozenset(found[0][1])
        return iter([Mailbox(address, _name([each for each in self._outside if each not in word]))])

    def _put_outside(self, found: Iterable[Token]) -> None:
        for token in found:
            self._outside.append(token)
            self._spoken = self._spoken or token.kind is not Kind.SPACE

    def _clear_outside(self) -> None:
        self._outside, self._spoken = [], False


def _among(words: Iterable[list[Token]]) -> list[tuple[str, list[Token]]]:
    """Return the addresses among some words, each with its word."""
    read = ((_address("".join(map(_spelling, word))), word) for word in words)
    return [(address, word) for address, word in read if address]


def _words(found: Sequence[Token], *, joining: bool) -> Iterator[list[Token]]:
    """Yield the words: tokens with no space between them, without the comments.

    With `joining`, spaces may stand around an at sign, and around the dots behind it (RFC 5322, section 4.4).
    """
    word: list[Token] = []
    in_domain = gap = False
    for token in found:
        if token.kind is Kind.SPACE:
            gap = True
        elif token.kind is not Kind.COMMENT:
            if gap and word and not (joining and _joined(word[-1].raw, token.raw, in_domain)):
                yield word
                word, in_domain = [], False
            word.append(token)
            in_domain, gap = in_domain or "@" in token.raw, False
    yield word


def _joined(before: str, after: str, in_domain: bool) -> bool:
    dot = in_domain and (before[-1] == "." or after[0] == ".")
    return dot or before[-1] == "@" or after[0] == "@"


def _spelling(token: Token) -> str:
    return "()" if token.kind is Kind.ENCODED else token.raw  # which is in no address (RFC 2047, section 5)


def _address(word: str) -> str:
    """Return the word as an address in lower case, or ""."""
    bare = word.strip(_INVISIBLE)
    if bare[:1] == bare[-1:] == "'":
        bare = bare[1:-1]
    found = _ADDRESS.fullmatch(bare) or _ADDRESS.fullmatch(bare.strip("[](){}.!?"))
    if not found or _CONTROL.search(bare):
        return ""
    local, domain = _NEEDLESSLY_QUOTED.sub(r"\1", found[1]), found[2].rstrip(".")
    return f"{local}@{domain}".lower() if domain else ""


def _name(found: Sequence[Token]) -> str:
    """Return a name's text: a comment is the name where there is no other, and else stays in parentheses."""
    commented = all(token.kind in (Kind.SPACE, Kind.COMMENT) for token in found)
    wrap = "{}" if commented else "({})"
    return decoded(
        "".join(wrap.format(each.text) if each.kind is Kind.COMMENT else each.text for each in found)
    )
