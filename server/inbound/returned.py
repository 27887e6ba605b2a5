"""Finds the mail that a report returns, in any form, and its Message-ID. Pure.

The returned mail may be a part, an attachment of any type, or text below a line that announces it; or the
report only names its Message-ID.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from server.inbound.mail_parts import Mail, Part
from server.inbound.phrases import any_of
from server.inbound.reported import MOST_IDS
from server.mail.fields import Fields, fields_of, message_ids_in

PARTS = frozenset(
    {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/partial"}
    | {"message/global", "message/global-headers"}
)
_MOST_LINES = 1500
_MOST_BEFORE = 200  # lines between the line that announces the returned mail and its fields
_WINDOW = 60  # lines in which its fields show that they are some
_LONGEST_LINE = 1000
_FEWEST_NAMES = 3
_NAMES = (
    "received|return-path|message-id|from|to|cc|subject|date|mime-version|reply-to|sender|content-type|"
    "content-transfer-encoding|in-reply-to|references|user-agent|dkim-signature|domainkey-signature|"
    "delivered-to|envelope-to|x-[a-z-]{1,60}"
)
_HEADER = re.compile(rf"[>| ]{{0,4}}({_NAMES}) ?:", re.IGNORECASE)
_SURE_NAMES = frozenset({"received", "return-path", "message-id", "mime-version", "date"})
_OTHER_FIELD = re.compile(r"[>|]{0,3} ?(?:[ \t]|[A-Za-z][\w-]{0,60}:)")  # or the rest of one
_QUOTE = re.compile(r"^[>|]+ ?")
_ID = re.compile(r"[>|*\s]{0,20}(?:x-)?(?:original[- ])?message[- ]?id\s{0,5}[:=]\s*(.*)", re.IGNORECASE)
_BARE_ID = re.compile(r"[!#-'*+\--9=?A-Z^-~]{1,200}@[!#-'*+\--9=?A-Z^-~]{1,200}")
_ODD_ID = re.compile(r"[!-;=?-~]{6,200}")  # some programs write neither brackets nor a host
_COPY = r"(copy|header|text|part|body|content)s?"
_MAIL = r"(e-?mail|message|mail)"
_ANNOUNCED = any_of(
    r"(below|follow|this|here|attached|next|includ|enclos).{0,60}"
    rf"{_COPY} (\w+ ){{0,4}}(of )?(\w+ ){{0,2}}({_MAIL}|headers?)",
    rf"{_COPY} of (the |your |this )?(original |returned |undelivered )?{_MAIL}",
    rf"(original|returned|unsent|undelivered|rejected|unsendable|bounced|old|failed) {_MAIL}"
    r"( (headers?|text|body|details?))?( is)?( (follow(s|ing)?|below|attached|reads))?( \(.{0,30}\))?"
    r"\s*[-:=.*]*\s*$",
    r"(message|mail|original) (headers?|text|body)( (follow(s)?|below))?\s*[-:.=*]*\s*$",
    r"start of returned message|your message reads|transcript of (the )?message|forwarded message",
    r"ursprüngliche nachricht|originalnachricht|kopie (der|ihrer) |message d.origine|copie d",
    r"mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht",
    r"копия|исходное сообщение|元のメッセージ|原文|原始(邮件|郵件)|原邮件",
)


@dataclass(frozen=True, slots=True)
class SplitText:
    """A report's text, above the returned mail, and the returned mail's text, which may be empty."""

    report: str
    returned: str


def split_text(text: str) -> SplitText:
    """Return the report's own words, and the text of the mail that it returns below them."""
    lines = [line[:_LONGEST_LINE] for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
    fields = next(_blocks(lines), len(lines))
    announced = next((n for n in range(fields) if _announces(lines, n)), fields)
    returned = lines[announced + 1 :] if announced < fields else lines[fields:]
    return SplitText("\n".join(lines[:announced]), "\n".join(returned))


def returned_fields(mail: Mail) -> list[Fields]:
    """Return the header fields of each returned mail that is a part of its own, the surest first."""
    own = [fields_of(part.content) for part in mail.parts if part.kind in PARTS]
    others = [part for part in mail.parts[1:] if part.kind not in PARTS]
    looks_like = [found for part in others if (found := _fields_in(part))]
    unseparated = [part.fields for part in others if {"message-id", "from"} <= part.fields.keys()]
    return own + looks_like + unseparated


def ids_in_fields(blocks: Iterable[Fields], *names: str) -> list[str]:
    """Return the Message-IDs in these fields of the blocks, in order."""
    values = [value for block in blocks for name in names for value in block.get(name, ())[:3]]
    return [one for value in values for one in _ids_of(value) or _odd_id(value)]


def ids_in_text(texts: Iterable[str]) -> list[str]:
    """Return the Message-IDs that texts name as such, in order."""
    return list(_ids_in_lines(line for text in texts for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]))


