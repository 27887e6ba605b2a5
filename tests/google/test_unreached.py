"""When there is no answer, the reason is named, with who can do something about it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from google.oauth2.credentials import Credentials

from server.failures.codes import FailureCode as Code
from server.failures.wording import failure_sentence
from server.google.consent import oauth
from server.google.failures import GoogleFailure, Refused, Unsure, Who
from server.google.gmail_api.gmail import Gmail
from server.google.settings import GOOGLE, Google
from tests.certificates import new_authority

PROXY = (
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
)


class Keeper:
    """Keeps nothing."""

    def barred(self, *, sends: bool) -> GoogleFailure | None:
        return None

    async def worked(self) -> None:
        pass

    async def failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        return failure


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY:
        monkeypatch.delenv(name, raising=False)


def google_at(url: str) -> Google:
    return replace(GOOGLE, client_id="c", client_secret="s", api_root=url, token_url=f"{url}/token")


async def asked(google: Google, *, signed_in: bool) -> GoogleFailure:
    """What comes of a request to the API, or for an access token."""
    credentials = Credentials(  # type: ignore[no-untyped-call] # missing in its stubs
        token="t" if signed_in else None,
        refresh_token="r",
        token_uri=google.token_url,
        client_id="c",
        client_secret="s",
    )
    answer = await Gmail(google, credentials, "", frozenset(), Keeper()).profile()
    assert isinstance(answer, GoogleFailure)
    return answer


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@asynccontextmanager
async def answering(content: bytes) -> AsyncIterator[int]:
    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(content)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize("signed_in", [True, False])
async def test_a_refused_connection_is_named_and_passes(signed_in: bool) -> None:
    failure = await asked(google_at(f"https://127.0.0.1:{free_port()}"), signed_in=signed_in)
    assert isinstance(failure, Unsure)
    assert failure.reason.code == Code.CONNECTION_REFUSED


@pytest.mark.parametrize("signed_in", [True, False])
async def test_a_name_that_cannot_be_looked_up_is_named_and_passes(signed_in: bool) -> None:
    failure = await asked(google_at("https://gmail.invalid"), signed_in=signed_in)
    assert isinstance(failure, Unsure)
    assert failure.reason.code == Code.NAME_UNKNOWN


@pytest.mark.parametrize("signed_in", [True, False])
async def test_a_certificate_that_is_not_trusted_waits_for_the_owner(signed_in: bool, tmp_path: Path) -> None:
    """A company's proxy shows its own certificate in Google's place."""
    context = new_authority(tmp_path).issues("127.0.0.1").context()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(take, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        google = google_at(f"https://127.0.0.1:{port}")
        failure = await asked(google, signed_in=signed_in)
        in_exchange = await oauth.redeem(google, "https://example.com", "v" * 43, "code")
    for each in (failure, in_exchange):
        assert isinstance(each, Refused)
        assert (each.reason.code, each.who) == (Code.CERTIFICATE_UNTRUSTED, Who.OWNER)
        assert "SSL_CERT_FILE" in failure_sentence(each.reason)
        assert "self" in failure_sentence(each.reason) or "issuer" in failure_sentence(each.reason)


@pytest.mark.parametrize("status", ["403 Forbidden", "407 Proxy Authentication Required"])
@pytest.mark.parametrize("signed_in", [True, False])
async def test_a_proxy_that_refuses_waits_for_the_owner(
    signed_in: bool, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
    async with answering(refusal) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://bob:secret@127.0.0.1:{port}")
        failure = await asked(google_at("https://gmail.googleapis.com"), signed_in=signed_in)
    assert isinstance(failure, Refused)
    assert (failure.reason.code, failure.who) == (Code.PROXY_REFUSES, Who.OWNER)
    assert status[:3] in failure_sentence(failure.reason)
    assert "secret" not in failure_sentence(failure.reason)


@pytest.mark.parametrize("signed_in", [True, False])
async def test_a_proxy_that_cannot_be_used_waits_for_the_owner(
    signed_in: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1080")
    failure = await asked(google_at("https://gmail.googleapis.com"), signed_in=signed_in)
    assert isinstance(failure, Refused)
    assert (failure.reason.code, failure.who) == (Code.PROXY_REFUSES, Who.OWNER)
    assert "socks5 are not supported" in failure_sentence(failure.reason)


async def test_a_proxy_that_has_too_much_to_do_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    async with answering(b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n") as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        assert isinstance(await asked(google_at("https://gmail.googleapis.com"), signed_in=True), Unsure)


async def test_a_proxy_that_is_not_there_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free_port()}")
    failure = await asked(google_at("https://gmail.googleapis.com"), signed_in=True)
    assert isinstance(failure, Unsure)


async def test_an_answer_that_is_cut_is_unsure() -> None:
    async with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") as port:
        google = replace(google_at(f"http://127.0.0.1:{port}"), sandbox=True)
        assert isinstance(await asked(google, signed_in=True), Unsure)
