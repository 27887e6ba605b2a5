"""What Gmail's API answers is busy, refused for now or never; and it is said who can repair it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.failures.codes import FailureCode as Code
from server.google.failures import (
    CONCERNS_ONE_REQUEST,
    GONE,
    REPAIRS,
    Refused,
    Who,
)
from server.lib.outbox import Permanent, Transient
from tests.google.googles_answers import (
    ROBOT,
    at_api,
    newer,
    older,
    reason,
)


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
        (400, older(400, "invalidArgument", "Invalid id value"), Code.GMAIL_REFUSED),
        (400, older(400, "failedPrecondition", "Unrecognized forwarding address"), Code.GMAIL_REFUSED),
        (400, ROBOT.format(400), Code.GMAIL_REFUSED),
        (411, ROBOT.format(411), Code.GMAIL_REFUSED),
        (412, older(412, "conditionNotMet"), Code.GMAIL_REFUSED),
        (409, newer(409, "ABORTED", "Label name exists or conflicts"), Code.GMAIL_REFUSED),
    ],
)
def test_what_nobody_can_repair_is_never(status: int, body: Any, code: Code) -> None:
    failure = at_api(status, body)
    assert isinstance(failure, Permanent)
    assert failure.reason.code == code
    assert (failure == GONE) == (code == Code.GMAIL_MESSAGE_GONE)
