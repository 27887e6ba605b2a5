"""Our requests to Gmail, and what happens when Google refuses them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.failures.codes import FailureCode
from server.google.access.grant_keeper import key_of
from server.google.access.grants import gmail_for
from server.google.failures import GONE, Disconnected, Refused, Unsure, Who
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.sent_headers import SentHeaders
from server.lib import clock
from server.lib.failure import other
from server.lib.outbox import Permanent, Transient
from server.mail.addresses import Mailbox
from tests.accounts.walker import Walker
from tests.google.conftest import GmailOf, connects, grant_of
from tests.sandbox.driving import RunningSandbox
from tests.world import World

MAIL = (
    b"From: Alice Arnold <alice@sandbox.example>\r\n"
    b'To: "Bauer, Bob" <bob@sandbox.example>, =?utf-8?q?Ch=C3=A4rlie?= <charlie@sandbox.example>\r\n'
    b"Cc: alice@sandbox.example\r\n"
    b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe_am_Freitag?=\r\n"
    b"\r\n"
    b"Come at noon.\r\n"
)


@pytest.fixture
async def gmail(gmail_of: GmailOf) -> Gmail:
    """Alice's Gmail, which may send; no request is repeated."""
    return replace(await gmail_of(send=True), retries=0)


@pytest.fixture
async def breaks(google: RunningSandbox) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """`await breaks(status=503, times=2)`: this many calls of Gmail's API fail."""

    async def go(path: str = "/gmail/", **fault: Any) -> Any:
        return await google.post("/sandbox/faults", json={"path_prefix": path, **fault})

    yield go
    await google.delete("/sandbox/faults")


Breaks = Callable[..., Awaitable[Any]]


