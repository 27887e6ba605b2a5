"""Judges what Google answers when a code is exchanged for tokens, or sends back instead of a code. Pure.

Both name the errors that a token may be refused with, too; so the rules of token_answers.py decide, and only
what is different about a code stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.failures.codes import FailureCode
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.judging import error_body, token_answers
from server.google.judging.answer import GoogleAnswer
from server.google.judging.oauth_errors import BUSY, REFUSALS, told
from server.lib.failure import Failure
from server.lib.outbox import Permanent, Transient

_OURS = {"invalid_request", "unauthorized_client", "unsupported_response_type"}  # RFC 6749, section 4.1.2.1


def judged(answer: GoogleAnswer) -> GoogleFailure:
    """Judge an answer that contains no usable tokens. The values of the failure tell the log what came."""
    found, body = token_answers.judged(answer), error_body.read(answer)
    values = {"status": answer.status, "error": body.reason, **body.values}
    match found:
        case Disconnected(Failure(FailureCode.GRANT_ENDED)):  # the person can start again
            return Permanent(Failure(FailureCode.CODE_OVER, values))
        case Refused() if body.reason == "access_denied" and not body.text:
            return Permanent(Failure(FailureCode.SIGN_IN_UNFINISHED, values))
        case Refused(Failure(code, known)):
            return Refused(Failure(code, {**values, **known}))
        case Transient(Failure(code), wait) if (
            body.found or answer.status >= 500 or answer.status in {408, 429}
        ):
            return Transient(Failure(code, values), wait)
        case Transient(_, wait):  # a page of a proxy, or JSON of another form
            flaw = flaw_in(tokens_in(answer)) if answer.status == 200 else f"HTTP {answer.status}"
            return Transient(Failure(FailureCode.GOOGLE_UNREADABLE, {**values, "error": flaw}), wait)
        case _:
            return found


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


def tokens_in(answer: GoogleAnswer) -> Mapping[str, Any]:
    """Return the JSON object that an answer contains; an empty one if it contains anything else."""
    found = error_body.json_of(answer.body)
    return found if isinstance(found, dict) else {}


def flaw_in(tokens: Mapping[str, Any]) -> str:
    """Say what makes an answer unusable as tokens; "" if nothing does."""
    if not tokens:
        return "no JSON object"
    if not isinstance(tokens.get("id_token"), str) or not tokens["id_token"]:
        return "no id_token"
    wrong = (name for name in ("refresh_token", "scope") if not isinstance(tokens.get(name), str | None))
    return next((f"unusable {name}" for name in wrong), "")
