"""What a search in the list of messages looks through, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterable

from tortoise.expressions import Q

from server.messages.report import Reader

_WORDS = 8
_LONGEST = 200


def search_text(subject: str, readers: Iterable[Reader]) -> str:
    """Subject, names and addresses in lower case, for Message.search_text."""
    words = [subject, *(f"{one.name} {one.address}" for one in readers)]
    return " ".join(" ".join(words).lower().split())


def containing(asked: str) -> Q:
    """Messages in which every word of `asked` occurs; any message when it has none."""
    words = asked.replace("\0", "")[:_LONGEST].lower().split()[:_WORDS]
    return Q(*(Q(search_text__contains=word) for word in words)) if words else Q()
