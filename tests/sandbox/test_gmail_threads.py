"""Labels on whole threads, and send-as addresses, with Google's own client."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


async def called(request: Any) -> Any:
    return await asyncio.to_thread(request.execute)


async def test_alice_adds_a_label_to_a_thread_and_removes_it(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    filled = await sandbox.post("/sandbox/fill", json={"person": "alice", "count": 2, "label": "SENT"})
    thread = filled["threads"][0]
    alice = await gmail_of("alice", "gmail.modify")
    made = await called(alice.labels().create(userId="me", body={"name": "Sightline/Opened"}))
    await called(alice.threads().modify(userId="me", id=thread, body={"addLabelIds": [made["id"]]}))
    [labelled] = [mail for mail in await sandbox.mails("alice") if made["id"] in mail["labels"]]
    assert labelled["threadId"] == thread
    shown = await called(alice.threads().get(userId="me", id=thread, format="metadata"))
    assert shown["messages"][0]["labelIds"] == sorted(["SENT", made["id"]])
    body = {"ids": [labelled["id"]], "removeLabelIds": [made["id"]]}
    await called(alice.messages().batchModify(userId="me", body=body))
    assert not any(made["id"] in mail["labels"] for mail in await sandbox.mails("alice"))
    await called(alice.labels().delete(userId="me", id=made["id"]))
    listed = await called(alice.labels().list(userId="me"))
    assert "Sightline/Opened" not in [label["name"] for label in listed["labels"]]


async def test_alices_own_address_is_the_first_that_she_can_send_from(
    sandbox: RunningSandbox, gmail_of: GmailOf
) -> None:
    alice = await gmail_of("alice", "gmail.readonly")
    found = await called(alice.settings().sendAs().list(userId="me"))
    assert [one["sendAsEmail"] for one in found["sendAs"]] == [
        "alice@sandbox.example",
        "studio@sandbox.example",
    ]
