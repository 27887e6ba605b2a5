"""Finds out how long Google asks to wait, within sensible bounds. Pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from server.google.judging import error_body
from server.google.judging.answer import GoogleAnswer
from server.google.judging.error_body import ErrorBody
from server.lib.net.outside_time import http_date

BUSY = timedelta(minutes=10)  # the longest pause for a server that is out of order
LIMIT = timedelta(hours=1)  # for a limit per minute or per hour
DAY = timedelta(hours=24)  # for a limit per day
_NEXT = timedelta(hours=1)  # after a daily limit whose end Google does not tell
_UNTIL = re.compile(
    r"retry after (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_IN_SECONDS = re.compile(
    r"(?:again|retry) (?:in|after) (\d{1,5}(?:\.\d{1,9})?) ?s(?:econds?)?\b", re.IGNORECASE
)


def asked(answer: GoogleAnswer, body: ErrorBody, words: str, longest: timedelta) -> timedelta | None:
    """Return the pause that Google asks for, at most `longest`; None if it asks for none.

    `words`: what the answer says in a sentence.
    """
    found = (
        _until(answer, words),
        _header(answer),
        _seconds(body.retry_delay.removesuffix("s")),
        _seconds(next(iter(_IN_SECONDS.findall(words)), "")),
    )
    wait = max((each for each in found if each is not None), default=None)
    return None if wait is None or wait <= timedelta(0) else min(wait, longest)


def of_sign_in(answer: GoogleAnswer) -> timedelta | None:
    """Return the pause that the token endpoint asks for; None if it asks for none."""
    body = error_body.read(answer)
    words = body.text or error_body.page_text(answer)
    return asked(answer, body, words, LIMIT if answer.status == 429 else BUSY)


def of_a_day(answer: GoogleAnswer, body: ErrorBody, words: str) -> timedelta:
    """Return how long to wait after a daily limit, of which Google mostly tells the end."""
    return asked(answer, body, words, DAY) or _NEXT


def _until(answer: GoogleAnswer, words: str) -> timedelta | None:
    found = _UNTIL.search(words)
    if not found:
        return None
    moment, zone = found.groups()
    try:
        until = datetime.fromisoformat(moment + (zone or "Z"))
    except ValueError:
        return None
    return _left(until, answer)


def _header(answer: GoogleAnswer) -> timedelta | None:
    text = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return timedelta(seconds=int(text))
    until = http_date(text)
    return _left(until, answer) if until else None


def _left(until: datetime, answer: GoogleAnswer) -> timedelta | None:
    # By Google's own clock, if it tells it: ours may be wrong.
    now = answer.date or answer.received_at
    return until - now if until > now else None


def _seconds(text: str) -> timedelta | None:
    return timedelta(seconds=float(text)) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text, re.ASCII) else None
