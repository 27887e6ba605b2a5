"""Defines the kinds of events, verdicts and causes, with the names under which they are stored."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What was fetched: a mail's pixel, or one of its links."""

    OPEN = "open"
    CLICK = "click"


# Names of their own, because every hit is compared with them dozens of times: to find a member of an
# enumeration takes Python 3.11 ten times as long as a global name.
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
