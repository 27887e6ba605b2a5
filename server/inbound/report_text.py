"""Reads a report's text as people read it: which addresses it says were not reached, and why. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from server.inbound.report_wording import has_reason, permanence
from server.inbound.reported import (
    ADDRESS,
    FAILED,
    MOST_RECIPIENTS,
    RecipientStatus,
    class_of,
    shortened,
    status_in,
)

_MOST_LINES = 400
_LONGEST_LINE = 600
_NEAR = 12  # lines below an address that can be about it
_LEAD = r"[\s<>*\"'\[({=•·-]{0,20}(?:smtp[:;=]|mailto:)?"
_ALONE = re.compile(
    rf"{_LEAD}({ADDRESS.pattern})[>\"'\])}}]{{0,3}}\s*(?:$|[:;,.(\[<]|\s-|\son\s|\s{{2,}}|\s\S)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:rcpt to|recipients?(?: address)?(?:\(s\))?|address(?:ed to|es)?|delivered to|delivery to|to the following|failed for|deliver(?:ing)? (?:your )?(?:e?mail|message)?\s?to|mailbox|user|account|unknown"
    r"|error-for|empfänger|destinataire|destinatario|получател\w+|宛先|收件人|\bto)\b[^@]{0,60}?[:\s<\"'=(;\[]"
    rf"({ADDRESS.pattern})",
    re.IGNORECASE,
)
_REPLY = re.compile(r"(?<![\w.])[45]\d\d[ -]|[#(][45]\.\d\.\d|status ?:", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(
    r"(mail from|\bfrom ?:|sender|reply-?to|contact|postmaster@|please (send|write|visit)|return-path|message-id|https?://|"
    r"forwarded from|on behalf|support|help ?desk|abuse@|subject ?:|references ?:|envelope-from|smtp\.mailfrom)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    line: int
    address: str


def recipients_in_text(text: str, action: str, own: Collection[str]) -> tuple[RecipientStatus, ...]:
    """Return the recipients that a report's text names as not reached.

    `own`: the report's own addresses, which count only where no other is named, and surely: people write to
    themselves, too.
    """
    lines = _lines(text)
    found = list(_candidates(lines, own)) or [each for each in _candidates(lines, ()) if each[1] == 0]
    strongest = [each for each, rank in found if rank == min((rank for _, rank in found), default=0)]
    unique = {each.address: each for each in reversed(strongest)}
    chosen = sorted(unique.values(), key=lambda each: each.line)[:MOST_RECIPIENTS]
    return tuple(_status_of(each, lines, chosen, action) for each in chosen)


def with_words(addresses: Sequence[str], text: str, action: str) -> tuple[RecipientStatus, ...]:
    """Return the status of recipients that are known already, from the lines about each."""
    lines = _lines(text)
    lower = [line.lower() for line in lines]
    places = [_Found(next((n for n, line in enumerate(lower) if one in line), -1), one) for one in addresses]
    return tuple(_status_of(each, lines, places, action) for each in places)


def without_recipient(text: str, action: str) -> RecipientStatus:
    """Return the status of a recipient whose address the report does not name."""
    return replace(_status_of(_Found(-1, ""), _lines(text), (), action), addresses=())


def _candidates(lines: Sequence[str], own: Collection[str]) -> Iterator[tuple[_Found, int]]:
    """Yield addresses in the lines, with a rank: 0 for those that cannot be anything but a recipient."""
    for number, line in enumerate(lines):
        if "@" not in line:
            continue
        about_others = bool(_ABOUT_OTHERS.search(line))
        alone, named = _ALONE.match(line), _NAMED.search(line)
        if alone and alone[1].lower() not in own:
            yield _Found(number, alone[1].lower()), 0
        elif named and named[1].lower() not in own and not (about_others and named.start() > 20):
            yield _Found(number, named[1].lower()), 1
        elif not about_others:
            for one in ADDRESS.findall(line)[:5]:
                if one.lower() not in own:
                    yield _Found(number, one.lower()), 2


def _status_of(
    place: _Found, lines: Sequence[str], all_places: Sequence[_Found], action: str
) -> RecipientStatus:
    later = [each.line for each in all_places if each.line > place.line]
    end = min([*later, place.line + _NEAR])
    near = lines[max(place.line, 0) : end] if place.line >= 0 else []
    whole = "\n".join(lines)
    status = status_in("\n".join(near)) or reply_in(whole)
    action = FAILED if class_of(status) else action  # some servers say "try again" to people, in every report
    said = "\n".join(near) or whole
    permanent = permanence(action, status, said, whole)
    words = _words(near, place.address) or _words(lines, place.address)
    return RecipientStatus((place.address,), action, status, permanent, shortened(words))


def reply_in(text: str) -> str:
    """Return the status in the first line that is a server's reply, or ""."""
    return next((found for line in _lines(text) if (found := _reply(line))), "")


def _reply(line: str) -> str:
    """Return the status in a line that is a server's reply; the codes of programs' versions look alike."""
    return status_in(line) if _REPLY.search(line) else ""


def _words(lines: Sequence[str], address: str) -> str:
    """Return the line with the server's reply, else one with a reason, else one that says more than the address."""
    said = [line for line in lines if line.lower().replace(address, "").strip(" <>:;,\t\"'*-=_#")]
    with_code = (line for line in said if status_in(line))
    with_reason = (line for line in said if has_reason(line))
    return next(with_code, "") or next(with_reason, "") or next(iter(said), "")


def _lines(text: str) -> list[str]:
    return [line[:_LONGEST_LINE] for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
