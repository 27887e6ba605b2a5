"""Lists the requests that are logged as security events: endpoint → what it means, by the answer's status.

A line says what happened, from which address, and to which account and session, by their numbers. It contains
nothing that a visitor typed. docs/security.md lists the events.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from quart import Quart, Response, g, request

from server.accounts.sessions import visitor_address
from server.lib.log_throttle import ThrottledLogger
from server.lib.web.problem import Problem

log = logging.getLogger(__name__)

_DONE = (200, 204, 303)  # htmx gets 204 where a browser gets 303
_TO_SIGN_IN = (204, 303)  # where somebody goes who is not signed in: nothing was done
_FLOODS = (400, 404, 410, 429, 503)  # what anyone can cause as often as they like
_SLOWED = {429: "slowed down", 503: "turned away, too busy"}
_REVOKE = "/browsers/<int(max=9223372036854775807):browser_id>"


def _done(what: str) -> dict[int, str]:
    return dict.fromkeys(_DONE, what)


TABLE: Mapping[str, Mapping[int, str]] = {
    "accounts.sign_in_attempt": {303: "signed in by password", 403: "sign-in refused", **_SLOWED},
    "accounts.sign_out": _done("signed out"),
    "accounts.set_up_attempt": {303: "owner created by set-up link", 410: "set-up link refused"},
    "accounts.password": {
        **_done("password changed"),
        **dict.fromkeys((403, 422), "password change refused"),
        **_SLOWED,
    },
    "accounts.session_end": {**_done("a session ended"), 404: "ending a session refused"},
    "accounts.other_sessions_end": _done("all other sessions ended"),
    "google.callback": {
        303: "came back from Google",
        400: "Google's answer refused",
        403: "sign-in with Google refused",
        410: "set-up link refused",
    },
    "google.disconnect": _done("Gmail disconnected"),
    "extension.pair_code": {404: "pairing code refused", **_SLOWED},
    "extension.allow": {**_done("pairing answered: allow"), 404: "pairing code refused", **_SLOWED},
    "extension.deny": {**_done("pairing answered: deny"), 404: "pairing code refused", **_SLOWED},
    "extension.revoke": {**_done("a pairing ended"), 404: "ending a pairing refused"},
    "extension_api.pairings/tokenPOST": {200: "a browser was paired"},
    "extension_api.pairingDELETE": _done("a pairing ended"),
    f"extension_api.{_REVOKE.strip('/')}DELETE": {
        **_done("a pairing ended"),
        404: "ending a pairing refused",
    },
    "status.status": {404: "status page refused"},
}
_CODES = {"forged": "a forged request was refused", "revoked": "a bearer token was refused"}


def install(app: Quart) -> None:
    """Log the events of `app`, whose guard must have been added before, because it says who is signed in."""
    floods = defaultdict[str, ThrottledLogger](lambda: ThrottledLogger(log))

    @app.before_request
    async def _remember() -> None:
        g.began_as = _who()

    @app.after_request
    async def _log(answer: Response) -> Response:
        status = answer.status_code
        code = g.get("problem_code")
        what = _CODES.get(code) or TABLE.get(request.endpoint or "", {}).get(status)
        known = any((*_who(), *g.get("began_as", ())))
        if what and (code in _CODES or (not known and status in _FLOODS)):
            floods[what].warn("security: %s", _line(what))
        elif what and (known or status not in _TO_SIGN_IN):
            log.info("security: %s", _line(what))
        return answer


def note(error: Problem) -> None:
    """Remember why the current request failed, for its line in the log."""
    g.problem_code = error.code


def _line(what: str) -> str:
    account, session = _who()
    if account is None:  # who signs out is nobody afterwards
        account, session = g.get("began_as", (None, None))
    return f"{what} address={visitor_address() or '-'} account={account or '-'} session={session or '-'}"


def _who() -> tuple[Any, Any]:
    account, session = g.get("account"), g.get("session")
    return account.id if account else None, session.id if session else None
