"""Judges what Google answers when a code is exchanged for tokens, or sends back instead of a code. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from server.failures.codes import FailureCode
from server.google import error_body
from server.google.failures import GoogleFailure, Refused
from server.google.oauth_errors import BUSY, REFUSALS, named_in, refusal, told
from server.lib.failure import Failure, Value
from server.lib.outbox import Permanent, Transient

if TYPE_CHECKING:
    from server.google.answers import Answer

_OURS = {  # what is wrong with the request itself (RFC 6749, sections 4.1.2.1 and 5.2)
    "invalid_request",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
}
_OVER = {  # this code can't be exchanged any more, but the person can start again
    "invalid_grant": FailureCode.CODE_OVER,
    "access_denied": FailureCode.SIGN_IN_UNFINISHED,
}


def judged(answer: Answer, wait: timedelta | None) -> GoogleFailure:
    """Judge an answer that contains no usable tokens. `wait`: the pause that Google asks for."""
    found, body = body_of(answer), error_body.read(answer)
    values: dict[str, Value] = {"status": answer.status, **_told(found), **body.values}
    error = values["error"]
    if answer.status >= 500 or answer.status in {408, 429} or error in BUSY:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY, values), wait)
    text = body.text
    if not body.found:
        text = error_body.page_text(answer)
        error = named_in(text)
    if error in _OVER and not (error == "access_denied" and text):
        return Permanent(Failure(_OVER[str(error)], values))
    if error and error not in BUSY and answer.status >= 400 and isinstance(found.get("error", ""), str):
        return Refused(Failure(refusal(str(error), text), {**values, "error": error, "reason": error}))
    # A page of a proxy, a nested error, or JSON of another form says nothing about this server.
    flaw = flaw_in(found) if answer.status == 200 else f"HTTP {answer.status}"
    return Transient(Failure(FailureCode.GOOGLE_UNREADABLE, {**values, "error": flaw}), wait)


def sent_back(error: str, text: str) -> GoogleFailure:
    """Judge the error that Google sends back with the browser, unless the person declined."""
    values = told(error, text)
    if error in BUSY:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY, values))
    if error in REFUSALS:
        return Refused(Failure(REFUSALS[error], values))
    if error in _OURS:
        return Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": error, **values}))
    return Permanent(Failure(FailureCode.SIGN_IN_UNFINISHED, values))


def body_of(answer: Answer) -> Mapping[str, Any]:
    """Return the JSON object that an answer contains; an empty one if it contains anything else."""
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):  # not JSON, not in an encoding of JSON, or nested without end
        return {}
    return found if isinstance(found, dict) else {}


def flaw_in(tokens: Mapping[str, Any]) -> str:
    """Say what makes an answer unusable as tokens; "" if nothing does."""
    if not tokens:
        return "no JSON object"
    if not isinstance(tokens.get("id_token"), str) or not tokens["id_token"]:
        return "no id_token"
    wrong = (name for name in ("refresh_token", "scope") if not isinstance(tokens.get(name), str | None))
    return next((f"unusable {name}" for name in wrong), "")


def clock_ahead(answer: Answer, now: float) -> float | None:
    """Return by how many seconds our clock is ahead of Google's, by the Date of an answer that came `now`."""
    try:
        return now - parsedate_to_datetime(answer.headers.get("date", "")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


def _told(found: Mapping[str, Any]) -> dict[str, Any]:
    error = found.get("error")
    if isinstance(error, dict):  # the form of Google's other APIs
        return told(error.get("status"), error.get("message"))
    return told(error, found.get("error_description"))
