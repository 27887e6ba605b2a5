"""What Google answers is busy, refused for now, ended or never; and it is said who can repair it, and how."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.failures.codes import FailureCode as Code
from server.failures.wording import failure_sentence
from server.google.answers import Answer, Endpoint, judge
from server.google.failures import (
    CONCERNS_ONE_REQUEST,
    GONE,
    REPAIRS,
    Disconnected,
    GoogleFailure,
    Refused,
    Who,
    who_repairs,
)
from server.lib.outbox import Permanent, Transient

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
CONSOLE = "https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=123"
ROBOT = (
    "<!DOCTYPE html><title>Error {0}</title><style>p{{top:0}}</style><b>{0}.</b> <ins>That’s an error.</ins>"
)


def answer(status: int, body: Any = "", **headers: str) -> Answer:
    raw = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, raw, NOW)


def at_token(status: int, body: Any = "", **headers: str) -> GoogleFailure:
    return judge(Endpoint.TOKEN, answer(status, body, **headers))


def at_api(status: int, body: Any = "", **headers: str) -> GoogleFailure:
    return judge(Endpoint.API, answer(status, body, **headers))


def oauth(error: Any, text: str = "") -> dict[str, Any]:
    return {"error": error} | ({"error_description": text} if text else {})


def older(status: int, reason: str, text: str = "") -> dict[str, Any]:
    """An error as Google's older APIs give it."""
    inner = {"domain": "global", "reason": reason, "message": text}
    return {"error": {"errors": [inner], "code": status, "message": text}}


def newer(status: int, name: str, text: str = "", *details: dict[str, Any]) -> dict[str, Any]:
    """An error as Google's newer APIs give it (AIP-193)."""
    return {"error": {"code": status, "message": text, "status": name, "details": list(details)}}


def reason(name: str, **metadata: str) -> dict[str, Any]:
    kind = "type.googleapis.com/google.rpc.ErrorInfo"
    return {"@type": kind, "reason": name, "domain": "googleapis.com", "metadata": metadata}


def words(failure: GoogleFailure) -> str:
    return failure_sentence(failure.reason)


@pytest.mark.parametrize(
    ("body", "code", "who"),
    [
        (oauth("invalid_grant", "Token has been expired or revoked."), Code.GRANT_ENDED, Who.PERSON),
        (oauth("invalid_grant", "Bad Request"), Code.GRANT_ENDED, Who.PERSON),
        (oauth("invalid_grant") | {"error_subtype": "invalid_rapt"}, Code.SESSION_CONTROL, Who.PERSON),
        (oauth("invalid_grant", "reauth related error (rapt_required)"), Code.SESSION_CONTROL, Who.PERSON),
        (oauth("invalid_grant", "Account has been deleted"), Code.ACCOUNT_GONE, Who.ADMIN),
    ],
)
def test_invalid_grant_ends_a_grant(body: Any, code: Code, who: Who) -> None:
    failure = at_token(400, body)
    assert isinstance(failure, Disconnected)
    assert (failure.reason.code, who_repairs(failure)) == (code, who)


def test_session_control_of_an_organisation_is_named_with_what_an_administrator_can_set() -> None:
    body = oauth("invalid_grant", "reauth related error (invalid_rapt)")
    body |= {"error_subtype": "invalid_rapt", "error_uri": "https://support.google.com/a/answer/9368756"}
    said = words(at_token(400, body))
    assert "session control" in said
    assert "Admin console" in said
    assert said.endswith("https://support.google.com/a/answer/9368756")


