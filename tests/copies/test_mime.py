"""A recipient's copy of a draft has their address and their marks; nothing else is changed."""

from __future__ import annotations

from contextlib import suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.copies.draft import UnsuitableDraft, read, text_digest, text_of
from server.copies.mime import COPY_HEADER, copy_for
from server.lib import clock
from server.messages.report import Correspondent, ReportedRecipient
from tests.copies.drafting import BOB, CHARLIE, HTML, the_draft

NOW = clock.now()
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def the_copy(raw: bytes, html: str = HTML, reader: Correspondent | None = None) -> EmailMessage:
    made = copy_for(raw, reader or Correspondent(BOB, "Bob"), html, "the-id", NOW)
    return message_from_bytes(made, policy=SMTP)


def parts_of(raw: bytes) -> list[Any]:
    """All parts except the displayed HTML, each with its own headers and its bytes."""
    mail = message_from_bytes(raw, policy=SMTP)
    body = mail.get_body(("html",))
    leaves = (part for part in mail.walk() if not part.is_multipart() and part is not body)
    return [(part.items(), part.get_payload(decode=True)) for part in leaves]


def test_reading_a_draft_returns_its_recipients_subject_sender_and_text_digest() -> None:
    draft = read(the_draft())
    assert draft.recipients == (
        ReportedRecipient("to", BOB, "Bob Bauer"),
        ReportedRecipient("bcc", CHARLIE, "Chen, Chärlie"),
    )
    assert (draft.subject, draft.sender) == (
        "Mittag – am Freitag?",
        Correspondent("alice@sandbox.example", "Alice Arnold"),
    )
    assert draft.text_digest == text_digest(HTML)


def test_a_copy_has_its_own_recipient_date_and_html_and_keeps_all_other_parts_of_the_draft() -> None:
    raw = the_draft(Reply_To="replies@x.example", X_Own="kept", Importance="high")
    mail = the_copy(raw, "<p>marked</p>")
    kept = {"Subject", "From", "Reply-To", "X-Own", "Importance", "MIME-Version", "Content-Type"}
    assert set(mail.keys()) == kept | {"To", "Date", COPY_HEADER}
    assert parts_of(mail.as_bytes()) == parts_of(raw)
    assert text_of(cast(EmailMessage, mail.get_body(("html",)))) == "<p>marked</p>"


@pytest.mark.parametrize("name", ["To", "Cc", "Bcc"])
def test_a_copy_names_nobody_but_its_recipient(name: str) -> None:
    raw = the_draft(**{name: f"x@x.example, {CHARLIE}"})
    assert CHARLIE not in the_copy(raw).as_string()
    assert "x@x.example" not in the_copy(raw).as_string()


@given(subject=LINES, name=LINES, words=LINES)
def test_no_subject_name_or_text_can_add_a_header_to_a_copy(subject: str, name: str, words: str) -> None:
    raw = the_draft(f"<p>{words}</p>", Subject=subject)
    mail = the_copy(raw, f"<p>{words}</p>!", Correspondent(BOB, name))
    assert set(mail.keys()) == {"Subject", "From", "MIME-Version", "Content-Type", "To", "Date", COPY_HEADER}
    assert str(mail["Subject"]) == str(message_from_bytes(raw, policy=SMTP)["Subject"])
    assert [address.addr_spec for address in mail["To"].addresses] == [BOB]
    assert text_of(cast(EmailMessage, mail.get_body(("html",)))) == f"<p>{words}</p>!"


@pytest.mark.parametrize("given", ["Bob\r\nBcc: eve@x.example", "Bob\nX: 1"])
def test_a_line_break_in_a_recipients_name_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)cr|lf|newline|linefeed|carriage"):
        the_copy(the_draft(), reader=Correspondent(BOB, given))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_as_a_draft_or_refused(raw: bytes) -> None:
    for whole in (raw, the_draft()[:200] + raw, b"Content-Type: text/html\r\n\r\n<p>" + raw):
        with suppress(UnsuitableDraft):
            assert read(whole).text_digest


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"From: a@x.example\r\nTo: b@x.example\r\n\r\nHi", "plain"),
        (b"From: a@x.example\r\nContent-Type: text/html\r\n\r\nno tags", "plain"),
        (b'Content-Type: multipart/encrypted; boundary="b"\r\n\r\n--b--', "sealed"),
        (b'Content-Type: multipart/signed; boundary="b"\r\n\r\n--b--', "sealed"),
        (b"To: b@x.example\r\nContent-Type: text/html\r\n\r\n<p>x</p>", "unreadable"),
        (b"Content-Type: text/html; charset=nonsense\r\n\r\n<p>x</p>", "unreadable"),
        (
            "From: a@x.example\r\nTo: bäb@x.example\r\nContent-Type: text/html\r\n\r\n<p>x</p>".encode(),
            "address",
        ),
    ],
)
def test_a_draft_unsuitable_for_copies_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UnsuitableDraft) as refused:
        read(raw)
    assert refused.value.reason == reason


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_the_text_digest_of_a_draft_does_not_depend_on_gmails_encoding(cte: str, charset: str) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = "a@x.example", "b@x.example"
    mail.set_content("<p>Grüße</p>", subtype="html", cte=cte, charset=charset)
    draft = read(mail.as_bytes())
    assert draft.text_digest == text_digest("<p>Grüße</p>")
    copied = the_copy(mail.as_bytes(), f"{draft.html}☃")
    assert text_of(copied) == f"{draft.html}☃"
