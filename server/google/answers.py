"""Judges an answer of Google: busy, refused for now, ended, or never. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from server.failures.codes import FailureCode
from server.google import code_answers
from server.google.failures import GONE, Disconnected, GoogleFailure, Refused, Unsure
from server.lib.failure import Failure
from server.lib.outbox import Permanent, Transient

_LONGEST = timedelta(hours=1)
_LIMITS = {"rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded"}


class Endpoint(StrEnum):
    """What was asked: for an access token, for the tokens of a code, or anything of the Gmail API."""

    TOKEN = "token"
    CODE = "code"
    API = "api"


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def judge(endpoint: Endpoint, answer: Answer) -> GoogleFailure:
    """Judge an answer that is not the wanted one."""
    if endpoint == Endpoint.API:
        return _of_api(answer)
    if endpoint == Endpoint.CODE:
        return code_answers.judged(answer, _wait(answer))
    return _of_token(answer)


def _of_token(answer: Answer) -> GoogleFailure:
    code = str(_object(answer.body).get("error", ""))
    if code == "invalid_grant":
        return Disconnected(Failure(FailureCode.GRANT_ENDED))
    if answer.status >= 500 or answer.status in {408, 429} or not code:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY), _wait(answer))
    return Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": code}))


def _of_api(answer: Answer) -> GoogleFailure:
    status, reason = answer.status, _reason(answer)
    if status < 400:
        return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": f"HTTP {status}"}))
    if status >= 500:
        return Unsure(Failure(FailureCode.GOOGLE_BUSY, {"status": status}), _wait(answer))
    if status in {401, 429} or reason in _LIMITS:
        code = FailureCode.GRANT_REFUSED if status == 401 else FailureCode.GOOGLE_BUSY
        return Transient(Failure(code, {} if status == 401 else {"status": status}), _wait(answer))
    if status == 404:
        return GONE
    if reason in {"insufficientPermissions", "forbidden"}:
        return Refused(Failure(FailureCode.NOT_PERMITTED))
    return Permanent(Failure(FailureCode.GMAIL_REFUSED, {"status": status, "reason": reason}))


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _reason(answer: Answer) -> str:
    try:
        return str(_object(answer.body)["error"]["errors"][0]["reason"])
    except (KeyError, IndexError, TypeError):
        return ""


def _wait(answer: Answer) -> timedelta | None:
    text = answer.headers.get("retry-after", "")
    return min(timedelta(seconds=int(text)), _LONGEST) if text.isdecimal() and len(text) < 10 else None
