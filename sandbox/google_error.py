"""Builds error responses in the forms that Google uses: the API's older and newer form, and OAuth's.

The API's forms: https://developers.google.com/workspace/gmail/api/guides/handle-errors (`errors`), and
https://google.aip.dev/193 (`status` and `details`). Most answers have both; some have only one.
"""

from dataclasses import dataclass
from typing import Any

from quart import Response

from sandbox.reply import json_reply

KNOWN = {
    400: ("INVALID_ARGUMENT", "invalidArgument", "Request contains an invalid argument."),
    401: (
        "UNAUTHENTICATED",
        "authError",
        "Request had invalid authentication credentials. Expected OAuth 2 access token or login cookie.",
    ),
    403: ("PERMISSION_DENIED", "insufficientPermissions", "Request had insufficient authentication scopes."),
    404: ("NOT_FOUND", "notFound", "Requested entity was not found."),
    409: ("ABORTED", "aborted", "Label name exists or conflicts"),
    429: ("RESOURCE_EXHAUSTED", "rateLimitExceeded", "Too many concurrent requests for user"),
    500: ("INTERNAL", "backendError", "Internal error encountered."),
    503: ("UNAVAILABLE", "backendError", "The service is currently unavailable."),
}
OAUTH = {400: "invalid_grant", 401: "invalid_client", 403: "access_denied", 429: "slow_down"}
DETAIL = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "googleapis.com"}
PROJECT = "314159265358"
CONSOLE = f"https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project={PROJECT}"
OFF = (
    f"Gmail API has not been used in project {PROJECT} before or it is disabled. Enable it by visiting "
    f"{CONSOLE} then retry. If you enabled this API recently, wait a few minutes for the action to propagate "
    "to our systems and retry."
)


@dataclass(frozen=True, slots=True)
class Reason:
    """What Google answers for a reason: `form` is old (only `errors`), new (only `details`) or both."""

    status: int
    message: str
    form: str = "both"
    domain: str = "global"
    name: str = ""
    more: tuple[tuple[str, str], ...] = ()


REASONS = {
    "accessNotConfigured": Reason(403, OFF, "old", "usageLimits", more=(("extendedHelp", CONSOLE),)),
    "SERVICE_DISABLED": Reason(403, OFF, "new", more=(("serviceTitle", "Gmail API"),)),
    "CONSUMER_SUSPENDED": Reason(
        403, f"Permission denied: Consumer 'project_number:{PROJECT}' has been suspended.", "new"
    ),
    "domainPolicy": Reason(403, "The domain administrators have disabled Gmail apps."),
    "failedPrecondition": Reason(400, "Mail service not enabled", name="FAILED_PRECONDITION"),
    "dailyLimitExceeded": Reason(403, "Daily Limit Exceeded", "old", "usageLimits"),
    "userRateLimitExceeded": Reason(403, "User Rate Limit Exceeded", "old", "usageLimits"),
    "quotaExceeded": Reason(403, "Quota exceeded.", "old", "usageLimits"),
    "RESOURCE_EXHAUSTED": Reason(429, "Resource has been exhausted (e.g. check quota).", "bare"),
    "RATE_LIMIT_EXCEEDED": Reason(
        429,
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service "
        f"'gmail.googleapis.com' for consumer 'project_number:{PROJECT}'.",
        "new",
        more=(("quota_limit", "UserQueriesPerMinute"),),
    ),
}
OAUTH_REASONS: dict[str, tuple[int, dict[str, str]]] = {
    "invalid_grant": (400, {"error_description": "Token has been expired or revoked."}),
    "invalid_rapt": (
        400,
        {
            "error": "invalid_grant",
            "error_description": "reauth related error (invalid_rapt)",
            "error_uri": "https://support.google.com/a/answer/9368756",
            "error_subtype": "invalid_rapt",
        },
    ),
    "deleted_account": (400, {"error": "invalid_grant", "error_description": "Account has been deleted"}),
    "deleted_client": (401, {"error_description": "The OAuth client was deleted."}),
    "disabled_client": (401, {"error_description": "The OAuth client was disabled."}),
    "unknown_client": (
        401,
        {"error": "invalid_client", "error_description": "The OAuth client was not found."},
    ),
    "invalid_client": (401, {"error_description": "The provided client secret is invalid."}),
    "unauthorized_client": (401, {"error_description": "Unauthorized"}),
    "admin_policy_enforced": (400, {}),
    "internal_failure": (500, {}),
    "temporarily_unavailable": (503, {}),
}


def google_error(status: int, reason: str | None = None, message: str | None = None) -> Response:
    """Build an error of a Google API (google.rpc.Status and the older `errors` list)."""
    name, usual, words = KNOWN.get(status, ("UNKNOWN", "backendError", "The request failed."))
    known = REASONS.get(reason or "")
    reason, message = reason or usual, message or (known.message if known else words)
    error: dict[str, Any] = {"code": status, "message": message}
    form = known.form if known else "both"
    if form in ("both", "old"):
        error["errors"] = [_inner(status, reason, message, known)]
    if form != "old":
        error["status"] = (known and known.name) or name
    if form == "new":
        error["details"] = _details(reason, known)
    if reason == "insufficientPermissions":
        error["details"] = [{**DETAIL, "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]
    answer = json_reply({"error": error}, status)
    if status == 401:
        answer.headers["WWW-Authenticate"] = (
            'Bearer realm="https://accounts.google.com/", error="invalid_token"'
        )
    return answer


def _inner(status: int, reason: str, message: str, known: Reason | None) -> dict[str, str]:
    usual = "usageLimits" if reason.endswith("LimitExceeded") else "global"
    inner = {"message": message, "domain": known.domain if known else usual, "reason": reason}
    if status == 401:
        inner |= {"message": "Invalid Credentials", "location": "Authorization", "locationType": "header"}
    return inner | dict(known.more if known else ())


def _details(reason: str, known: Reason | None) -> list[dict[str, Any]]:
    metadata = {"service": "gmail.googleapis.com", "consumer": f"projects/{PROJECT}"}
    details: list[dict[str, Any]] = [
        {**DETAIL, "reason": reason, "metadata": metadata | dict(known.more if known else ())}
    ]
    if reason == "SERVICE_DISABLED":
        link = {"description": "Google developers console API activation", "url": CONSOLE}
        details.append({"@type": "type.googleapis.com/google.rpc.Help", "links": [link]})
    return details


def oauth_error(error: str | None, status: int = 400, description: str = "Bad Request") -> Response:
    """Build an error of the token endpoints (RFC 6749 section 5.2)."""
    name = error or OAUTH.get(status, "internal_failure")
    return json_reply({"error": name, "error_description": description}, status)


def oauth_refusal(reason: str, status: int | None = None) -> Response:
    """Build the error of the token endpoints for one of OAUTH_REASONS, as Google words it."""
    usual, values = OAUTH_REASONS[reason]
    return json_reply({"error": reason, **values}, status or usual)
