"""Any bytes are read without an error, in time that grows no faster than the mail, into a small result."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.inbound import received
from server.inbound.mail_parts import MOST_PARTS, parse
from server.inbound.report_library import recipients_by_library
from server.inbound.reported import ADDRESS, MOST_IDS, MOST_RECIPIENTS, MOST_WORDS
from tests.inbound.servers import REPORTS

SIZE = 2_000_000
LONGEST = 1.5  # seconds of CPU for 2 MB, beside other tests; alone it is a fifth
DAEMON = "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undeliverable\n"
MIXED = f"{DAEMON}Content-Type: multipart/mixed; boundary=b\n\n"
FIELDS = "--b\nContent-Type: message/delivery-status\n\n"
STARTS = (
    "the following addresses had\nThe following address failed:\nThis is the deliver program at\n"
    "Delivery has failed\n"
    "this is the email server at\nDid not reach the following recipient\nA message that you sent "
    "could not be delivered\n"
    "Your message has encountered delivery problems\nhere is your list of failed recipients\n"
)

# What is repeated up to SIZE, and what precedes it.
REPEATED = {
    "addresses": (f"{DAEMON}\ncould not be delivered\n", "a@b.example "),
    "half addresses": (f"{DAEMON}\ncould not be delivered\n", "a@"),
    "a word": (f"{DAEMON}\ncould not be delivered\n", "a"),
    "recipients": (f"{DAEMON}\ncould not be delivered\n", "<a@b.example>:\n550 no\n"),
    "header fields": (f"{DAEMON}\n", "Received: x\n"),
    "short header blocks": (f"{DAEMON}\n", "From: x\nTo: y\nSubject: z\n\n"),
    "announcements": (f"{DAEMON}\nfailed\n", "below this is a copy of \n"),
    "Message-IDs": (f"{DAEMON}\n", "Message-ID: <a@b>\n"),
    "Message-IDs without a value": (f"{DAEMON}\n", "Message-ID:\n"),
    "brackets": (f"{DAEMON}\n", "<"),
    "brackets in HTML": (f"{DAEMON}Content-Type: text/html\n\n", "<"),
    "styles": (f"{DAEMON}Content-Type: text/html\n\n", "<style>"),
    "addresses in HTML": (f"{DAEMON}Content-Type: text/html\n\n", "<a@"),
    "phrases": (f"{DAEMON}\n", "delivery user address mailbox exceed unknown\n"),
    "SMTP replies": (f"{DAEMON}\nfailed\n", "550 "),
    "starts of what the library knows": (f"{DAEMON}\nfailed\n{STARTS}", f"{'a@' * 39} {'a@' * 39}\n"),
    "long words for the library": (f"{DAEMON}\nfailed\n{STARTS}", f"{'a' * 79} "),
    "parts": (MIXED, f"{FIELDS}Final-Recipient: rfc822; a@b.example\nAction: failed\n\n"),
    "parts within parts": ("", "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
    "parts without a stated boundary": (f"{DAEMON}\n", "--x\nContent-Type: multipart/mixed\n\n"),
    "dashes": (f"{DAEMON}\n", "-"),
    "groups of fields": (f"{MIXED}{FIELDS}", "Final-Recipient: rfc822; a@b.example\nStatus: 5.1.1\n\n"),
    "spaces between groups": (f"{MIXED}{FIELDS}\n", " "),
    "wrapped reports": (
        MIXED,
        "--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/report; boundary=c\n\n",
    ),
    "recipients of the report": ("From: MAILER-DAEMON\n", "To: a@b.example\n"),
    "a long To": ("From: MAILER-DAEMON\nTo: ", "a@b.example, "),
    "a long subject": ("From: MAILER-DAEMON\nSubject: ", "mail delivery "),
    "failed recipients": ("From: MAILER-DAEMON\nX-Failed-Recipients: ", "a@b.example, "),
    "references": (f"{DAEMON}References: ", "<a@b> "),
    "base64": (f"{DAEMON}Content-Transfer-Encoding: base64\n\n", "QUFB"),
    "an odd charset": (f"{DAEMON}Content-Type: text/plain; charset=utf-7\n\n", "+AGE-"),
    "From lines": ("", "From a\n"),
    "empty lines": ("", "\n"),
    "nothing": ("", "\0"),
}


@pytest.mark.parametrize(("start", "again"), REPEATED.values(), ids=REPEATED.keys())
def test_two_megabytes_of_the_same_are_read_in_a_moment(start: str, again: str) -> None:
    raw = (start + again * (SIZE // len(again)))[:SIZE].encode()
    began = time.thread_time()  # this thread's CPU time: other processes do not count
    found = received.read(raw)
    assert time.thread_time() - began < LONGEST
    _is_small(found)


@pytest.mark.parametrize("status", ["", "Status: 4.0.0\n"])
def test_what_the_text_says_is_sought_once_and_not_for_each_recipient(status: str) -> None:
    """A hundred recipients of whom the fields do not tell what became took three seconds."""
    text = "delive\n" * 1400
    groups = "\n".join(f"Final-Recipient: rfc822; a{n}@b.example\n{status}" for n in range(100))
    raw = f"{MIXED}--b\nContent-Type: text/plain\n\n{text}\n{FIELDS}{groups}\n--b--\n".encode()
    began = time.thread_time()
    received.read(raw)
    assert time.thread_time() - began < LONGEST


lines = st.sampled_from(sorted({line for shape in REPORTS.values() for line in shape.text.split("\n")}))
strange = st.sampled_from([
    *(piece for pieces in REPEATED.values() for piece in pieces), *STARTS.split("\n"),
    "Content-Type: text/plain; charset=punycode", "Content-Type: text/html; charset=idna", "\r", "<>",
    "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "--=_b1", "--=_b1--",
    "=?utf-8?q?=00=ED=A0=80?=", "Message-ID: é@x", "From: " + "(" * 60, "Return-Path: <>",
    "To: \ud800@x.example", "é\u2028@x.example",
])  # fmt: skip
mails = st.one_of(
    st.binary(max_size=500),
    st.lists(lines | strange, max_size=60).map(lambda some: "\n".join(some).encode("utf-8", "surrogatepass")),
    st.lists(lines | strange, max_size=60).map(
        lambda some: (DAEMON + "\n".join(some)).encode("utf-8", "surrogatepass")
    ),
)


@given(mails)
def test_any_mail_is_read_without_an_error_and_the_result_is_small(raw: bytes) -> None:
    _is_small(received.read(raw))


@given(st.sampled_from(list(REPORTS.values())), st.integers(0, 3000), st.binary(max_size=8))
def test_a_report_with_a_piece_replaced_is_read_without_an_error(
    shape: object, at: int, piece: bytes
) -> None:
    raw = getattr(shape, "raw", b"")
    _is_small(received.read(raw[:at] + piece + raw[at + len(piece) :]))


@given(mails)
def test_the_library_reads_any_mail_without_an_error(raw: bytes) -> None:
    mail = parse(raw)
    for addresses in recipients_by_library(mail, [part.text for part in mail.parts]):
        assert len(addresses) <= MOST_RECIPIENTS
        assert all(ADDRESS.fullmatch(each) for each in addresses)


def test_only_some_parts_are_read() -> None:
    raw = (MIXED + "--b\nContent-Type: text/plain\n\nhello\n" * 1000).encode()
    assert len(parse(raw).parts) <= MOST_PARTS


def _is_small(found: received.ReceivedMail) -> None:
    assert found.kind in {
        "answer",
        "automatic",
        "bounce",
        "delay",
        "calendar",
        "receipt",
        "feedback",
        "other",
    }
    assert len(found.about) <= MOST_IDS
    assert all(each.isascii() and each.isprintable() and len(each) <= 460 for each in found.about)
    assert len(found.recipients) <= MOST_RECIPIENTS
    for each in found.recipients:
        assert all(
            ADDRESS.fullmatch(one) and one == one.lower() and len(one) <= 254 for one in each.addresses
        )
        assert len(each.status) <= 11
        assert len(each.words) <= MOST_WORDS
        assert each.words.isprintable()
