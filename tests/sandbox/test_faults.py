"""The sandbox produces the faults that a test orders."""

import asyncio
import json
import time
from typing import Any

import httpx
import pytest
from googleapiclient.errors import HttpError

from tests.sandbox.conftest import Connect, GmailOf
from tests.sandbox.driving import RunningSandbox
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")
RAW = {"raw": "VG86IGJvYkBzYW5kYm94LmV4YW1wbGUNCg0KSGk"}  # To: bob@sandbox.example, and Hi


async def profile(users: Any, retries: int = 0) -> Any:
    return await asyncio.to_thread(users.getProfile(userId="me").execute, num_retries=retries)


async def asked(sandbox: RunningSandbox, path: str, method: str = "GET", **values: Any) -> httpx.Response:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        return await client.request(method, path, **values)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(403, "insufficientPermissions"), (429, "rateLimitExceeded"), (503, "backendError")],
)
async def test_a_fault_occurs_the_ordered_number_of_times(
    sandbox: RunningSandbox, gmail_of: GmailOf, status: int, reason: str
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.fault("/gmail/v1", status=status, times=2, retry_after=7)
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
    await sandbox.fault("/gmail/v1", status=403, reason="rateLimitExceeded")
    assert await profile(alice, retries=2)


async def test_googles_client_renews_its_token_after_an_ordered_401(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    await sandbox.fault("/gmail/v1", status=401)
    assert await profile(alice)


async def test_the_token_endpoint_reports_errors_in_its_own_format(sandbox: RunningSandbox) -> None:
    await sandbox.fault("/token", status=400)
    answer = await asked(sandbox, "/token", "POST", data={"grant_type": "refresh_token"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


async def test_faults_are_shown_and_cleared(sandbox: RunningSandbox) -> None:
    await sandbox.fault("/gmail", status=503, times=9)
    assert (await sandbox.get("/sandbox/faults"))["faults"] == [
        {"path_prefix": "/gmail", "status": 503, "times": 9}
    ]
    assert (await sandbox.delete("/sandbox/faults")) == {"faults": []}


async def test_a_fault_for_a_time_ends_by_the_sandboxs_clock(sandbox: RunningSandbox) -> None:
    await sandbox.fault("/oauth2/v3/certs", status=503, for_s=3600)
    statuses = []
    for seconds in (0, 3500, 101):
        await sandbox.clock_moves(seconds)
        statuses.append((await asked(sandbox, "/oauth2/v3/certs")).status_code)
    assert statuses == [503, 503, 200]
    until = (await sandbox.get("/sandbox/clock"))["at"] + 60
    await sandbox.fault("/oauth2/v3/certs", status=503, until=until)
    assert (await asked(sandbox, "/oauth2/v3/certs")).status_code == 503
    await sandbox.clock_moves(61)
    assert (await asked(sandbox, "/oauth2/v3/certs")).status_code == 200


async def test_a_portal_answers_200_with_a_page_in_latin_1(sandbox: RunningSandbox) -> None:
    page = "<html>Anmeldung nötig</html>"
    await sandbox.fault("/token", status=200, body=page, charset="latin-1", headers={"X-Portal": "1"})
    answer = await asked(sandbox, "/token", "POST", data={})
    assert answer.content == page.encode("latin-1")
    assert answer.headers["Content-Type"] == "text/html; charset=latin-1"
    assert (answer.status_code, answer.headers["X-Portal"]) == (200, "1")
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("utf-8")


async def test_a_fault_may_have_any_json_and_a_type_of_its_own(sandbox: RunningSandbox) -> None:
    nested = {"error": {"code": 400, "message": "nested"}}
    await sandbox.fault("/token", status=400, body=nested)
    assert (await asked(sandbox, "/token", "POST", data={})).json() == nested
    await sandbox.fault("/token", status=400, body="busy", headers={"Content-Type": "text/plain"})
    answer = await asked(sandbox, "/token", "POST", data={})
    assert (answer.text, answer.headers["Content-Type"]) == ("busy", "text/plain")


async def test_a_fault_may_redirect(sandbox: RunningSandbox) -> None:
    await sandbox.fault("/gmail", status=302, headers={"Location": "http://portal.example/"})
    answer = await asked(sandbox, "/gmail/v1/users/me/profile")
    assert (answer.status_code, answer.headers["Location"]) == (302, "http://portal.example/")


async def test_a_fault_may_be_for_one_method_and_for_one_person(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice, bob = await gmail_of("alice", "gmail.metadata"), await gmail_of("bob", "gmail.metadata")
    await sandbox.fault("/gmail/v1", status=503, method="POST")
    assert await profile(alice)
    await sandbox.delete("/sandbox/faults")
    await sandbox.fault("/gmail/v1", reason="domainPolicy", person="alice@sandbox.example", times=9)
    with pytest.raises(HttpError, match="domain administrators"):
        await profile(alice)
    assert await profile(bob)


async def test_a_fault_at_the_token_endpoint_knows_whose_token_is_renewed(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice, bob = await gmail_of("alice", "gmail.metadata"), await gmail_of("bob", "gmail.metadata")
    for person in ("alice", "bob"):
        await sandbox.post(f"/sandbox/grants/{person}/expired")
    await sandbox.fault("/token", reason="deleted_client", person="bob", times=9)
    assert await profile(alice)
    with pytest.raises(Exception, match="deleted_client"):
        await profile(bob)


async def test_a_hanging_request_is_never_answered_and_a_late_one_is_answered_late(
    sandbox: RunningSandbox,
) -> None:
    await sandbox.fault("/oauth2/v3/certs", hanging=True)
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=0.5) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.get("/oauth2/v3/certs")
    await sandbox.fault("/oauth2/v3/certs", late=0.3)
    began = time.monotonic()
    assert (await asked(sandbox, "/oauth2/v3/certs")).json()["keys"]
    assert time.monotonic() - began >= 0.3


async def test_a_connection_is_closed_without_an_answer(sandbox: RunningSandbox) -> None:
    await sandbox.fault("/oauth2/v3/certs", closed=True)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await asked(sandbox, "/oauth2/v3/certs")
    assert (await asked(sandbox, "/oauth2/v3/certs")).status_code == 200


@pytest.mark.parametrize(
    "lost", [{"status": 503}, {"closed": True}, {"status": 200, "body": "<html></html>"}]
)
async def test_a_response_may_be_lost_although_the_request_was_carried_out(
    sandbox: RunningSandbox, connect: Connect, lost: dict[str, Any]
) -> None:
    token = (await connect("alice", "gmail.send")).credentials.token
    await sandbox.fault("/gmail/v1/users/me/messages/send", done=True, **lost)
    headers = {"Authorization": f"Bearer {token}"}
    try:
        answer = await asked(sandbox, "/gmail/v1/users/me/messages/send", "POST", json=RAW, headers=headers)
    except httpx.TransportError:
        assert "closed" in lost
    else:
        assert "threadId" not in answer.text
    assert len(await sandbox.mails("bob")) == 1


WRONG = [
    ([], "needs an object with path_prefix"),
    ({}, "needs an object with path_prefix"),
    ({"path_prefix": "gmail", "status": 503}, "path_prefix must be text that starts with /"),
    ({"path_prefix": "/gmail", "stauts": 503}, "stauts is unknown"),
    ({"path_prefix": "/gmail"}, "needs status"),
    ({"path_prefix": "/gmail", "status": 199}, "status must be between 200 and 599"),
    ({"path_prefix": "/gmail", "status": True}, "status must be between 200 and 599"),
    ({"path_prefix": "/gmail", "status": 200}, "status 200 needs a body"),
    ({"path_prefix": "/gmail", "status": 204, "body": "x"}, "an answer with status 204 has no body"),
    ({"path_prefix": "/gmail", "status": 302}, "status 302 needs a Location"),
    ({"path_prefix": "/gmail", "status": 503, "times": 0}, "times must be 1 or more"),
    ({"path_prefix": "/gmail", "status": 503, "times": 1, "for_s": 9}, "times and for_s exclude each other"),
    ({"path_prefix": "/gmail", "status": 503, "until": 9}, "until is already past"),
    ({"path_prefix": "/gmail", "status": 503, "person": "dora"}, "nobody here is called dora"),
    ({"path_prefix": "/gmail", "status": 503, "method": "get"}, "method must be one of"),
    ({"path_prefix": "/gmail", "status": 503, "headers": {"A": "b\nc"}}, "headers must be an object"),
    ({"path_prefix": "/gmail", "status": 503, "charset": "klingon"}, "charset must be an encoding"),
    (
        {"path_prefix": "/gmail", "status": 503, "body": "中", "charset": "latin-1"},
        "cannot be written in latin-1",
    ),
    ({"path_prefix": "/gmail", "status": 403, "reason": "x", "body": "y"}, "body and reason exclude"),
    ({"path_prefix": "/gmail", "reason": "invented"}, "needs status"),
    ({"path_prefix": "/gmail", "hanging": True, "closed": True}, "hanging and closed exclude"),
    ({"path_prefix": "/gmail", "hanging": True, "status": 503}, "gives no answer"),
    ({"path_prefix": "/gmail", "hanging": True, "late": 3}, "cannot be late"),
    ({"path_prefix": "/gmail", "retry_after": 3, "late": 3}, "needs status"),
]


@pytest.mark.parametrize(("order", "words"), WRONG)
async def test_a_senseless_fault_is_refused_with_a_sentence(
    sandbox: RunningSandbox, order: Any, words: str
) -> None:
    answer = await asked(sandbox, "/sandbox/faults", "POST", json=order)
    assert answer.status_code == 400
    assert words in answer.json()["message"]
    assert (await sandbox.get("/sandbox/faults"))["faults"] == []
