"""Reads a report's text as people read it: which addresses it says were not reached, and why. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from server.inbound.report_wording import action_in, has_reason, permanence, says_permanent
from server.inbound.reported import (
    ADDRESS,
    FAILED,
    MOST_RECIPIENTS,
    REPLY,
    RecipientStatus,
    class_of,
    shortened,
    status_in,
)

_MOST_LINES = 400
_LONGEST_LINE = 600
_NEAR = 12  # lines below an address that can be about it
_NEAR_START = 20  # characters of a line in which "to" can still be about the address that follows
_MOST_IN_LINE = 5
_NO_WORDS = " <>:;,\t\"'*-=_#"
_LEAD = r"[\s<>*\"'\[({=•·-]{0,20}(?:smtp[:;=]|mailto:)?"
_ALONE = re.compile(
    rf"{_LEAD}({ADDRESS.pattern})[>\"'\])}}]{{0,3}}\s*(?:$|[:;,.(\[<]|\s\S)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:rcpt to|recipients?(?: address)?(?:\(s\))?|address(?:ed to|es)?|deliver(?:y|ed) to|to the following"
    r"|failed for|deliver(?:ing)? (?:your )?(?:e?mail|message)?\s?to|mailbox|user|account|unknown|error-for"
    r"|empfänger|destinataire|destinatario|получател\w+|宛先|收件人|\bto)\b[^@]{0,60}?[:\s<\"'=(;\[]"
    rf"({ADDRESS.pattern})",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?<![\w.])[45]\d\d[ -]{1,3}#?[45]\.\d\.\d|[#(][45]\.\d\.\d|status ?:", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(
    r"mail from|\bfrom ?:|sender|reply-?to|contact|postmaster@|please (send|write|visit)|return-path|"
    r"message-id|https?://|forwarded from|on behalf|support|help ?desk|abuse@|subject ?:|references ?:|"
    r"envelope-from",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReportText:
    """A report's own words. `text`: of which the first lines count."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each cut where it gets long."""
        return [line[:_LONGEST_LINE] for line in self.text.split("\n", _MOST_LINES)[:_MOST_LINES]]

    @cached_property
    def reply(self) -> str:
        """The status in the first line that is a server's reply, or "": programs' versions look alike."""
        replies = (line for line in self.lines if REPLY.search(line) or _MARKED.search(line))
        return next((found for line in replies if (found := status_in(line))), "")

    @cached_property
    def words(self) -> str:
        """What the report says about all recipients together."""
        return _words(self.lines, "")

    @cached_property
    def action(self) -> str:
        """FAILED, DELAYED, or "" if the text says neither."""
        return action_in(self.text)

    @cached_property
    def states_permanence(self) -> bool:
        """Whether the report states that its error is permanent."""
        return says_permanent(self.text)


@dataclass(frozen=True, slots=True)
class _Found:
    address: str
    line: int | None  # None: the text does not name the address
    rank: int = 0  # 0 for an address that can be nothing but a recipient


def recipients_in_text(text: ReportText, action: str, own: Collection[str]) -> tuple[RecipientStatus, ...]:
    """Return the recipients that a report's text names as not reached.

    `own`: the report's own addresses, which count only where no other is named, and surely: people write to
    themselves, too.
    """
    found = [*_candidates(text.lines, own)] or [each for each in _candidates(text.lines, ()) if not each.rank]
    best = min((each.rank for each in found), default=0)
    unique = {each.address: each for each in reversed(found) if each.rank == best}
    return _statuses(sorted(unique.values(), key=lambda each: each.line or 0), text, action)


def with_words(addresses: Sequence[str], text: ReportText, action: str) -> tuple[RecipientStatus, ...]:
    """Return the status of recipients that are known already, from the lines about each."""
    lower = [line.lower() for line in text.lines]
    places = [next((n for n, line in enumerate(lower) if one in line), None) for one in addresses]
    return _statuses([_Found(*each) for each in zip(addresses, places, strict=True)], text, action)


def without_recipient(text: ReportText, action: str) -> RecipientStatus:
    """Return the status of a recipient whose address the report does not name."""
    [found] = _statuses([_Found("", None)], text, action)
    return replace(found, addresses=())


def _candidates(lines: Sequence[str], own: Collection[str]) -> Iterator[_Found]:
    for number, line in enumerate(lines):
        if "@" not in line:
            continue
        about_others = bool(_ABOUT_OTHERS.search(line))
        alone, named = _ALONE.match(line), _NAMED.search(line)
        if alone and alone[1].lower() not in own:
            yield _Found(alone[1].lower(), number, 0)
        elif named and named[1].lower() not in own and not (about_others and named.start() > _NEAR_START):
            yield _Found(named[1].lower(), number, 1)
        elif not about_others:
            others = (one.lower() for one in ADDRESS.findall(line)[:_MOST_IN_LINE])
            yield from (_Found(one, number, 2) for one in others if one not in own)


def _statuses(found: Sequence[_Found], text: ReportText, action: str) -> tuple[RecipientStatus, ...]:
    some = found[:MOST_RECIPIENTS]
    starts = sorted(each.line for each in some if each.line is not None)
    return tuple(_status_of(each, _lines_about(each, starts, text), text, action) for each in some)


def _lines_about(place: _Found, starts: Sequence[int], text: ReportText) -> list[str]:
    """Return the lines from an address to the next one."""
    if place.line is None:
        return []
    end = next((start for start in starts if start > place.line), len(text.lines))
    return text.lines[place.line : min(end, place.line + _NEAR)]


def _status_of(place: _Found, near: Sequence[str], text: ReportText, action: str) -> RecipientStatus:
    own = status_in("\n".join(near))
    status = own or text.reply
    action = FAILED if class_of(own) else action  # some servers advise in every report to try again
    words = _words(near, place.address) or text.words
    reason = "\n".join(near) or text.words
    permanent = permanence(action, status, reason, stated=text.states_permanence)
    return RecipientStatus((place.address,), action, status, permanent, shortened(words))


def _words(lines: Sequence[str], address: str) -> str:
    """Return the line with the server's reply, else with a reason, else that says more than the address."""
    said = [line for line in lines if line.lower().replace(address, "").strip(_NO_WORDS)]
    with_code = (line for line in said if status_in(line))
    with_reason = (line for line in said if has_reason(line))
    return next(with_code, "") or next(with_reason, "") or next(iter(said), "")
