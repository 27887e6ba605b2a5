"""Judges what Google's token endpoint answers instead of an access token. Pure.

Only `invalid_grant` ends a grant. What else names an error is about this server or about an organisation, and
can be repaired; anything without a name (a page, nested JSON of a gateway, nonsense) passes.

Sources: RFC 6749, section 5.2; developers.google.com/identity/protocols/oauth2/web-server; and what people reported
in public about errors that Google does not document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from server.failures.codes import FailureCode
from server.google import error_body, pauses
from server.google.answer import Answer
from server.google.api_refusals import refusal_for
from server.google.error_body import ErrorBody
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.lib.failure import Failure, Value
from server.lib.outbox import Transient

REFUSALS: Mapping[str, FailureCode] = {
    "adminpolicyenforced": FailureCode.DOMAIN_POLICY,
    "accessdenied": FailureCode.DOMAIN_POLICY,  # "Account restricted": nobody is asked who could decline
    "orginternal": FailureCode.SERVER_REFUSED,
}
_BUSY = {
    "authorizationpending",
    "backenderror",
    "internal",
    "internalerror",
    "internalfailure",
    "quotaexceeded",
    "ratelimitexceeded",
    "resourceexhausted",
    "servererror",
    "slowdown",
    "temporarilyunavailable",
    "unavailable",
}
_SESSION = re.compile(r"invalid_rapt|rapt_required|reauth", re.IGNORECASE)
_ACCOUNT_GONE = re.compile(
    r"account (?:has been|was|is) (?:deleted|disabled)|account not found", re.IGNORECASE
)
_DELEGATION = re.compile(r"any of the scopes requested|using this method", re.IGNORECASE)
_EMPTY = {"", "bad request", "unauthorized", "forbidden"}


def judged(answer: Answer) -> GoogleFailure:
    """Judge an answer that contains no access token."""
    body = error_body.read(answer)
    name = error_body.key_of(_name(body))
    if not 400 <= answer.status < 500 or answer.status in {408, 429} or name in _BUSY:
        return _busy(answer, body)
    if not name:  # no error of OAuth, but perhaps one that Google's other APIs give
        return refusal_for(answer.status, body) or _busy(answer, body)
    if name == "invalidgrant":
        return Disconnected(Failure(_ending(body), _link(body)))
    if name == "unauthorizedclient" and _DELEGATION.search(body.text):
        return Refused(Failure(FailureCode.DELEGATION_REFUSED, _link(body)))
    code = REFUSALS.get(name, FailureCode.SERVER_REFUSED)
    return Refused(Failure(code, {"reason": _reason(body), **_link(body)}))


def _busy(answer: Answer, body: ErrorBody) -> Transient:
    words = body.text or error_body.page_text(answer)
    longest = pauses.LIMIT if answer.status == 429 else pauses.BUSY
    return Transient(Failure(FailureCode.SIGN_IN_BUSY), pauses.asked(answer, body, words, longest))


def _name(body: ErrorBody) -> str:
    """Return OAuth's name of the error; "" if the error is not one of OAuth."""
    return next((each for each in body.names if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", each)), "")


def _ending(body: ErrorBody) -> FailureCode:
    if any(_SESSION.search(each) for each in (*body.names, body.text)):
        return FailureCode.SESSION_CONTROL
    return FailureCode.ACCOUNT_GONE if _ACCOUNT_GONE.search(body.text) else FailureCode.GRANT_ENDED


def _reason(body: ErrorBody) -> str:
    text = body.shown
    return _name(body) if text.lower() in _EMPTY else f"{_name(body)}: {text}"


def _link(body: ErrorBody) -> dict[str, Value]:
    return {"link": body.link} if body.link else {}
