"""Searches messages: makes the text that is searched, and the filter that finds all words somebody typed."""

from __future__ import annotations

from collections.abc import Iterable

from tortoise.expressions import Q

from server.messages.report import ReportedRecipient

_WORDS = 8
_LONGEST = 200


def search_text(subject: str, recipients: Iterable[ReportedRecipient]) -> str:
    """Return subject, names and addresses in lower case, for Message.search_text."""
    words = [subject, *(f"{one.name} {one.address}" for one in recipients)]
    return " ".join(" ".join(words).lower().split())


def tidy(asked: str) -> str:
    """Return what somebody typed on one line and cut to the maximum length."""
    return " ".join(asked.replace("\0", "").split())[:_LONGEST]


def containing(asked: str) -> Q:
    """Return a filter for messages that contain every word of `asked`, in any case; all if it is empty."""
    words = tidy(asked).lower().split()[:_WORDS]
    return Q(*(Q(search_text__contains=word) for word in words)) if words else Q()