@pytest.mark.parametrize(
    ("status", "body", "code", "who"),
    [
        (401, oauth("invalid_client", "Unauthorized"), Code.CLIENT_UNKNOWN, Who.OWNER),
        (401, oauth("deleted_client", "The OAuth client was deleted."), Code.CLIENT_DELETED, Who.OWNER),
        (401, oauth("disabled_client", "The OAuth client was disabled."), Code.CLIENT_DISABLED, Who.OWNER),
        (401, oauth("unauthorized_client", "Unauthorized"), Code.SERVER_REFUSED, Who.OWNER),
        (403, oauth("org_internal"), Code.ORG_INTERNAL, Who.OWNER),
        (400, oauth("admin_policy_enforced"), Code.ADMIN_BLOCKS, Who.ADMIN),
        (400, oauth("access_denied", "Account restricted"), Code.ADMIN_BLOCKS, Who.ADMIN),
        (400, oauth("never_heard_of", "New."), Code.SERVER_REFUSED, Who.OWNER),
        (
            401,
            oauth("unauthorized_client", "not authorized for any of the scopes requested."),
            Code.DELEGATION_REFUSED,
            Who.ADMIN,
        ),
        (400, oauth("invalid_grant", "Invalid JWT: use a clock with skew"), Code.CLOCK_WRONG, Who.OWNER),
        (401, "<html><h1>Erro 401: deleted_client</h1></html>", Code.CLIENT_DELETED, Who.OWNER),
        (403, "<h1>403 오류: org_internal</h1>", Code.ORG_INTERNAL, Who.OWNER),
        (403, "<p>Error 403: access_denied</p>developer-approved testers", Code.NOT_A_TESTER, Who.OWNER),
        (407, "<html>Anmelden</html>", Code.PROXY_REFUSES, Who.OWNER),
        (
            403,
            newer(403, "PERMISSION_DENIED", "", reason("CONSUMER_SUSPENDED")),
            Code.PROJECT_SUSPENDED,
            Who.OWNER,
        ),
    ],
)
def test_other_errors_of_the_token_endpoint_wait_for_who_can_repair_them(
    status: int, body: Any, code: Code, who: Who
) -> None:
    failure = at_token(status, body)
    assert isinstance(failure, Refused)
    assert (failure.reason.code, failure.who) == (code, who)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, oauth("internal_failure")),
        (503, oauth("invalid_grant")),
        (502, ROBOT.format(502)),
        (429, oauth("invalid_client")),
        (408, ""),
        (403, oauth("rate_limit_exceeded")),
        (400, oauth("temporarily_unavailable")),
        (400, ""),
        (400, "{"),
        (400, "invalid_grant"),
        (400, "<html>Error 400: invalid_grant</html>"),
        (400, "<html>The filter of your company says: invalid_request</html>"),
        (400, oauth(7)),
        (400, oauth({})),
        (400, oauth({"code": 400, "message": "odd", "status": "INVALID_ARGUMENT"})),
        (400, {"errors": "odd"}),
        (404, "<html>"),
        (200, oauth("invalid_grant")),
        (200, "Anmeldung nötig".encode("latin-1")),
        (200, {}),
        (307, ""),
        (400, b'{"a":' * 100_000),
    ],
)
def test_whatever_names_no_error_passes_within_seconds(status: int, body: Any) -> None:
    failure = at_token(status, body)
    assert isinstance(failure, Transient)
    assert who_repairs(failure) == Who.NOBODY
    assert failure.wait is None


