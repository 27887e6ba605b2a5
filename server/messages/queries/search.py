"""Makes the text in which messages are searched, and the filter for the words that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable

from tortoise.expressions import Q

from server.messages.report import ReportedRecipient

_WORDS = 8
_LONGEST = 200


def search_text(subject: str, recipients: Iterable[ReportedRecipient]) -> str:
    """Return a mail's subject, names and addresses in lower case, for Message.search_text."""
    words = [subject, *(f"{one.name} {one.address}" for one in recipients)]
    return " ".join(" ".join(words).lower().split())


def tidy(asked: str) -> str:
    """Return what somebody typed, as one line and cut to the maximum length."""
    return " ".join(asked.replace("\0", "").split())[:_LONGEST]


def containing(asked: str) -> Q:
    """Return a filter for messages that contain all words of `asked`, ignoring case; empty: all messages."""
    words = tidy(asked).lower().split()[:_WORDS]
    return Q(*(Q(search_text__contains=word) for word in words)) if words else Q()