@asynccontextmanager
async def saying(content: bytes) -> AsyncIterator[str]:
    """Answer every request with 200 and `content`."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + content)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_a_mail_sent_through_gmail_arrives(gmail: Gmail, google: RunningSandbox) -> None:
    """Covers 104."""
    sent = await gmail.send(MAIL)
    assert isinstance(sent, str)
    arrived = (await google.mails("bob"))[0]
    assert arrived["subject"] == "Grüße am Freitag"
    assert "Come at noon." in arrived["raw"]


async def test_the_headers_of_a_sent_mail_are_read(gmail: Gmail, google: RunningSandbox) -> None:
    """Covers 3."""
    before = clock.now()
    sent = await gmail.send(MAIL)
    assert isinstance(sent, str)
    read = await gmail.sent_headers(sent)
    assert isinstance(read, SentHeaders)
    assert read.message_id == sent
    assert read.subject == "Grüße am Freitag"
    assert read.sender == Mailbox("alice@sandbox.example", "Alice Arnold")
    assert read.to == (
        Mailbox("bob@sandbox.example", "Bauer, Bob"),
        Mailbox("charlie@sandbox.example", "Chärlie"),
    )
    assert read.cc == (Mailbox("alice@sandbox.example", ""),)
    assert read.bcc == ()
    assert "SENT" in read.labels
    assert read.rfc822_message_id == (await google.mails("alice"))[0]["message_id"]
    assert before - timedelta(minutes=1) < read.date < clock.now() + timedelta(minutes=1)


async def test_a_mail_is_found_by_its_message_id_although_search_is_forbidden(
    gmail: Gmail, google: RunningSandbox
) -> None:
    sent = [await gmail.send(MAIL) for _ in range(3)]
    by_id = {mail["id"]: mail["message_id"] for mail in await google.mails("alice") if mail["id"] in sent}
    for gmail_id, message_id in by_id.items():
        assert await gmail.find_by_rfc822_id(message_id) == gmail_id
    assert await gmail.find_by_rfc822_id("<nothing@like.this>") is None


@pytest.mark.parametrize(
    "text", ["../../profile", "abc?format=raw", "ABC", "", "x" * 40, "12 34", "me/messages"]
)
async def test_an_invalid_gmail_id_is_never_requested(gmail: Gmail, text: str) -> None:
    assert await gmail.sent_headers(text) == Permanent(other("this is not the id of a Gmail message"))


@pytest.mark.parametrize("text", ["", "a b", "a@b from:bob", '"x"', "(a)", "x" * 500])
async def test_an_invalid_message_id_is_never_searched_for(gmail: Gmail, text: str) -> None:
    assert isinstance(await gmail.find_by_rfc822_id(text), Permanent)


async def test_a_missing_mail_is_a_permanent_failure(gmail: Gmail) -> None:
    assert await gmail.sent_headers("abcdef0123456789") == GONE


async def test_sending_without_the_permission_is_refused_until_alice_allows_it(gmail_of: GmailOf) -> None:
    gmail = await gmail_of()
    assert gmail.can_read_headers
    assert not gmail.can_send
    answer = await gmail.send(MAIL)
    assert isinstance(answer, Refused)
    assert answer.who == Who.PERSON
    assert answer.reason.code == FailureCode.NOT_PERMITTED


@pytest.mark.parametrize(
    ("fault", "kind", "code", "seconds"),
    [
        ({"status": 503}, Unsure, FailureCode.GOOGLE_BUSY, None),
        ({"status": 500}, Unsure, FailureCode.GOOGLE_BUSY, None),
        ({"status": 503, "retry_after": 10**6}, Unsure, FailureCode.GOOGLE_BUSY, 600),
        ({"status": 429, "retry_after": 7}, Transient, FailureCode.RATE_LIMIT, 7),
        ({"status": 429, "retry_after": 10**6}, Transient, FailureCode.RATE_LIMIT, 3600),
        ({"status": 403, "reason": "userRateLimitExceeded"}, Transient, FailureCode.RATE_LIMIT, None),
    ],
)
async def test_what_passes_at_google_is_returned_with_the_pause_that_it_asks_for(
    gmail: Gmail, breaks: Breaks, fault: dict[str, Any], kind: type, code: FailureCode, seconds: int | None
) -> None:
    """Covers 6 of the spine: the responses 403, 429 and 503 are injected."""
    await breaks(**fault)
    answer = await gmail.sent_headers("abc123")
    assert isinstance(answer, Transient)
    assert (type(answer), answer.reason.code) == (kind, code)
    assert answer.wait == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("reason", "code", "who"),
    [
        ("insufficientPermissions", FailureCode.NOT_PERMITTED, Who.PERSON),
        ("accessNotConfigured", FailureCode.API_DISABLED, Who.OWNER),
        ("domainPolicy", FailureCode.DOMAIN_POLICY, Who.ADMIN),
    ],
)
async def test_what_somebody_can_repair_waits_for_this_persons_gmail(
    world: World, gmail: Gmail, breaks: Breaks, reason: str, code: FailureCode, who: Who
) -> None:
    await breaks(status=403, reason=reason)
    answer = await gmail.sent_headers("abc123")
    assert isinstance(answer, Refused)
    assert (answer.reason.code, answer.who, answer.waits_for) == (code, who, key_of(world.alice.id))


async def test_a_request_that_fails_once_is_repeated_successfully(gmail: Gmail, breaks: Breaks) -> None:
    sent = await gmail.send(MAIL)
    assert isinstance(sent, str)
    await breaks(status=503, times=1)
    assert isinstance(await replace(gmail, retries=2).sent_headers(sent), SentHeaders)


async def test_an_expired_access_token_is_renewed_and_the_grant_stays_connected(
    gmail: Gmail, google: RunningSandbox, world: World
) -> None:
    sent = await gmail.send(MAIL)
    assert isinstance(sent, str)
    await google.post("/sandbox/grants/alice/expired")
    assert isinstance(await gmail.sent_headers(sent), SentHeaders)
    grant = await grant_of(world.alice)
    assert grant
    assert grant.disconnected_at is None


async def test_an_unreachable_google_is_a_transient_failure(gmail: Gmail) -> None:
    nowhere = replace(gmail.google, api_root="http://127.0.0.1:1")
    answer = await replace(gmail, google=nowhere).sent_headers("abc123")
    assert isinstance(answer, Transient)


@pytest.mark.parametrize("said", [b"<html>Sign in to this network</html>", b"", b"[]", b"null"])
async def test_an_answer_that_is_not_from_gmail_is_a_transient_failure(gmail: Gmail, said: bytes) -> None:
    """A proxy between the server and Google answers 200 with its own page, so the mail was not sent."""
    async with saying(said) as world:
        away = replace(gmail, google=replace(gmail.google, api_root=world))
        assert isinstance(await away.send(MAIL), Transient)
        assert isinstance(await away.sent_headers("18c1"), Transient)


async def test_a_grant_revoked_at_google_is_shown_on_the_settings_page_and_the_dashboard(
    world: World, gmail: Gmail, alice: Walker, google: RunningSandbox
) -> None:
    """Covers "a revoked or expired grant shows as Gmail disconnected"."""
    await gmail.send(MAIL)
    await google.delete("/sandbox/grants/alice")
    assert isinstance(await gmail.sent_headers("abc123"), Disconnected)
    assert isinstance(await gmail_for(world.alice.id), Disconnected)
    for path in ("/settings", "/"):
        page = await alice.get(path)
        assert page.status == 200
        assert "Gmail disconnected" in page.text
        assert "Reconnect Gmail" in page.text


async def test_the_notice_about_a_revoked_grant_disappears_when_alice_connects_again(
    world: World, gmail: Gmail, alice: Walker, google: RunningSandbox
) -> None:
    await google.delete("/sandbox/grants/alice")
    await gmail.sent_headers("abc123")
    await connects(alice, "alice")
    assert "Gmail disconnected" not in (await alice.get("/settings")).text
    assert await gmail_for(world.alice.id)


async def test_alice_removes_a_connection_that_google_ended(
    world: World, gmail: Gmail, alice: Walker, google: RunningSandbox
) -> None:
    await google.delete("/sandbox/grants/alice")
    await gmail.sent_headers("abc123")
    await alice.submit("/settings", "/settings/gmail/disconnect")
    assert "Gmail disconnected" not in (await alice.get("/settings")).text
    assert await grant_of(world.alice) is None


async def test_a_wrong_client_secret_is_refused_until_the_owner_repairs_it_and_ends_no_grant(
    world: World, gmail_of: GmailOf, breaks: Breaks
) -> None:
    gmail = await gmail_of()
    gmail.credentials.token = None  # a new one is needed
    await breaks("/token", status=401)
    answer = await gmail.sent_headers("abc123")
    assert isinstance(answer, Refused)
    assert answer.who == Who.OWNER
    assert isinstance(await gmail_for(world.alice.id), Gmail)


async def test_a_busy_token_endpoint_is_a_transient_failure(gmail_of: GmailOf, breaks: Breaks) -> None:
    gmail = await gmail_of()
    gmail.credentials.token = None
    await breaks("/token", status=503, times=10)
    assert isinstance(await gmail.sent_headers("abc123"), Transient)


async def test_many_simultaneous_calls_to_gmail_do_not_hang(gmail: Gmail) -> None:
    import asyncio

    sent = await gmail.send(MAIL)
    assert isinstance(sent, str)
    read = await asyncio.wait_for(asyncio.gather(*(gmail.sent_headers(sent) for _ in range(30))), 30)
    assert all(isinstance(one, SentHeaders) for one in read)


async def test_a_send_whose_connection_breaks_is_tried_once_and_its_outcome_is_unknown(
    gmail: Gmail,
) -> None:
    """The connection breaks before Gmail answers, when Gmail may already have the whole mail."""
    came: list[bytes] = []

    async def hangs_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    async with await asyncio.start_server(hangs_up, "127.0.0.1", 0) as server:
        root = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        broken = replace(gmail, google=replace(gmail.google, api_root=root))
        assert isinstance(await broken.send(MAIL), Unsure)
    assert len(came) == 1
