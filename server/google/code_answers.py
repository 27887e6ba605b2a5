"""Judges what Google answers when a code is exchanged for tokens, or sends back instead of a code. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from server.failures.codes import FailureCode
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.oauth_errors import BUSY, REFUSALS, told
from server.lib.failure import Failure
from server.lib.outbox import Transient

if TYPE_CHECKING:
    from server.google.answers import Answer

_OURS = {  # what is wrong with the request itself (RFC 6749, sections 4.1.2.1 and 5.2)
    "invalid_request",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
}


def judged(answer: Answer, wait: timedelta | None) -> GoogleFailure:
    """Judge an answer that contains no usable tokens. `wait`: the pause that Google asks for."""
    found = body_of(answer)
    values = {"status": answer.status, **_told(found)}
    error = values["error"]
    if answer.status >= 500 or answer.status in {408, 429} or error in BUSY:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY, values), wait)
    if error == "invalid_grant":
        return Disconnected(Failure(FailureCode.CODE_OVER, values))
    if error == "access_denied":  # "Account restricted": nobody is asked here who could decline
        return Refused(Failure(FailureCode.ADMIN_BLOCKS, values))
    if error in REFUSALS:
        return Refused(Failure(REFUSALS[str(error)], values))
    if error in _OURS or (error and isinstance(found.get("error"), str) and answer.status >= 400):
        return Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": error, **values}))
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
    return Disconnected(Failure(FailureCode.SIGN_IN_UNFINISHED, values))


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
