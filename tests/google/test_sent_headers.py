"""Addresses, names, subjects and dates are read from the headers of sent mails."""

from __future__ import annotations

import pytest

from server.google.gmail_api.sent_headers import read
from server.mail.addresses import Mailbox, decoded, people


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("bob@b.example", [("bob@b.example", "")]),
        ("Bob <BOB@b.example>", [("bob@b.example", "Bob")]),
        ('"Bauer, Bob" <bob@b.example>', [("bob@b.example", "Bauer, Bob")]),
        ("=?utf-8?q?J=C3=BCrgen?= <j@b.example>", [("j@b.example", "Jürgen")]),
        (
            "=?utf-8?b?SsO8cmdlbg==?= <j@b.example>, x@y.example",
            [("j@b.example", "Jürgen"), ("x@y.example", "")],
        ),
        ("Jürgen <j@b.example>", [("j@b.example", "Jürgen")]),
        ("undisclosed-recipients:;", []),
        ("Team: a@b.example, c@d.example;", [("a@b.example", ""), ("c@d.example", "")]),
        ("a@b.example,\r\n c@d.example", [("a@b.example", ""), ("c@d.example", "")]),
        ("", []),
        ("not an address", []),
    ],
)
def test_addresses_are_read_with_their_names(value: str, expected: list[tuple[str, str]]) -> None:
    assert people([value]) == tuple(Mailbox(address, name) for address, name in expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Lunch?", "Lunch?"),
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        ("=?iso-8859-1?q?Gr=FC=DFe?= aus Bonn", "Grüße aus Bonn"),
        ("=?nonsense?q?x?=", "=?nonsense?q?x?="),
        ("=?utf-8?q?Re=3A_Hi=0D=0ABcc=3A_x=00=E2=80=A8y?=", "Re: Hi Bcc: x y"),
        ("=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ("folded\r\n subject", "folded subject"),
        ("Grüße 🦊", "Grüße 🦊"),
    ],
)
def test_subjects_are_decoded(value: str, expected: str) -> None:
    assert decoded(value) == expected


def test_a_mail_without_headers_has_a_date_and_otherwise_empty_values() -> None:
    got = read({"id": "1", "threadId": "2", "internalDate": "1700000000123"})
    assert (got.subject, got.sender, got.to, got.rfc822_message_id) == ("", None, (), "")
    assert got.date.isoformat() == "2023-11-14T22:13:20.123000+00:00"
