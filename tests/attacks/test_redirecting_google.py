"""Somebody who answers in Google's place, such as a portal of a network, redirects our requests elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import pytest
from google.oauth2.credentials import Credentials

from server.google.consent import oauth
from server.google.consent.oauth import METADATA, SEND
from server.google.failures import GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.google.settings import GOOGLE, Google
from server.lib.outbox import Transient
from tests.faults import table

STATUSES = [301, 302, 303, 307, 308]
SECRETS = ["the-refresh-token", "the-access-token", "the-client-secret", "the-code", "the-verifier"]


@dataclass
class Elsewhere:
    """Two servers: one redirects each request to the other, which keeps what arrives."""

    status: int
    google: Google
    heard: list[str] = field(default_factory=list)

    def barred(self, *, sends: bool) -> None:
        """Google may always be asked."""

    async def worked(self) -> None:
        raise AssertionError("a redirect carries out no request")

    async def failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        assert isinstance(failure, Transient), "a redirect says nothing about the person's permission"
        return failure

    def gmail(self, *, signed_in: bool) -> Gmail:
        """Alice's Gmail, with an access token or only with the permission to get one."""
        credentials = Credentials(  # type: ignore[no-untyped-call] # missing in its stubs
            token="the-access-token" if signed_in else None,
            refresh_token="the-refresh-token",
            token_uri=self.google.token_url,
            client_id="the-client",
            client_secret="the-client-secret",
        )
        return Gmail(self.google, credentials, "alice@gmail.com", frozenset({METADATA, SEND}), self, 0)


def reply(status: str, header: str, body: str = "") -> str:
    """The text of an answer, after which the connection ends."""
    return f"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"


@asynccontextmanager
async def listening(answer: Callable[[str], str]) -> AsyncIterator[str]:
    """Answer each request, of which `answer` gets the whole text."""

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            (int(line[15:]) for line in head.lower().split("\r\n") if line[:15] == "content-length:"), 0
        )
        writer.write(answer(head + (await reader.readexactly(length)).decode()).encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.fixture(params=STATUSES)
async def elsewhere(request: pytest.FixtureRequest) -> AsyncIterator[Elsewhere]:
    made = Elsewhere(request.param, GOOGLE)

    def keep(text: str) -> str:
        made.heard.append(text)
        return reply("200 OK", "Content-Type: application/json", "{}")

    async with listening(keep) as there:
        moved = reply(f"{made.status} Moved", f"Location: {there}/")
        async with listening(lambda _: moved) as here:
            made.google = replace(
                GOOGLE,
                client_id="the-client",
                client_secret="the-client-secret",
                token_url=f"{here}/token",
                revoke_url=f"{here}/revoke",
                api_root=here,
                sandbox=True,
            )
            yield made


async def test_no_request_to_google_follows_a_redirect(elsewhere: Elsewhere) -> None:
    redeemed = await oauth.redeem(elsewhere.google, "http://127.0.0.1:8000", "the-verifier", "the-code")
    assert isinstance(redeemed, Transient)
    assert not await oauth.revoke(elsewhere.google, "the-refresh-token")
    answers: list[str | GoogleFailure | None] = [
        await elsewhere.gmail(signed_in=signed_in).send(b"Subject: hello\r\n\r\n")
        for signed_in in (True, False)
    ]
    answers += [
        await elsewhere.gmail(signed_in=signed_in).find_label("Opened") for signed_in in (True, False)
    ]
    leaked = sum(any(secret in text for secret in SECRETS) for text in elsewhere.heard)
    table.record(
        f"11.12 Google answers {elsewhere.status} to elsewhere",
        "6 requests",
        f"{len(elsewhere.heard)} followed, {leaked} with a secret",
    )
    assert elsewhere.heard == []
    assert all(isinstance(answer, Transient) for answer in answers)