@pytest.mark.parametrize(
    ("status", "body", "code", "who"),
    [
        (403, older(403, "accessNotConfigured"), Code.API_DISABLED, Who.OWNER),
        (403, newer(403, "PERMISSION_DENIED", "", reason("SERVICE_DISABLED")), Code.API_DISABLED, Who.OWNER),
        (
            403,
            newer(403, "PERMISSION_DENIED", "Gmail API has not been used in project 1"),
            Code.API_DISABLED,
            Who.OWNER,
        ),
        (
            403,
            older(403, "forbidden", "Consumer 'project:x' has been suspended."),
            Code.PROJECT_SUSPENDED,
            Who.OWNER,
        ),
        (403, newer(403, "PERMISSION_DENIED", "Project 7 was deleted"), Code.PROJECT_DELETED, Who.OWNER),
        (
            403,
            newer(403, "PERMISSION_DENIED", "", reason("BILLING_DISABLED")),
            Code.PROJECT_BILLING,
            Who.OWNER,
        ),
        (
            429,
            newer(429, "RESOURCE_EXHAUSTED", "", reason("RATE_LIMIT_EXCEEDED", quota_limit_value="0")),
            Code.PROJECT_QUOTA,
            Who.OWNER,
        ),
        (
            403,
            older(403, "domainPolicy", "The domain administrators have disabled Gmail apps."),
            Code.DOMAIN_POLICY,
            Who.ADMIN,
        ),
        (403, older(403, "domainCannotUseApis"), Code.DOMAIN_POLICY, Who.ADMIN),
        (403, older(403, "userSuspended"), Code.ACCOUNT_SUSPENDED, Who.ADMIN),
        (400, older(400, "failedPrecondition", "Mail service not enabled"), Code.NO_GMAIL, Who.PERSON),
        (400, older(400, "failedPrecondition", "Precondition check failed."), Code.PRECONDITION, Who.PERSON),
        (400, newer(400, "FAILED_PRECONDITION"), Code.PRECONDITION, Who.PERSON),
        (403, older(403, "insufficientPermissions"), Code.NOT_PERMITTED, Who.PERSON),
        (403, newer(403, "X", "", reason("ACCESS_TOKEN_SCOPE_INSUFFICIENT")), Code.NOT_PERMITTED, Who.PERSON),
        (
            403,
            older(403, "forbidden", "Metadata scope does not support 'q' parameter"),
            Code.NOT_PERMITTED,
            Who.PERSON,
        ),
        (
            403,
            older(403, "forbidden", "Delegation denied for bob@example.com"),
            Code.OTHER_MAILBOX,
            Who.PERSON,
        ),
        (403, older(403, "storageQuotaExceeded"), Code.MAILBOX_FULL, Who.PERSON),
        (403, older(403, "neverHeardOf"), Code.GMAIL_REFUSES, Who.OWNER),
        (403, "", Code.GMAIL_REFUSES, Who.OWNER),
        (403, ROBOT.format(403), Code.NETWORK_REFUSED, Who.OWNER),
        (407, "", Code.PROXY_REFUSES, Who.OWNER),
        (403, [older(403, "accessNotConfigured")], Code.API_DISABLED, Who.OWNER),
        (403, {"error": json.loads(json.dumps(older(403, "domainPolicy")))}, Code.DOMAIN_POLICY, Who.ADMIN),
        (
            403,
            {"error": {"code": 1, "message": json.dumps(older(403, "domainPolicy"))}},
            Code.DOMAIN_POLICY,
            Who.ADMIN,
        ),
        (200, older(403, "accessNotConfigured"), Code.API_DISABLED, Who.OWNER),
    ],
)
def test_what_somebody_can_repair_at_the_api_waits_for_them(
    status: int, body: Any, code: Code, who: Who
) -> None:
    failure = at_api(status, body)
    assert isinstance(failure, Refused)
    assert (failure.reason.code, failure.who) == (code, who)


