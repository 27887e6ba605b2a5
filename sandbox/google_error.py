"""Builds error responses in the two forms that Google uses."""

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


def google_error(status: int, reason: str | None = None, message: str | None = None) -> Response:
    """Build an error of a Google API (google.rpc.Status with the older `errors` list)."""
    name, usual, words = KNOWN.get(status, ("UNKNOWN", "backendError", "The request failed."))
    reason, message = reason or usual, message or words
    domain = "usageLimits" if reason.endswith("LimitExceeded") else "global"
    inner: dict[str, object] = {"message": message, "domain": domain, "reason": reason}
    if status == 401:
        inner |= {"message": "Invalid Credentials", "location": "Authorization", "locationType": "header"}
    error: dict[str, object] = {"code": status, "message": message, "errors": [inner], "status": name}
    if reason == "insufficientPermissions":
        error["details"] = [{**DETAIL, "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]
    answer = json_reply({"error": error}, status)
    if status == 401:
        answer.headers["WWW-Authenticate"] = (
            'Bearer realm="https://accounts.google.com/", error="invalid_token"'
        )
    return answer


def oauth_error(error: str | None, status: int = 400, description: str = "Bad Request") -> Response:
    """Build an error of the token endpoints (RFC 6749 section 5.2)."""
    name = error or OAUTH.get(status, "internal_failure")
    return json_reply({"error": name, "error_description": description}, status)
