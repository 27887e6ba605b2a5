"""Delivery reports of many mail servers say which of Alice's mails they are about, whom, and why."""

from __future__ import annotations

import pytest

from server.inbound import received
from server.inbound.delivery_reports import read_bytes
from tests.inbound.servers import REPORTS
from tests.inbound.shapes import SENT, Shape, head


@pytest.mark.parametrize("shape", REPORTS.values(), ids=REPORTS.keys())
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_report_says_whom_a_mail_did_not_reach_and_whether_another_try_may_help(
    shape: Shape, end: str
) -> None:
    found = received.read(shape.raw.replace(b"\r\n", end.encode()))
    assert found.kind == shape.kind
    [reader] = found.recipients
    assert (next(iter(reader.addresses), None), reader.status) == (shape.address, shape.status)
    assert reader.permanent is shape.permanent
    assert found.about == ((SENT,) if shape.about else ())


def test_a_report_about_two_recipients_gives_each_their_own_reason() -> None:
    text = head("MAILER-DAEMON@mx.example", "failure notice") + (
        "I wasn't able to deliver your message to these addresses.\n\n"
        "<bob@sandbox.example>:\n550 5.1.1 unknown\n\n<dora@sandbox.example>:\n452 4.2.2 mailbox full\n"
    )
    found = read_bytes(text.encode())
    assert found
    assert [(each.addresses, each.status, each.permanent, each.words) for each in found.recipients] == [
        (("bob@sandbox.example",), "5.1.1", True, "550 5.1.1 unknown"),
        (("dora@sandbox.example",), "4.2.2", False, "452 4.2.2 mailbox full"),
    ]


@pytest.mark.parametrize(
    ("said", "permanent"),
    [
        ("550 5.1.1 user unknown", True),
        ("552 5.2.2 mailbox full", True),  # a server's own code outweighs its words
        ("452 4.2.2 mailbox full", False),
        ("this is a permanent error: mailbox full", True),
        ("mailbox is full", False),
        ("connection timed out", False),
        ("no such user here", True),
        ("nobody knows why", True),  # the server has given up, and names no reason that would pass
    ],
)
def test_whether_another_try_may_help_is_told_by_the_code_or_else_by_the_words(
    said: str, permanent: bool
) -> None:
    text = head("MAILER-DAEMON@mx.example", "failure notice") + (
        f"Your message could not be delivered.\n\n<bob@sandbox.example>:\n{said}\n"
    )
    found = read_bytes(text.encode())
    assert found
    assert [each.permanent for each in found.recipients] == [permanent]
