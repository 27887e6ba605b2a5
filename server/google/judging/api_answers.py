"""Judges what Gmail's API answers instead of what was wanted: an ordered list of rules. Pure.

Sources: developers.google.com/workspace/gmail/api/guides/handle-errors; google.aip.dev/193;
the enum google.api.ErrorReason of googleapis/googleapis; and what people reported in public.
"""

from __future__ import annotations

from datetime import timedelta

from server.failures.codes import FailureCode
from server.google.failures import GONE, GoogleFailure, Refused, Unsure
from server.google.judging import error_body, pauses
from server.google.judging.answer import GoogleAnswer
from server.google.judging.api_refusals import refusal_for
from server.google.judging.error_body import ErrorBody
from server.lib.failure import Failure, Value
from server.lib.outbox import Permanent, Transient

_LIMITS = {
    "concurrentlimitexceeded",
    "dailylimitexceeded",
    "dailylimitexceededunreg",  # somebody on the way took the token off
    "limitexceeded",
    "quotaexceeded",
    "ratelimitexceeded",
    "resourceexhausted",
    "servinglimitexceeded",
    "userratelimitexceeded",
    "userratelimitexceededunreg",
}
_LIMIT_WORDS = ("rate limit exceeded", "quota exceeded", "too many concurrent requests")
_SENDING = ("(mail sending)", "sending limit", "sending quota", "limit for sending")
_DAYS = {"dailylimitexceeded", "dailylimitexceededunreg"}
_DAY = ("per day", "daily limit", "midnight pacific")
_PASSING = {408, 421, 423, 425, 499}  # and 409, if two requests met
_FOREVER = {405, 406, 411, 413, 414, 415, 416, 417, 422, 428, 431}
_TOO_LARGE = ("too large", "larger than", "exceeds the maximum", "size limit", "payload size")
_ADDRESS = ("invalid to header", "invalid cc header", "invalid bcc header", "recipient address required")
_GOOGLES_PAGE = "that’s an error"
_GOOGLES_SERVERS = {
    "gse",
    "esf",
    "gws",
    "sffe",
    "scaffolding on httpserver2",
    "uploadserver",
    "google frontend",
}


def judged(answer: GoogleAnswer) -> GoogleFailure:
    """Judge an answer that is not the wanted one."""
    body = error_body.read(answer)
    status = body.code if answer.status < 400 and body.code >= 400 else answer.status
    words = body.text or error_body.page_text(answer)
    if status < 400:
        flaw = f"HTTP {status}" if status >= 300 else "no JSON object"
        return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": flaw}))
    if status >= 500:
        wait = pauses.asked(answer, body, words, pauses.BUSY)
        return Unsure(Failure(FailureCode.GOOGLE_BUSY, {"status": status}), wait)
    return (
        refusal_for(status, body)
        or _limit(status, answer, body, words)
        or _by_status(status, answer, body, words)
    )


def _limit(status: int, answer: GoogleAnswer, body: ErrorBody, words: str) -> GoogleFailure | None:
    said = words.lower()
    if not (status == 429 or body.keys & _LIMITS or any(each in said for each in _LIMIT_WORDS)):
        return None
    if any(each in said for each in _SENDING):
        wait = pauses.of_a_day(answer, body, words)
        until = (answer.received_at + wait).replace(microsecond=0)
        values = {"until": until.isoformat(), **body.values}
        return Transient(Failure(FailureCode.SENDING_LIMIT, values), wait)
    if body.keys & _DAYS or any(each in said for each in _DAY):
        return Transient(Failure(FailureCode.DAILY_LIMIT, body.values), pauses.of_a_day(answer, body, words))
    longest = pauses.DAY if "retry after" in said else pauses.LIMIT
    values = {"status": status, **body.values}
    return Transient(Failure(FailureCode.RATE_LIMIT, values), pauses.asked(answer, body, words, longest))


def _by_status(status: int, answer: GoogleAnswer, body: ErrorBody, words: str) -> GoogleFailure:
    wait = pauses.asked(answer, body, words, pauses.BUSY)
    if status == 401:
        return Transient(Failure(FailureCode.GRANT_REFUSED), wait)
    if status in _PASSING or (status == 409 and _met(body)):
        return _busy(status, wait)
    if status == 413 or any(each in words.lower() for each in _TOO_LARGE):
        return Permanent(Failure(FailureCode.MAIL_TOO_LARGE, body.values))
    if not body.found and b"<" in answer.body and status not in _FOREVER:
        return _page(status, answer, words)
    if status in {400, 404, 410} and not body.found and answer.body.strip() not in {b"", b"Not Found"}:
        return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": f"HTTP {status}"}))  # no Gmail
    return _refused(status, body)


def _refused(status: int, body: ErrorBody) -> GoogleFailure:
    if status in {404, 410}:
        return GONE
    if any(each in body.text.lower() for each in _ADDRESS):
        return Permanent(Failure(FailureCode.ADDRESS_REFUSED, body.values))
    if status in {402, 403, 451}:
        return Refused(Failure(FailureCode.GMAIL_REFUSES, _told(status, body)))
    return Permanent(Failure(FailureCode.GMAIL_REFUSED, _told(status, body)))


def _met(body: ErrorBody) -> bool:
    """Whether two requests met (ABORTED), rather than that there already is what was to be made."""
    return "exist" not in body.text.lower() and "conflict" not in body.text.lower() and "aborted" in body.keys


def _page(status: int, answer: GoogleAnswer, words: str) -> GoogleFailure:
    """Judge a page in place of JSON: from Google's front door, or from somebody on the way to Google."""
    server = answer.headers.get("server", "").lower()
    if server not in _GOOGLES_SERVERS and _GOOGLES_PAGE not in words.lower().replace("'", "’"):
        return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": f"HTTP {status}"}))
    if status == 403:
        return Refused(Failure(FailureCode.NETWORK_REFUSED))
    said = words.removeprefix("Error ")[:60]
    return Permanent(Failure(FailureCode.GMAIL_REFUSED, {"status": status, "reason": said or "page"}))


def _busy(status: int, wait: timedelta | None) -> Transient:
    return Transient(Failure(FailureCode.GOOGLE_BUSY, {"status": status}), wait)


def _told(status: int, body: ErrorBody) -> dict[str, Value]:
    return {"status": status, "reason": body.reason or "no reason given", **body.values}
