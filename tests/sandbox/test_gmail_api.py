"""Alice's programs call the stand-in Gmail API with Google's own client."""

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from googleapiclient.errors import HttpError

from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


async def called(request: Any) -> Any:
    return await asyncio.to_thread(request.execute)


async def refused(request: Any) -> tuple[int, str]:
    """Return the status and the reason of a call that must fail."""
    with pytest.raises(HttpError) as failure:
        await called(request)
    return failure.value.status_code, json.loads(failure.value.content)["error"]["errors"][0]["reason"]


def raw(to: str, subject: str, body: str = "Hello", **headers: str) -> dict[str, str]:
    lines = [f"To: {to}", f"Subject: {subject}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    text = "\r\n".join([*lines, "", body])
    return {"raw": base64.urlsafe_b64encode(text.encode()).decode()}


async def send(users: Any, to: str, subject: str, **headers: str) -> dict[str, Any]:
    return dict(await called(users.messages().send(userId="me", body=raw(to, subject, **headers))))


async def test_alice_sends_a_mail_and_bob_receives_it_in_his_inbox(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    sent = await send(alice, "bob@sandbox.example, away@else.example", "Lunch")
    assert sent["labelIds"] == ["SENT"]
    [mail] = await sandbox.mails("bob")
    assert mail["from"] == ["alice@sandbox.example", "Alice Arnold"]
    assert mail["labels"] == ["INBOX", "UNREAD"]
    assert mail["message_id"].endswith("@mail.gmail.com>")
    assert mail["id"] != sent["id"]
    assert await sandbox.mails("charlie") == []


async def test_alices_mail_to_herself_is_one_mail_in_sent_and_inbox(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await send(alice, "alice@sandbox.example", "Opened: Lunch")
    [mail] = await sandbox.mails("alice")
    assert set(mail["labels"]) == {"SENT", "INBOX", "UNREAD"}


async def test_bob_does_not_see_the_other_bcc_recipients(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await send(alice, "bob@sandbox.example", "Secret", Bcc="charlie@sandbox.example")
    [seen] = await sandbox.mails("bob")
    assert "charlie" not in seen["raw"]
    assert len(await sandbox.mails("charlie")) == 1
    [kept] = await sandbox.mails("alice")
    assert kept["bcc"] == [["charlie@sandbox.example", ""]]


async def test_the_metadata_scope_allows_reading_headers_but_neither_bodies_nor_searching(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    sent = await send(alice, "bob@sandbox.example", "Lunch")
    messages, number = alice.messages(), sent["id"]
    shown = await called(
        messages.get(userId="me", id=number, format="metadata", metadataHeaders=["Subject", "To"])
    )
    assert {h["name"]: h["value"] for h in shown["payload"]["headers"]} == {
        "To": "bob@sandbox.example",
        "Subject": "Lunch",
    }
    assert shown["internalDate"].isdigit()
    for form in ("full", "raw"):
        assert await refused(messages.get(userId="me", id=number, format=form)) == (403, "forbidden")
    assert await refused(messages.list(userId="me", q="subject:Lunch")) == (403, "forbidden")


async def test_the_metadata_scope_restricts_even_a_token_that_may_read_everything(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata", "gmail.readonly")
    sent = await send(alice, "bob@sandbox.example", "Lunch")
    assert (await refused(alice.messages().get(userId="me", id=sent["id"], format="full")))[0] == 403


async def test_bob_reads_and_searches_with_the_readonly_scope(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    for subject in ("Lunch", "Dinner"):
        await send(alice, "bob@sandbox.example", subject)
    bob = await gmail_of("bob", "gmail.readonly")
    found = await called(
        bob.messages().list(userId="me", q="from:alice subject:lunch in:inbox newer_than:1d")
    )
    [entry] = found["messages"]
    mail = await called(bob.messages().get(userId="me", id=entry["id"]))
    assert base64.urlsafe_b64decode(mail["payload"]["body"]["data"]) == b"Hello"
    number = next(h["value"] for h in mail["payload"]["headers"] if h["name"] == "Message-ID")
    again = await called(bob.messages().list(userId="me", q=f"rfc822msgid:{number.strip()}"))
    assert again["messages"] == [entry]
    assert "messages" not in await called(bob.messages().list(userId="me", q="subject:Lunch -from:alice"))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("{subject:lunch subject:dinner}", 2),
        ('{from:mailer-daemon subject:"dinner at home"}', 1),
        ("{subject:lunch subject:dinner} -subject:home", 1),
        ("{from:nobody to:nobody}", 0),
    ],
)
async def test_a_search_finds_mails_that_fit_one_of_several_terms(
    sandbox: RunningSandbox, gmail_of: GmailOf, query: str, count: int
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    for subject in ("Lunch", "Dinner at home", "Tea"):
        await send(alice, "bob@sandbox.example", subject)
    bob = await gmail_of("bob", "gmail.readonly")
    found = await called(bob.messages().list(userId="me", q=query))
    assert len(found.get("messages", ())) == count


async def test_a_list_of_mails_has_pages_with_the_newest_mail_first(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    sent = [(await send(alice, "bob@sandbox.example", f"Mail {n}"))["id"] for n in range(5)]
    messages, found = alice.messages(), []
    request = messages.list(userId="me", labelIds=["SENT"], maxResults=2)
    while request is not None:
        answer = await called(request)
        found += [entry["id"] for entry in answer["messages"]]
        request = messages.list_next(request, answer)
    assert found == sent[::-1]


async def test_the_history_lists_new_mails(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    start = (await called(alice.getProfile(userId="me")))["historyId"]
    sent = await send(alice, "bob@sandbox.example", "Lunch")
    answer = await called(
        alice.history().list(userId="me", startHistoryId=start, historyTypes=["messageAdded"])
    )
    assert [r["messagesAdded"][0]["message"]["id"] for r in answer["history"]] == [sent["id"]]
    later = await called(alice.history().list(userId="me", startHistoryId=answer["historyId"]))
    assert "history" not in later
    assert (await refused(alice.history().list(userId="me", startHistoryId="999999")))[0] == 404


async def test_a_long_history_has_pages(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    start = (await called(alice.getProfile(userId="me")))["historyId"]
    sent = [(await send(alice, "bob@sandbox.example", f"Lunch {number}"))["id"] for number in range(5)]
    found, page = [], None
    for _ in range(3):
        asked = {"startHistoryId": start, "maxResults": 2, "pageToken": page}
        answer = await called(alice.history().list(userId="me", historyTypes=["messageAdded"], **asked))
        found += [entry["messagesAdded"][0]["message"]["id"] for entry in answer["history"]]
        page = answer.get("nextPageToken")
    assert (found, page) == (sent, None)


async def test_an_expired_history_id_is_not_found(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.metadata")
    await send(alice, "bob@sandbox.example", "Lunch")
    start = (await called(alice.getProfile(userId="me")))["historyId"]
    await sandbox.delete("/sandbox/history/alice")
    assert await refused(alice.history().list(userId="me", startHistoryId=start)) == (404, "notFound")
    await send(alice, "bob@sandbox.example", "Dinner")
    newer = (await called(alice.getProfile(userId="me")))["historyId"]
    assert "history" not in await called(alice.history().list(userId="me", startHistoryId=newer))


async def test_a_reply_joins_the_thread_on_both_sides(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    bob = await gmail_of("bob", "gmail.send")
    await send(alice, "bob@sandbox.example", "Lunch")
    [first] = await sandbox.mails("bob")
    await send(bob, "alice@sandbox.example", "Re: Lunch", In_Reply_To=first["message_id"])
    assert len({mail["threadId"] for mail in await sandbox.mails("alice")}) == 1
    assert len({mail["threadId"] for mail in await sandbox.mails("bob")}) == 1


async def test_labels_are_created_once_and_added_to_mails(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.modify")
    sent = await send(alice, "bob@sandbox.example", "Lunch")
    label = await called(alice.labels().create(userId="me", body={"name": "Opened"}))
    assert await refused(alice.labels().create(userId="me", body={"name": "opened"})) == (409, "aborted")
    change = alice.messages().modify(userId="me", id=sent["id"], body={"addLabelIds": [label["id"]]})
    assert label["id"] in (await called(change))["labelIds"]
    names = [entry["name"] for entry in (await called(alice.labels().list(userId="me")))["labels"]]
    assert {"INBOX", "SENT", "Opened"} <= set(names)
    wrong = alice.messages().modify(userId="me", id=sent["id"], body={"addLabelIds": ["Label_99"]})
    assert (await refused(wrong))[0] == 400


ASKS: dict[str, Callable[[Any], Any]] = {
    "send": lambda users: users.messages().send(userId="me", body=raw("bob@sandbox.example", "x")),
    "labels": lambda users: users.labels().create(userId="me", body={"name": "x"}),
    "modify": lambda users: users.messages().modify(userId="me", id="1", body={}),
}


@pytest.mark.parametrize("ask", ASKS)
async def test_the_metadata_scope_does_not_allow_sending_mails_or_changing_labels(
    sandbox: RunningSandbox, gmail_of: GmailOf, ask: str
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    assert await refused(ASKS[ask](alice)) == (403, "insufficientPermissions")


async def test_alice_cannot_read_bobs_mailbox(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    assert (await refused(alice.messages().list(userId="bob@sandbox.example")))[0] == 403


async def test_a_missing_mail_is_a_404_and_an_expired_token_a_401(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    assert await refused(alice.messages().get(userId="me", id="1234", format="minimal")) == (404, "notFound")
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        answer = await client.get("/gmail/v1/users/me/profile", headers={"Authorization": "Bearer ya29.x"})
    assert answer.status_code == 401
    assert answer.json()["error"]["status"] == "UNAUTHENTICATED"


async def test_the_client_renews_an_expired_access_token(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.metadata")
    assert (await sandbox.post("/sandbox/grants/alice/expired"))["expired"] == 1
    assert (await called(alice.getProfile(userId="me")))["emailAddress"] == "alice@sandbox.example"


async def test_a_mail_keeps_an_alias_as_its_sender_but_not_a_strangers_address(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await send(alice, "bob@sandbox.example", "By the studio", From="Studio <studio@sandbox.example>")
    await send(alice, "bob@sandbox.example", "By a stranger", From="boss@elsewhere.example")
    found = {mail["subject"]: mail["from"][0] for mail in await sandbox.mails("bob")}
    assert found == {"By the studio": "studio@sandbox.example", "By a stranger": "alice@sandbox.example"}


async def test_a_mail_can_be_sent_only_in_an_existing_thread_of_the_sender(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.send")
    first = await send(alice, "bob@sandbox.example", "First")
    body = raw("charlie@sandbox.example", "First") | {"threadId": first["threadId"]}
    second = await called(alice.messages().send(userId="me", body=body))
    assert second["threadId"] == first["threadId"]
    body = raw("charlie@sandbox.example", "First") | {"threadId": "abc"}
    assert (await refused(alice.messages().send(userId="me", body=body)))[0] == 404


async def test_a_mail_that_a_person_sends_in_the_page_is_in_their_sent_mails(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    sent = await sandbox.post("/sandbox/sent/alice", content=b"To: bob@sandbox.example\r\n\r\nHi")
    alice = await gmail_of("alice", "gmail.readonly")
    shown = await called(alice.messages().get(userId="me", id=sent["id"]))
    assert (shown["labelIds"], shown["threadId"]) == (["SENT"], sent["threadId"])
    [mail] = await sandbox.mails("bob")
    assert (mail["message_id"], mail["from"][0]) == (sent["message_id"], "alice@sandbox.example")


async def test_each_save_of_a_draft_has_its_own_id(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.readonly")
    first = await sandbox.post(
        "/sandbox/drafts/alice", content=b"Subject: One\r\nBcc: bob@x.example\r\n\r\nHi"
    )
    path = f"/sandbox/drafts/alice?gid={first['gid']}"
    second = await sandbox.post(path, content=b"Subject: Two\r\n\r\nHi")
    assert (await refused(alice.messages().get(userId="me", id=first["id"])))[0] == 404
    shown = await called(alice.messages().get(userId="me", id=second["id"], format="raw"))
    assert shown["labelIds"] == ["DRAFT"]
    assert base64.urlsafe_b64decode(shown["raw"]).startswith(b"Subject: Two")
