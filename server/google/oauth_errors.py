"""Names the errors of Google's token endpoint, and of its redirect back to us. Pure.

Sources: RFC 6749, sections 4.1.2.1 and 5.2; developers.google.com/identity/protocols/oauth2/web-server; and what
people reported in public about errors that Google does not document, such as `policy_enforced`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from server.failures.codes import FailureCode
from server.lib.failure import Value
from server.lib.plain_text import plain_line

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

# Tokens, codes, secrets and other long random words. A client ID is public, and says which one is meant.
_SECRET = re.compile(
    r"(?:ya29\.|1//|4/|GOCSPX-|eyJ)[\w.~+/=-]{6,}|[\w+/=-]{30,}+(?!\.apps\.googleusercontent\.com)"
)
_ERROR, _TEXT = 60, 200  # characters


def told(error: object, text: object) -> dict[str, Value]:
    """Return an error and its description as values of a failure: one line each, cut, without secrets."""
    return {"error": safe(error, _ERROR), "text": safe(text, _TEXT)}


def safe(text: object, most: int = _TEXT) -> str:
    """Return a text of Google for the log: one line, cut, without secrets; "" for anything but a text."""
    return _SECRET.sub("…", plain_line(text, 2 * most))[:most] if isinstance(text, str) else ""
