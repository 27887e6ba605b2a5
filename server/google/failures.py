"""Represents failures of Google's API as values: transient, permanent, or Gmail must be connected again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException

import httplib2
from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import Error, HttpError

from server.failures.codes import FailureCode
from server.lib.failure import Failure
from server.lib.outbox import Permanent, Transient

TROUBLE = (RefreshError, TransportError, Error, httplib2.HttpLib2Error, HTTPException, OSError)
_LONGEST = timedelta(hours=1)
_LIMITS = {"rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded"}


@dataclass(frozen=True, slots=True)
class Disconnected:
    """Google no longer accepts the grant; only the person can connect Gmail again."""

    reason: Failure


@dataclass(frozen=True, slots=True)
class Unsure(Transient):
    """There was no proper answer, so Google may or may not have carried out the request."""


GONE = Permanent(Failure(FailureCode.GMAIL_MESSAGE_GONE))
GoogleFailure = Transient | Permanent | Disconnected


def explain(error: Exception) -> GoogleFailure:
    """Convert an error of Google's libraries (any of TROUBLE) into a failure."""
    match error:
        case RefreshError():
            return _refresh_failure(error)
        case HttpError() if error.resp.status < 400:  # a redirect; perhaps a portal of the network answers
            return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": f"HTTP {error.resp.status}"}))
        case HttpError():
            return _http_failure(error)
        case Error():
            return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": type(error).__name__}))
        case _:
            return Unsure(Failure(FailureCode.GOOGLE_UNREACHABLE, {"error": type(error).__name__}))


def _refresh_failure(error: RefreshError) -> GoogleFailure:
    details = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], dict) else {}
    code = str(details.get("error", ""))
    if error.retryable:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY))
    if code == "invalid_grant":
        return Disconnected(Failure(FailureCode.GRANT_ENDED))
    # Other codes are about this server, such as a wrong client secret, and not about the person's grant.
    return Transient(Failure(FailureCode.SERVER_REFUSED, {"reason": code or type(error).__name__}), _LONGEST)


def _http_failure(error: HttpError) -> GoogleFailure:
    status, reason = int(error.resp.status), _reason(error)
    if status == 401:
        return Disconnected(Failure(FailureCode.GRANT_REFUSED))
    if status >= 500:
        return Unsure(Failure(FailureCode.GOOGLE_BUSY, {"status": status}), _wait(error))
    if status == 429 or reason in _LIMITS:
        return Transient(Failure(FailureCode.GOOGLE_BUSY, {"status": status}), _wait(error))
    if status == 404:
        return GONE
    if reason in {"insufficientPermissions", "forbidden"}:
        return Permanent(Failure(FailureCode.NOT_PERMITTED))
    return Permanent(
        Failure(FailureCode.GMAIL_REFUSED, {"status": status, "reason": reason or str(error.reason)})
    )


def _reason(error: HttpError) -> str:
    try:
        return str(json.loads(error.content)["error"]["errors"][0]["reason"])
    except (ValueError, KeyError, IndexError, TypeError):
        return ""


def _wait(error: HttpError) -> timedelta | None:
    text = str(error.resp.get("retry-after", ""))
    return min(timedelta(seconds=int(text)), _LONGEST) if text.isdecimal() and len(text) < 10 else None
