"""Mails are uploaded to Gmail as they are, byte for byte, also into a thread."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from googleapiclient.discovery_cache import get_static_doc

from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.upload import LARGEST
from server.lib.outbox import Permanent
from tests.google.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox

HEAD = b"From: Alice <alice@sandbox.example>\r\nTo: bob@sandbox.example\r\nSubject: Fotos\r\n"
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
TEXTS = [
    b"Come at noon.\r\n",
    "Grüße\r\n".encode(),
    b"From here on, a mailbox would put a > before this line.\r\nFrom here, too.\r\n",
    b".\r\n.\r\n--\r\n--x--\r\n",
    b"no line break at the end",
]


@dataclass
class Uploads:
    """A server in Gmail's place that takes uploads. `came`: their heads and bodies."""

    status: int = 200
    came: list[tuple[str, bytes]] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"(?i)content-length: (\d+)", head)
        self.came.append((head, await reader.readexactly(int(length[1]) if length else 0)))
        answer = json.dumps({"id": "18c1"})
        start = f"HTTP/1.1 {self.status} X\r\nContent-Length: {len(answer)}\r\nConnection: close\r\n\r\n"
        writer.write((start + answer).encode())
        await writer.drain()
        writer.close()


@pytest.fixture
async def gmail(gmail_of: GmailOf) -> Gmail:
    return await gmail_of(send=True)


async def uploaded(gmail: Gmail, uploads: Uploads, content: bytes, thread_id: str = "") -> Any:
    async with await asyncio.start_server(uploads.serve, "127.0.0.1", 0) as server:
        root = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return await replace(gmail, google=replace(gmail.google, api_root=root)).send(content, thread_id)


async def test_a_mail_is_uploaded_as_it_is(gmail: Gmail) -> None:
    for text in TEXTS:
        uploads = Uploads()
        assert await uploaded(gmail, uploads, PLAIN + text) == "18c1"
        [(head, body)] = uploads.came
        assert head.startswith("POST /upload/gmail/v1/users/me/messages/send?")
        assert "uploadType=media" in head.splitlines()[0]
        assert re.search(r"(?im)^content-type: message/rfc822\r$", head)
        assert body == PLAIN + text


async def test_a_mail_in_a_thread_is_uploaded_with_the_threads_id(gmail: Gmail) -> None:
    for text in TEXTS:
        uploads = Uploads()
        assert await uploaded(gmail, uploads, PLAIN + text, "18c0ffee") == "18c1"
        [(head, body)] = uploads.came
        assert "uploadType=multipart" in head.splitlines()[0]
        boundary = re.search(r'(?i)content-type: multipart/related; boundary="([^"]+)"', head)
        assert boundary
        empty, metadata, mail, end = body.split(f"--{boundary[1]}".encode())
        assert (empty, end) == (b"", b"--\r\n")
        kind, value = metadata.split(b"\r\n\r\n")
        assert (kind.strip(), json.loads(value)) == (
            b"Content-Type: application/json; charset=UTF-8",
            {"threadId": "18c0ffee"},
        )
        assert mail == b"\r\nContent-Type: message/rfc822\r\n\r\n" + PLAIN + text + b"\r\n"


async def test_little_more_than_the_mail_itself_is_transferred(gmail: Gmail) -> None:
    uploads, content = Uploads(), PLAIN + b"a" * 3_000_000
    await uploaded(gmail, uploads, content, "18c0ffee")
    [(head, body)] = uploads.came
    assert len(head) + len(body) < len(content) + 2_000


async def test_a_refused_upload_is_not_repeated(gmail: Gmail) -> None:
    for status in (500, 503, 429, 301):
        uploads = Uploads(status)
        assert not isinstance(await uploaded(gmail, uploads, PLAIN), str)
        assert len(uploads.came) == 1


@pytest.mark.parametrize("text", TEXTS[:2])
async def test_mails_arrive_in_their_thread(gmail: Gmail, google: RunningSandbox, text: bytes) -> None:
    first = await gmail.send(PLAIN + text)
    assert isinstance(first, str)
    [thread_id] = [mail["threadId"] for mail in await google.mails("alice") if mail["id"] == first]
    second = await gmail.send(PLAIN + text + b"Again", thread_id)
    by_id = {mail["id"]: mail for mail in await google.mails("alice")}
    assert by_id[second]["threadId"] == thread_id
    assert by_id[second]["raw"].endswith((text + b"Again").decode())


async def test_a_mail_that_google_finds_too_large_is_never_tried_again(gmail: Gmail) -> None:
    uploads = Uploads()
    assert isinstance(await uploaded(gmail, uploads, b"a" * (LARGEST + 1)), Permanent)
    assert uploads.came == []
    described: Callable[[str, str], str] = get_static_doc
    users = json.loads(described("gmail", "v1"))["resources"]["users"]
    send = users["resources"]["messages"]["methods"]["send"]
    assert send["mediaUpload"]["maxSize"] == str(LARGEST)
