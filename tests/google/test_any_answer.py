"""Whatever Google, or somebody in its place, answers: it is a value with bounded waits and harmless words."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from server.failures.codes import FailureCode
from server.failures.wording import failure_sentence
from server.google.failures import GoogleFailure
from server.google.judging.answers import Endpoint, GoogleAnswer, judge
from server.lib.failure import pack, unpack
from server.lib.outbox import Transient

SECRETS = ("ya29.a0Ab", "1//0gAbCdEf", "GOCSPX-aBcDeFgH")
NAMES = (
    *(
        "error",
        "errors",
        "reason",
        "message",
        "status",
        "code",
        "details",
        "error_description",
        "error_subtype",
    ),
    *("error_uri", "links", "url", "metadata", "retryDelay", "extendedHelp"),
)
TELLING = (
    *("invalid_grant", "invalid_client", "access_denied", "accessNotConfigured", "domainPolicy"),
    *("rateLimitExceeded", "RESOURCE_EXHAUSTED", "failedPrecondition", "9e999"),
    "Retry after 2099-01-01T00:00:00Z (Mail sending)",
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(TELLING),
    st.sampled_from(SECRETS).map(lambda secret: f"see {secret}abc <b>now"),
    st.sampled_from(SECRETS).map(lambda secret: f"https://support.google.com/{secret}abc?project={secret}"),
)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS)
OBJECTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), inner, max_size=6),
    ),
    max_leaves=25,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    OBJECTS.map(lambda found: json.dumps(found).encode()),
    OBJECTS.map(lambda found: json.dumps({"error": found}).encode()),
    OBJECTS.map(lambda found: json.dumps({"error": {"errors": found, "details": found}}).encode("utf-16")),
    OBJECTS.map(lambda found: json.dumps({"error": found})[:-3].encode()),
)
HEADERS = st.dictionaries(
    st.sampled_from(["retry-after", "date", "content-type", "server"]),
    st.one_of(
        st.text(max_size=40),
        st.integers().map(str),
        st.datetimes().map(lambda at: at.strftime("%a, %d %b %Y %T GMT")),
    ),
)
HARMLESS = re.compile(r"(?:[^\x00-\x1f\x7f<>]| > )+")  # our own sentences have "Security > API controls"


@given(st.sampled_from(Endpoint), st.integers(100, 999), HEADERS, BODIES)
@example(Endpoint.TOKEN, 400, {}, b"Error 400: invalid_client")
@example(Endpoint.API, 403, {}, b"[" * 100_000)
@example(Endpoint.API, 429, {"retry-after": "9" * 5000}, b'{"error": {"code": 1' + b"0" * 5000 + b"}}")
@example(Endpoint.API, 503, {"retry-after": "Fri, 31 Dec 9999 23:59:59 -2359"}, b"")
@example(
    Endpoint.TOKEN, 400, {}, json.dumps({"error": "invalid_grant", "error_description": "\ud800"}).encode()
)
@example(Endpoint.API, 403, {}, json.dumps({"error": {"message": "a" * 100_000}}).encode())
def test_any_answer_is_one_of_four_kinds_with_harmless_words(
    endpoint: Endpoint, status: int, headers: dict[str, Any], body: bytes
) -> None:
    failure = judge(endpoint, GoogleAnswer(status, headers, body))
    assert isinstance(failure, GoogleFailure)
    assert FailureCode(failure.reason.code)
    (stored,) = unpack(json.loads(json.dumps(pack([failure.reason]))))
    said = failure_sentence(stored)
    assert HARMLESS.fullmatch(said)
    assert said.encode()
    assert len(said) < 1000
    assert not any(f"{secret}abc" in said or f"{secret}abc" in str(failure.reason) for secret in SECRETS)
    if isinstance(failure, Transient) and failure.wait is not None:
        assert timedelta(0) < failure.wait <= timedelta(hours=24)
