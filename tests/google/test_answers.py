"""What the token endpoint answers is busy, refused for now or ended, and it is said who can repair it."""

from __future__ import annotations

from typing import Any

import pytest

from server.failures.codes import FailureCode as Code
from server.google.failures import (
    Disconnected,
    Refused,
    Who,
    who_repairs,
)
from server.lib.outbox import Transient
from tests.google.googles_answers import (
    ROBOT,
    at_token,
    newer,
    oauth,
    reason,
    words,
)


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
