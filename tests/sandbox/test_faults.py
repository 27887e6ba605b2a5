"""The sandbox produces the faults that a test orders."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from googleapiclient.errors import HttpError

from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


async def profile(users: Any, retries: int = 0) -> Any:
    return await asyncio.to_thread(users.getProfile(userId="me").execute, num_retries=retries)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(403, "insufficientPermissions"), (429, "rateLimitExceeded"), (503, "backendError")],
)
async def test_a_fault_occurs_the_ordered_number_of_times(
    sandbox: RunningSandbox, gmail_of: GmailOf, status: int, reason: str
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    order = {"path_prefix": "/gmail/v1", "status": status, "times": 2, "retry_after": 7}
    await sandbox.post("/sandbox/faults", json=order)
    for _ in range(2):
        with pytest.raises(HttpError) as failure:
            await profile(alice)
        assert failure.value.status_code == status
        assert json.loads(failure.value.content)["error"]["errors"][0]["reason"] == reason
        assert failure.value.resp["retry-after"] == "7"
    assert (await profile(alice))["emailAddress"] == "alice@sandbox.example"
    assert (await sandbox.get("/sandbox/faults"))["faults"] == []


async def test_googles_client_retries_a_rate_limit(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    order = {"path_prefix": "/gmail/v1", "status": 403, "reason": "rateLimitExceeded"}
    await sandbox.post("/sandbox/faults", json=order)
    assert await profile(alice, retries=2)


async def test_googles_client_renews_its_token_after_an_ordered_401(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.post("/sandbox/faults", json={"path_prefix": "/gmail/v1", "status": 401})
    assert await profile(alice)


async def test_the_token_endpoint_reports_errors_in_its_own_format(sandbox: RunningSandbox) -> None:
    await sandbox.post("/sandbox/faults", json={"path_prefix": "/token", "status": 400})
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        answer = await client.post("/token", data={"grant_type": "refresh_token"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


async def test_faults_are_shown_and_cleared(sandbox: RunningSandbox) -> None:
    await sandbox.post("/sandbox/faults", json={"path_prefix": "/gmail", "status": 503, "times": 9})
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert len((await client.get("/sandbox/faults")).json()["faults"]) == 1
        assert (await client.delete("/sandbox/faults")).json() == {"faults": []}


@pytest.mark.parametrize(
    "order", [{}, {"path_prefix": "gmail", "status": 503}, {"path_prefix": "/gmail", "status": 200}, []]
)
async def test_an_invalid_order_for_a_fault_is_refused(sandbox: RunningSandbox, order: Any) -> None:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert (await client.post("/sandbox/faults", json=order)).status_code == 400


async def test_a_response_may_be_lost_although_the_request_was_carried_out(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    order = {"path_prefix": "/gmail/v1/users/me/messages/send", "status": 503, "done": True}
    await sandbox.post("/sandbox/faults", json=order)
    with pytest.raises(HttpError) as failure:
        await asyncio.to_thread(
            alice.messages()
            .send(userId="me", body={"raw": "VG86IGJvYkBzYW5kYm94LmV4YW1wbGUNCg0KSGk"})
            .execute
        )
    assert failure.value.status_code == 503
    assert len(await sandbox.mails("bob")) == 1
