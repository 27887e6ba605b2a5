"""Represents failures at Google as values: transient, permanent, or Gmail must be connected again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException

import httplib2
from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import Error, HttpError

from server.lib.outbox import Permanent, Transient

TROUBLE = (RefreshError, TransportError, Error, httplib2.HttpLib2Error, HTTPException, OSError)
_LONGEST = timedelta(hours=1)
_LIMITS = {"rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded"}


@dataclass(frozen=True, slots=True)
class Disconnected:
    """Google no longer accepts the grant; only the person can connect Gmail again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unsure(Transient):
    """There was no proper answer, so the request may have been carried out all the same."""


GONE = Permanent("Gmail does not have this message.")
GoogleFailure = Transient | Permanent | Disconnected


def explain(error: Exception) -> GoogleFailure:
    """Convert an error of Google's libraries (any of TROUBLE) into a failure."""
    match error:
        case RefreshError():
            return _refresh_failure(error)
        case HttpError():
            return _http_failure(error)
        case Error():
            return Unsure(f"Google's answer made no sense ({type(error).__name__}).")
        case _:
            return Unsure(f"Google could not be reached ({type(error).__name__}).")


def _refresh_failure(error: RefreshError) -> GoogleFailure:
    details = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], dict) else {}
    code = str(details.get("error", ""))
    if error.retryable:
        return Transient("Google's sign-in is busy.")
    if code == "invalid_grant":
        return Disconnected("Google says that the permission was taken back or has run out.")
    # Everything else is about this server, such as a wrong client secret; no person's grant is at fault.
    return Transient(f"Google does not accept this server ({code or 'no reason given'}).", _LONGEST)


def _http_failure(error: HttpError) -> GoogleFailure:
    status, reason = int(error.resp.status), _reason(error)
    if status == 401:
        return Disconnected("Google does not accept the permission any more.")
    if status >= 500:
        return Unsure(f"Google is busy ({status}).", _wait(error))
    if status == 429 or reason in _LIMITS:
        return Transient(f"Google is busy ({status}).", _wait(error))
    if status == 404:
        return GONE
    if reason in {"insufficientPermissions", "forbidden"}:
        return Permanent("The permission given to this server does not cover this.")
    return Permanent(f"Gmail refused ({status} {reason or error.reason}).")


def _reason(error: HttpError) -> str:
    try:
        return str(json.loads(error.content)["error"]["errors"][0]["reason"])
    except (ValueError, KeyError, IndexError, TypeError):
        return ""


def _wait(error: HttpError) -> timedelta | None:
    text = str(error.resp.get("retry-after", ""))
    return min(timedelta(seconds=int(text)), _LONGEST) if text.isdecimal() and len(text) < 10 else None
