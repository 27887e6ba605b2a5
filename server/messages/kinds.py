"""Defines the kinds of events, verdicts and causes, with the names under which they are stored."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What was fetched: a mail's pixel, or one of its links."""

    OPEN = "open"
    CLICK = "click"


# Global names, because every hit is compared with these members dozens of times, and Python 3.11 takes ten
# times as long to look up a member of an enumeration as to look up a global name.
OPEN, CLICK = EventKind.OPEN, EventKind.CLICK


class VerdictKind(StrEnum):
    """Who probably caused an event; the strongest sign of a person is first."""

    PERSON = "person"
    LIKELY_PERSON = "likely_person"
    UNKNOWN_TIME = "unknown_time"
    PREFETCH = "prefetch"
    SCANNER = "scanner"
    CRAWLER = "crawler"
    BEFORE_SENDING = "before_sending"
    YOU = "you"
    MAYBE_YOU = "maybe_you"
    REPEAT = "repeat"


class Cause(StrEnum):
    """Who caused an event, as the sender says in a correction. The names are stored."""

    SENDER = "sender"
    AUTOMATED = "automated"
    RECIPIENT = "recipient"


COUNTING = frozenset({VerdictKind.PERSON, VerdictKind.LIKELY_PERSON})  # these add to the counts on pages
MACHINES = frozenset(
    {VerdictKind.UNKNOWN_TIME, VerdictKind.PREFETCH, VerdictKind.SCANNER, VerdictKind.CRAWLER}
)
