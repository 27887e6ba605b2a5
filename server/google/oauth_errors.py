"""Names the errors of Google's token endpoint, and of its redirect back to us. Pure.

Sources: RFC 6749, sections 4.1.2.1 and 5.2; developers.google.com/identity/protocols/oauth2/web-server; and
what people reported in public about errors that Google does not document, such as `policy_enforced`.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.failures.codes import FailureCode
from server.google import foreign_text
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


def told(error: object, text: object) -> dict[str, Value]:
    """Return an error and its description as values of a failure: cleaned, cut, without secrets."""
    return {"error": foreign_text.name(error), "text": foreign_text.line(text)}
