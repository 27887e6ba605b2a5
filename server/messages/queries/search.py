"""What a search of messages looks through, and how it is asked: the same words find the same mails."""

from __future__ import annotations

from collections.abc import Iterable

from tortoise.expressions import Q

from server.messages.report import ReportedRecipient

_WORDS = 8
_LONGEST = 200


def search_text(subject: str, readers: Iterable[ReportedRecipient]) -> str:
    """Subject, names and addresses in lower case, for Message.search_text."""
    words = [subject, *(f"{one.name} {one.address}" for one in readers)]
    return " ".join(" ".join(words).lower().split())


def tidy(asked: str) -> str:
    """What somebody typed, on one line and within bounds."""
    return " ".join(asked.replace("\0", "").split())[:_LONGEST]


def containing(asked: str) -> Q:
    """Messages in which every word of `asked` occurs, in any case; any message when it has none."""
    words = tidy(asked).lower().split()[:_WORDS]
    return Q(*(Q(search_text__contains=word) for word in words)) if words else Q()
