"""Names the errors of Google's token endpoint, and of its redirect back to us. Pure.

Sources: RFC 6749, sections 4.1.2.1 and 5.2; developers.google.com/identity/protocols/oauth2/web-server; and
what people reported in public about errors that Google does not document, such as `policy_enforced`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from server.failures.codes import FailureCode
from server.google.judging import foreign_text
from server.lib.failure import Value

REFUSALS: Mapping[str, FailureCode] = {
    "invalid_client": FailureCode.CLIENT_UNKNOWN,
    "deleted_client": FailureCode.CLIENT_DELETED,
    "disabled_client": FailureCode.CLIENT_DISABLED,
    "redirect_uri_mismatch": FailureCode.CLIENT_ELSEWHERE,
    "restricted_client": FailureCode.CONSENT_UNCONFIGURED,
    "invalid_scope": FailureCode.CONSENT_UNCONFIGURED,
    "org_internal": FailureCode.ORG_INTERNAL,
    "admin_policy_enforced": FailureCode.ADMIN_BLOCKS,
    "access_not_configured": FailureCode.ADMIN_BLOCKS,
    "app_not_configured_for_user": FailureCode.ADMIN_BLOCKS,
    "policy_enforced": FailureCode.ADVANCED_PROTECTION,
    "disallowed_useragent": FailureCode.EMBEDDED_BROWSER,
}
"""What somebody can repair, by Google's error; `failures.REPAIRS` says who."""

BUSY = frozenset(
    {
        "backend_error",
        "internal_error",
        "internal_failure",
        "rate_limit_exceeded",
        "server_error",
        "slow_down",
        "temporarily_unavailable",
    }
)
"""What passes by itself, whatever the status is."""


# How Google's pages for people name an error, in any language: "Error 401: deleted_client", "403 오류:
# org_internal", "Error 400 (redirect_uri_mismatch)". Not among them is invalid_grant: a page ends nothing.
_ON_PAGES = "|".join([*REFUSALS, *BUSY, "access_denied", "invalid_request"])
_NAMED = re.compile(rf"\b4\d\d\b\W{{0,3}}\w{{0,12}}\W{{0,3}}\b({_ON_PAGES})\b")
_TESTING = re.compile(r"\b(?:test(?:er|ing|er’s|ers| users?)|verification process)\b", re.IGNORECASE)


def refusal(error: str, text: str) -> FailureCode:
    """Return what an error of Google means that somebody can repair. `text`: what Google says about it."""
    if error == "access_denied":  # with "Account restricted", or bare: nobody is asked here who could decline
        return FailureCode.NOT_A_TESTER if _TESTING.search(text) else FailureCode.ADMIN_BLOCKS
    return REFUSALS.get(error, FailureCode.SERVER_REFUSED)


def named_in(page: str) -> str:
    """Return the error that a page of Google for people names; "" if it names none."""
    found = _NAMED.search(page)
    return found[1] if found else ""


def told(error: object, text: object) -> dict[str, Value]:
    """Return an error and its description as values of a failure: cleaned, cut, without secrets."""
    return {"error": foreign_text.name(error), "text": foreign_text.line(text)}
