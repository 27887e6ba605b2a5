"""Answers of Google in all the forms that its services use, and what is made of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from server.failures.wording import failure_sentence
from server.google.failures import (
    GoogleFailure,
)
from server.google.judging.answers import Endpoint, GoogleAnswer, judge

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
CONSOLE = "https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=123"
ROBOT = (
    "<!DOCTYPE html><title>Error {0}</title><style>p{{top:0}}</style><b>{0}.</b> <ins>That’s an error.</ins>"
)


def answer(status: int, body: Any = "", **headers: str) -> GoogleAnswer:
    raw = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
    return GoogleAnswer(status, {name.replace("_", "-"): value for name, value in headers.items()}, raw, NOW)


def at_token(status: int, body: Any = "", **headers: str) -> GoogleFailure:
    return judge(Endpoint.TOKEN, answer(status, body, **headers))


def at_api(status: int, body: Any = "", **headers: str) -> GoogleFailure:
    return judge(Endpoint.API, answer(status, body, **headers))


def oauth(error: Any, text: str = "") -> dict[str, Any]:
    return {"error": error} | ({"error_description": text} if text else {})


def older(status: int, reason: str, text: str = "") -> dict[str, Any]:
    """An error as Google's older APIs give it."""
    inner = {"domain": "global", "reason": reason, "message": text}
    return {"error": {"errors": [inner], "code": status, "message": text}}


def newer(status: int, name: str, text: str = "", *details: dict[str, Any]) -> dict[str, Any]:
    """An error as Google's newer APIs give it (AIP-193)."""
    return {"error": {"code": status, "message": text, "status": name, "details": list(details)}}


def reason(name: str, **metadata: str) -> dict[str, Any]:
    kind = "type.googleapis.com/google.rpc.ErrorInfo"
    return {"@type": kind, "reason": name, "domain": "googleapis.com", "metadata": metadata}


def words(failure: GoogleFailure) -> str:
    return failure_sentence(failure.reason)
