"""Delivery reports (RFC 3464) by Gmail, Exchange and Postfix, and malformed ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.inbound.delivery_reports import read_bytes as read
from server.inbound.reported import MOST_IDS, MOST_RECIPIENTS, MOST_WORDS, DeliveryReport, status_in

HEAD = (
    'Content-Type: multipart/report;\n boundary="{mark}"; report-type=delivery-status\n'
    "Subject: Delivery Status Notification (Failure)\n\nnot for programs\n--{mark}\n\nSorry.\n"
)
GMAIL = (
    HEAD + "\n--{mark}\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns; googlemail.com\nArrival-Date: Wed, 23 Jul 2025 07:27:26 -0700 (PDT)\n"
    "X-Original-Message-ID: <CAlunch@mail.gmail.com>\n\n"
    "Final-Recipient: rfc822; Bob@Sandbox.example\nAction: failed\nStatus: 5.1.1\n"
    "Remote-MTA: dns; mx.sandbox.example. (192.0.2.1, the server for the domain sandbox.example.)\n"
    "Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n"
    " 550-5.1.1 double-checking the address\n\n"
    "--{mark}\nContent-Type: message/rfc822\n\n"
    "Message-ID: <CAlunch@mail.gmail.com>\nSubject: Lunch\n\nMessage-ID: <in-the-text@x>\n--{mark}--\n"
)
EXCHANGE = (
    HEAD + "\n--{mark}\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns;BN8PR.prod.outlook.com\n\n"
    "Original-Recipient: rfc822;bob@sandbox.example\n"
    "Final-Recipient: RFC822; <robert@corp.example>\nAction: Failed\nStatus: 5.0.0\n"
    "Diagnostic-Code: smtp;550 5.7.1 not allowed\n\n"
    "Final-Recipient: rfc822;dora@corp.example\nAction: delayed\nStatus: 4.4.7\n\n"
    "Final-Recipient: rfc822;eve@corp.example\nAction: relayed\nStatus: 2.0.0\n"
    "--{mark}\nContent-Type: text/rfc822-headers\n\nMESSAGE-ID: <abc@corp.example>\n\n--{mark}--\n"
)


def as_bytes(text: str, mark: str = "b1", end: str = "\r\n") -> bytes:
    return text.format(mark=mark).replace("\n", end).encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["b1", "000000000000 b?=_+", "x" * 70])
def test_a_delivery_report_from_gmail_says_which_mail_failed_for_which_recipient_and_why(
    mark: str, end: str
) -> None:
    found = read(as_bytes(GMAIL, mark, end))
    assert found
    assert found.message_ids == ("<CAlunch@mail.gmail.com>",)
    [reader] = found.recipients
    assert (reader.addresses, reader.action, reader.status) == (("bob@sandbox.example",), "failed", "5.1.1")
    assert reader.permanent
    assert reader.words.startswith("550-5.1.1 The email account")


def test_a_delivery_report_without_the_returned_mail_identifies_that_mail_by_a_header() -> None:
    found = read(as_bytes(GMAIL.partition("--{mark}\nContent-Type: message/rfc822")[0] + "--{mark}--\n"))
    assert found
    assert found.message_ids == ("<CAlunch@mail.gmail.com>",)


def test_only_some_of_thousands_of_message_ids_in_a_delivery_report_are_read() -> None:
    """Otherwise one query would contain all the ids, and the database would refuse the query."""
    many = "".join(
        f"X-Original-Message-ID: {' '.join(f'<{number}.{n}@x>' for n in range(90))}\n\n"
        for number in range(90)
    )
    only_names = GMAIL.partition("--{mark}\nContent-Type: message/rfc822")[0] + "--{mark}--\n"
    found = read(as_bytes(only_names.replace("Final-Recipient", f"{many}Final-Recipient")))
    assert found
    assert found.message_ids[0] == "<CAlunch@mail.gmail.com>"
    assert len(found.message_ids) == MOST_IDS


def test_a_delivery_report_from_microsoft_exchange_says_what_happened_to_each_of_three_recipients() -> None:
    found = read(as_bytes(EXCHANGE))
    assert found
    assert found.message_ids == ("<abc@corp.example>",)
    bob, dora, eve = found.recipients
    assert bob.addresses == ("bob@sandbox.example", "robert@corp.example")
    assert (bob.action, bob.status, bob.permanent) == ("failed", "5.7.1", True)
    assert (dora.action, dora.status, dora.permanent) == ("delayed", "4.4.7", False)
    assert eve.action == "relayed"


def test_the_bounce_of_a_mail_that_expired_in_the_queue_is_not_permanent() -> None:
    found = read(as_bytes(GMAIL.replace("Status: 5.1.1", "Status: 4.4.1").replace("550-5.1.1", "421-4.4.1")))
    assert found
    assert [(reader.action, reader.permanent) for reader in found.recipients] == [("failed", False)]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_the_status_part_of_a_delivery_report_may_be_encoded(encoding: str) -> None:
    import base64
    import quopri

    text = "Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; bob@sandbox.example\nAction: failed\n"
    body = base64.encodebytes(text.encode()) if encoding == "base64" else quopri.encodestring(text.encode())
    part = f"\n--b1\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: {encoding}\n\n"
    found = read(as_bytes(HEAD + part) + body + b"\n--b1--\n")
    assert found
    assert [reader.addresses for reader in found.recipients] == [("bob@sandbox.example",)]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: hello\r\n\r\nhow are you",
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x--",
        as_bytes(GMAIL.replace("report-type=delivery-status", "report-type=feedback-report")),
        as_bytes(GMAIL.replace("report-type=delivery-status", "report-type=disposition-notification")),
    ],
)
def test_other_mails_are_not_delivery_reports(raw: bytes) -> None:
    assert read(raw) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("5.1.1", "5.1.1"),
        ("5.1.1 (mailbox unknown)", "5.1.1"),
        ("smtp; 550-5.1.1 The email account", "5.1.1"),
        ("smtp; 452 mailbox full", "4.0.0"),
        ("x-unix; 69", ""),
        ("host mx.example said: 550-no such user", "5.0.0"),
        ("remote server returned 554 denied", "5.0.0"),
        ("I was told\n  <<< 550 <bob@sandbox.example>... User unknown", "5.0.0"),
        ("reason '451 try later'", "4.0.0"),
        ("smtp; 550 192.0.2.7 is blocked", "5.0.0"),
        ("452", "4.0.0"),
        ("call +46 8 512 33 44", ""),
        ("Tel 020 512 33 44", ""),
        ("Tel.: 555 0123", ""),
        ("Phone: 450-12-34", ""),
        ("call me under 512 - or write", ""),
        ("Corp Ltd, 512 Main Street", ""),
        ("It costs about 550 Euro", ""),
        ("your order 512-889 arrives", ""),
        ("from mx [5.9.1.7] and 192.0.2.115", ""),
        ("", ""),
    ],
)
def test_the_status_code_is_found_in_a_status_or_a_diagnostic_text(text: str, status: str) -> None:
    assert status_in(text) == status


pieces = st.sampled_from([
    *GMAIL.format(mark="b").split("\n"), *EXCHANGE.format(mark="b").split("\n"),
    "", "\r", "\0", " ", ":", "--b", "--b--",
    "Content-Transfer-Encoding: base64", "Content-Type: multipart/report; boundary=b", " folded", "é\u2028",
    "Final-Recipient: rfc822; " + "a" * 3000 + "@b", "Status: ٥.١.١",
    "Content-Type: multipart/report; boundary=" + "b" * 500,
])  # fmt: skip
hostile = st.one_of(
    st.binary(max_size=400),
    st.lists(pieces, max_size=60).map(lambda lines: "\r\n".join(lines).encode("utf-8", "surrogatepass")),
    st.lists(pieces, max_size=60).map(
        lambda lines: as_bytes(HEAD.format(mark="b")) + "\n".join(lines).encode("utf-8", "surrogatepass")
    ),
)


@given(hostile)
def test_any_mail_is_read_without_an_error_and_the_result_stays_small(raw: bytes) -> None:
    found = read(raw)
    if found is not None:
        _is_clean(found)


@given(st.integers(1, 3000), st.integers(0, 200))
def test_only_some_of_thousands_of_recipients_or_parts_in_a_delivery_report_are_read(
    recipients: int, parts: int
) -> None:
    block = "Final-Recipient: rfc822; bob@sandbox.example\nAction: failed\n\n" * recipients
    part = "\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\n"
    raw = as_bytes(HEAD + part + block + "\n--b1\nContent-Type: message/rfc822\n\n" * parts)
    began = time.thread_time()  # this thread's CPU time: other processes do not count
    found = read(raw)
    assert time.thread_time() - began < 0.2
    assert found
    assert len(found.recipients) == min(recipients, MOST_RECIPIENTS)
    _is_clean(found)


def test_thousands_of_nested_parts_are_not_followed() -> None:
    nested = "".join(f"\n--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n" for n in range(1, 5000))
    found = read(as_bytes(HEAD) + nested.encode())
    assert found
    assert [each.addresses for each in found.recipients] == [()]


@pytest.mark.parametrize(
    ("fields", "action", "permanent"),
    [
        ("Action: error\nStatus: 5.1.1", "failed", True),
        ("Status: 5.1.1", "failed", True),
        ("Action: failed\nStatus: 4.0.0\nDiagnostic-Code: smtp; 451 4.3.0 try later", "failed", False),
        ("Action: failed\nDiagnostic-Code: x-unix; mailbox is full", "failed", False),
        ("Action: failed\nDiagnostic-Code: x-unix; no such user", "failed", True),
        ("Action: deliverable\nStatus: 2.1.5", "deliverable", None),
        ("Action: delayed (will retry)\nStatus: 4.4.1", "delayed", False),
    ],
)
def test_fields_that_are_missing_or_spelled_otherwise(
    fields: str, action: str, permanent: bool | None
) -> None:
    about_bob = f"Final-Recipient: rfc822; bob@sandbox.example\n{fields}\n"
    part = f"\n--{{mark}}\nContent-Type: message/delivery-status\n\n{about_bob}"
    found = read(as_bytes(f"{HEAD}{part}--{{mark}}--\n"))
    assert found
    [bob] = found.recipients
    assert (bob.addresses, bob.action, bob.permanent) == (("bob@sandbox.example",), action, permanent)


def _is_clean(found: DeliveryReport) -> None:
    assert len(found.recipients) <= MOST_RECIPIENTS
    for reader in found.recipients:
        assert all(each.isascii() and each.isprintable() and len(each) <= 254 for each in reader.addresses)
        assert all(each == each.lower() and " " not in each for each in reader.addresses)
        assert len(reader.status) <= 11
        assert len(reader.words) <= MOST_WORDS
        assert reader.action
    assert all(each.isascii() and len(each) <= 452 for each in found.message_ids)