@pytest.mark.parametrize("code", sorted(CONCERNS_ONE_REQUEST))
def test_who_repairs_the_refusal_of_one_request_is_known(code: Code) -> None:
    assert code in REPAIRS


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (401, older(401, "authError", "Invalid Credentials"), Code.GRANT_REFUSED),
        (401, ROBOT.format(401), Code.GRANT_REFUSED),
        (403, older(403, "userRateLimitExceeded"), Code.RATE_LIMIT),
        (403, newer(403, "PERMISSION_DENIED", "", reason("RATE_LIMIT_EXCEEDED")), Code.RATE_LIMIT),
        (429, newer(429, "RESOURCE_EXHAUSTED", "Too many concurrent requests for user"), Code.RATE_LIMIT),
        (429, "", Code.RATE_LIMIT),
        (403, older(403, "dailyLimitExceeded"), Code.DAILY_LIMIT),
        (403, newer(403, "RESOURCE_EXHAUSTED", "limit 'Queries per day' of service"), Code.DAILY_LIMIT),
        (408, "", Code.GOOGLE_BUSY),
        (409, newer(409, "ABORTED", "The operation was aborted."), Code.GOOGLE_BUSY),
        (500, older(500, "backendError"), Code.GOOGLE_BUSY),
        (502, ROBOT.format(502), Code.GOOGLE_BUSY),
        (503, b"\xff", Code.GOOGLE_BUSY),
        (200, "<html>Sign in to this network</html>", Code.GOOGLE_UNREADABLE),
        (200, "Anmeldung nötig".encode("latin-1"), Code.GOOGLE_UNREADABLE),
        (302, "", Code.GOOGLE_UNREADABLE),
        (403, "<html>Blocked by your company</html>", Code.GOOGLE_UNREADABLE),
        (404, "<html>No such page here</html>", Code.GOOGLE_UNREADABLE),
    ],
)
def test_what_passes_at_the_api_is_busy(status: int, body: Any, code: Code) -> None:
    failure = at_api(status, body)
    assert isinstance(failure, Transient)
    assert failure.reason.code == code


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (404, older(404, "notFound"), Code.GMAIL_MESSAGE_GONE),
        (404, "", Code.GMAIL_MESSAGE_GONE),
        (404, "Not Found", Code.GMAIL_MESSAGE_GONE),
        (410, newer(410, "GONE"), Code.GMAIL_MESSAGE_GONE),
        (413, ROBOT.format(413), Code.MAIL_TOO_LARGE),
        (400, older(400, "invalidArgument", "Message too large"), Code.MAIL_TOO_LARGE),
        (400, older(400, "invalidArgument", "Invalid To header"), Code.ADDRESS_REFUSED),
        (400, older(400, "invalidArgument", "Invalid id value"), Code.REQUEST_INVALID),
        (400, older(400, "failedPrecondition", "Unrecognized forwarding address"), Code.REQUEST_INVALID),
        (400, ROBOT.format(400), Code.REQUEST_INVALID),
        (411, ROBOT.format(411), Code.REQUEST_INVALID),
        (412, older(412, "conditionNotMet"), Code.REQUEST_INVALID),
        (409, newer(409, "ABORTED", "Label name exists or conflicts"), Code.REQUEST_INVALID),
    ],
)
def test_what_nobody_can_repair_is_never(status: int, body: Any, code: Code) -> None:
    failure = at_api(status, body)
    assert isinstance(failure, Permanent)
    assert failure.reason.code == code
    assert (failure == GONE) == (code == Code.GMAIL_MESSAGE_GONE)


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry_after": "7"}, "", 7),
        ({"retry_after": "7", "date": "nonsense"}, "", 7),
        ({"retry_after": "999999999"}, "", 600),
        ({"retry_after": "99999999999999"}, "", None),
        ({"retry_after": "-5"}, "", None),
        ({"retry_after": "0"}, "", None),
        ({"retry_after": "Mon, 30 Nov 2026 12:01:30 GMT"}, "", 90),
        ({"retry_after": "Mon, 30 Nov 2026 11:00:00 GMT"}, "", None),
        # A clock of ours that is an hour slow: Google's own counts.
        ({"retry_after": "Mon, 30 Nov 2026 13:00:30 GMT", "date": "Mon, 30 Nov 2026 13:00:00 GMT"}, "", 30),
        ({}, newer(503, "UNAVAILABLE", "", {"@type": "x/google.rpc.RetryInfo", "retryDelay": "4.5s"}), 4.5),
        ({}, "<p>Please try again in 30 seconds.", 30),
    ],
)
def test_the_pause_that_google_asks_for_is_kept(
    headers: dict[str, str], body: Any, seconds: float | None
) -> None:
    failure = at_api(503, body, **headers)
    assert isinstance(failure, Transient)
    assert failure.wait == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize("time", ["2026-12-01T08:00:00.000Z", "2026-12-01T09:00:00+01:00"])
def test_the_limit_of_sent_mails_lasts_until_the_time_that_gmail_names(time: str) -> None:
    text = f"User-rate limit exceeded.  Retry after {time} (Mail sending)"
    failure = at_api(429, older(429, "rateLimitExceeded", text))
    assert isinstance(failure, Transient)
    assert (failure.reason.code, failure.wait) == (Code.SENDING_LIMIT, timedelta(hours=20))
    assert failure.reason.values["until"] == "2026-12-01T08:00:00+00:00"


