"""A mail to an unknown address gets a delivery report in its thread."""

from __future__ import annotations

from email import message_from_string
from email.policy import default

import pytest

from server.inbound.delivery_reports import read_bytes
from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox
from tests.sandbox.test_gmail_api import called, send

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


@pytest.mark.parametrize(
    ("address", "status"), [("nobody@sandbox.example", "5.1.1"), ("bob@nowhere.invalid", "5.1.2")]
)
async def test_a_mail_to_an_unknown_address_bounces(
    sandbox: RunningSandbox, gmail_of: GmailOf, address: str, status: str
) -> None:
    alice = await gmail_of("alice", "gmail.send", "gmail.readonly")
    await send(alice, f"bob@sandbox.example, {address}", "Lunch", Bcc="charlie@sandbox.example")
    # Mails written in the same millisecond may be in either order.
    report, sent = sorted(await sandbox.mails("alice"), key=lambda mail: "SENT" in mail["labels"])
    assert report["from"] == ["mailer-daemon@googlemail.com", "Mail Delivery Subsystem"]
    assert (report["threadId"], report["in_reply_to"]) == (sent["threadId"], sent["message_id"])
    assert "charlie" not in report["raw"]
    mail = message_from_string(report["raw"], policy=default)
    assert (mail["X-Failed-Recipients"], mail["Auto-Submitted"]) == (address, "auto-replied")
    kinds = [part.get_content_type() for part in mail.walk() if part.get_content_maintype() != "multipart"]
    assert kinds[0] == "text/plain"
    assert {"message/delivery-status", "message/rfc822"} <= set(kinds)
    parsed = read_bytes(report["raw"].encode())
    assert parsed
    assert [(each.addresses, each.action, each.status) for each in parsed.recipients] == [
        ((address,), "failed", status)
    ]
    assert parsed.message_ids == (sent["message_id"],)
    assert len(await sandbox.mails("bob")) == 1
    whole = await called(alice.messages().get(userId="me", id=report["id"], format="full"))
    assert whole["payload"]["mimeType"] == "multipart/report"


async def test_an_external_address_accepts_any_mail(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await send(alice, "dora@example.com, eve@example.org", "Lunch")
    assert len(await sandbox.mails("alice")) == 1


async def test_a_test_can_order_a_report_of_a_delay(sandbox: RunningSandbox, gmail_of: GmailOf) -> None:
    alice = await gmail_of("alice", "gmail.send")
    await send(alice, "bob@sandbox.example", "Lunch")
    [sent] = await sandbox.mails("alice")
    trouble = {
        "address": "bob@sandbox.example",
        "action": "delayed",
        "status": "4.4.1",
        "diagnostic": "smtp; 421",
    }
    order = {"person": "alice", "message_id": sent["message_id"], "troubles": [trouble]}
    await sandbox.post("/sandbox/bounce", json=order)
    report = (await sandbox.mails("alice"))[0]
    assert report["subject"] == "Delivery Status Notification (Delay)"
    assert "X-Failed-Recipients" not in report["raw"]
