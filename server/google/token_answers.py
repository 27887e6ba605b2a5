"""Judges what Google's token endpoint answers instead of an access token. Pure.

Only `invalid_grant` ends a grant. What else names an error is about this server or about an organisation, and
can be repaired; anything without a name (a page, nested JSON of a gateway, nonsense) passes.

Sources: RFC 6749, section 5.2; developers.google.com/identity/protocols/oauth2/web-server; and what people
reported in public about errors that Google does not document.
"""

from __future__ import annotations

import re

from server.failures.codes import FailureCode
from server.google import error_body, pauses
from server.google.answer import Answer
from server.google.api_refusals import refusal_for
from server.google.error_body import ErrorBody
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.oauth_errors import BUSY, REFUSALS, told
from server.lib.failure import Failure, Value
from server.lib.outbox import Transient

_SESSION = re.compile(r"invalid_rapt|rapt_required|reauth", re.IGNORECASE)
_ACCOUNT_GONE = re.compile(
    r"account (?:has been|was|is) (?:deleted|disabled)|account not found", re.IGNORECASE
)
_DELEGATION = re.compile(r"any of the scopes requested|using this method", re.IGNORECASE)
_EMPTY = {"", "bad request", "unauthorized", "forbidden"}


def judged(answer: Answer) -> GoogleFailure:
    """Judge an answer that contains no access token."""
    body = error_body.read(answer)
    name = _name(body)
    if not 400 <= answer.status < 500 or answer.status in {408, 429} or name in BUSY:
        return _busy(answer)
    if not name:  # no error of OAuth, but perhaps one that Google's other APIs give
        return refusal_for(answer.status, body) or _busy(answer)
    return _of_name(name, answer, body)


def _of_name(name: str, answer: Answer, body: ErrorBody) -> GoogleFailure:
    if name == "invalid_grant":
        return Disconnected(Failure(_ending(body), _link(body)))
    if name == "unauthorized_client" and _DELEGATION.search(body.text):
        return Refused(Failure(FailureCode.DELEGATION_REFUSED, _link(body)))
    # access_denied, "Account restricted": nobody is asked here who could decline
    code = FailureCode.ADMIN_BLOCKS if name == "access_denied" else REFUSALS.get(name)
    if code is None:
        return Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": _reason(name, body), **_link(body)}))
    return Refused(Failure(code, {"status": answer.status, **told(name, body.shown), **_link(body)}))


def _busy(answer: Answer) -> Transient:
    return Transient(Failure(FailureCode.SIGN_IN_BUSY), pauses.of_sign_in(answer))


def _name(body: ErrorBody) -> str:
    """Return OAuth's name of the error; "" if the error is not one of OAuth."""
    return next((each for each in body.names if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", each)), "")


def _ending(body: ErrorBody) -> FailureCode:
    if any(_SESSION.search(each) for each in (*body.names, body.text)):
        return FailureCode.SESSION_CONTROL
    return FailureCode.ACCOUNT_GONE if _ACCOUNT_GONE.search(body.text) else FailureCode.GRANT_ENDED


def _reason(name: str, body: ErrorBody) -> str:
    text = body.shown
    return name if text.lower() in _EMPTY else f"{name}: {text}"


def _link(body: ErrorBody) -> dict[str, Value]:
    return {"link": body.link} if body.link else {}
