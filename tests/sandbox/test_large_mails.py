"""Uploads, attachments and long histories of the stand-in Gmail API, with Google's own client."""

import asyncio
import base64
import io
from email.message import EmailMessage
from typing import Any

import httpx
import pytest
from googleapiclient.http import MediaIoBaseUpload

from tests.sandbox.conftest import Connect, GmailOf
from tests.sandbox.driving import RunningSandbox
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")
MAIL = b"To: bob@sandbox.example\r\nSubject: Plans\r\n\r\nHere they are: \xe2\x98\x83\r\n--x\r\n\r\nEnd\r\n"


async def called(request: Any) -> Any:
    return await asyncio.to_thread(request.execute)


def media(content: bytes, kind: str = "message/rfc822") -> MediaIoBaseUpload:
    return MediaIoBaseUpload(io.BytesIO(content), mimetype=kind)


async def test_a_mail_is_uploaded_as_it_is(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    sent = await called(alice.messages().send(userId="me", media_body=media(MAIL)))
    assert sent["labelIds"] == ["SENT"]
    [mail] = await sandbox.mails("bob")
    assert (mail["subject"], mail["from"][0]) == ("Plans", "alice@sandbox.example")


async def test_a_mail_is_uploaded_with_its_thread(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    ascii_only = MAIL.replace("☃".encode(), b"snow")  # Google's client cannot send other bytes in this way
    first = await called(alice.messages().send(userId="me", media_body=media(ascii_only)))
    more = {"userId": "me", "body": {"threadId": first["threadId"]}, "media_body": media(ascii_only)}
    second = await called(alice.messages().send(**more))
    assert second["threadId"] == first["threadId"]
    texts = [mail["raw"].partition("Here")[2].split() for mail in await sandbox.mails("bob")]
    assert texts[0] == texts[1] == ["they", "are:", "snow", "--x", "End"]


async def test_an_upload_in_parts_leaves_the_bytes_of_the_mail_as_they_are(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    token = (await connect("alice", "gmail.send")).credentials.token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "multipart/related; boundary=frontier"}
    json_part = b"--frontier\r\nContent-Type: application/json\r\n\r\n{}\r\n"
    mail_part = b"--frontier\r\nContent-Type: message/rfc822\r\n\r\n" + MAIL + b"\r\n--frontier--\r\n"
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S, headers=headers) as client:
        path = "/upload/gmail/v1/users/me/messages/send?uploadType=multipart"
        assert (await client.post(path, content=json_part + mail_part)).status_code == 200
    [mail] = await sandbox.mails("bob")
    assert mail["raw"].endswith(MAIL.partition(b"\r\n\r\n")[2].decode())


async def test_uploads_count_for_faults_of_their_plain_path(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    token = (await connect("alice", "gmail.send")).credentials.token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "message/rfc822"}
    await sandbox.fault("/gmail/v1/users/me/messages/send", status=503)
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S, headers=headers) as client:
        path = "/upload/gmail/v1/users/me/messages/send?uploadType=media"
        answers = [await client.post(path, content=MAIL) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [503, 200]


@pytest.mark.parametrize(
    ("query", "kind", "content"),
    [
        ("uploadType=media", "message/rfc822", b""),
        ("uploadType=media", "image/png", MAIL),
        ("uploadType=resumable", "message/rfc822", MAIL),
        ("", "message/rfc822", MAIL),
        ("uploadType=multipart", "message/rfc822", MAIL),
        ("uploadType=multipart", "multipart/related; boundary=x", b"--x\r\nno end"),
        ("uploadType=multipart", "multipart/related; boundary=x", b"--x\r\n\r\n{}\r\n--x\r\n\r\nHi\r\n--x--"),
    ],
)
async def test_an_upload_in_another_form_is_refused(
    sandbox: RunningSandbox, connect: Connect, query: str, kind: str, content: bytes
) -> None:
    token = (await connect("alice", "gmail.send")).credentials.token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S, headers=headers) as client:
        answer = await client.post(f"/upload/gmail/v1/users/me/messages/send?{query}", content=content)
    assert answer.status_code == 400
    assert await sandbox.mails("bob") == []


async def received(sandbox: RunningSandbox, text: str) -> str:
    """Bob received a mail with this text and a picture; return its id."""
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Plans", "alice@sandbox.example"
    mail.set_content(text)
    mail.add_attachment(b"\x89PNG...", maintype="image", subtype="png", filename="plan.png")
    headers = {"X-Rcpt-To": "bob@sandbox.example"}
    answer = await sandbox.post("/sandbox/deliver", content=mail.as_bytes(), headers=headers)
    return str(answer["delivered"][0]["id"])


async def test_attachments_and_long_texts_are_separate(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    bob = await gmail_of("bob", "gmail.readonly")
    number = await received(sandbox, "a long text " * 20)
    short, picture = (await called(bob.messages().get(userId="me", id=number)))["payload"]["parts"]
    assert base64.urlsafe_b64decode(short["body"]["data"]).startswith(b"a long text")
    assert "data" not in picture["body"]
    await sandbox.patch("/sandbox/people/bob", separate_over=100)
    parts = (await called(bob.messages().get(userId="me", id=number)))["payload"]["parts"]
    ids = [part["body"]["attachmentId"] for part in parts]
    assert all("data" not in part["body"] for part in parts)
    for part, wanted, begins in zip(parts, ids, (b"a long text", b"\x89PNG"), strict=True):
        got = await called(bob.messages().attachments().get(userId="me", messageId=number, id=wanted))
        content = base64.urlsafe_b64decode(got["data"])
        assert content.startswith(begins)
        assert got["size"] == part["body"]["size"] == len(content)


async def test_an_unknown_attachment_is_refused(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    bob = await gmail_of("bob", "gmail.readonly")
    number = await received(sandbox, "Hi")
    for wanted in ("ANGjdJx.7", "ANGjdJx.1.1", "ANGjdJx"):
        with pytest.raises(Exception, match="Invalid attachment token"):
            await called(bob.messages().attachments().get(userId="me", messageId=number, id=wanted))


async def test_a_busy_history_has_many_pages_without_entries(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    bob = await gmail_of("bob", "gmail.metadata")
    start = (await called(bob.getProfile(userId="me")))["historyId"]
    await sandbox.post("/sandbox/history/bob", json={"changes": 1250})
    number = await received(sandbox, "Hi")
    pages, asked = [], {"userId": "me", "startHistoryId": start, "historyTypes": ["messageAdded"]}
    request = bob.history().list(**asked)
    while request is not None:
        pages.append(await called(request))
        request = bob.history().list_next(request, pages[-1])
    assert ["history" in page for page in pages] == [False] * 12 + [True]
    assert pages[-1]["history"][0]["messagesAdded"][0]["message"]["id"] == number


async def test_an_alias_that_gmail_does_not_know_leaves_from_the_main_address(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.readonly")
    listed = await called(alice.settings().sendAs().list(userId="me"))
    assert [each["sendAsEmail"] for each in listed["sendAs"]] == [
        "alice@sandbox.example",
        "studio@sandbox.example",
    ]
    unknown = MAIL.replace(b"Subject", b"From: Shop <shop@alice.example>\r\nSubject")
    await called(alice.messages().send(userId="me", media_body=media(unknown)))
    [mail] = await sandbox.mails("bob")
    assert mail["from"] == ["alice@sandbox.example", "Alice Arnold"]
