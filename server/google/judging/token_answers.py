"""Judges what Google's token endpoint answers instead of an access token. Pure.

Only `invalid_grant` ends a grant. What else names an error is about this server or about an organisation, and
can be repaired; anything without a name (a page, nested JSON of a gateway, nonsense) passes.

Sources: RFC 6749, section 5.2; developers.google.com/identity/protocols/oauth2/web-server; and what people
reported in public about errors that Google does not document.
"""

from __future__ import annotations

import re

from server.failures.codes import FailureCode
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.judging import error_body, pauses
from server.google.judging.answer import GoogleAnswer
from server.google.judging.api_refusals import refusal_for
from server.google.judging.error_body import ErrorBody
from server.google.judging.oauth_errors import BUSY, named_in, refusal
from server.lib.failure import Failure
from server.lib.outbox import Transient

_SESSION = re.compile(r"invalid_rapt|rapt_required|reauth", re.IGNORECASE)
_ACCOUNT_GONE = re.compile(
    r"account (?:has been|was|is) (?:deleted|disabled)|account not found", re.IGNORECASE
)
_DELEGATION = re.compile(r"any of the scopes requested|using this method", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:clock|iat and exp)\b", re.IGNORECASE)
_ROBOT = re.compile(r"\b(?:jwt|robot|service account|assertion)\b", re.IGNORECASE)  # no grant of a person


def judged(answer: GoogleAnswer) -> GoogleFailure:
    """Judge an answer that contains no access token."""
    body = error_body.read(answer)
    name = _name(body)
    if not 400 <= answer.status < 500 or answer.status in {408, 429} or name in BUSY:
        return _busy(answer, body)
    if not name:
        return _without_name(answer, body)
    if name == "invalid_grant":
        return _ended(body)
    return _refused(answer, name, body.text, body)


def _without_name(answer: GoogleAnswer, body: ErrorBody) -> GoogleFailure:
    """Judge what is no error of OAuth, but perhaps one of Google's other APIs, or a page for people."""
    page = "" if body.found else error_body.page_text(answer)
    named = named_in(page)
    if named and named not in BUSY:
        return _refused(answer, named, page, body)
    return refusal_for(answer.status, body) or _busy(answer, body)


def _refused(answer: GoogleAnswer, name: str, text: str, body: ErrorBody) -> Refused:
    delegated = name == "unauthorized_client" and _DELEGATION.search(text)
    code = FailureCode.DELEGATION_REFUSED if delegated else refusal(name, text)
    return Refused(Failure(code, {"status": answer.status, "error": name, "reason": name, **body.values}))


def _busy(answer: GoogleAnswer, body: ErrorBody) -> Transient:
    wait = pauses.of_sign_in(answer)
    if body.found or answer.status >= 500 or answer.status in {408, 429}:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY, body.values), wait)
    flaw = "no access token" if answer.status == 200 else f"HTTP {answer.status}"
    return Transient(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": flaw}), wait)


def _ended(body: ErrorBody) -> GoogleFailure:
    if _CLOCK.search(body.text):
        return Refused(Failure(FailureCode.CLOCK_WRONG, body.values))
    if _ROBOT.search(body.text):
        return Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": "invalid_grant", **body.values}))
    code = _ending(body)  # of an ended grant, Google says the same as our sentence
    return Disconnected(Failure(code) if code == FailureCode.GRANT_ENDED else Failure(code, body.values))


def _name(body: ErrorBody) -> str:
    """Return OAuth's name of the error; "" if the error is not one of OAuth."""
    return next((each for each in body.names if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", each)), "")


def _ending(body: ErrorBody) -> FailureCode:
    if any(_SESSION.search(each) for each in (*body.names, body.text)):
        return FailureCode.SESSION_CONTROL
    return FailureCode.ACCOUNT_GONE if _ACCOUNT_GONE.search(body.text) else FailureCode.GRANT_ENDED
