"""What the stand-in Gmail API says when it does not do what was asked: bodies as Google writes them."""

import asyncio
import json
import re
from datetime import datetime
from typing import Any

import pytest
from googleapiclient.errors import HttpError

from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")
RAW = {"raw": "VG86IGJvYkBzYW5kYm94LmV4YW1wbGUNCg0KSGk"}  # To: bob@sandbox.example, and Hi


async def refusal(request: Any) -> tuple[int, dict[str, Any]]:
    with pytest.raises(HttpError) as failure:
        await asyncio.to_thread(request.execute)
    return failure.value.status_code, json.loads(failure.value.content)["error"]


@pytest.mark.parametrize(
    ("reason", "status", "fields", "words"),
    [
        ("accessNotConfigured", 403, {"code", "message", "errors"}, "Gmail API has not been used in project"),
        ("SERVICE_DISABLED", 403, {"code", "message", "status", "details"}, "Gmail API has not been used"),
        ("CONSUMER_SUSPENDED", 403, {"code", "message", "status", "details"}, "has been suspended"),
        ("domainPolicy", 403, {"code", "message", "status", "errors"}, "administrators have disabled"),
        ("failedPrecondition", 400, {"code", "message", "status", "errors"}, "Mail service not enabled"),
        ("dailyLimitExceeded", 403, {"code", "message", "errors"}, "Daily Limit Exceeded"),
        ("userRateLimitExceeded", 403, {"code", "message", "errors"}, "User Rate Limit Exceeded"),
        ("RESOURCE_EXHAUSTED", 429, {"code", "message", "status"}, "Resource has been exhausted"),
        (
            "RATE_LIMIT_EXCEEDED",
            429,
            {"code", "message", "status", "details"},
            "Quota exceeded for quota metric",
        ),
    ],
)
async def test_a_reason_has_googles_status_words_and_form(
    sandbox: RunningSandbox, gmail_of: GmailOf, reason: str, status: int, fields: set[str], words: str
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.fault("/gmail/v1", reason=reason)
    found, error = await refusal(alice.getProfile(userId="me"))
    assert (found, error["code"], set(error)) == (status, status, fields)
    assert words in error["message"]
    if "errors" in error:
        assert error["errors"][0]["reason"] == reason
    if "details" in error:
        assert error["details"][0]["reason"] == reason
        assert error["details"][0]["metadata"]["service"] == "gmail.googleapis.com"


async def test_the_api_is_off_for_three_hours_and_says_where_to_enable_it(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.fault("/gmail/v1", reason="accessNotConfigured", for_s=3 * 3600)
    for _ in range(3):
        _, error = await refusal(alice.getProfile(userId="me"))
        assert "https://console.developers.google.com/apis/api/gmail.googleapis.com/" in error["message"]
        await sandbox.clock_moves(3590)
    await sandbox.clock_moves(60)
    assert await asyncio.to_thread(alice.getProfile(userId="me").execute)


def named_time(error: dict[str, Any]) -> float:
    found = re.fullmatch(r"User-rate limit exceeded\.  Retry after (\S+Z) \(Mail sending\)", error["message"])
    assert found, error
    return datetime.fromisoformat(found[1]).timestamp()


async def test_while_gmails_limit_for_sending_lasts_each_attempt_moves_its_end_on(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice, bob = await gmail_of("alice", "gmail.send", "gmail.metadata"), await gmail_of("bob", "gmail.send")
    now = (await sandbox.get("/sandbox/clock"))["at"]
    await sandbox.post("/sandbox/send_limits/alice", json={"for_s": 72_000})
    send = alice.messages().send(userId="me", body=RAW)
    status, error = await refusal(send)
    assert (status, error["errors"][0]["reason"]) == (429, "rateLimitExceeded")
    first, second = named_time(error), named_time((await refusal(send))[1])
    assert now + 72_000 < first < second == pytest.approx(first + 900, abs=0.01)
    assert await asyncio.to_thread(alice.getProfile(userId="me").execute)  # reading goes on
    assert await asyncio.to_thread(bob.messages().send(userId="me", body=RAW).execute)
    await sandbox.post("/sandbox/clock", json={"at": second + 1})
    assert await asyncio.to_thread(alice.messages().send(userId="me", body=RAW).execute)
    assert (await sandbox.get("/sandbox/send_limits/alice"))["until"] is None


async def test_the_limit_for_sending_can_be_ended(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await sandbox.post("/sandbox/send_limits/alice", json={"for_s": 72_000, "moves_on_s": 0})
    await refusal(alice.messages().send(userId="me", body=RAW))
    await sandbox.delete("/sandbox/send_limits/alice")
    assert await asyncio.to_thread(alice.messages().send(userId="me", body=RAW).execute)


async def test_good_tokens_are_refused_for_a_while(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.fault("/gmail/v1", status=401, for_s=600)
    status, error = await refusal(alice.getProfile(userId="me"))  # although the client renews its token
    assert (status, error["errors"][0]["message"]) == (401, "Invalid Credentials")
    await sandbox.clock_moves(601)
    assert await asyncio.to_thread(alice.getProfile(userId="me").execute)
