"""What is read from the tokens that Google gives for a code."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.google.consent.oauth import Tokens, read
from server.google.failures import Refused, Who, who_repairs
from server.google.judging.answer import GoogleAnswer
from server.lib.outbox import Permanent, Transient

USUAL = {"access_token": "ya29.a", "expires_in": 3599, "scope": "openid email", "id_token": "a.b.c"}


def answered(status: int = 200, **values: Any) -> object:
    body = {name: value for name, value in {**USUAL, **values}.items() if value is not None}
    return read(GoogleAnswer(status, {}, json.dumps(body).encode()))


def test_tokens_are_read_with_the_permissions_that_were_given() -> None:
    found = answered(refresh_token="1//r")
    assert found == Tokens("a.b.c", "1//r", frozenset({"openid", "email"}))
    assert answered() == Tokens("a.b.c", None, frozenset({"openid", "email"}))
    assert answered(scope=None) == Tokens("a.b.c", None, frozenset())


@pytest.mark.parametrize(
    ("told", "lasts"),
    [
        (604799, 604799),
        (1, 1),
        (0, None),
        (-1, None),
        (True, None),
        ("604799", None),
        (604799.5, None),
        ([604799], None),
        (10**12, None),  # no date that could be stored
        (None, None),
    ],
)
def test_the_end_of_a_permission_is_read_if_it_is_a_sensible_time(told: object, lasts: int | None) -> None:
    found = answered(refresh_token="1//r", refresh_token_expires_in=told)
    assert isinstance(found, Tokens)
    assert found.expires_in == lasts


def test_our_clock_is_compared_with_that_of_the_answer() -> None:
    found = read(GoogleAnswer(200, {"date": "Thu, 01 Jan 2015 00:00:00 GMT"}, json.dumps(USUAL).encode()))
    assert isinstance(found, Tokens)
    assert found.clock_ahead
    assert found.clock_ahead > 10 * 365 * 86400


@pytest.mark.parametrize(
    ("error", "text", "kind", "who"),
    [
        ("invalid_client", "The provided client secret is invalid.", Refused, Who.OWNER),
        ("admin_policy_enforced", "", Refused, Who.ADMIN),
        ("policy_enforced", "", Refused, Who.PERSON),
        ("invalid_grant", "Bad Request", Permanent, Who.PERSON),
        ("internal_failure", "", Transient, Who.NOBODY),
    ],
)
def test_an_error_says_what_kind_it_is_and_who_repairs_it(
    error: str, text: str, kind: type, who: Who
) -> None:
    found = read(GoogleAnswer(400, {}, json.dumps({"error": error, "error_description": text}).encode()))
    assert isinstance(found, kind)
    assert who_repairs(found) == who  # type: ignore[arg-type] # any of the kinds above is a failure
