"""The headers of an incoming mail say which mail it answers, and whether a machine wrote it."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.google.gmail_api.incoming_headers import MOST_IDS, read
from server.inbound import programs


def mail(*headers: tuple[str, str], **values: Any) -> dict[str, Any]:
    """A mail as the Gmail API returns it."""
    listed = [{"name": name, "value": value} for name, value in headers]
    usual = {"id": "a1", "threadId": "a0", "labelIds": ["INBOX"], "internalDate": "1770000000000"}
    return {**usual, "payload": {"headers": listed}, **values}


BOB = ("From", "Bob Bauer <Bob@Sandbox.example>")


def test_the_mails_that_a_reply_answers_are_listed_nearest_first() -> None:
    found = read(
        mail(BOB, ("in-reply-to", "<c@x>"), ("References", "<a@x>\r\n <b@x> <c@x> nonsense <broken"))
    )
    assert found.answers == ("<c@x>", "<b@x>", "<a@x>")
    assert found.sender
    assert (found.sender.address, found.sender.name) == ("bob@sandbox.example", "Bob Bauer")
    assert not found.automatic


@pytest.mark.parametrize(
    "header",
    [
        ("Auto-Submitted", "auto-notified"),
        ("AUTO-SUBMITTED", " Auto-Replied; owner-email=bob@sandbox.example"),
        ("Precedence", "Auto_Reply"),
        ("X-Autorespond", "Lunch"),
        ("Content-Type", "multipart/report; report-type=disposition-notification; boundary=b"),
        ("Subject", "Automatische Antwort: Lunch"),
        ("Subject", "Automatic reply: Lunch"),
        ("From", "no-reply@sandbox.example"),
    ],
    ids=str,
)
def test_mails_by_machines_are_recognised(header: tuple[str, str]) -> None:
    assert read(mail(*([] if header[0] == "From" else [BOB]), header)).automatic


@pytest.mark.parametrize(
    "header",
    [
        ("Auto-Submitted", "no"),
        ("Auto-Submitted", "NO (typed by hand)"),
        ("Precedence", "first-class"),
        ("Subject", "Re: Out of office? Autoreply?"),
        ("Return-Path", "<bob@sandbox.example>"),
        ("Content-Type", "multipart/alternative; boundary=b"),
    ],
    ids=str,
)
def test_mails_by_people_are_recognised(header: tuple[str, str]) -> None:
    assert not read(mail(BOB, header)).automatic


@pytest.mark.parametrize(
    "header",
    [
        ("Content-Type", 'multipart/report; boundary="b"; report-type=delivery-status'),
        ("Content-Type", "Multipart/Report; boundary=b"),
        ("Return-Path", "<>"),
        ("From", "Mail Delivery System <Mailer-Daemon@mx.example>"),
        ("From", "MAILER-DAEMON <>"),
        ("From", "postmaster@corp.example"),
        ("X-Failed-Recipients", "bob@sandbox.example"),
    ],
    ids=str,
)
def test_mails_that_may_be_delivery_reports_are_recognised(header: tuple[str, str]) -> None:
    assert read(mail(*([] if header[0] == "From" else [BOB]), header)).may_be_report


@pytest.mark.parametrize(
    "header",
    [
        ("Content-Type", "multipart/mixed; x=delivery-status"),
        ("Return-Path", "<bob@sandbox.example>"),
        ("Subject", "Re: Undeliverable: Lunch"),
        ("Subject", "Fwd: failure notice"),
        ("Subject", "Automatic reply: Undeliverable"),
        ("Subject", "Undeliverable: Lunch"),
        ("Subject", "Lunch"),
    ],
    ids=str,
)
def test_the_text_of_other_mails_is_not_read(header: tuple[str, str]) -> None:
    assert not read(mail(BOB, header)).may_be_report


@pytest.mark.parametrize(
    "subject", ["Undeliverable: Lunch", "=?utf-8?q?Ihre_E-Mail_konnte_nicht_zugestellt_werden?="]
)
def test_a_subject_alone_counts_only_if_a_machine_sent_the_mail(subject: str) -> None:
    assert read(mail(BOB, ("Subject", subject), ("Auto-Submitted", "auto-generated"))).may_be_report
    assert not read(mail(BOB, ("Subject", subject), ("Auto-Submitted", "no"))).may_be_report


@pytest.mark.parametrize(
    ("more", "believed"),
    [
        ([("Return-Path", "<>")], True),
        ([("From", "MAILER-DAEMON@mx.example")], True),
        ([], False),
        ([("Auto-Submitted", "auto-replied")], False),
        ([("From", "postmaster@mx.example"), ("Subject", "Re: Offer")], False),
    ],
)
def test_failed_recipients_are_believed_only_if_a_server_names_them(
    more: list[tuple[str, str]], believed: bool
) -> None:
    sender = [] if any(name == "From" for name, _ in more) else [BOB]
    found = read(mail(*sender, *more, ("X-Failed-Recipients", "carol@corp.example")))
    assert found.failed == (("carol@corp.example",) if believed else ())


_TABLES = (*programs.ANSWERING, *programs.NOTIFYING, *programs.DESKS, *programs.LISTS, *programs.EXCHANGE)
_USUAL = (
    "From",
    "Sender",
    "Reply-To",
    "X-Original-From",
    "Subject",
    "In-Reply-To",
    "References",
    "Message-ID",
)
_OTHERS = ("Content-Type", "Auto-Submitted", "Return-Path", "X-Auto-Response-Suppress", "X-Failed-Recipients")
names = st.sampled_from([*_TABLES, *_USUAL, *_OTHERS]) | st.text(max_size=12)
values = st.text(max_size=60) | st.sampled_from([
    "<a@x>" * 500, "=?utf-8?q?=00=ED=A0=80?= <x@y>", "=?x?b?!?=", "a@b, c@d" * 200,
    "(" * 5000 + "a@b", "a@b " + "(" * 3000, "(" * 50 + ")" * 50 + "a@b", "<>", "\0@\0", "a" * 5000 + "@b",
])  # fmt: skip


@given(st.lists(st.tuples(names, values), max_size=12))
def test_any_header_is_read_without_an_error(headers: list[tuple[str, str]]) -> None:
    found = read(mail(*headers))
    assert len(found.answers) <= MOST_IDS
    assert all(each.isascii() and each.isprintable() for each in found.answers)
    assert len(found.failed) <= 100
    if found.sender:
        assert "\0" not in found.sender.address + found.sender.name
        (found.sender.address + found.sender.name).encode()  # no lone surrogates


def test_the_first_words_of_a_mail_may_say_that_it_is_automatic() -> None:
    assert read(mail(BOB, snippet="This is an automated reply. I&#39;ll be back.")).automatic
    assert not read(mail(BOB, snippet="I&#39;ll be back on Monday.")).automatic


def test_the_author_of_a_mail_through_a_group_is_read() -> None:
    team = ("From", "'Bob Bauer' via Team <team@sandbox.example>")
    found = read(mail(team, ("List-Id", "<team.sandbox.example>"), ("X-Original-From", BOB[1])))
    assert found.sender
    assert found.author
    assert (found.sender.address, found.author.address) == ("team@sandbox.example", "bob@sandbox.example")
    assert found.from_list


@pytest.mark.parametrize("unit", ["() ", "(", "<a@b> ", "@", "<@", "re: ", "=?utf-8?q?a?= ", "a@b, "])
def test_the_largest_headers_that_gmail_takes_are_read_at_once(unit: str) -> None:
    names = (
        "From",
        "Subject",
        "References",
        "In-Reply-To",
        "Message-ID",
        "Sender",
        "Content-Type",
        "Reply-To",
    )
    value = "<a@b.example> " + unit * (32_000 // len(unit))
    began = process_time()
    found = read(mail(*((name, value) for name in names), *[("X-Failed-Recipients", value)] * 15))
    assert process_time() - began < 1
    assert len(found.answers) <= MOST_IDS


def test_of_very_many_references_the_nearest_count() -> None:
    ids = [f"<{number}.{'a' * 60}@b.example>" for number in range(500)]
    assert read(mail(BOB, ("References", " ".join(ids)))).answers[0] == ids[-1]