def first_block(returned: str) -> str:
    """Return the header fields at the top of a returned mail's text, unquoted.

    What follows them is the mail's own text, which may name other mails.
    """
    lines = returned.split("\n", _MOST_LINES)[:_MOST_LINES]
    some = (number for number, line in enumerate(lines[:_MOST_BEFORE]) if _HEADER.match(line))
    start = next(_blocks(lines[: _MOST_BEFORE + _WINDOW]), None)
    rest = lines[next(some, len(lines)) if start is None else start :]
    quoted = rest[:1] and rest[0].startswith((">", "|"))
    bare = [_QUOTE.sub("", line) for line in rest] if quoted else rest
    return "\n".join(itertools.takewhile(str.strip, bare))


def without(ids: Sequence[str], own: Iterable[str]) -> tuple[str, ...]:
    """Return at most MOST_IDS Message-IDs, each once, without the report's own."""
    unwanted = set(own)
    return tuple(each for each in dict.fromkeys(ids) if each not in unwanted)[:MOST_IDS]


def _fields_in(part: Part) -> Fields:
    """Return the header fields with which a part begins, if it looks like a whole mail."""
    text = part.text[:50_000].lstrip()
    if not _is_block(text.split("\n", _WINDOW)[:_WINDOW]):
        return {}
    return fields_of(text.encode())


def _is_block(lines: Sequence[str]) -> bool:
    """Return whether lines begin with header fields of a mail, the first of them at the first line."""
    return next(_blocks(lines), None) == 0


def _blocks(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines at which the header fields of a mail begin."""
    start, names = 0, set[str]()
    for number, line in enumerate(lines):
        found = _HEADER.match(line)
        if not line.strip(">| \t") or not (found or (names and _OTHER_FIELD.match(line))):
            names = set()
        elif found:
            start = start if names else number
            names.add(found[1].lower())
            if len(names) >= _FEWEST_NAMES and names & _SURE_NAMES:
                yield start


def _announces(lines: Sequence[str], number: int) -> bool:
    near = lines[number + 1 : number + 9]
    return bool(_ANNOUNCED.search(lines[number][:200])) and any(_HEADER.match(line) for line in near)


def _ids_in_lines(lines: Iterable[str]) -> Iterator[str]:
    awaited = False
    for line in lines:
        found = _ID.match(line[:_LONGEST_LINE])
        if found or awaited:  # a long Message-ID may be folded into the next line
            ids = _ids_of(found[1] if found else line[:_LONGEST_LINE])
            awaited = bool(found) and not ids
            yield from ids


def _ids_of(value: str) -> list[str]:
    if ids := message_ids_in(value):
        return ids
    bare = _BARE_ID.search(value)
    return [f"<{bare[0]}>"] if bare else []


def _odd_id(value: str) -> list[str]:
    return [f"<{value}>"] if _ODD_ID.fullmatch(value) else []