def test_a_limit_of_sent_mails_without_a_time_is_tried_again_in_an_hour_and_one_far_off_in_a_day() -> None:
    for text, hours in (
        ("Daily user sending limit exceeded", 1),
        ("Rate limit exceeded. Retry after 2099-01-01T00:00:00Z (Mail sending)", 24),
        ("Rate limit exceeded. Retry after 2020-01-01T00:00:00Z (Mail sending)", 1),
    ):
        failure = at_api(429, older(429, "rateLimitExceeded", text))
        assert isinstance(failure, Transient)
        assert (failure.reason.code, failure.wait) == (Code.SENDING_LIMIT, timedelta(hours=hours))


def test_a_limit_on_reading_with_a_time_does_not_stop_sending() -> None:
    failure = at_api(429, older(429, "rateLimitExceeded", "Retry after 2026-11-30T15:00:00.5Z"))
    assert isinstance(failure, Transient)
    assert (failure.reason.code, failure.wait) == (Code.RATE_LIMIT, timedelta(hours=3, seconds=0.5))


def test_googles_link_and_sentence_are_told() -> None:
    text = f"Gmail API has not been used in project 123 before or it is disabled. Enable it at {CONSOLE} then"
    said = words(at_api(403, older(403, "accessNotConfigured", text)))
    assert said.endswith(f"See Google’s page: {CONSOLE}")
    assert "Google says: “Gmail API has not been used in project 123 before" in said


@pytest.mark.parametrize(
    "link",
    [
        "https://console.developers.google.com.evil.example/x",
        "https://evil.example/console.developers.google.com",
        "http://console.developers.google.com/x",
        "https://console.developers.google.com@evil.example/",
        "https://user:secret@console.developers.google.com/",
        "https://console.developers.google.com:8443/",
        "https://www.google.com/url?q=https://evil.example/",
        "https://sites.google.com/view/evil",
        "https://accounts.google.com/ServiceLogin?continue=https://evil.example/",
        "https://console.developers.google.com\\@evil.example/",
        "https://сonsole.developers.google.com/",  # a Cyrillic letter
        "javascript:alert(1)",
    ],
)
def test_a_link_that_may_lead_elsewhere_is_never_shown(link: str) -> None:
    body = newer(403, "PERMISSION_DENIED", f"Blocked, see {link}", {"links": [{"url": link}]})
    said = words(at_api(403, body | {"error_uri": link}))
    assert "evil" not in said
    assert "://" not in said


def test_a_link_loses_what_could_lead_elsewhere() -> None:
    link = (
        "https://console.cloud.google.com/apis?project=my1&continue=https://evil.example/#https://evil.test"
    )
    said = words(at_api(403, older(403, "accessNotConfigured", f"Visit {link}.")))
    assert said.endswith("https://console.cloud.google.com/apis?project=my1")


@pytest.mark.parametrize(
    "secret",
    [
        "ya29.a0AfB_byC3x",
        "1//0gAbCdEf-xyz",
        "4/0AY0e-g7abcdef",
        "GOCSPX-aBcDeFgH",
        "eyJhbGciOiJSUzI1NiJ9",
        "AIzaSyA1234567890abcdefghijklmnopqrstu",
        "a" * 40,
    ],
)
@pytest.mark.parametrize("status", [400, 403])
def test_a_secret_in_an_answer_is_not_told(secret: str, status: int) -> None:
    at = (
        at_api(status, older(status, "odd", f"Bad token {secret}!")),
        at_token(status, oauth("odd_error", secret)),
    )
    for failure in at:
        assert secret not in words(failure)
        assert secret not in str(failure.reason)


def test_markup_in_an_answer_is_not_told() -> None:
    said = words(at_api(403, older(403, "<b>x</b>", "<script>alert(1)</script>Come <b>here</b>\r\n\x00 now")))
    assert "<" not in said
    assert "alert(1)Come" not in said
    assert "Come here now" in said
